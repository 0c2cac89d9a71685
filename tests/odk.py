"""Somebody who fills an ODK form in: pyxform makes it, lxml's XPath decides what is asked.

Nothing of Linli decides here: what is relevant, required and allowed is read from the XForm.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from functools import cache
from zoneinfo import ZoneInfo

from lxml import etree
from pyxform.xls2xform import convert

from accessibility.prompt import Option
from bot.wording import Wording
from bot.xlsform import workbook_of

LANGUAGES = (Option("en", "English"), Option("zh-Hans", "中文"))
ALWAYS = {"emergency": "112", "emergency_sms": "114", "coordinator_phone": "+86 21 5555 0100"}
XFORMS = "{http://www.w3.org/2002/xforms}"
ASKS = {f"{XFORMS}{tag}" for tag in ("input", "select", "select1")}


@cache
def workbook(form: str, languages: tuple[str, ...], *, practice: bool = False) -> bytes:
    """The workbook of a form for a deployment with numbers to call."""
    wording = Wording(ZoneInfo("UTC"), "en", ALWAYS, practice=practice)
    return workbook_of(wording, form, languages, LANGUAGES)


@cache
def xform(form: str, languages: tuple[str, ...]) -> str:
    """The same as an XForm; every warning of pyxform is an error."""
    made = convert(io.BytesIO(workbook(form, languages)), file_type=".xlsx")
    assert not made.warnings
    return made.xform


class Interviewer:
    """Goes from screen to screen and fills in what is relevant there."""

    def __init__(self, text: str) -> None:
        """An empty form."""
        root = etree.fromstring(text.encode())
        model = root.find(f".//{XFORMS}model")
        self._body = root.find("{http://www.w3.org/1999/xhtml}body")
        self._binds = {bind.get("nodeset"): bind for bind in model.iter(f"{XFORMS}bind")}
        self._lists = {
            instance.get("id"): [name.text for name in instance.iter(f"{XFORMS}name")]
            for instance in model.findall(f"{XFORMS}instance[@id]")
        }
        self._data = _without_namespace(model.find(f"{XFORMS}instance")[0])
        self.asked: list[str] = []
        self.shown: list[str] = []

    @property
    def sent(self) -> dict[str, str]:
        """The submission by the last part of each name, as a table of answers has it."""
        return {node.tag: node.text for node in self._data.iter() if node.text}

    def fill(self, answers: Mapping[str, str]) -> dict[str, str]:
        """Every relevant question in order; what is required and not given is an error."""
        for control in self._controls(self._body):
            path = control.get("ref")
            name = path.rpartition("/")[2]
            if not self._holds(path, "relevant", default=True):
                continue
            if self._binds[path].get("readonly"):
                self.shown.append(name)
                continue
            self.asked.append(name)
            self._give(control, path, answers.get(name, ""))
        return self.sent

    def _give(self, control: etree._Element, path: str, answer: str) -> None:
        assert answer or not self._holds(path, "required", default=False), path
        itemset = control.find(f"{XFORMS}itemset")
        if answer and itemset is not None:
            codes = answer.split() if control.tag.endswith("select") else [answer]
            listed = re.search(r"instance\('(.*?)'\)", itemset.get("nodeset")).group(1)
            assert set(codes) <= set(self._lists[listed]), (path, codes)
            answer = " ".join(code for code in self._lists[listed] if code in codes)
        self._node(path).text = answer
        assert not answer or self._holds(path, "constraint", default=True), (path, answer)

    def _controls(self, part: etree._Element) -> Iterator[etree._Element]:
        """The controls in order, leaving out groups that are not relevant when one comes there."""
        for control in part:
            if control.tag in ASKS:
                yield control
            elif self._holds(control.get("ref", ""), "relevant", default=True):
                yield from self._controls(control)

    def _holds(self, path: str, what: str, *, default: bool) -> bool:
        bind = self._binds.get(path)
        if bind is None or not bind.get(what):
            return default
        node = self._node(path)
        return bool(node.xpath(bind.get(what), extensions=FUNCTIONS))

    def _node(self, path: str) -> etree._Element:
        (node,) = self._data.getroottree().xpath(path)
        return node


def _selected(_context, nodes, code):
    return code in (nodes[0].text or "").split()


def _regex(_context, nodes, pattern):
    return re.search(pattern, nodes[0].text or "") is not None


FUNCTIONS = {(None, "selected"): _selected, (None, "regex"): _regex}
"""The two functions of ODK's XPath that our conditions use besides XPath 1.0."""


def _without_namespace(node: etree._Element) -> etree._Element:
    copy = etree.Element(etree.QName(node).localname)
    copy.extend(_without_namespace(child) for child in node if isinstance(child.tag, str))
    return copy
