"""What was heard is read only where it is sure; a wrong answer costs more than asking again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.prompt import Command, Heard, Kind, Option, Prompt, ReadingKind
from accessibility.understand import heard, read
from accessibility.understand.heard import CERTAINLY, FREELY, SURELY
from accessibility.understand.rules import rules_of
from accessibility.understand.sound import likeness, sound_of

YES_NO = {
    "en": Prompt("Safe?", (Option("yes", "Yes", "1"), Option("no", "No", "2")), kind=Kind.ONE),
    "zh-Hans": Prompt(
        "安全吗？", (Option("yes", "是", "1"), Option("no", "不是", "2")), kind=Kind.ONE
    ),
}
NEEDS = {
    "en": Prompt(
        "What do you need?",
        (
            Option("food", "Food or water", "1"),
            Option("health", "Medicine or a doctor", "2"),
            Option("keep", "No, keep it", "3"),
            Option("when", "When I need it", "4"),
            Option("where", "Where I need it", "5"),
        ),
        (Option("four", "Four people"), Option("calls", "No phone calls")),
        kind=Kind.ONE,
    ),
    "zh-Hans": Prompt(
        "您需要什么？",
        (
            Option("food", "吃的或喝的", "1"),
            Option("health", "药或看病", "2"),
            Option("calls", "不要打电话", "3"),
            Option("water", "饮用水", "4"),
            Option("list", "发短信到我手机", "5"),
        ),
        kind=Kind.ONE,
    ),
}
SURE = 0.9


def reading(text, prompt, language, confidence=SURE, plain=""):
    """What comes of words that were heard so surely."""
    return heard(Heard(text, confidence, plain), prompt, language)


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("Food or water.", "en", "food"),
        ("food, or water", "en", "food"),
        ("Two.", "en", "health"),
        ("2", "en", "health"),
        ("Number two", "en", "health"),
        ("Option one, please.", "en", "food"),
        ("The second one", "en", "health"),
        ("For people", "en", "four"),
        ("Medicine or the doctor", "en", "health"),
        ("No keep it.", "en", "keep"),
        ("吃的或喝的。", "zh-Hans", "food"),
        ("二", "zh-Hans", "health"),
        ("第二个", "zh-Hans", "health"),
        ("飲用水，", "zh-Hans", "water"),
        ("引用水", "zh-Hans", "water"),
        ("吃个或喝的，", "zh-Hans", "food"),
    ],
)
def test_an_option_is_known_by_its_words_its_number_and_its_sound(text, language, code):
    """As people say them and as listeners write them: homophones, other signs, small slips."""
    found = reading(text, NEEDS[language], language)
    assert (found.kind, found.codes, found.heard) == (ReadingKind.OPTION, (code,), text)


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("Yes.", "en", "yes"),
        ("No.", "en", "no"),
        ("Yes, I do", "en", "yes"),
        ("No, I am not", "en", "no"),
        ("I am not", "en", "no"),
        ("是", "zh-Hans", "yes"),
        ("不是。", "zh-Hans", "no"),
        ("没有", "zh-Hans", "no"),
    ],
)
def test_a_yes_is_a_yes_and_a_no_a_no(text, language, code):
    """In every shape that is understood when it is written."""
    assert reading(text, YES_NO[language], language).codes == (code,)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Phone calls", "en"),
        ("Keep it", "en"),
        ("No food or water", "en"),
        ("Not medicine or a doctor", "en"),
        ("要打电话", "zh-Hans"),
        ("打电话", "zh-Hans"),
        ("不吃的或喝的", "zh-Hans"),
    ],
)
def test_the_opposite_is_never_taken_for_an_option_however_alike(text, language):
    """One small word turns the sense."""
    assert reading(text, NEEDS[language], language).kind is ReadingKind.UNSURE


@pytest.mark.parametrize(
    ("text", "confidence", "kind"),
    [
        ("Where I need it", CERTAINLY - 0.01, ReadingKind.UNSURE),
        ("Where I need it", CERTAINLY, ReadingKind.OPTION),
        ("Food or water", SURELY, ReadingKind.OPTION),
        ("Food or water", SURELY - 0.01, ReadingKind.UNSURE),
        ("Again", SURELY, ReadingKind.COMMAND),
        ("Again", SURELY - 0.01, ReadingKind.UNSURE),
    ],
)
def test_what_is_less_sure_than_it_must_be_is_asked_again(text, confidence, kind):
    """More so where another option sounds alike."""
    assert reading(text, NEEDS["en"], "en", confidence).kind is kind


@pytest.mark.parametrize("text", ["I am in danger", "help me help me help me", "救命"])
@pytest.mark.parametrize("prompt", [None, YES_NO["en"], NEEDS["en"]])
def test_danger_is_heard_however_badly(text, prompt):
    """Before every bound; also where the words that were expected hid it."""
    language = "zh-Hans" if text == "救命" else "en"
    assert read(text, prompt, language).kind is ReadingKind.DANGER
    for spoken in (Heard(text, 0.01), Heard("Food or water", SURE, text)):
        assert heard(spoken, prompt, language).kind is ReadingKind.DANGER


def test_danger_that_was_only_expected_must_be_heard_as_surely_as_an_answer():
    """An option that says it puts it into the listener's ear."""
    told = Heard("I am in danger, me", SURELY - 0.01, "Write to me")
    assert heard(told, NEEDS["en"], "en").kind is ReadingKind.UNSURE
    told = Heard("I am in danger, me", SURELY, "Write to me")
    assert heard(told, NEEDS["en"], "en").kind is ReadingKind.DANGER


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.PLACE])
def test_free_words_are_kept_as_they_were_heard(kind):
    """They are read back; a guess is asked again."""
    question = Prompt("What must we know?", kind=kind)
    found = reading("The bell is broken.", question, "en", FREELY)
    assert (found.kind, found.text) == (ReadingKind.TEXT, "The bell is broken.")
    assert reading("The bell", question, "en", FREELY - 0.01).kind is ReadingKind.UNSURE


