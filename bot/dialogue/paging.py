"""Menus of at most five options; a longer list is laid out on pages turned with key 6."""

from __future__ import annotations

from dataclasses import replace

from accessibility.prompt import OTHER_KEY, PAGE, Option

Page = tuple[Option, ...]


def pages(options: tuple[Option, ...], other: Option | None = None) -> tuple[Page, ...]:
    """The options with their keys, page by page; at least one page, if only an empty one.

    On a single page `other` has key 6. When there are several, key 6 turns them and `other` is
    the last option of the last page.
    """
    if len(options) <= PAGE:
        last = (replace(other, key=OTHER_KEY),) if other else ()
        return ((*_keyed(options), *last),)
    listed = (*options, other) if other else options
    return tuple(_keyed(listed[at : at + PAGE]) for at in range(0, len(listed), PAGE))


def split(laid_out: tuple[Page, ...], number: int) -> tuple[Page, Page]:
    """The options of one page, and those of all others without a key."""
    shown = number % len(laid_out)
    also = (option for at, page in enumerate(laid_out) if at != shown for option in page)
    return laid_out[shown], tuple(replace(option, key="") for option in also)


def _keyed(options: tuple[Option, ...]) -> Page:
    return tuple(replace(option, key=str(key)) for key, option in enumerate(options, 1))
