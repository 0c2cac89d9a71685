"""Groups that are alike share their parts, and are what they were."""

from dataclasses import replace

from api.matching.index.alike import Alike
from tests.api.matching.sides import able


def as_read(group):
    """The same group, of parts of its own."""
    return replace(
        group,
        in_person=frozenset([*group.in_person]),
        languages=frozenset([*group.languages]),
        able=frozenset([*group.able]),
        hours=tuple((*span,) for span in group.hours),
    )


def test_groups_that_are_alike_share_their_parts():
    """Else most of the memory of an index would be the same again and again."""
    one = able(hours=((1, 360, 720),))
    other = as_read(one)
    alike = Alike()
    alike.share(one)
    alike.share(other)
    assert other.in_person is one.in_person
    assert other.able is one.able
    assert other.hours is one.hours


def test_a_group_stays_what_it_is():
    """Also one with hours as JSON has them."""
    alike = Alike()
    for hours in ((), ((1, 360, 720),), [[1, 360, 720]]):
        group = able(hours=hours)
        before = as_read(group) if isinstance(hours, tuple) else replace(group)
        alike.share(group)
        assert group == before
