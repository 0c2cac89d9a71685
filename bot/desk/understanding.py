"""How well each rule understands free words: rules and counts, by language, and nobody in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from babel.dates import format_date
from fastapi import Response

from accessibility.understand import claims_detection
from bot.desk.visit import Visit
from bot.service import Understanding
from locales.rules import ruled


async def show(visit: Visit) -> Response:
    """The page: what is corrected most comes first, in each language."""
    report = await visit.client.call("GET", "/v1/reports/understanding", None, Understanding)
    words = visit.frame.words
    return visit.frame.page(
        "understanding",
        since=format_date(report.since, "d MMMM", locale=words.locale),
        by_language=by_language(report),
        unreviewed=[tag for tag in ruled() if not claims_detection(tag)],
    )


def by_language(report: Understanding) -> Mapping[str, Sequence[tuple[str, list[int | None]]]]:
    """The rules of each language in the order of the report, by their names in its file."""
    found: dict[str, list[tuple[str, list[int | None]]]] = {}
    for one in report.items:
        name = one.rule.partition(":")[2]
        counts = [one.hits, one.confirmed, one.corrected]
        found.setdefault(one.language, []).append((name, counts))
    return found
