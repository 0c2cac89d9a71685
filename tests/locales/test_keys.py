"""Words follow structure: nothing that is said lacks words, no words are there for nothing."""

import re

import pytest

import locales
from api import vocabulary
from api.notices.schemas import UNSAID, VALUES
from bot.dialogue.keys import missing, unused
from bot.dialogue.statement import Statement
from bot.forms import FORMS
from tests.locales.sayings import keys_of
from tests.tree import files, read

IN_WORDS = {"text", "button", "start"}
"""What came in that is shown by its own words."""

LABELS = {
    "leaf": vocabulary.Leaf,
    "need": vocabulary.Need,
    "service_type": vocabulary.ServiceType,
    "urgency": vocabulary.Urgency,
    "accommodation": vocabulary.Accommodation,
    "request_status": vocabulary.RequestStatus,
    "offer_status": vocabulary.OfferStatus,
    "task_status": vocabulary.TaskStatus,
    "restriction_kind": vocabulary.RestrictionKind,
    "call_by": vocabulary.CallBy,
    "call_reason": vocabulary.CallReason,
    "call_status": vocabulary.CallStatus,
    "call_outcome": vocabulary.CallOutcome,
    "part_of_day": vocabulary.PartOfDay,
    "alert_kind": vocabulary.AlertKind,
    "danger_class": vocabulary.DangerClass,
    "safety_answer": vocabulary.SafetyAnswer,
    "channel": vocabulary.Channel,
    "inbound_kind": [kind for kind in vocabulary.InboundKind if kind not in IN_WORDS],
}
"""Labels for codes: the beginning of the key, and whose values the rest are."""

ALWAYS = {
    "emergency",
    "emergency_sms",
    "relay",
    "coordinator_phone",
    "languages",
    "link",
    "undetected",
}
"""Values the bot gives to every message; no notice carries them."""

BY_NAME = ("say-practice", "part-", "language-line", "how-", "time-", "distance-", "read_back-")
ONES = ("request-option", "sheet-", "page-", "button-", "command-", "desk-", "opening-", "script-")
ONES += ("speech-",)
"""Keys that code or other words name one by one."""

CATALOG = locales.catalog("en")
LITERAL = re.compile(r"""(?:\.say|\bsay)\(\s*f?["']([a-z_]+-[a-zA-Z_{}.\-]*)["']""")


def code_and_words():
    """The text of everything that could use a key: code, pages, and the English words."""
    paths = [
        path
        for folder in ("bot", "accessibility", "locales")
        for path in files(folder)
        if path.suffix in {".py", ".html", ".js"} or "locales/en" in path.as_posix()
    ]
    return {path: read(path) for path in paths}


@pytest.mark.parametrize("language", [language.code for language in locales.languages()])
def test_each_language_has_exactly_the_keys_of_english(language):
    """A key too many is a typing error, a key too few a sentence in English."""
    assert sorted(locales.catalog(language).keys() ^ CATALOG.keys()) == []


@pytest.mark.parametrize("language", [language.code for language in locales.languages()])
def test_each_language_has_exactly_the_variables_of_english(language):
    """The same values, and the same ones may be missing."""
    catalog = locales.catalog(language)
    assert [
        key
        for key in keys_of(CATALOG)
        if catalog.variables(*key) != CATALOG.variables(*key)
        or catalog.optional(*key) != CATALOG.optional(*key)
    ] == []


def test_every_question_option_and_statement_of_every_form_has_words():
    """Checked by the forms themselves."""
    assert missing(FORMS, CATALOG.keys()) == []


def test_no_words_are_there_for_a_question_that_no_form_asks():
    """A question that is gone takes its words along."""
    assert unused(FORMS, CATALOG.keys()) == []


def test_every_notice_has_words_and_no_words_lack_a_notice():
    """`notice-<code>` for each code, both ways."""
    ours = {key for key in CATALOG.keys() if key.startswith("notice-")}  # noqa: SIM118 - no dict
    assert ours == {f"notice-{code}" for code in vocabulary.NoticeCode}


def test_every_statement_of_the_engine_has_words_and_no_words_lack_a_statement():
    """`say-<code>` for each, and the practice line."""
    ours = {key for key in CATALOG.keys() if key.startswith("say-")}  # noqa: SIM118 - no dict
    assert ours == {f"say-{code}" for code in Statement} | {"say-practice"}


@pytest.mark.parametrize("prefix", LABELS)
def test_every_code_that_people_see_has_a_label_and_no_label_lacks_a_code(prefix):
    """Both ways, for each kind of code."""
    ours = {key for key in CATALOG.keys() if key.startswith(f"{prefix}-")}  # noqa: SIM118
    assert ours == {f"{prefix}-{code}" for code in LABELS[prefix]}


@pytest.mark.parametrize("code", list(vocabulary.NoticeCode))
def test_a_notice_says_every_field_it_carries_and_needs_no_other(code):
    """The words' variables are the fields of the value schema, tested both ways."""
    fields = VALUES[code].model_fields.keys() - UNSAID
    said = CATALOG.variables(f"notice-{code}") - ALWAYS - UNSAID
    assert said == fields


@pytest.mark.parametrize("code", list(vocabulary.NoticeCode))
def test_a_field_that_may_be_missing_has_a_sentence_without_it(code):
    """Whatever has a default in the schema may be missing when it is said."""
    schema = VALUES[code].model_fields
    may_miss = {name for name, field in schema.items() if not field.is_required()} - UNSAID
    assert may_miss <= CATALOG.optional(f"notice-{code}")


def test_every_key_that_code_names_has_words():
    """`say("page-title")` is there; for `say(f"page-by_{x}")` something begins so."""
    lacking = [
        f"{path}: {key}"
        for path, text in code_and_words().items()
        for key in LITERAL.findall(text)
        if not any(name.startswith(key.partition("{")[0]) for name in CATALOG.keys())  # noqa: SIM118
    ]
    assert lacking == []


def test_every_part_and_every_key_named_one_by_one_is_used():
    """Words that nothing refers to are gone with what they were for."""
    texts = code_and_words()
    for_desk = any("bot/desk" in path.as_posix() for path in texts)
    everything = "\n".join(texts.values())
    named = [key for key in CATALOG.keys() if key.startswith((*BY_NAME, *ONES))]  # noqa: SIM118
    idle = [key for key in named if not _is_used(key, everything)]
    assert [key for key in idle if for_desk or not key.startswith("desk-")] == []


def _is_used(key, everything):
    """By its whole name, or by a beginning that is completed in code."""
    if re.search(rf"""["'{{\s]{re.escape(key)}["'\s}}]""", everything.replace(f"\n{key} =", "")):
        return True
    beginnings = [key[: at + 1] for at, sign in enumerate(key) if sign in "-_"]
    return any(re.search(rf"""["']{b}(["']\s*~|{{)""", everything) for b in beginnings)
