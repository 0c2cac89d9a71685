"""Everything a catalogue can say, with values as they come: all of them, or only the needed."""

from dataclasses import dataclass

import locales
from accessibility.prompt import Option, Prompt
from bot.dialogue.keys import codes
from bot.dialogue.paging import pages, split
from bot.forms import FORMS

SAMPLES = {
    "en": {
        "leaves": "medicine",
        "area": "Hongmei Road",
        "areas": "Hongmei Road",
        "lost": "Hongmei Road: medicine.",
        "why": "two groups are paused",
        "urgency": "today",
        "accommodations": "uses a wheelchair",
        "distance": "about 800 metres in a straight line",
        "ways": "by phone, then in writing",
        "manner": "aloud, slowly and loudly",
        "helper": "Mrs Li",
        "helper_named": "Mrs Li",
        "before": "15:00 today",
        "at": "15:00 today",
        "since": "09:00 today",
        "name": "Mrs Chen",
        "caller": "Eva",
        "inviter": "Ida Berg",
        "word": "maple",
        "status": "somebody said yes",
        "said": "Hongmei Road 12",
        "tries": "3 times no answer and busy",
        "what": "no answer",
        "options": "Medicine, Food or water",
        "item": "You need",
        "value": "Medicine",
        "group": "Hongmei Neighbours",
        "reason": "they asked for a person",
        "answers": "Medicine",
        "first": "one",
        "second": "two",
        "condition": "they agreed",
        "title": "Asking for help",
        "language": "Chinese",
        "interpreter": "Arabic",
        "hour": "three",
        "minute": "thirty",
        "part": "in the afternoon",
        "start": "midnight",
        "end": "twelve noon",
        "nth": "third",
        "month": "March",
        "year": "twenty twenty six",
        "label": "Medicine",
        "press": "five",
        "command": "Start again",
        "heard": "Medicine, Food or water",
    },
    "zh-Hans": {
        "leaves": "药",
        "area": "虹梅路",
        "areas": "虹梅路",
        "lost": "虹梅路：药。",
        "why": "两个小组暂停了",
        "urgency": "今天",
        "accommodations": "坐轮椅",
        "distance": "直线大约 800 米",
        "ways": "打电话，再写消息",
        "manner": "说出来、说慢一点和说大声一点",
        "helper": "李阿姨",
        "helper_named": "李阿姨",
        "before": "今天 15:00",
        "at": "今天 15:00",
        "since": "今天 09:00",
        "name": "陈阿姨",
        "caller": "小李",
        "inviter": "王芳",
        "word": "枫叶",
        "status": "有人答应了",
        "said": "虹梅路 12 弄",
        "tries": "没有人接3次、忙线",
        "what": "没有人接",
        "options": "药、吃的或喝的",
        "item": "需要",
        "value": "药",
        "group": "虹梅互助组",
        "reason": "对方要找人",
        "answers": "药",
        "first": "甲",
        "second": "乙",
        "condition": "对方已经同意",
        "title": "求助",
        "interpreter": "阿拉伯语",
        "hour": "三",
        "minute": "三十",
        "part": "下午",
        "start": "凌晨一点",
        "end": "中午十二点",
        "nth": "三",
        "month": "三月",
        "year": "二零二六",
        "label": "药",
        "press": "五",
        "command": "重新开始",
        "heard": "药、吃的或喝的",
    },
}
"""Values in the words of the language, as long as they usually are."""

