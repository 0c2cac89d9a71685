"""Places are found as people write and say them, and nonsense finds nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.places.index import Index, Spot
from api.places.index.spelling import fold, initials, sound, without_house_number
from tests.api.places.conftest import INDEX, NAMES, names, spots

WRITTEN = [written for name, aliases in NAMES for written in (name, *aliases)]
OWNER = {written: name for name, aliases in NAMES for written in (name, *aliases)}


@pytest.mark.parametrize("written", WRITTEN)
def test_a_name_or_alias_finds_its_own_place_first(written):
    """With the highest score there is."""
    best = INDEX.search(written, 1)[0]
    assert (best.spot.name, best.score) == (OWNER[written], 100)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("elm cuort", "Elm Court"),
        ("ELMCOURT", "Elm Court"),
        ("old mill", "Elm Court"),
        ("Flat 3B, 12 Elm Court", "Elm Court"),
        ("12 elm court, near the church", "Elm Court"),
        ("st johns church", "St John's Church"),
        ("peoples hospital", "District People's Hospital"),
        ("cafe zoe", "Café Zoë"),
        ("lane 122, flat 5", "Lane 122"),
        ("我住在幸福里小区3号楼502室", "幸福里小区"),
        ("幸福里小区１２号", "幸福里小区"),
        ("长宁路120弄5号", "长宁路120弄"),
        ("医院", "区人民医院"),
    ],
)
def test_slips_house_numbers_and_whole_sentences_are_understood(words, name):
    """As people write when they are tired."""
    assert names(words)[0] == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("xingfuli", "幸福里小区"),
        ("xing fu li", "幸福里小区"),
        ("xìngfúlǐ xiǎoqū", "幸福里小区"),
        ("xing4fu2li3", "幸福里小区"),
        ("xinfuli xiaoqu", "幸福里小区"),
        ("xfl", "幸福里小区"),
        ("XFLXQ", "幸福里小区"),
        ("lüyuan xincun", "绿园新村"),
        ("lvyuan xincun", "绿园新村"),
        ("chongqinglu", "重庆路菜市场"),
        ("幸福理小区", "幸福里小区"),
        ("幸福裡小區", "幸福里小区"),
        ("人民廣場", "人民广场"),
    ],
)
def test_chinese_places_are_found_by_their_sound(words, name):
    """In pinyin with tones or without, by initials, by a character that sounds alike."""
    assert names(words)[0] == name


@pytest.mark.parametrize(
    "nonsense",
    [
        "",
        " ",
        "???",
        "12",
        "1",
        "a",
        "ok",
        "yes",
        "help",
        "hungry",
        "I do not know",
        "please help me I am at home",
        "medicine today",
        "asdkjfh qwer",
        "zzzzzz",
        "不知道",
        "我饿了",
        "我要买药",
        "不好意思我不会用手机",
        "😀",
    ],
)
def test_nonsense_finds_nothing(nonsense):
    """A wrong place costs more than a question more."""
    assert names(nonsense) == []


@given(st.text(max_size=60))
def test_any_text_is_searched_without_a_fault(words):
    """And every score is one."""
    assert all(80 <= found.score <= 100 for found in INDEX.search(words, 20))


@given(st.sampled_from(WRITTEN), st.integers(1, 9999))
def test_a_house_number_does_not_hide_a_place(written, number):
    """Before the name or behind it."""
    for words in (f"{number} {written}", f"{written} {number}号"):
        assert OWNER[written] in names(words)


@pytest.mark.parametrize(
    ("said", "other"), [("lane 120", "Lane 122"), ("长宁路122弄", "长宁路120弄")]
)
def test_another_number_is_another_place(said, other):
    """A number that belongs to a name is no slip of the finger."""
    assert other not in names(said)


def test_without_a_number_every_lane_may_be_meant():
    """Who reads the answer chooses."""
    assert names("lane") == ["Lane 120", "Lane 122"]


def test_the_best_are_given_and_no_more_than_wanted():
    """Best first."""
    found = INDEX.search("elm", 20)
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    assert len(INDEX.search("elm", 1)) == 1


def test_a_place_is_found_once_however_many_of_its_names_match():
    """The better name counts."""
    assert names("幸福里").count("幸福里小区") == 1


def test_the_nearest_place_within_reach_is_named():
    """And none beyond it."""
    first = spots()[0]
    assert INDEX.nearest((31.2001, 121.4), 50) == first
    assert INDEX.nearest((31.2001, 121.4), 5) is None
    assert Index([]).nearest((31.2, 121.4), 5000) is None


def test_a_name_of_marks_only_finds_nothing_and_breaks_nothing():
    """Whatever a file brings."""
    odd = Index([Spot("1", "★", ("…",), 0, 0)])
    assert odd.search("★", 5) == []


def test_one_spelling_stands_for_many():
    """Width, case, accents, apostrophes and marks do not matter; letters of a script do."""
    assert fold("ＣＡＦÉ  Zoë's!") == "cafe zoes"
    assert fold("幸福里3号楼") == "幸福里 3 号楼"
    assert fold("हिन्दी") != fold("हनद")
    assert without_house_number(fold("Flat 3B, 12 Elm Court")) == "flat elm court"
    assert without_house_number(fold("幸福里3号楼2单元502室")) == "幸福里"


def test_a_sound_is_letters_run_together():
    """Only Chinese names have initials."""
    assert sound("幸福里 3 号楼") == "xingfulihaolou"
    assert sound("xing4 fu2 li3") == "xingfuli"
    assert (initials("幸福里"), initials("elm court")) == ("xfl", "")
