"""Where words may be sent."""

from api.addresses.rules import may_write
from api.vocabulary import Channel, SafeContact


def test_words_go_only_where_they_are_safe():
    """What somebody wrote from may be answered on; any other address must be marked."""
    quiet = {"dead": False, "safe_contact": set()}
    assert may_write(Channel.SMS, heard=True, **quiet)
    assert not may_write(Channel.SMS, heard=False, **quiet)
    marked = {"dead": False, "safe_contact": {SafeContact.MESSAGE}}
    assert may_write(Channel.SMS, heard=False, **marked)
    assert not may_write(Channel.SMS, heard=True, **marked | {"dead": True})
    assert not may_write(Channel.PHONE, heard=True, **marked)
