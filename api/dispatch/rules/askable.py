"""Who of an able group may be asked: volunteers who can, are free and have room."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from api.groups.rules import free_at
from api.matching.rules import Wanted, speaks, talks
from api.matching.rules.able import required
from api.settings import Settings
from api.vocabulary import LEAVES, Accommodation, Mode, Need, OfferStatus, Urgency

NEED_OF = {leaf: need for need, leaves in LEAVES.items() for leaf in leaves}
HOW = {"by_phone": "voice", "by_text": "text"}


@dataclass(frozen=True, slots=True)
class Askable:
    """A volunteer as dispatch sees them. `tasks` and `offers` are how many they have now.

    `by_phone`: no words reach them, so they are rung; who is reached by nothing is not among them.
    """

    person_id: str
    group_id: str
    needs: frozenset[Need]
    how: frozenset[str]
    languages: frozenset[str]
    able: frozenset[Accommodation]
    hours: tuple[str, ...]
    time_zone: str = "UTC"
    paused_until: datetime | None = None
    asked_at: datetime | None = None
    tasks: int = 0
    offers: int = 0
    by_phone: bool = False


@dataclass(frozen=True, slots=True)
class Past:
    """An offer of the same request, made before; `answered` tells "not now" from silence."""

    status: OfferStatus
    wave: int
    answered: bool


def may_be_asked(
    volunteer: Askable, wanted: Wanted, mode: Mode, urgency: Urgency, now: datetime
) -> bool:
    """Whether a volunteer of an able group can take these leaves in this mode, and is free."""
    if volunteer.paused_until is not None and volunteer.paused_until > now:
        return False
    if not all(NEED_OF[leaf] in {*volunteer.needs, Need.OTHER} for leaf in wanted.leaves):
        return False
    if not required(wanted.accommodations, mode) <= volunteer.able:
        return False
    return _reaches(volunteer, wanted, mode) and _is_free(volunteer, urgency, now)


def _reaches(volunteer: Askable, wanted: Wanted, mode: Mode) -> bool:
    """From afar only the ways they named; at the door also who named no way to talk from afar."""
    ways = frozenset(HOW[how] for how in volunteer.how if how in HOW)
    if mode is Mode.REMOTE:
        return bool(ways) and talks(wanted.accommodations, ways)
    return "in_person" in volunteer.how and (not ways or talks(wanted.accommodations, ways))


def _is_free(volunteer: Askable, urgency: Urgency, now: datetime) -> bool:
    """Hours count for what is to be done in them: now, or before the end of today."""
    if urgency is Urgency.NOW:
        return free_at(volunteer.hours, volunteer.time_zone, now)
    if urgency is Urgency.TODAY:
        zone = ZoneInfo(volunteer.time_zone)
        midnight = datetime.combine(now.astimezone(zone).date(), time(23, 59), zone)
        hours = range(int((midnight - now) / timedelta(hours=1)) + 1)
        return any(
            free_at(volunteer.hours, volunteer.time_zone, now + timedelta(hours=ahead))
            for ahead in hours
        )
    return True


def has_room(volunteer: Askable, settings: Settings) -> bool:
    """Whether a volunteer holds few enough tasks and open offers to be asked once more."""
    return volunteer.tasks < settings.tasks_at_once and volunteer.offers < settings.offers_at_once


def hands(volunteers: Iterable[Askable], settings: Settings, now: datetime) -> int:
    """For how many more requests these volunteers can be asked, none beyond their own room.

    Each request of a plan is put to `wave_size` of them, so their open offers fill together.
    """
    free = [
        one
        for one in volunteers
        if has_room(one, settings) and (one.paused_until is None or one.paused_until <= now)
    ]
    tasks = sum(settings.tasks_at_once - one.tasks for one in free)
    offers = [settings.offers_at_once - one.offers for one in free]
    return min(tasks, max(*offers, sum(offers) // settings.wave_size)) if free else 0


def may_ask_again(past: Iterable[Past], wave: int) -> bool:
    """Whether somebody may be asked again: who said no, fell silent or handed back is not.

    Who lost to another, or whose offer was taken back, may be; "not now" means the next wave.
    """
    for offer in past:
        if offer.status in {OfferStatus.SENT, OfferStatus.ACCEPTED, OfferStatus.DECLINED}:
            return False
        if offer.status is OfferStatus.EXPIRED and not (offer.answered and offer.wave < wave):
            return False
    return True


def in_turn(
    volunteers: Iterable[Askable], language: str, helpers: Collection[str] = ()
) -> list[Askable]:
    """A shared language first, then who has least to do, then who helped the resident before.

    Then who waits for fewest answers, who was asked longest ago, and by id: nobody is asked
    again and again while others of the group are idle.
    """
    never = datetime.min.replace(tzinfo=UTC)
    return sorted(
        volunteers,
        key=lambda one: (
            not speaks(one.languages, language),
            one.tasks,
            one.person_id not in helpers,
            one.offers,
            one.asked_at or never,
            one.person_id,
        ),
    )
