"""Made-up names of groups and volunteers, in English and Chinese; nobody real is meant."""

from __future__ import annotations

KINDS = {
    "en": (
        "Helpers", "Good Neighbours", "Doorbell Circle", "Kitchen Table", "Errand Club",
        "Open Door", "Stairwell Friends", "Helping Hands",
    ),
    "zh-Hans": (
        "互助组", "好邻居", "敲门小队", "邻里帮",
        "跑腿小组", "暖心队", "楼道伙伴", "热心人",
    ),
}  # fmt: skip
"""What a group calls itself, after its place."""

PEOPLE = {
    "en": (
        "Alma", "Basil", "Cora", "Dario", "Edith", "Felix", "Greta", "Hugo", "Ida", "Jonas",
        "Kira", "Leo", "Mona", "Nils", "Olive", "Piet", "Queenie", "Rosa", "Silas", "Tilda",
        "Una", "Viktor", "Wanda", "Yara",
    ),
    "zh-Hans": (
        "阿兰", "阿明", "小梅", "小军", "阿珍", "小霞", "大勇", "小燕",
        "阿福", "小玲", "阿秀", "小强", "阿芳", "小雨", "阿健", "小云",
        "阿琴", "小虎", "阿莲", "小松", "阿静", "小海", "阿敏", "小雪",
    ),
}  # fmt: skip
"""What volunteers are called."""

PATTERN = {"en": "{place} {kind} {number}", "zh-Hans": "{place}{kind}{number}号"}
"""A group's name in its first language; the number keeps two groups apart."""


def group_name(language: str, place: str, kind: int, number: int) -> str:
    """The name of a group; `place` is a bilingual name of the gazetteer, English first."""
    english, _, chinese = place.rpartition(" ")
    kinds = KINDS[language]
    return PATTERN[language].format(
        place=english if language == "en" else chinese,
        kind=kinds[kind % len(kinds)],
        number=number,
    )
