"""A page as somebody without scripts has it: lines, buttons by their label, fields to fill in."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "link", "input", "br"})


@dataclass
class Field:
    """Something a form sends: a hidden value, a text, a box to tick, or a button to press."""

    kind: str
    name: str
    value: str
    label: str = ""
    asides: dict[str, str | None] = field(default_factory=dict)


@dataclass
class Form:
    """One form of a page."""

    action: str
    name: str
    fields: list[Field] = field(default_factory=list)

    def filled(self, **typed: str) -> list[tuple[str, str]]:
        """What it sends besides buttons and boxes, with what was typed."""
        sends = [one for one in self.fields if one.kind in {"hidden", "text"}]
        return [(one.name, typed.get(one.name, one.value)) for one in sends]

    def find(self, label: str) -> Field:
        """The button or box with a label, its key before it or not."""
        found = [one for one in self.fields if one.kind in {"button", "checkbox"}]
        for one in found:
            if label in {one.label, one.label.partition(" ")[2]}:
                return one
        raise AssertionError(f"no {label!r} among {[one.label for one in found]}")


class Screen(HTMLParser):
    """A page, read."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.language = self.direction = ""
        self.forms: list[Form] = []
        self.lines: list[str] = []
        self.links: list[str] = []
        self.words: list[str] = []
        self.described: dict[str, str] = {}
        self._field = Field("", "", "")
        self._open: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    @property
    def text(self) -> str:
        """Everything that is written on the page."""
        return "\n".join(self.words)

    @property
    def answer(self) -> Form:
        """The form with which the open question is answered."""
        return self.form("open")

    def form(self, name: str) -> Form:
        """A form by its id, or by where it leads."""
        return next(one for one in self.forms if name in {one.name, one.action.partition("#")[0]})

    def part(self, name: str) -> str:
        """The words of the part with an id; "" when it is not there."""
        return " ".join(self.described.get(name, "").split())

    def labels(self) -> list[str]:
        """What can be pressed or ticked to answer in words."""
        pressable = [one for one in self.answer.fields if one.kind in {"button", "checkbox"}]
        return [one.label for one in pressable if "formaction" not in one.asides]

    def handle_starttag(self, tag, attrs):
        """A part begins."""
        has = dict(attrs)
        if tag == "html":
            self.language, self.direction = has["lang"] or "", has["dir"] or ""
        elif tag == "form":
            self.forms.append(Form(has["action"] or "", has.get("id") or ""))
        elif tag == "a":
            self.links.append(has["href"] or "")
        elif tag in {"input", "button"}:
            kind = has.get("type") or "text" if tag == "input" else "button"
            self._field = Field(kind, has.get("name") or "", has.get("value") or "", asides=has)
            self._belongs(has.get("form"))
        if "said" in (has.get("class") or "") and "data-key" in has:
            self.lines.append("")
        if tag not in VOID:
            self._open.append((tag, has))

    def handle_endtag(self, tag):
        """A part ends."""
        self._open.pop()

    def handle_data(self, data):
        """Words are there."""
        if not data.strip():
            return
        words = data.strip()
        inside = dict(self._open)
        if "style" not in inside and "script" not in inside:
            self.words.append(words)
        for _, has in self._open:
            if name := has.get("id"):
                self.described[name] = f"{self.described.get(name, '')} {words}"
        if any(has.get("class") == "words" for _, has in self._open) and self._in_log():
            self.lines[-1] += words
        if "button" in inside or "for" not in inside.get("label", {"for": ""}):
            pressable = self._field
            if pressable.kind in {"button", "checkbox"}:
                pressable.label = f"{pressable.label} {words}".strip()

    def _belongs(self, named):
        """To the form that it names or stands in; what scripts use stands in none."""
        if named:
            self.form(named).fields.append(self._field)
        elif any(tag == "form" for tag, _ in self._open):
            self.forms[-1].fields.append(self._field)

    def _in_log(self):
        return any(has.get("role") == "log" for _, has in self._open)
