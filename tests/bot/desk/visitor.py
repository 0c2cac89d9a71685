"""Somebody at the desk without scripts: they open pages, fill in forms and press buttons."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

import httpx

VOID = frozenset({"meta", "link", "input", "br"})


@dataclass
class Form:
    """One form: what it sends unless something else is typed, and its buttons by their words."""

    action: str
    method: str
    sends: dict[str, list[str]] = field(default_factory=dict)
    buttons: list[list[str]] = field(default_factory=list)
    boxes: list[list[str]] = field(default_factory=list)
    id: str = ""


class Page(HTMLParser):
    """A page, read."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.forms: list[Form] = []
        self.links: dict[str, str] = {}
        self._words: list[str] = []
        self._inside: list[str] = []
        self._link = ""
        self.feed(html)

    @property
    def text(self) -> str:
        """Everything that is written on it."""
        return " ".join(" ".join(self._words).split())

    def handle_starttag(self, tag, attrs):
        """A part begins."""
        has = dict(attrs)
        if tag == "form":
            self.forms.append(Form(has["action"], has["method"], id=has.get("id", "")))
        elif tag == "a":
            self._link = has["href"]
        elif tag == "button":
            self._button = [has.get("name", ""), has.get("value", ""), ""]
            self._of(has.get("form")).buttons.append(self._button)
        elif tag in {"input", "select", "textarea"}:
            if has.get("type") == "checkbox":
                self.forms[-1].boxes.append([has["name"], has["value"], ""])
            else:
                self.forms[-1].sends[has["name"]] = [has.get("value", "")]
        if tag not in VOID:
            self._inside.append(tag)

    def _of(self, form_id):
        """The form of this id, or the one that is open."""
        return next(
            (form for form in self.forms if form_id and form.id == form_id), self.forms[-1]
        )

    def handle_endtag(self, tag):
        """A part ends."""
        self._inside.pop()

    def handle_data(self, data):
        """Words are there."""
        words = data.strip()
        self._words.append(words)
        if words and "button" in self._inside:
            self._button[2] += words
        elif words and "label" in self._inside and self.forms[-1].boxes:
            self.forms[-1].boxes[-1][2] += words
        elif words and "a" in self._inside:
            self.links[words] = self._link


class Visitor:
    """One browser; it keeps cookies and follows where it is sent."""

    def __init__(self, app, language="en"):
        self.client = httpx.AsyncClient(
            transport=httpx.ASGITransport(app),
            base_url="http://desk.test",
            headers={"accept-language": language},
            follow_redirects=True,
            timeout=60,
        )
        self.answer: httpx.Response | None = None
        self.been: list[str] = []

    @property
    def page(self) -> Page:
        """What is on the screen."""
        return Page(self.answer.text)

    @property
    def text(self) -> str:
        """The words on the screen."""
        return self.page.text

    async def opens(self, path: str) -> str:
        """Go somewhere; the words there."""
        return self._seen(await self.client.get(path))

    async def follows(self, words: str) -> str:
        """Press a link."""
        found = [path for label, path in self.page.links.items() if words in label]
        assert found, f"no link {words!r} among {list(self.page.links)}"
        return await self.opens(found[0].partition("#")[0])

    async def presses(self, words: str, **typed: str | list[str]) -> str:
        """Press the button with these words, with what was typed in its form; the words then."""
        for form in self.page.forms:
            for name, value, label in form.buttons:
                if words in label:
                    pressed = {name: [value]} if name else {}
                    return await self._send(form, {**form.sends, **typed, **pressed})
        raise AssertionError(f"no button {words!r} on: {self.text}")

    async def ticks(self, *words: str) -> str:
        """Tick boxes and keep the answer."""
        form = next(form for form in self.page.forms if form.boxes)
        found = [box for box in form.boxes if any(word in box[2] for word in words)]
        assert len(found) == len(words), form.boxes
        return await self._send(form, {**form.sends, found[0][0]: [box[1] for box in found]})

    async def sends(self, form: Form, fields) -> str:
        """Send a form with what was typed and ticked in it; the words then."""
        return await self._send(form, {**form.sends, **fields})

    async def _send(self, form: Form, fields) -> str:
        action = form.action.partition("#")[0]
        if form.method == "get":
            return self._seen(await self.client.get(action, params=fields))
        return self._seen(await self.client.post(action, data=fields))

    def _seen(self, answer: httpx.Response) -> str:
        self.answer = answer
        self.been += [str(one.url) for one in (*answer.history, answer)]
        return self.text if "html" in answer.headers.get("content-type", "") else ""
