"""The catalogue: it says whole messages or raises, and never half of one."""

import pytest

import locales
from locales import BrokenWords, MissingWords


@pytest.fixture
def words(tmp_path):
    """Words of one's own in a directory that is read too, as an operator would write them."""

    def write(text, language="en", name="own.ftl"):
        folder = tmp_path / language
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
        locales.add_directory(tmp_path)
        return locales.catalog(language)

    yield write
    locales.forget_directory(tmp_path)


def test_a_key_nobody_knows_is_an_error():
    """An empty bubble on a telephone would say nothing to anybody."""
    with pytest.raises(MissingWords, match="no words for no-such_key"):
        locales.catalog("en").say("no-such_key")


def test_an_attribute_nobody_wrote_is_an_error_that_names_it():
    """`.simple` of a question that has none."""
    with pytest.raises(MissingWords, match=r"say-practice\.simple"):
        locales.catalog("en").say("say-practice", "simple")


def test_a_value_that_is_needed_and_not_given_is_an_error_that_names_it():
    """Nobody reads "{$name} comes to you"."""
    with pytest.raises(MissingWords, match=r"notice-call_message.*name"):
        locales.catalog("en").say("notice-call_message", text="Hello.")


@pytest.mark.parametrize("absent", [{}, {"area": None}, {"area": ""}])
def test_an_optional_value_may_be_left_out_or_empty(absent):
    """All three are the same to the words: the sentence without it."""
    text = locales.catalog("en").say("part-offer", urgency="now", **absent)
    assert text == "When: now."


def test_values_that_the_words_do_not_use_are_ignored():
    """The bot gives the emergency numbers to every message."""
    assert locales.catalog("en").say("option-yes", emergency="112") == "Yes"


def test_what_somebody_wrote_is_never_read_as_a_message():
    """Words in a value stay what they are, braces and all."""
    text = locales.catalog("en").say("notice-word_sent", name="{ $phone } { option-yes }")
    assert "{ $phone } { option-yes }" in text


def test_values_stand_without_isolation_marks():
    """They cost room in an SMS, and some voices read them."""
    assert "\u2068" not in locales.catalog("en").say("notice-word_sent", name="Mei")


def test_a_count_chooses_the_sentence_for_it():
    """One person, several, and the most that can be asked for."""
    said = [locales.catalog("en").say("part-offer", urgency="now", count=n) for n in (1, 3, 5)]
    assert [text.splitlines()[1] for text in said] == [
        "For one person.",
        "For 3 people.",
        "For 5 people or more.",
    ]


def test_a_message_that_refers_to_another_takes_its_values_too(words):
    """`variables` follows references, and a circle ends."""
    catalog = words("own-a = { own-b } { $x }\nown-b = { $y } { own-a }\n")
    assert catalog.variables("own-a") == {"x", "y"}


def test_only_a_variant_for_none_makes_a_value_optional(words):
    """A choice without one needs its value."""
    catalog = words("own-a = { $x ->\n    [one] 1\n   *[other] 2\n }\n")
    assert catalog.optional("own-a") == frozenset()


def test_has_never_raises_whatever_it_is_asked():
    """Words of a person are looked up as if they were codes."""
    catalog = locales.catalog("en")
    assert [catalog.has(key) for key in ("option-yes", "option-{ } \n", "", "-term")] == [
        True,
        False,
        False,
        False,
    ]


def test_a_file_that_does_not_parse_is_refused_with_its_line(words):
    """Half a message must never reach a person."""
    with pytest.raises(BrokenWords, match=r"own\.ftl:2"):
        words("own-a = fine\nown-b = { $x \n")


def test_one_key_in_two_files_is_refused(words, tmp_path):
    """Else it would depend on the order of files which one is said."""
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "first.ftl").write_text("own-a = one\n", encoding="utf-8")
    with pytest.raises(BrokenWords, match=r"own-a is already in .*first\.ftl"):
        words("own-a = two\n")


def test_an_operator_can_say_one_sentence_better(words):
    """A later directory wins, key by key."""
    catalog = words("option-yes = Aye\n")
    assert (catalog.say("option-yes"), catalog.say("option-no")) == ("Aye", "No")


def test_a_reference_says_the_better_sentence_too(words):
    """What was replaced is replaced wherever it is said."""
    catalog = words("part-emergency = 112\n")
    assert "112" in catalog.say("say-danger_card")


def test_forgetting_a_directory_brings_the_old_words_back(words, tmp_path):
    """Nothing of it stays behind."""
    words("option-yes = Aye\n")
    locales.forget_directory(tmp_path)
    assert locales.catalog("en").say("option-yes") == "Yes"


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("zh-Hans", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh_Hans_CN", "zh-Hans"),
        ("zh", "zh-Hans"),
        ("en-GB", "en"),
        ("xx-unknown", "en"),
        ("not a tag!", "en"),
        ("", "en"),
    ],
)
def test_a_tag_gets_the_language_that_serves_it_best(tag, language):
    """Nobody is left without words because their telephone names a language otherwise."""
    assert locales.catalog(tag).language == language


def test_a_catalogue_is_read_once():
    """Every message of a conversation asks for it."""
    assert locales.catalog("en") is locales.catalog("en-GB")


def test_the_greeting_says_each_language_in_its_own_words_with_the_number():
    """Whoever knows only one of them finds it, and what to do in danger."""
    lines = locales.greeting(emergency="112").splitlines()
    assert len(lines) == len(locales.offered())
    assert all("112" in line and "0" in line for line in lines)


def test_the_greeting_keeps_the_order_it_is_given():
    """A deployment says its own language first."""
    first, second = locales.greeting(("zh-Hans", "en")).splitlines()
    assert first.startswith("中文")
    assert second.startswith("English")
