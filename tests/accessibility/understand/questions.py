"""Questions to read replies at, and readings written in one word."""

from accessibility.prompt import Kind, Option, Prompt, ReadingKind
from accessibility.understand import read

REGIONS = {"en": "GB", "zh-Hans": "CN", "xx": "GB", "": "GB"}


def options(**labels):
    """Options in key order, 1 to 5 and "other" on 6; `also_` ones are on other pages."""
    here = [(code, label) for code, label in labels.items() if not code.startswith("also_")]
    return tuple(
        Option(code, label, "6" if code == "other" else str(key))
        for key, (code, label) in enumerate(here, 1)
    )


def also(**labels):
    """The options of other pages: they have no key here."""
    return tuple(Option(code, label) for code, label in labels.items())


EN = {
    "need": options(
        food="Food or meals",
        health="Medicine or a doctor",
        home="Help at home",
        talk="Someone to talk to",
        money_or_goods="Money or things",
        other="Something else",
    ),
    "yes_no": options(yes="Yes", no="No"),
    "paged": options(
        no_phone_calls="No phone calls",
        no_text="I cannot read",
        blind="I am blind",
        hard_of_hearing="I do not hear well",
        speech="Speaking is hard for me",
    ),
    "also": also(sign_language="I use sign language", slow="Speak slowly"),
    "arrive": options(
        minutes_15="In 15 minutes",
        minutes_30="In 30 minutes",
        hour="In an hour",
        later_today="Later today",
    ),
    "sure": options(yes="Yes, this is right", change="Change something"),
    "offer": options(
        accept="Yes, I can help",
        decline="No, I cannot",
        more="Tell me more",
        not_now="Not this time",
    ),
    "places": options(place_1="Mill Lane 2", place_2="Mill Road", other="None of these"),
}
ZH = {
    "need": options(
        food="食物和水",
        health="药品或看医生",
        home="家里需要帮忙",
        talk="想找人说话",
        money_or_goods="钱或物资",
        other="其他",
    ),
    "yes_no": options(yes="是", no="不是"),
    "paged": options(
        no_phone_calls="不能接电话",
        no_text="我不识字",
        blind="我看不见",
        hard_of_hearing="我听不清",
        speech="我说话困难",
    ),
    "also": also(sign_language="我用手语", slow="请说慢一点"),
    "arrive": options(
        minutes_15="15分钟后", minutes_30="半小时后", hour="一小时后", later_today="今天晚些时候"
    ),
    "sure": options(yes="对，没有错", change="要修改"),
    "offer": options(
        accept="我可以帮忙", decline="我不能帮忙", more="多告诉我一些", not_now="这次不行"
    ),
    "places": options(place_1="磨坊路2号", place_2="磨坊街", other="都不是"),
}


def questions(language):
    """One question of every kind, by the name used in the tables of rows."""
    words = ZH if language == "zh-Hans" else EN
    pages = {"options": words["paged"], "also": words["also"]}
    return {
        "one": Prompt("?", words["need"], kind=Kind.ONE),
        "many": Prompt("?", words["need"], kind=Kind.MANY),
        "yes_no": Prompt("?", words["yes_no"], kind=Kind.ONE),
        "sure": Prompt("?", words["sure"], kind=Kind.ONE),
        "offer": Prompt("?", words["offer"], kind=Kind.ONE),
        "paged": Prompt("?", **pages, kind=Kind.MANY, optional=True),
        "text": Prompt("?", kind=Kind.TEXT),
        "optional_text": Prompt("?", kind=Kind.TEXT, optional=True),
        "place": Prompt("?", kind=Kind.PLACE),
        "places": Prompt("?", words["places"], kind=Kind.PLACE),
        "time": Prompt("?", words["arrive"], kind=Kind.TIME),
        "phone": Prompt("?", kind=Kind.PHONE),
        "statement": Prompt("Thank you."),
        "nothing": None,
    }


def told(reply, question, language):
    """What a reply is read as, in a word: "food+health", "command back", "text Mill Lane"."""
    reading = read(reply, questions(language)[question], language, region=REGIONS[language])
    if reading.kind is ReadingKind.OPTION:
        return "+".join(reading.codes)
    if reading.kind is ReadingKind.COMMAND:
        return f"command {reading.command}"
    if reading.kind in (ReadingKind.DANGER, ReadingKind.UNCLEAR):
        return str(reading.kind)
    return f"{reading.kind} {reading.text}"
