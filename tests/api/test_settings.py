"""What the process is given is what the API works by."""

from dataclasses import fields
from datetime import timedelta

from api.app import settings_from
from api.settings import Settings
from api.vocabulary import Urgency
from bot.settings import SETTINGS

GIVEN = {one.name: one.default for one in SETTINGS}


def test_what_nobody_sets_is_as_the_api_has_it():
    """A default is told twice, to the operator and to the code, and must be the same."""
    by_default, own = settings_from(GIVEN, practice=False), Settings()
    shared = {one.name for one in fields(Settings)} & GIVEN.keys() - {"region"}
    assert len(shared) > 15
    assert {name: getattr(by_default, name) for name in shared} == {
        name: getattr(own, name) for name in shared
    }


def test_every_setting_of_the_api_that_is_given_is_taken():
    """One that is checked, documented and then ignored would be a lie."""
    other = {
        "wave_size": "3",
        "waves": "2",
        "wave_after": "30s, 2m, 3h, 4d",
        "offer_lasts_waves": "1",
        "look_again_after": "5m,6m,7m,8m",
        "usual_wait": "2h,9h,8d,29d",
        "asks_a_place": "4",
        "tasks_at_once": "9",
        "offers_at_once": "10",
        "check_in_after": "11m,12m,13m,14m",
        "release_after": "15m,16m,17m,18m",
        "reopen_when_not_arrived": "no",
        "confirm_within": "19h",
        "watch_hour": "23",
    }
    taken, own = settings_from(GIVEN | other, practice=False), Settings()
    assert [name for name in other if getattr(taken, name) == getattr(own, name)] == []
    assert list(taken.wave_after) == list(Urgency)
    assert list(taken.wave_after.values()) == [
        timedelta(seconds=30),
        timedelta(minutes=2),
        timedelta(hours=3),
        timedelta(days=4),
    ]
