"""What somebody hears and reads on Telegram, in the order in which it came."""

import asyncio

import httpx

KINDS = ("voice", "text")


async def downloaded(telegram, message):
    """The file of a voice note, as an app fetches it."""
    async with httpx.AsyncClient() as client:
        api = f"{telegram.base_url}{telegram.token}/getFile"
        asked = await client.post(api, json={"file_id": message["voice"]["file_id"]})
        path = asked.json()["result"]["file_path"]
        got = await client.get(f"{telegram.base_file_url}{telegram.token}/{path}")
        return got.content


def kinds(person, begin=0):
    """Whether each new message is heard or read, in order."""
    return [kind for one in person.received[begin:] for kind in KINDS if kind in one]


async def answered(person, said, *, begin=0, voices=1):
    """What a person gets who said this, once the voice notes and a text are there."""
    await person.says(said)
    count = begin + voices + 1
    await person.telegram.until(lambda: len(person.received) >= count, f"{count} messages")
    return person.received[begin:count]


async def rested(district, person, count):
    """Time passes until a chat that was throttled has so many messages."""
    while len(person.received) < count:
        await district.later(seconds=31)
        await asyncio.sleep(0.1)


async def begin(person):
    """Language chosen; the question whether they are safe is open."""
    await person.starts()
    await person.reads()
    await person.says("1")
    await person.reads_until("Are you safe right now?")
    return len(person.received)
