"""The examples of docs/api.md are done, in their order, and answered as they are shown."""

from __future__ import annotations

import json
import re
import shlex
from dataclasses import dataclass, field

import httpx
import pytest

from api.app import create_app
from api.auth import service as auth
from api.settings import Settings
from api.vocabulary import Role
from tests.api.conftest import blank_file, keys, sqlite_url, store
from tests.api.district import HOUR, NOW
from tests.tree import ROOT, read

__all__ = ["blank_file", "keys", "sqlite_url", "store"]

PAGE = "docs/api.md"
EXAMPLE = re.compile(r"```sh\n(?P<command>curl.*?)```\n```json\n(?P<answer>.*?)```\n", re.DOTALL)
NAMES = re.compile(r"`\$(\w+)` is its `(\w+)`")
NUMBERS = (  # what differs each time, and what stands for it in the document
    (re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}"), "019a…"),
    (re.compile(r'("receipt": )"\d{8}"'), r'\1"48291573"'),
    (re.compile(r'("(?:code|link)": )"[0-9a-zA-Z_-]{6,}"(?!,\n *"errors")'), r'\1"…"'),
    (re.compile(r'("next": )"[^"]+"'), r'\1"…"'),
)


@pytest.fixture
def store_url(sqlite_url):
    """A database with every table and no row."""
    return sqlite_url


@dataclass
class Shell:
    """As much of a shell as the examples need."""

    variables: dict[str, str] = field(default_factory=dict)

    def words(self, command):
        """The words of a command, variables filled in but between single quotes."""
        joined = command.replace("\\\n", "")
        parts = re.split(r"('[^']*')", joined)
        filled = [part if part[:1] == "'" else self._filled(part) for part in parts]
        return shlex.split("".join(filled))

    def _filled(self, text):
        return re.sub(r"\$(\w+)", lambda found: self.variables[found[1]], text)


def request_of(words):
    """What curl would send: method, address, headers, body."""
    waiting, headers, method, url, body = iter(words[1:]), {}, "", "", None
    for word in waiting:
        if word == "-H":
            name, _, value = next(waiting).partition(": ")
            headers[name] = value
        elif word == "-X":
            method = next(waiting)
        elif word == "-d":
            body = next(waiting)
        elif word != "-s":
            url = word
    return method or ("POST" if body else "GET"), url, headers, body


def shown(answer):
    """An answer as the document shows it."""
    text = json.dumps(answer, ensure_ascii=False, indent=1)
    for pattern, instead in NUMBERS:
        text = pattern.sub(instead, text)
    return short(text)


def short(text):
    """Lists and objects without anything inside but values, on one line where they fit."""
    inner = re.compile(r"[\[{]\n[^\[\]{}]*?\n *[\]}]")
    while True:
        shorter = inner.sub(lambda one: one_line(one[0]), text)
        if shorter == text:
            return text.replace("\0", "[").replace("\1", "]").replace("\2", "{").replace("\3", "}")
        text = shorter


def one_line(part):
    """A part on one line if that is short, else as it is; its brackets are hidden for now."""
    flat = re.sub(r"\n *", " ", part).replace("[ ", "[").replace(" ]", "]")
    flat = flat.replace("{ ", "{").replace(" }", "}")
    kept = flat if len(flat) < 72 else part
    return kept.translate(str.maketrans("[]{}", "\0\1\2\3"))


async def test_the_examples_are_answered_as_they_are_shown(store, pytestconfig):
    """Whoever types them gets the same, but for ids, codes and times."""
    secret = await store.write(
        lambda conn: auth.issue(conn, Role.COORDINATOR, "a test", now=NOW, lifetime=HOUR)
    )
    shell = Shell({"TOKEN": secret, "LINLI": "http://linli"})
    wire = httpx.ASGITransport(create_app(Settings(), store, lambda: NOW))
    page = read(PAGE)
    told, last = [], 0
    async with httpx.AsyncClient(transport=wire) as client:
        for example in EXAMPLE.finditer(page):
            shell.variables |= named(page[last : example.start()], told)
            method, url, headers, body = request_of(shell.words(example["command"]))
            answer = await client.request(method, url, headers=headers, content=body)
            told.append(answer.json())
            last = example.end()
    if pytestconfig.getoption("--rewrite"):
        answers = iter(told)
        page = EXAMPLE.sub(lambda one: rewritten(one, shown(next(answers))), page)
        (ROOT / PAGE).write_text(page, "utf-8")
    assert len(told) > 10
    for example, answer in zip(EXAMPLE.finditer(page), told, strict=True):
        assert example["answer"] == shown(answer) + "\n"


def named(text, told):
    """Variables that the text between two examples takes from the newest answer."""
    return {name: told[-1][member] for name, member in NAMES.findall(text)}


def rewritten(example, answer):
    """An example with another answer."""
    return f"```sh\n{example['command']}```\n```json\n{answer}\n```\n"


@pytest.mark.parametrize(
    ("command", "sent"),
    [
        ("curl -s $A/v1/me -H 'X: $A'", ("GET", "http://a/v1/me", {"X": "$A"}, None)),
        ('curl -X PATCH $A/v1 -d "{\\"a\\": 1}"', ("PATCH", "http://a/v1", {}, '{"a": 1}')),
    ],
)
def test_a_command_is_read_as_a_shell_reads_it(command, sent):
    """Else the examples would prove nothing."""
    assert request_of(Shell({"A": "http://a"}).words(command)) == sent
