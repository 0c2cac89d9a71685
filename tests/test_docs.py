"""Documents lead somewhere: their links, commands, files and excerpts are there."""

from __future__ import annotations

import argparse
import re
import shlex
import tomllib
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from bot.__main__ import COMMANDS, MODULES
from bot.settings import SETTINGS, load
from tests.docs.pages import DOCUMENTS, blocks, code, prose
from tests.tree import ROOT, files, read

LINK = re.compile(r"!?\[[^\]]*\]\(([^()\s]+)\)")
LINLI = re.compile(r"^(?:\.venv/bin/|\S+=\S+ )*linli ([a-z].*)$")
MAKE = re.compile(r"^(?:\S+=\S+ )*make ([a-z]+)")
OUR_FILE = re.compile(r"(?:api|bot|accessibility|locales|tests|docs|bench|\.ci)/[\w./-]*\w/?")
SETTING = re.compile(r"\bLINLI_[A-Z_]+\b")
OF_THE_TESTS = {"LINLI_TESTS"}
LONGEST_ADR = 50


def every(pattern):
    """(document, found) for a pattern in the prose of every document."""
    return [(path, found) for path in DOCUMENTS for found in pattern.findall(prose(path))]


def commands(pattern):
    """(document, command) for every line of code that begins as the pattern says."""
    return [
        (path, found[1])
        for path in DOCUMENTS
        for span in code(path)
        for line in span.replace("\\\n", " ").splitlines()
        for part in line.split("#")[0].split("|")
        if (found := pattern.match(part.strip()))
    ]


def anchors(path):
    """What a link into a document may name: its headings as GitHub spells them."""
    heads = re.findall(r"^#+ (.+)$", prose(path), re.MULTILINE)
    plain = [re.sub(r"[^\w\- ]", "", head.lower()) for head in heads]
    return {head.replace(" ", "-") for head in plain}


@pytest.mark.parametrize(("path", "link"), every(LINK))
def test_a_link_leads_to_something(path, link):
    """To a file of the checkout and, where it names one, to a heading in it."""
    if re.match(r"https?://", link):
        return
    name, _, anchor = link.partition("#")
    target = (ROOT / path.parent / name) if name else ROOT / path
    assert target.exists()
    assert target.resolve().is_relative_to(ROOT)
    if anchor:
        assert anchor in anchors(target.relative_to(ROOT))


def test_every_document_is_linked():
    """From the README, or from a document that it leads to."""
    linked = {
        (ROOT / path.parent / link.partition("#")[0]).resolve() for path, link in every(LINK)
    }
    documents = [path for path in DOCUMENTS if path.parts[0] == "docs" and len(path.parts) == 2]
    assert [path for path in documents if ROOT / path not in linked] == []


@pytest.mark.parametrize(("path", "target"), commands(MAKE))
def test_a_make_command_is_a_target(path, target):
    """Whoever types it gets something."""
    assert re.search(rf"^{target}:", read("Makefile"), re.MULTILINE)


@cache
def parser_of(name):
    """How a command of ours reads its arguments."""
    parser = argparse.ArgumentParser()
    import_module(f"bot.commands.{MODULES.get(name, name)}").arguments(parser)
    return parser


@pytest.mark.parametrize(("path", "written"), commands(LINLI))
def test_a_linli_command_is_one(path, written):
    """With its options."""
    words = shlex.split(re.split(r"  +| <|;|&", written)[0])
    assert words[0] in COMMANDS
    known = parser_of(words[0]).format_help()
    assert [word for word in words if word.startswith("--") and word not in known] == []


@pytest.mark.parametrize(
    ("path", "name"),
    [(p, name) for p in DOCUMENTS for c in code(p) for name in SETTING.findall(c)],
)
def test_a_setting_that_is_named_is_one(path, name):
    """A renamed one would be refused at the start."""
    assert name in {one.variable for one in SETTINGS} | OF_THE_TESTS | {"LINLI_"}


@pytest.mark.parametrize(
    ("path", "name"),
    [(p, n) for p in DOCUMENTS for c in code(p) for n in OUR_FILE.findall(c) if "<" not in c],
)
def test_a_file_that_is_named_is_there(path, name):
    """Or will be, where a document says how to make it."""
    made = {"locales/es", "tests/bot/transcripts/es", "bench/results.jsonl"}
    if not any(name.startswith(one) for one in made):
        assert (ROOT / name).exists() or list(ROOT.glob(f"{name}*"))


def test_the_settings_that_are_shown_can_be_used(tmp_path):
    """Copied as they are, they start a deployment."""
    (written,) = [one for one in blocks(Path("docs/running.md"), "toml") if "region" in one]
    lines = [line.strip() for line in written.splitlines()]
    (tmp_path / "linli.toml").write_text("\n".join(lines), "utf-8")
    assert load({}, tmp_path).region == "CN"


def test_the_entry_of_a_new_language_that_is_shown_can_be_used():
    """It has all that an entry has."""
    (written,) = blocks(Path("docs/translating.md"), "toml")
    (entry,) = tomllib.loads(written)["language"]
    ours = tomllib.loads(read("locales/languages.toml"))["language"]
    assert entry.keys() == ours[0].keys()


def test_the_words_that_are_shown_to_a_translator_are_ours():
    """Line for line."""
    words = "".join(read(path) for path in files("locales/en", suffix=".ftl"))
    for shown in blocks(Path("docs/translating.md"), "fluent"):
        assert [line for line in shown.splitlines() if line not in words.splitlines()] == []


def test_the_readme_shows_a_part_of_a_transcript_that_is_a_test():
    """Nobody made it up."""
    page = read("README.md")
    (name,) = set(re.findall(r"tests/bot/transcripts/[\w/-]+\.txt", page))
    shown = [one for one in blocks(Path("README.md")) if one.startswith("<")]
    assert shown
    assert all(one in read(name) for one in shown)


def test_the_readme_has_what_a_newcomer_needs():
    """Two commands, one transcript, one picture, and what is not proven."""
    page = read("README.md")
    heads = re.findall(r"^## (.+)$", page, re.MULTILINE)
    assert {"Try it", "How it sounds", "How it works", "What is not proven"} <= set(heads)
    assert len(re.findall(r"!\[[^\]]{20,}\]\(", page)) == 1
    assert [one for one in blocks(Path("README.md"), "sh") if "make run" in one]


@pytest.mark.parametrize("path", files("docs/decisions", suffix=".md"))
def test_a_decision_is_short_and_says_what_holds_it(path):
    """At most 50 lines, and its number is in its name."""
    lines = read(path).splitlines()
    assert len(lines) <= LONGEST_ADR
    assert lines[0].startswith(f"# {int(path.name[:4])}. ")
    assert {"## Decision", "## Enforced by"} <= set(lines)


def test_decisions_are_numbered_without_a_gap():
    """Two with one number would be cited for each other."""
    numbers = [int(path.name[:4]) for path in files("docs/decisions", suffix=".md")]
    assert numbers == list(range(1, len(numbers) + 1))
