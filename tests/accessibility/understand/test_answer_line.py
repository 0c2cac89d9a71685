"""The line of a paper: read however it is typed, and never taken for something it does not say."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from accessibility.understand.answer_line import LONGEST, Fault, Pair, answer_line

LINE = 'v=47 1=1 4=13 6=2 9="Garden Road 5" 12=- 15=0 c=7'
PAIRS = (
    Pair(1, "1"),
    Pair(4, "13"),
    Pair(6, "2"),
    Pair(9, "Garden Road 5", quoted=True),
    Pair(12, "-"),
    Pair(15, "0"),
)
TYPED = some.text(some.sampled_from('1234567890=-" “”「」,c\nfv，＝９路a'), max_size=60)


def faults(text):
    """What is wrong with a line, by step."""
    return [(one.fault, one.step) for one in answer_line(text).faults]


def pair(text):
    """The only pair of a line."""
    (found,) = answer_line(text).pairs
    return found


def test_a_line_is_its_pairs_in_order():
    """Digits are digits, words are words, a dash is no answer."""
    read = answer_line(LINE)
    assert (read.pairs, read.edition, read.check, read.faults) == (PAIRS, "47", "7", ())
    assert answer_line("f=follow_up 1=1").form == "follow_up"


@pytest.mark.parametrize(
    "typed",
    [
        LINE.replace(" ", "\n").replace("Garden\nRoad\n", "Garden Road "),
        LINE.replace("=", " = ").replace("4 = 13", "4 = 1 3"),
        LINE.replace(" 6", ", 6").replace(" 12", "；12"),
        LINE.replace("1=1 4=13", "１＝１　４=１３"),
        LINE.replace("4=13", "4=1、3"),
        LINE.replace("=-", "=—").replace("v", "V").replace("c=", "C＝"),
        LINE.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")).replace('٥"', '5"'),
        f"  {LINE}\n\n",
    ],
    ids=[
        "a line each",
        "spaces",
        "commas",
        "full width",
        "a list",
        "a long dash",
        "Arabic",
        "edges",
    ],
)
def test_how_it_is_typed_makes_no_difference(typed):
    """Wide or narrow, broken or spaced, in the digits of any script."""
    assert answer_line(typed).pairs == PAIRS
    assert answer_line(typed).digits == answer_line(LINE).digits
    assert (answer_line(typed).check, answer_line(typed).faults) == ("7", ())


@pytest.mark.parametrize("quotes", ['""', "“”", "””", "„“", "「」", "『』", "«»", "＂＂"])
def test_words_stand_between_any_quotes(quotes):
    """Telephones turn straight quotes into curly ones, keyboards have their own."""
    typed = f"9={quotes[0]}Elm Court 4{quotes[1]} 10=1"
    assert answer_line(typed).pairs == (Pair(9, "Elm Court 4", quoted=True), Pair(10, "1"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ('9="the ""red"" door"', 'the "red" door'),
        ('9="the "red" door"', 'the "red" door'),
        ('9="“quoted” words"', "“quoted” words"),
        ('9="a = b, 4=2"', "a = b, 4=2"),
        ('9="花园路5号"', "花园路5号"),
        ('9=""', ""),
        ('9=""""', '"'),
        ("9=Elm Court 4", "Elm Court 4"),
    ],
)
def test_words_stay_as_they_were_typed(typed, meant):
    """A quote that is doubled is one, and what looks like a pair inside them is none."""
    assert pair(typed).said == meant


def test_a_pair_may_follow_a_quote_without_a_space():
    """As Chinese is written."""
    assert answer_line("9=“花园路”10=1").pairs[1] == Pair(10, "1")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", (Fault.EMPTY, 0)),
        (" \n", (Fault.EMPTY, 0)),
        ("hello", (Fault.NO_PAIR, 0)),
        ("hello 1=1", (Fault.NO_PAIR, 0)),
        ("1=1 x=2", (Fault.NO_PAIR, 0)),
        ("0=1", (Fault.NO_PAIR, 0)),
        ("999=1", (Fault.NO_PAIR, 0)),
        ('9="Elm Court 10=1', (Fault.NO_QUOTE, 9)),
        ("4=1 4=2", (Fault.TWICE, 4)),
        ("4=1 ４=1", (Fault.TWICE, 4)),
        ("1=1 c=2 c=3", (Fault.TWICE, 0)),
        ("1=" * LONGEST, (Fault.TOO_LONG, 0)),
    ],
)
def test_what_is_no_line_is_a_fault_and_not_a_guess(typed, found):
    """Named by its step where it has one."""
    assert faults(typed)[0] == found


def test_an_empty_cell_is_not_on_the_line():
    """Whoever types the paper cell by cell need not leave any out."""
    read = answer_line("1=1 2= 3=____ 4=2 5=")
    assert read.pairs == (Pair(1, "1"), Pair(4, "2"))
    assert (read.digits, read.faults) == ("1142", ())
    assert answer_line("1=1 c=").check == ""


@given(TYPED | some.text(max_size=80))
def test_any_text_is_read_without_an_error(text):
    """Its pairs have steps, its digits are digits, and nothing is read twice."""
    read = answer_line(text)
    assert read.digits == "" or (read.digits.isascii() and read.digits.isdecimal())
    if not read.faults:
        steps = [one.step for one in read.pairs]
        assert len(set(steps)) == len(steps)


@given(some.text(max_size=60))
def test_words_between_quotes_are_never_lost(words):
    """Whatever is written in them, with its quotes doubled."""
    doubled = "".join(sign * 2 if sign in '"“”„‟＂〝〞〟' else sign for sign in words)
    assert pair(f'9="{doubled}"').said == words


def test_every_digit_counts_for_the_check_digit():
    """Steps, answers, numbers in words; a dash for nothing is a 9, the check digit itself none."""
    assert answer_line(LINE).digits == "47114136295129150"