SAME = {
    "receipt": "4829 1573",
    "phone": "+86 138 1234 5678",
    "address": "Hongmei Road 12-301",
    "text": "ok",
    "details": "ok",
    "read_back": "ok: ok",
    "link": "t.me/linli_bot",
    "emergency": "120, 110",
    "emergency_sms": "12110021",
    "relay": "18000",
    "coordinator_phone": "021 5550 1234",
    "code": "482 915 736",
    "number": "800",
    "words": "Are you safe right now?",
    "minutes": 2,
    "time": "15:00",
    "day": "Monday 3 March",
    "most": 500,
    "longest": 60,
    "parts": "09:00",
    "step": 3,
    "language": "中文",
    "letter": "B",
    "said": "B1",
    "again": "yes",
    "restricted": "yes",
    "both": "yes",
    "other": "Bo",
    "kept_out": "yes",
    "remote": "yes",
    "urgent": "yes",
    "by_phone": "yes",
    "other_language": "yes",
    "faults": "ok",
    "button": "0",
    "languages": "",
}
CHOOSES = {
    "outcome": ("done", "partly", "no", "completed", "no_answer"),
    "over": ("taken", "yours", "not_needed"),
    "by": ("voice", "text", "relay", "interpreter"),
    "kind": ("danger", "flag"),
    "mode": ("in_person", "remote"),
    "half": ("bring", "carry"),
    "news": ("brings", "carries", "left", "at_gate"),
    "access": ("door", "gate", "closed"),
    "count": (1, 2, 5),
    "days": (1, 30),
    "more": (0, 1, 4),
    "further": (0, 1, 3),
    "invited_as": ("volunteer", "leader", "caller"),
    "because": ("offer_withdrawn", "offer_changed", "offer_expired", "offer_too_late"),
}
"""Codes and counts by which the words choose a sentence."""

MARK = "X"
"""Stands for any value where only the words around it are judged."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What a person gets for one key and one choice of values."""

    key: str
    text: str


def keys_of(catalog):
    """Every key as `say` takes it: message and attribute."""
    for name in sorted(catalog.keys()):
        key, _, attribute = name.partition(".")
        yield key, attribute or None


def values_for(catalog, key, attribute=None, *, samples):
    """Every choice of values for one key: each sentence with all of them, and with the fewest."""
    needed = catalog.variables(key, attribute)
    full = {name: samples[name] for name in needed if name not in CHOOSES}
    optional = catalog.optional(key, attribute)
    for name in sorted(needed & CHOOSES.keys()) or [""]:
        for choice in CHOOSES.get(name, ("",)):
            others = {n: CHOOSES[n][0] for n in needed & CHOOSES.keys() if n != name}
            chosen = full | others | ({name: choice} if name else {})
            yield chosen
            yield {n: v for n, v in chosen.items() if n not in optional}


def samples_of(language):
    """The sample values of a language."""
    return SAME | SAMPLES[language]


def sayings(catalog, *, marked=False):
    """Everything a catalogue can say; `marked` puts MARK for every value."""
    samples = samples_of(catalog.language)
    if marked:
        samples = dict.fromkeys(samples, MARK)
    for key, attribute in keys_of(catalog):
        name = f"{key}.{attribute}" if attribute else key
        told = values_for(catalog, key, attribute, samples=samples)
        texts = {catalog.say(key, attribute, **values) for values in told}
        yield from (Saying(name, text) for text in sorted(texts))


def label(catalog, question, code):
    """An option's own label, or the one it shares."""
    own = f"{question}-{code}"
    return catalog.say(own if catalog.has(own) else f"option-{code}")


def prompts(catalog):
    """Every question of every form, on every page and in each of its wordings, as a prompt."""
    samples = samples_of(catalog.language)
    native = tuple(Option(item.code, item.native_name) for item in locales.languages())
    for form in FORMS.values():
        for question in form.questions:
            key = f"{form.name}-{question.name}"
            listed = tuple(Option(code, label(catalog, key, code)) for code in question.options)
            other = Option("", label(catalog, key, question.other)) if question.other else None
            listed = native if question.options_from == "languages" else listed
            laid_out = pages(listed, other)
            for number in range(len(laid_out)):
                yield from _worded(catalog, question, key, split(laid_out, number), samples)


def _worded(catalog, question, key, page, samples):
    hint = catalog.say(key, "hint", **samples) if catalog.has(key, "hint") else ""
    for attribute in (None, "simple", "which"):
        if catalog.has(key, attribute):
            for values in values_for(catalog, key, attribute, samples=samples):
                yield (
                    f"{key}.{attribute}" if attribute else key,
                    Prompt(
                        catalog.say(key, attribute, **values),
                        options=page[0],
                        also=page[1],
                        kind=question.kind,
                        optional=question.optional,
                        hint=hint,
                        code=f"{key}",
                    ),
                )


def option_codes():
    """Every option label that forms need, as (question key, code)."""
    return [
        (f"{form.name}-{question.name}", code)
        for form in FORMS.values()
        for question in form.questions
        for code in codes(question)
    ]
