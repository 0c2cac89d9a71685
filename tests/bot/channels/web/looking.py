"""What a person with a keyboard does on a page, and what is true of how it looks."""

from __future__ import annotations

from playwright.async_api import Page, expect

MOST_TABS = 60
LEAST_TARGET = 24
"""CSS pixels (WCAG 2.2, success criterion 2.5.8)."""

LABEL = "e => (e.closest('label') ?? e).innerText.replace(/\\s+/g, ' ').trim()"
SMALL = """least => [...document.querySelectorAll(
    'a[href], button, input:not([type=hidden]), summary')]
  .filter(e => !e.closest('.skip, .enter') && e.checkVisibility())
  .map(e => e.closest('label.option') ?? e)
  .map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
  .filter(([, box]) => box.width < least || box.height < least)
  .map(([html, box]) => `${html} ${box.width} x ${box.height}`)"""
CLIPPED = """() => [...document.querySelectorAll('button, .option, .words, p, h1, legend')]
  .filter(e => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1)
  .filter(e => getComputedStyle(e).display !== 'inline' && !e.closest('.enter'))
  .map(e => e.outerHTML.slice(0, 80))"""


async def focused(page: Page) -> str:
    """The words of what has the focus, its key first."""
    return str(await page.evaluate(f"({LABEL})(document.activeElement)"))


async def focused_id(page: Page) -> str:
    """The id of what has the focus."""
    return str(await page.evaluate("document.activeElement.id"))


async def tab_to(page: Page, label: str) -> None:
    """Press Tab until something with a label has the focus; AssertionError if it never has."""
    seen = []
    for _ in range(MOST_TABS):
        await page.keyboard.press("Tab")
        seen.append(await focused(page))
        if label in {seen[-1], seen[-1].partition(" ")[2]}:
            return
    raise AssertionError(f"no {label!r} among {seen}")


async def tab_to_text(page: Page) -> None:
    """Press Tab until the field for words has the focus."""
    for _ in range(MOST_TABS):
        if await focused_id(page) == "text":
            return
        await page.keyboard.press("Tab")
    raise AssertionError("the field for words is out of reach")


async def asks(page: Page, words: str) -> None:
    """Wait until a question is the open one."""
    await expect(page.locator("#question")).to_contain_text(words)


async def small_targets(page: Page) -> list[str]:
    """What is too small to be hit by a trembling hand."""
    return list(await page.evaluate(SMALL, LEAST_TARGET))


async def clipped(page: Page) -> list[str]:
    """What holds more than it shows."""
    return list(await page.evaluate(CLIPPED))
