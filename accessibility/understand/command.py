"""Keys and words that work at every question: a person, again, back, done, more."""

from __future__ import annotations

from accessibility.prompt import KEYS, OTHER_KEY, Command, Prompt
from accessibility.understand.rules import Rules, stripped
from accessibility.understand.spelling import once


def at_a_menu(text: str, prompt: Prompt, rules: Rules) -> Command | None:
    """The command a reply gives where options are on offer: keys may be said in words too."""
    plain = stripped(rules.spelling.plain(text), rules.polite)
    key = rules.keys.get(plain) or str(rules.numbers.get(plain, ""))
    if key == OTHER_KEY and prompt.also:
        return Command.MORE
    return KEYS.get(key) or _called(plain, rules) or _skipped(plain, prompt, rules)


def in_free_words(text: str, prompt: Prompt, rules: Rules) -> Command | None:
    """The command a reply gives where words are free: one lone key, or a command's lone words."""
    plain = rules.spelling.plain(text)
    if plain == OTHER_KEY and prompt.also:
        return Command.MORE
    said = _called(stripped(plain, rules.polite), rules)
    paged = said is not Command.MORE or prompt.also
    return KEYS.get(plain) or _skipped(plain, prompt, rules) or (said if paged else None)


def _called(polite: str, rules: Rules) -> Command | None:
    said = once(polite)
    return rules.commands.get(said) or rules.commands.get(rules.without_articles(said))


def _skipped(plain: str, prompt: Prompt, rules: Rules) -> Command | None:
    """DONE for a word that means nothing ("no", "none") where an answer is optional."""
    nothing = stripped(plain, rules.polite) in rules.nothing
    return Command.DONE if prompt.optional and nothing else None
