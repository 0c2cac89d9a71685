"""Nobody sees the desk who has not signed in; a link signs one person in, once."""

import re
from datetime import timedelta

from api.vocabulary import Role
from bot.desk.routes import BY_CARD, CALLERS, COORDINATORS, EVERYBODY
from tests.canaries.searched import Logs
from tests.journeys.in_chat import LINK
from tests.journeys.steps import perform

ANY = "01890000-0000-7000-8000-000000000000"
PAGES = [(method, path) for method, path, _ in (*EVERYBODY, *COORDINATORS)]
STEERING = [(method, path) for method, path, _ in COORDINATORS]


def at(path):
    """A path of the table with ids that nothing has."""
    return re.sub(r"\{[^}]*\}", ANY, path)


async def test_no_page_is_open_without_signing_in(office):
    """Each says how one gets in, and nothing else."""
    visitor = office.visitor()
    for method, path in PAGES:
        answer = await visitor.client.request(method, at(path))
        assert (path, answer.status_code) == (path, 401)
        assert "Please open the link you were given" in answer.text


async def test_a_caller_does_not_see_what_coordinators_see(office):
    """Requests, and calls begun by whoever phones in."""
    caller = await office.at_the_desk("Eva", Role.CALLER)
    for method, path in STEERING:
        answer = await caller.client.request(method, at(path))
        assert (path, answer.status_code) == (path, 403)


async def test_a_link_signs_in_once_and_looking_at_it_uses_nothing_up(office):
    """A preview of the link in some messenger opens it without pressing anything."""
    link = await office.link("Eva Lind")
    preview, eva, thief = office.visitor(), office.visitor(), office.visitor()
    await preview.opens(link)
    await eva.opens(link)
    assert "Who needs a person" in await eva.presses("Sign in")
    assert "You are Eva Lind" in eva.text
    await thief.opens(link)
    assert "already used" in await thief.presses("Sign in")
    assert thief.answer.status_code == 403


async def taken(office):
    """The path of the link to a call that Vera took in her chat."""
    await office.add_group("Elm", 300, ["meal"])
    await perform(office, "Vera takes calls for Elm in writing")
    await office.in_the_middle("Ann", "0", "write to me")
    await office.say("Vera", "1")
    secret, call_id = LINK.findall("\n".join(office.heard("Vera")))[-1]
    return f"/desk/sign-in/{secret}/{call_id}", call_id


async def test_the_link_of_a_call_opens_that_call_once(office):
    """Looking at it uses nothing up; pressing the button leads to the call, which is theirs."""
    link, call_id = await taken(office)
    preview, vera, thief = office.visitor(), office.visitor(), office.visitor()
    assert "Open your call" in await preview.opens(link)
    await vera.opens(link)
    await vera.presses("Open your call")
    assert str(vera.answer.url).endswith(f"/desk/calls/{call_id}")
    assert "You are Vera" in vera.text
    assert "What do you need?" in vera.text
    await thief.opens(link)
    assert "Write to us in your chat" in await thief.presses("Open your call")
    assert thief.answer.status_code == 403


async def test_who_came_by_the_link_of_a_call_sees_their_calls_and_nothing_else_of_the_desk(
    office,
):
    """Not the queue, no alert, no paper of somebody else; what is closed says so."""
    link, _ = await taken(office)
    vera = office.visitor()
    await vera.opens(link)
    await vera.presses("Open your call")
    assert str(await _url(vera, "/desk")).endswith("/desk/calls")
    assert "The next call comes to your chat" in vera.text
    for method, path, _ in (*CALLERS, *COORDINATORS):
        if path != "/desk":
            answer = await vera.client.request(method, at(path))
            assert (path, answer.status_code) == (path, 403)
    for method, path, _ in BY_CARD:
        if "{call_id" in path and method == "GET" and "{step}" not in path:
            answer = await vera.client.request(method, at(path))
            assert (path, answer.status_code) == (path, 404)


async def _url(visitor, path):
    await visitor.opens(path)
    return visitor.answer.url


async def test_the_link_of_a_call_works_no_more_when_its_time_is_over(office):
    """The call is others' by then."""
    link, _ = await taken(office)
    await office.pass_time(timedelta(minutes=31))
    vera = office.visitor()
    await vera.opens(link)
    assert "old or already used" in await vera.presses("Open your call")


async def test_no_logger_of_ours_says_what_a_link_signs_in_with(office):
    """The address of the page is written down by the browser alone."""
    with Logs() as logs:
        link, _ = await taken(office)
        vera = office.visitor()
        await vera.opens(link)
        await vera.presses("Open your call")
    ours = [line for line in logs.said if not line.startswith(("httpx", "httpcore"))]
    assert ours
    assert [line for line in ours if link.split("/")[3] in line] == []


async def test_the_page_of_a_link_names_no_other_place_and_is_kept_nowhere(office):
    """The secret in its address must not travel on."""
    link, _ = await taken(office)
    vera = office.visitor()
    await vera.opens(link)
    assert vera.answer.headers["referrer-policy"] == "no-referrer"
    assert vera.answer.headers["cache-control"] == "no-store"


async def test_the_cookie_is_read_by_no_script_and_sent_by_no_other_site(office):
    """And ends with the working day."""
    eva = office.visitor()
    await eva.opens(await office.link("Eva"))
    await eva.presses("Sign in")
    (cookie,) = [
        one
        for answer in eva.answer.history
        for one in answer.headers.get_list("set-cookie")
        if one.startswith("linli_desk=")
    ]
    assert all(part in cookie for part in ("HttpOnly", "SameSite=strict", "Max-Age=43200"))


async def test_a_form_of_another_site_changes_nothing(office):
    """What a page cannot know is missing from it."""
    eva = await office.at_the_desk("Eva")
    for proof in ("", "0" * 64):
        answer = await eva.client.post("/desk/sign-out", data={"proof": proof})
        assert answer.status_code == 403
    assert "Who needs a person" in await eva.opens("/desk")


async def test_who_signs_out_is_out_on_every_page(office):
    """The token ends too, not only the cookie."""
    eva = await office.at_the_desk("Eva")
    token = eva.client.cookies["linli_desk"]
    page = await eva.presses("Sign out")
    assert "You are signed out" in page
    assert "Eva" not in page
    eva.client.cookies.set("linli_desk", token, path="/desk")
    assert (await eva.client.get("/desk")).status_code == 401


async def test_a_volunteers_link_opens_no_desk(office):
    """Their role has no business there."""
    visitor = office.visitor()
    await visitor.opens(await office.link("Vera", Role.VOLUNTEER))
    await visitor.presses("Sign in")
    assert visitor.answer.status_code == 403


async def test_nothing_of_another_site_may_run_or_be_loaded(office):
    """No script at all, no frame around it, nothing kept, and no address told to other sites."""
    eva = await office.at_the_desk("Eva")
    await eva.opens("/desk")
    headers = eva.answer.headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert (headers["cache-control"], headers["referrer-policy"]) == ("no-store", "no-referrer")
    assert "<script" not in eva.answer.text


async def test_the_desk_speaks_the_language_of_who_sits_there(office):
    """Whatever the browser asks for; before that, the browser decides."""
    visitor = office.visitor("zh-CN,zh;q=0.9")
    assert "登录" in await visitor.opens(await office.link("Wei"))
    wei = await office.at_the_desk("Wei", language="zh-Hans")
    assert "谁在等人工" in await wei.opens("/desk")
