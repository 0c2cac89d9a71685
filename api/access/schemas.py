"""The wire schemas of access."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from api.vocabulary import Role
from api.wire import Id, Language, Line, Short, Wire


class Secret(Wire):
    """The secret of a token or of a link; shown once."""

    secret: Line


class TokenFor(Wire):
    """What a token is for; `label` names no person. `one_use` makes a sign-in link of it.

    `name` and `language` make a new person of whoever gets it; `person_id` is one that is known.
    """

    role: Role
    label: Short
    person_id: Id | None = None
    name: Short = ""
    language: Language | None = None
    days: Annotated[int, Field(ge=1, le=3650, strict=True)] = 1
    one_use: bool = False


class SignedIn(Wire):
    """A token, and whose it is."""

    secret: Line
    role: Role
    id: Id
    person_id: Id | None


class Me(Wire):
    """Who acts with the token of this call; name and language are "" for nobody in particular.

    `by_card`: they signed in by the link of a call, which opens their calls and nothing else.
    """

    role: Role
    id: Id
    person_id: Id | None
    name: Short
    language: str
    by_card: bool = False
