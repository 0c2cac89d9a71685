"""Offers made: the scene of a request, who is next, and what they are shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from api.dispatch import rules, store
from api.dispatch.rules import Askable, Candidate, Past, Reach, Scene, Share
from api.dispatch.schemas import OfferFact
from api.dispatch.service.reaching import can_be_rung, has_only_a_phone, rung_or_written_to
from api.dispatch.service.telling import Work, call_volunteer, tell_chat, tell_volunteer
from api.dispatch.store import Offer
from api.groups import service as groups
from api.groups.service import Group, Volunteer
from api.matching import service as matching
from api.matching.rules import primary
from api.notices import schemas as said
from api.places.rules import cell, distance_m
from api.requests import service as requests
from api.requests.rules import point_of
from api.requests.service import Request
from api.restrictions import service as restrictions
from api.restrictions.rules import at_the_gate, deciding
from api.vocabulary import Accommodation, Leaf, Mode, NoticeCode


def scene_of(work: Work, request: Request) -> Scene:
    """All that decides who is asked next for the needs that nobody took yet."""
    wanted = matching.wanted_of(work.conn, request.id, now=work.now)
    open_groups = groups.open_groups(work.conn)
    able = [
        one
        for one in map(matching.able_of, open_groups)
        if wanted.leaves & (one.in_person | one.remote)
    ]
    ids = {one.id for one in able}
    apart = groups.blocked_with(work.conn, request.resident_id)
    return Scene(
        wanted=wanted,
        urgency=request.urgency,
        wave=request.wave,
        groups=able,
        reach=_reach(work, [one for one in open_groups if one.id in ids]),
        settings=work.settings,
        past=_past(work, request.id),
        apart=apart | {request.resident_id, request.asked_by or request.resident_id},
        others=len(open_groups) - len(able),
    )


def _reach(work: Work, able: Sequence[Group]) -> dict[str, Reach]:
    ids = [group.id for group in able]
    chats = groups.chats_of(work.conn, ids)
    members: defaultdict[str, list[Volunteer]] = defaultdict(list)
    for one in groups.volunteers_of(work.conn, ids, reachable=True):
        members[one.group_id].append(one)
    everybody = {one.person_id for theirs in members.values() for one in theirs}
    busy, how = store.busy(work.conn, everybody), rung_or_written_to(work.conn, everybody)
    return {
        group.id: Reach(
            volunteers=[
                _askable(one, group, busy, by_phone=how[one.person_id])
                for one in members[group.id]
                if one.person_id in how
            ],
            chat_id=chats.get(group.id),
            leader_id=_rung(work, group),
            phone_only=group.phone_only,
        )
        for group in able
    }


def _rung(work: Work, group: Group) -> str | None:
    """Who is rung for a group that has only a phone; nobody where a call reaches nobody."""
    leader = group.leader_id if group.phone_only else None
    return leader if leader and can_be_rung(work.conn, leader) else None


def _askable(
    one: Volunteer, group: Group, busy: dict[str, tuple[int, int]], *, by_phone: bool
) -> Askable:
    """Whoever is rung has nothing to write with, whatever they said."""
    tasks, offers = busy.get(one.person_id, (0, 0))
    return Askable(
        person_id=one.person_id,
        group_id=one.group_id,
        needs=frozenset(one.services),
        how=frozenset(one.how) - ({"by_text"} if by_phone else set()),
        languages=frozenset(map(primary, one.languages)),
        able=frozenset(map(Accommodation, one.able)),
        hours=tuple(one.hours),
        time_zone=group.time_zone,
        paused_until=one.paused_until,
        asked_at=one.asked_at,
        tasks=tasks,
        offers=offers,
        by_phone=by_phone,
    )


def _past(work: Work, request_id: str) -> dict[str, list[Past]]:
    found: defaultdict[str, list[Past]] = defaultdict(list)
    for one in store.offers_of(work.conn, request_id):
        past = Past(one.status, one.wave, answered=one.answered_at is not None)
        for who in {one.person_id, one.address_id, one.accepted_by} - {None}:
            found[str(who)].append(past)
    return found


def send(work: Work, request: Request, shares: Sequence[Share]) -> int:
    """Makes the offers of a wave; how many."""
    for share in shares:
        for candidate in share.candidates:
            _offer(work, request, share.leaves, candidate)
    return sum(len(share.candidates) for share in shares)


def replace_one(work: Work, request: Request, leaves: Sequence[Leaf]) -> bool:
    """Asks the next candidate for needs that somebody just refused; whether there was one."""
    scene = scene_of(work, request)
    waiting = frozenset(leaves) & scene.wanted.leaves
    if not waiting or request.closed_at is not None:
        return False
    found = rules.candidates(scene, waiting, work.now)[:1]
    return send(work, request, [Share(waiting, found)]) > 0


def _offer(work: Work, request: Request, leaves: frozenset[Leaf], to: Candidate) -> None:
    values = {
        "group_id": to.group.group_id,
        "person_id": to.person_id,
        "address_id": to.chat_id,
        "mode": to.group.mode,
        "distance_m": _shown_distance(work, request, to),
    }
    offer = _kept(work, request, leaves, values)
    _put(work, request, offer, gate_only=to.group.gate_only, by_phone=to.by_phone)


def offer_again(work: Work, request: Request, offer: Offer) -> None:
    """Asks the same volunteer anew, as the request is now: a new letter and the whole time."""
    same = ("group_id", "person_id", "address_id", "mode", "distance_m")
    values = {name: getattr(offer, name) for name in same}
    anew = _kept(work, request, frozenset(offer.leaves), values)
    ends_there = gate_only(work.conn, request, anew, work.now)
    rung = offer.person_id is not None and has_only_a_phone(work.conn, offer.person_id)
    _put(work, request, anew, gate_only=ends_there, by_phone=rung)


def _kept(
    work: Work, request: Request, leaves: frozenset[Leaf], values: Mapping[str, Any]
) -> Offer:
    lasts = work.settings.wave_after[request.urgency] * work.settings.offer_lasts_waves
    person_id = values["person_id"]
    more = {
        "request_id": request.id,
        "letter": _letter(work, person_id) if person_id else "",
        "wave": request.wave,
        "expires_at": work.now + max(lasts, timedelta(minutes=1)),
    }
    offer = store.add_offer(work.conn, {**values, **more}, leaves, work.now)
    groups.mark_asked(work.conn, offer.group_id, person_id, work.now)
    return offer


def _letter(work: Work, person_id: str) -> str:
    used = {one.letter for one in store.open_offers_to(work.conn, person_id)}
    return rules.free_letter(used, store.last_letter(work.conn, person_id))


def _shown_distance(work: Work, request: Request, to: Candidate) -> int | None:
    point = point_of(requests.place_of(work.conn, request.id)) if request.located else None
    if point is None:
        return None
    group = groups.get(work.conn, to.group.group_id)
    return rules.shown_distance(distance_m((group.latitude, group.longitude), cell(point)))


def _put(work: Work, request: Request, offer: Offer, *, gate_only: bool, by_phone: bool) -> None:
    fact = fact_of(request, offer, gate_only=gate_only)
    shown = {
        "offer_id": offer.id,
        "leaves": fact.leaves,
        "area": fact.area,
        "urgency": fact.urgency,
        "accommodations": fact.accommodations,
        "distance": fact.distance_m,
        "count": rules.PEOPLE.get(fact.people),
    }
    if by_phone and offer.person_id:
        _ring(work, offer, offer.person_id)
    elif offer.person_id is None:
        leaves = rules.shown_leaves(offer.leaves, in_group=True)
        told = said.GroupOffer.model_validate(shown | {"leaves": leaves})
        tell_chat(work, offer, NoticeCode.GROUP_OFFER, told)
    else:
        own = {"letter": fact.letter, "remote": fact.remote, "people": fact.people}
        tell_volunteer(
            work,
            offer,
            offer.person_id,
            NoticeCode.OFFER,
            said.Offer.model_validate(shown | own),
            opens="offer",
            about=offer.id,
            patience_s=rules.patience(request.urgency),
        )


def _ring(work: Work, offer: Offer, person_id: str) -> None:
    """Puts the offer as a call; it stays open until somebody was on duty to make it."""
    rung_before = call_volunteer(work, offer, person_id)
    store.keep_open(work.conn, offer.id, rung_before)


def fact_of(request: Request, offer: Offer, *, gate_only: bool) -> OfferFact:
    """What an offer shows: nothing in it says who the resident is."""
    accommodations = rules.shown_accommodations(request.accommodations, gate_only=gate_only)
    return OfferFact(
        id=offer.id,
        letter=offer.letter,
        leaves=rules.shown_leaves(offer.leaves, in_group=False),
        urgency=request.urgency,
        area=request.area,
        accommodations=accommodations,
        people=request.people,
        distance_m=offer.distance_m,
        remote=offer.mode is Mode.REMOTE,
    )


def gate_only(conn: Connection, request: Request, offer: Offer, now: datetime) -> bool:
    """Whether help in person ends at the gate, by the restrictions of now."""
    point = point_of(requests.place_of(conn, request.id))
    if point is None or offer.mode is Mode.REMOTE:
        return False
    group = groups.get(conn, offer.group_id)
    here = deciding(restrictions.in_force(conn, now), point)
    return at_the_gate(here, group.id, (group.latitude, group.longitude))
