"""Nothing is open without a role, and each role may do what its endpoints say."""

import pytest

from api.app.operation import allow_of
from api.app.pages import OPEN
from api.app.routers import ENDPOINTS
from api.vocabulary import Role

ROUTES = {f"{next(iter(route.methods))} {route.path}": route for route in ENDPOINTS}
SOME_ID = "01890000-0000-7000-8000-000000000000"


def path_of(route):
    """A path of an endpoint, with some id in it."""
    return (
        route.path_format.replace("{", "").replace("}", "")
        if "{" not in route.path
        else (
            "/".join(SOME_ID if part.startswith("{") else part for part in route.path.split("/"))
        )
    )


@pytest.mark.parametrize("name", ROUTES)
def test_every_endpoint_names_the_roles_that_may_call_it(name):
    """Deny by default: one without roles fails here and cannot be called in process."""
    _, allowed = allow_of(ROUTES[name])
    assert allowed.roles


def test_the_application_serves_no_path_that_is_not_listed(app):
    """Every endpoint is in the description, and only the machine's own pages are not."""
    described = {
        f"{method.upper()} {path}"
        for path, methods in app.openapi()["paths"].items()
        for method in methods
    }
    assert described == set(ROUTES)
    served = {getattr(route, "path", None) for route in app.routes} - {None}
    assert served == OPEN | {route.path for route in ROUTES.values()}


@pytest.mark.parametrize("header", [{}, {"authorization": "Bearer 0"}, {"authorization": "x"}])
async def test_without_a_good_token_nothing_is_answered(http, header):
    """No endpoint, whatever is sent."""
    for route in ROUTES.values():
        method = next(iter(route.methods))
        answer = await http.request(method, path_of(route), headers=header, json={})
        assert answer.status_code == 401, route.path
        assert answer.json()["code"] == "token_refused"


async def test_a_role_that_is_not_named_is_refused(http, bearer):
    """By every endpoint, before its body is looked at."""
    for route in ROUTES.values():
        method = next(iter(route.methods))
        for role in set(Role) - allow_of(route)[1].roles:
            answer = await http.request(method, path_of(route), headers=bearer(role), json={})
            assert answer.status_code == 403, (route.path, role)
            assert answer.json()["code"] == "role_refused"


@pytest.mark.parametrize("path", sorted(OPEN))
async def test_the_machines_own_pages_need_no_token(http, path):
    """They say nothing about anybody."""
    assert (await http.get(path)).status_code in {200, 503}