@pytest.mark.parametrize(
    ("text", "command"),
    [("Person", Command.PERSON), ("Go back.", Command.BACK), ("Zero", Command.PERSON)],
)
def test_words_that_work_everywhere_work_by_voice(text, command):
    """Unless they are an option."""
    assert reading(text, NEEDS["en"], "en").command is command


def test_what_was_only_expected_is_not_what_was_said():
    """The words without the hint sound like something else."""
    assert (
        reading("打电话", NEEDS["zh-Hans"], "zh-Hans", plain="带翻译").kind is ReadingKind.UNSURE
    )
    told = reading("Food or water", NEEDS["en"], "en", plain="By my sister")
    assert told.kind is ReadingKind.UNSURE
    told = reading("Food or water", NEEDS["en"], "en", plain="Food. Water")
    assert told.codes == ("food",)


def test_short_words_must_agree_more():
    """Two signs of Chinese are alike by chance."""
    noon = (Option("am", "上午", "1"), Option("pm", "下午", "2"))
    asked = Prompt("什么时候？", noon, kind=Kind.ONE)
    assert reading("下午，", asked, "zh-Hans", plain="大怒").kind is ReadingKind.UNSURE
    assert reading("下午，", asked, "zh-Hans", plain="夏舞").codes == ("pm",)


NOISE = st.lists(
    st.sampled_from(
        [
            *("the", "a", "uh", "um", "oh", "well", "so", "and", "then", "it", "was", "not"),
            *("weather", "bus", "radio", "window", "seven", "eleven", "story", "late", "what"),
            *("station", "corner", "maybe", "certain", "children", "yard", "ring", "bell"),
        ]
    ),
    min_size=2,
    max_size=9,
)


@given(words=NOISE, confidence=st.floats(0, 1))
def test_words_of_something_else_never_become_an_option(words, confidence):
    """Nor a yes or a no."""
    for prompt in (YES_NO["en"], NEEDS["en"]):
        assert reading(" ".join(words), prompt, "en", confidence).kind is ReadingKind.UNSURE


@given(text=st.text(max_size=40), confidence=st.floats(0, 1))
@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_what_is_heard_is_what_is_read_or_unsure(language, text, confidence):
    """Any text: an option only if it is named or sounds like it, and never below the bound."""
    for prompt in (None, YES_NO[language], NEEDS[language], Prompt("?", kind=Kind.TEXT)):
        found = reading(text, prompt, language, confidence)
        written = read(text, prompt, language)
        assert found.heard == text
        assert found.kind in {written.kind, ReadingKind.UNSURE, ReadingKind.OPTION}
        if found.kind is ReadingKind.OPTION and written.kind is not ReadingKind.OPTION:
            labels = {one.code: one.label for one in (*prompt.options, *prompt.also)}
            rules = rules_of(language)
            like = likeness(sound_of(text, rules), sound_of(labels[found.codes[0]], rules))
            assert like >= 0.8
        if confidence < FREELY:
            assert found.kind in {ReadingKind.UNSURE, ReadingKind.DANGER}


def test_danger_that_was_heard_badly_or_instead_of_an_option_is_asked_about():
    """A calm question, and no card for "Not now" that sounded like "Knocked out"."""
    assert reading("I can't breathe", None, "en", 0.2).alarm == "ask"
    assert reading("Food or water", NEEDS["en"], "en", plain="I can't breathe").alarm == "ask"
    assert reading("I can't breathe", None, "en", 0.5).alarm == "emergency"
    assert reading("Hm", NEEDS["en"], "en", 0.2, plain="I can't breathe").alarm == "emergency"


def test_words_that_only_mean_an_option_must_be_heard_very_well():
    """Noise made "对，我愿意" of "不对，我要改": a no would have been a yes."""
    said = "yes please that would be great"
    assert read(said, YES_NO["en"], "en").codes == ("yes",)
    assert reading(said, YES_NO["en"], "en", CERTAINLY - 0.01).kind is ReadingKind.UNSURE
    assert reading(said, YES_NO["en"], "en", CERTAINLY).codes == ("yes",)
