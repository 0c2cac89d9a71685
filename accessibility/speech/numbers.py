"""Numbers as words: quantities, digits one by one, years; pure, by the forms of a language."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from accessibility.speech.forms import Forms, Large

LARGEST = 10**9
"""From here on a number is said digit by digit: nobody hears such a quantity right."""

ONE_BREATH = 5
"""So many digits are said without a pause between them; more are parted into threes and fours."""

TEN, HUNDRED, CENTURY, MILLENNIUM = 10, 100, 1100, 2000


def cardinal(number: int, forms: Forms) -> str:
    """A quantity in words; digit by digit where the language has no words, or it is too large."""
    if not forms.small or number >= LARGEST:
        return spelled(str(number), forms)
    return _cardinal(number, forms)


def counted(number: int, forms: Forms) -> str:
    """A quantity before what is counted: some languages have another two for it."""
    return forms.two if forms.two and number == 2 else cardinal(number, forms)  # noqa: PLR2004


def _cardinal(number: int, forms: Forms) -> str:
    if number < len(forms.small):
        return forms.small[number]
    rule = next(one for one in reversed(forms.large) if one.at <= number)
    count, rest = divmod(number, rule.step)
    said = rule.say.replace("{count}", _cardinal(count, forms))
    return said + _rest(rest, rule, forms) if rest else said


def _rest(rest: int, rule: Large, forms: Forms) -> str:
    small = rest < rule.step // TEN
    tens = rule.tens if TEN <= rest < 2 * TEN else ""
    return (rule.gap if small else rule.join) + tens + _cardinal(rest, forms)


def decimal(whole: str, part: str, forms: Forms) -> str:
    """A number with a decimal part: its digits follow the point one by one."""
    if not forms.point:
        return spelled(whole + part, forms)
    digits = _joined((forms.digits[int(digit)] for digit in part), forms)
    return _joined((cardinal(int(whole), forms), forms.point, digits), forms)


def spelled(digits: str, forms: Forms) -> str:
    """Digits one by one, in groups that are kept where they are there and made where not."""
    groups = digits.split()
    if len(groups) == 1 and len(groups[0]) > ONE_BREATH:
        groups = _parted(groups[0])
    names = forms.one_by_one or tuple("0123456789")
    said = [_joined((names[int(digit)] for digit in group), forms) for group in groups]
    return (", " if forms.spaces else "，").join(said)


def year(number: int, forms: Forms) -> str:
    """A year as the language says one: "twenty twenty six", its digits, or a plain number."""
    if forms.years == "digits":
        return _joined((forms.digits[int(digit)] for digit in str(number)), forms)
    first, last = divmod(number, HUNDRED)
    if forms.years == "pairs" and number >= CENTURY and last >= TEN:
        return f"{cardinal(first, forms)} {cardinal(last, forms)}"
    if forms.years == "pairs" and CENTURY <= number < MILLENNIUM and not last:
        return f"{cardinal(first, forms)} hundred" if forms.spaces else cardinal(number, forms)
    return cardinal(number, forms)


def _parted(digits: str) -> list[str]:
    """Threes first and then fours, so that no group is shorter: 3 4 4, 3 3 4, 4 4."""
    fours = len(digits) % 3
    threes = len(digits) - 4 * fours
    cuts = [*range(0, threes, 3), *range(threes, len(digits) + 1, 4)]
    return [digits[start:end] for start, end in pairwise(dict.fromkeys(cuts))]


def _joined(words: Iterable[str], forms: Forms) -> str:
    return (" " if forms.spaces else "").join(words)
