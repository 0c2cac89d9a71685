"""What the documents point at is there: files, commands, and the conversation in the README."""

import re
from pathlib import Path

import pytest

from bot.__main__ import main
from tests.docs.pages import DOCUMENTS, blocks, code, prose
from tests.tree import ROOT, files, read

LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
LINLI = re.compile(r"^(?:\.venv/bin/)?linli ([a-z]+)")
MAKE = re.compile(r"^make ([a-z]+)")


def commands():
    """Everything in the documents that looks like a line to type."""
    lines = (line for path in DOCUMENTS for piece in code(path) for line in piece.splitlines())
    return [line.strip() for line in lines]


@pytest.mark.parametrize("path", DOCUMENTS, ids=str)
def test_every_link_inside_the_project_leads_somewhere(path):
    """A newcomer who follows one finds what it promised."""
    links = [one for one in LINK.findall(prose(path)) if not one.startswith(("http:", "https:"))]
    assert [one for one in links if not (ROOT / path.parent / one).exists()] == []


def test_every_target_of_make_in_the_documents_exists():
    """As the Makefile names them."""
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    named = {found[1] for line in commands() if (found := MAKE.match(line))}
    assert named
    assert named - targets == set()


def test_every_command_in_the_documents_exists(capsys):
    """As `linli --help` names them."""
    with pytest.raises(SystemExit):
        main(["--help"])
    offered = set(re.findall(r"[a-z]+", capsys.readouterr().out))
    named = {found[1] for line in commands() if (found := LINLI.match(line))}
    assert named
    assert named - offered == set()


def test_the_conversation_in_the_readme_is_a_test():
    """Word for word a part of the transcript it names."""
    (shown,) = [one for one in blocks(Path("README.md")) if one.startswith("< ")]
    (path,) = set(re.findall(r"tests/bot/transcripts/[\w/-]+\.txt", read("README.md")))
    assert shown in read(path)


def test_every_law_names_tests_that_exist():
    """A law without a test is a wish."""
    rows = [line for line in read("docs/laws.md").splitlines() if line.startswith("| ")][1:]
    held = {row: re.findall(r"`(tests/[^`]+)`", row) for row in rows}
    there = {str(path) for path in files("tests")}
    assert len(held) > 10
    assert [row for row, paths in held.items() if not paths or set(paths) - there] == []
