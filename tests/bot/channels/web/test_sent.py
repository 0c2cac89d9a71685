"""What a page sends becomes one message, or is refused whole and kept for who wrote it."""

import logging

import pytest

from api.vocabulary import InboundKind
from bot.channels.web.sent import BYTES, TEXT_LIMIT, Sent

ADDRESS = "a" * 64


def message(**fields):
    """The message in a form."""
    given = {name: value if isinstance(value, list) else [value] for name, value in fields.items()}
    return Sent({"message_id": ["p1"], "question": ["7"], **given}).as_inbound(ADDRESS)


@pytest.mark.parametrize(
    ("fields", "kind", "body"),
    [
        ({"press": "yes"}, InboundKind.BUTTON, {"button": "7:yes"}),
        ({"press": ":back"}, InboundKind.BUTTON, {"button": "7::back"}),
        ({"key": "person"}, InboundKind.BUTTON, {"button": "::person"}),
        ({"choice": ["a", "b"]}, InboundKind.BUTTON, {"button": "7:=a,b"}),
        ({"text": " 12 "}, InboundKind.TEXT, {"text": "12", "question": "7"}),
        ({"text": "a\0b\x1bc\nd"}, InboundKind.TEXT, {"text": "abc\nd", "question": "7"}),
        ({"text": "words", "press": "yes"}, InboundKind.BUTTON, {"button": "7:yes"}),
        ({"text": "words", "choice": ["a"]}, InboundKind.TEXT, {"text": "words", "question": "7"}),
        ({"press": "y\0es\n"}, InboundKind.BUTTON, {"button": "7:yes\n"}),
    ],
)
def test_a_form_is_one_message(fields, kind, body):
    """A pressed button, then words, then ticked boxes; what nobody sees is left out."""
    said = message(**fields)
    assert (said.kind, said.body, said.address) == (kind, body, ADDRESS)


@pytest.mark.parametrize("fields", [{}, {"text": "  "}, {"choice": ["a,b"]}])
def test_an_empty_form_is_no_message(fields):
    """Nor is one with a made-up box."""
    assert message(**fields) is None


def test_the_same_page_with_the_same_answer_is_the_same_message():
    """And with another answer, or from another page, it is another."""
    again = message(press="yes").message_id
    assert message(press="yes").message_id == again
    others = {message(press="no").message_id, message(press="yes", message_id="p2").message_id}
    assert again not in others
    assert len(others) == 2


def test_a_message_is_named_by_nothing_that_was_said():
    """The name goes into logs and indexes."""
    name = message(text="insulin", message_id="x\n" * 200).message_id
    assert name.replace(":", "").isalnum()
    assert len(name) < 100


async def test_words_that_are_too_long_are_refused_whole_and_kept(alone, visitor):
    """The page says so, and has them still."""
    words = "help " * TEXT_LIMIT
    await visitor.says(words)
    assert visitor.last.status_code == 413
    assert "This is too long. Nothing was sent." in visitor.screen.part("trouble")
    text = next(one for one in visitor.screen.answer.fields if one.name == "text")
    assert text.value == words.strip()
    assert text.asides["aria-invalid"] == "true"
    assert [one for one in alone.received if one.kind is InboundKind.TEXT] == []


async def test_the_longest_words_the_field_takes_are_taken(alone, visitor):
    """In any script, each character escaped on its way."""
    words = "邻" * TEXT_LIMIT
    await visitor.says(words)
    assert alone.received[-1].body == {"text": words, "question": "7"}


@pytest.mark.parametrize("flood", ["x" * (BYTES + 1), "&".join(f"f{n}=1" for n in range(99))])
async def test_a_flood_is_not_read_to_its_end(alone, visitor, flood):
    """More than a page of ours sends, in bytes or in fields."""
    before = len(alone.received)
    await visitor.sends("/chat", [("flood", flood)] if "&" not in flood else _fields(flood))
    assert visitor.last.status_code == 413
    assert "This is too long" in visitor.screen.text
    assert len(alone.received) == before


def _fields(flood):
    return [(pair.partition("=")[0], "1") for pair in flood.split("&")]


@pytest.mark.parametrize("body", [b"\xff\xfe=%zz&&&=;", b"text=%00%01&proof=", b"\0" * 200])
async def test_no_bytes_break_the_page(alone, visitor, body, caplog):
    """It answers in words whatever is sent."""
    with caplog.at_level(logging.ERROR):
        answer = await visitor.posts("/chat", body)
    assert answer.status_code == 403
    assert not caplog.records


async def test_sending_nothing_is_answered_in_words(visitor):
    """It is no answer to the question, and no silence."""
    await visitor.presses("Send")
    assert visitor.last.status_code == 422
    assert visitor.screen.part("trouble").startswith("Nothing was sent.")
