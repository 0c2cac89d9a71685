"""What is unclear, hedged, contradictory, ironic or off the subject is never taken for a yes."""

import itertools
from pathlib import Path

import pytest

from accessibility.prompt import Kind, Option, Prompt
from accessibility.understand import read
from bot.commands.understand.lines import rows
from bot.commands.understand.questions import asked

FOLDER = Path(__file__).parent / "doubtful"
LANGUAGES = ("en", "zh-Hans")
every_language = pytest.mark.parametrize("language", LANGUAGES)

YES = {
    "en": ("yes", "yes please", "of course", "that's right", "no problem", "you have it spot on"),
    "zh-Hans": ("是", "好的", "没问题", "同意，没意见", "当然要"),
}
UNDOING = {
    "en": ("maybe {}", "{}, but no", "{}, if it is free", "{}? really", "{}... no", "{}, ask him"),
    "zh-Hans": ("可能{}", "{}，但是不要", "{}，如果不要钱", "{}吗", "{}，算了", "{}，我问问"),
}


def codes(text, question, language):
    """The options that a reply is read as."""
    return read(text, asked(question, language).prompt, language).codes


@every_language
def test_a_doubtful_reply_is_asked_again_or_is_a_no(language):
    """Hundreds of them; `may` names what one may be taken for besides nothing."""
    wrong = [
        f"{row['question']} {row['text']!r}: {found}"
        for row in rows(FOLDER / f"{language}.tsv")
        if (found := set(codes(row["text"], row["question"], language))) - {row["may"]}
    ]
    assert not wrong, "\n".join(["", *wrong])


@every_language
def test_whatever_undoes_a_yes_leaves_none(language):
    """A doubt, a condition, a question, the opposite."""
    for form, said in itertools.product(UNDOING[language], YES[language]):
        assert "yes" not in codes(form.format(said), "yes_no", language), form.format(said)


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("that's right love, number 14, blue door", "en", "yes"),
        ("no problem at all, you come ahead", "en", "yes"),
        ("sure, why not", "en", "yes"),
        ("of course, why wouldn't I", "en", "yes"),
        ("no thank you dear, my son came", "en", "no"),
        ("over my dead body, I'll carry it myself", "en", "no"),
        ("it isn't, that's my old address", "en", "no"),
        ("I'd rather not, thanks all the same", "en", "no"),
        ("yes, and pigs fly", "en", ""),
        ("yes... ", "en", ""),
        ("no bread since Monday", "en", ""),
        ("no thanks, wait, yes", "en", ""),
        ("是嘞，我一个人住", "zh-Hans", "yes"),
        ("还用问吗，肯定要", "zh-Hans", "yes"),
        ("不行，我不同意你们给我女儿打电话", "zh-Hans", "no"),
        ("没，都好着呢", "zh-Hans", "no"),
        ("不是不要", "zh-Hans", ""),
        ("嗯……", "zh-Hans", ""),
        ("没水了", "zh-Hans", ""),
    ],
)
def test_a_no_may_be_explained_and_a_yes_only_in_known_words(text, language, code):
    """Somebody may come to harm by a yes that was none."""
    assert codes(text, "yes_no", language) == ((code,) if code else ())


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("the last one", "en", "money_or_goods"),
        ("the middle one", "en", "home"),
        ("last but one", "en", "talk"),
        ("the second, my knee hurts", "en", "health"),
        ("2, not 3", "en", "health"),
        ("the second, not really", "en", ""),
        ("the second, I am hungry", "en", ""),
        ("just a second", "en", ""),
        ("倒数第二个", "zh-Hans", "talk"),
        ("第三项，屋顶漏", "zh-Hans", "home"),
        ("第三项，不是这个", "zh-Hans", ""),
    ],
)
def test_a_choice_may_be_a_place_in_the_list_and_explained(text, language, code):
    """But neither denied nor contradicted."""
    assert codes(text, "choice5", language) == ((code,) if code else ())


def test_the_last_is_known_only_where_all_options_are_shown():
    """On the next page there may be others after it; of two, nobody says the last."""
    three = tuple(Option(code, code.upper(), str(key)) for key, code in enumerate("abc", 1))
    more = (Option("d", "D"),)
    assert read("the last one", Prompt("?", three, kind=Kind.ONE), "en").codes == ("c",)
    for prompt in (
        Prompt("?", three, more, kind=Kind.ONE),
        Prompt("?", three[:2], kind=Kind.ONE),
    ):
        assert read("the last one", prompt, "en").codes == ()


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("I'd be happier in Spanish", "es"),
        ("my English not good, Chinese better", "zh-Hans"),
        ("Mandarin better for my mum", "zh-Hans"),
        ("English or Chinese", ""),
        ("French or English", ""),
        ("my English is very bad", ""),
    ],
)
def test_a_language_is_known_in_a_sentence_that_names_one(text, tag):
    """Unless it is turned away, or another stands beside it."""
    assert codes(text, "language", "en") == ((tag,) if tag else ())
