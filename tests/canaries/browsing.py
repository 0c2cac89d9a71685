"""Somebody who presses everything a page offers and types canaries wherever anything is typed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

import httpx

from tests.canaries.planted import CANARIES, LATITUDE, LONGITUDE

TYPED = " ".join((*CANARIES.values(), str(LATITUDE), str(LONGITUDE)))
"""What is typed into every field: all of it at once."""

LEADS = ("href", "src", "action", "formaction", "data-live", "poster", "srcset")
"""Attributes that hold an address."""

ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
LAST = ("/sign-out", "/forget", "/close", "/give-back")
"""What ends something is pressed when all else was."""

NO_PAGE = re.compile(r"static|/events")
"""What a page leads to that is no page."""

MOST = 120
"""So many things one browser presses at most: each kind of form once, so far fewer."""


@dataclass
class Form:
    """What a form sends, and the buttons that send it."""

    action: str
    method: str
    sends: list[tuple[str, str]] = field(default_factory=list)
    buttons: list[tuple[str, str]] = field(default_factory=list)

    @property
    def typed(self) -> bool:
        """Whether there is anything to type in it."""
        return any(value == TYPED for _, value in self.sends)


class Page(HTMLParser):
    """Where a page leads, and what it sends there."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.leads: list[str] = []
        self.forms: list[Form] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        """A part begins."""
        has = {name: value or "" for name, value in attrs}
        self.leads += [has[name] for name in LEADS if name in has]
        if has.get("http-equiv", "").lower() == "refresh":
            self.leads.append(has["content"])
        if tag == "form":
            self.forms.append(Form(has["action"], has.get("method", "get").lower()))
        elif tag == "button":
            self.forms[-1].buttons.append((has.get("name", ""), has.get("value", "")))
        elif tag in {"input", "textarea", "select"} and has.get("name"):
            kind = has.get("type", "text")
            kept = kind in {"hidden", "checkbox", "radio"} or tag == "select"
            self.forms[-1].sends.append((has["name"], has.get("value", "") if kept else TYPED))


class Presser:
    """One browser; it keeps cookies, follows where it is sent, and remembers every address."""

    def __init__(self, app) -> None:
        self.client = httpx.AsyncClient(
            transport=httpx.ASGITransport(app),
            base_url="http://linli.test",
            headers={"accept-language": "en"},
            follow_redirects=True,
            timeout=60,
        )
        self.urls: list[str] = []
        self.typed_by_get: list[str] = []
        self.pressed: set[tuple[str, ...]] = set()
        self.page = Page("")

    async def opens(self, path: str) -> Page:
        """Go to an address of the site."""
        return self._seen(await self.client.get(path))

    async def sends(self, form: Form, button: tuple[str, str]) -> Page:
        """Press a button of a form in which canaries stand wherever one may type."""
        fields = [*form.sends, *([button] if button[0] else [])]
        headers = {"content-type": "application/x-www-form-urlencoded"}
        body = str(httpx.QueryParams(fields))
        path = form.action.partition("#")[0]
        return self._seen(await self.client.post(path, content=body, headers=headers))

    async def presses_all(self, start: str, *, ends: bool) -> None:
        """From one page to every other, each kind of button once; `ends`: what ends things too."""
        todo, been = [start], set()
        while todo:
            path = todo.pop()
            if path in been or not path.startswith("/") or NO_PAGE.search(path):
                continue
            been.add(path)
            page = await self.opens(path)
            todo += _paths(page)
            while await self._presses_one(path, ends=ends):
                todo += _paths(self.page)
                assert len(self.pressed) < MOST

    async def _presses_one(self, path: str, *, ends: bool) -> bool:
        """Press something on a page that was pressed nowhere yet; whether there was anything."""
        page = await self.opens(path)
        for form in (one for one in page.forms if one.method == "post"):
            if form.action.partition("#")[0].endswith(LAST) and not ends:
                continue
            for button in form.buttons:
                kind = (ID.sub("", form.action), button[0], ID.sub("", button[1]))
                if kind not in self.pressed:
                    self.pressed.add(kind)
                    await self.sends(form, button)
                    return True
        return False

    def _seen(self, answer: httpx.Response) -> Page:
        for one in (*answer.history, answer):
            self.urls.append(str(one.request.url))
            self.urls += [
                one.headers[name]
                for name in ("location", "refresh", "link", "referer")
                if name in one.headers
            ]
        if "html" in answer.headers.get("content-type", ""):
            self.page = Page(answer.text)
            self.urls += self.page.leads
            self.typed_by_get += [
                form.action for form in self.page.forms if form.method != "post" and form.typed
            ]
        return self.page


def _paths(page: Page) -> list[str]:
    return [lead.partition("#")[0] for lead in page.leads]
