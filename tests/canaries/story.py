"""One whole story that fills every personal field, from the first word to the last note."""

from __future__ import annotations

from datetime import timedelta

import httpx

from api.vocabulary import Channel, Role
from tests.asking import ask_for
from tests.canaries import planted
from tests.ears import voice_note
from tests.world import World

RESIDENT, WINNER, LOSER, CALLER = "Ann", "Vera", "Otto", "Kai"
SAID = {
    "where": {"latitude": planted.LATITUDE, "longitude": planted.LONGITUDE},
    "door": f"Ring at {planted.PLACE}",
    "food_detail": f"With my {planted.DRUG}, please",
    "my_name": planted.NAME,
    "reach": ["call"],
    "phone": f"021 {planted.PHONE}",
    "leave_message": ["no"],
}


class Story:
    """What happens, told through the wires of people and over the API with their tokens."""

    def __init__(self, world: World, http: httpx.AsyncClient) -> None:
        self.world = world
        self.http = http
        self.request = ""
        self.call_id = ""
        self.plan_id = ""

    async def ask(self) -> None:
        """A resident of a wire of their own asks; two volunteers are offered it."""
        world = self.world
        world.channel_of[RESIDENT] = Channel.TELEGRAM
        world.address_of[RESIDENT] = planted.WIRE
        await world.add_group("Elm", 300, ["meal"])
        await world.add_volunteer(WINNER, "Elm", "telegram")
        await world.add_volunteer(LOSER, "Elm", "terminal")
        await world.add_caller(CALLER, "Elm", "terminal")
        await ask_for(world, RESIDENT, "meal", "today", said=SAID)
        self.request = (await world.requests_of(RESIDENT))[0].id
        for words in ("how I talk", "1", "#", "1", "5", "1", planted.HELPER, "2", "1"):
            await world.say(RESIDENT, words)

    async def seek(self) -> None:
        """A caller looks for a street that the gazetteer does not have."""
        wanted = {"query": f"{planted.SOUGHT} 7"}
        found = await self.act("/v1/places/search", wanted)
        assert [place["name"] for place in found["places"]] == [f"7, {planted.SOUGHT}"]

    async def help(self) -> None:
        """One accepts, writes a sentence, comes; it was only a part, and the resident says why."""
        world = self.world
        await world.say(WINNER, "1")
        place = {
            "text": f"{planted.PLACE} Lane 7",
            "latitude": planted.LATITUDE,
            "longitude": planted.LONGITUDE,
        }
        await self.steer("PATCH", f"/v1/requests/{self.request}", {"place": place})
        await world.say(WINNER, "5")
        await world.say(WINNER, f"Is it the {planted.SENTENCE} door?")
        await world.say(WINNER, "hello")
        await world.say(WINNER, "3")
        await world.say(RESIDENT, "2")
        await world.say(RESIDENT, f"The {planted.REMARK} is missing")

    async def plan(self) -> None:
        """A coordinator lets a plan be proposed for whoever waits."""
        self.plan_id = (await self.steer("POST", "/v1/plan", {}))["id"]

    async def call(self) -> None:
        """Somebody in danger is called, in writing, and the caller leaves a note."""
        world = self.world
        await world.say(RESIDENT, f"A man hits me with a knife, the {planted.ALARM} is here")
        await world.pass_time(timedelta(seconds=70))
        await world.say(RESIDENT, "0")
        await world.say(RESIDENT, f"I am {planted.SAID}")
        await world.say(RESIDENT, f"My {planted.UNREAD}")
        await world.say(RESIDENT, "3")
        note = voice_note(world, RESIDENT, f"This is {planted.SPOKEN}")
        await world.wire(RESIDENT).ports.receive(note)
        await world.settle()
        self.call_id = (await self.read("/v1/calls"))["items"][0]["id"]
        await self.act(f"/v1/calls/{self.call_id}/claim")
        safe = {"may_call": "yes", "who_answers": planted.BESIDE}
        await self._send(Role.CALLER, "PUT", f"/v1/calls/{self.call_id}/contact", safe)

    async def close_call(self) -> None:
        """The caller writes, notes, and is done."""
        path = f"/v1/calls/{self.call_id}"
        alert = (await self.read("/v1/alerts"))["items"][0]["id"]
        noted = {"note": f"Ask for {planted.SEEN_TO}"}
        await self._send(Role.CALLER, "PUT", f"/v1/alerts/{alert}/note", noted)
        await self.act(f"{path}/messages", {"text": f"Here is {planted.SENTENCE}", "name": "Cato"})
        await self.act(
            f"{path}/close", {"outcome": "completed", "note": f"Ask for {planted.NOTE}"}
        )

    async def stop(self) -> None:
        """The resident begins something new and stops in the middle of it."""
        answers = {**SAID, "food_detail": f"Tell {planted.STOPPED}", "sure": None}
        await ask_for(self.world, RESIDENT, "meal", "today", said=answers)

    async def steer(self, method: str, path: str, body: dict | None = None) -> dict:
        """A coordinator does something."""
        return await self._send(Role.COORDINATOR, method, path, body)

    async def act(self, path: str, body: dict | None = None) -> dict:
        """A caller does something."""
        return await self._send(Role.CALLER, "POST", path, body)

    async def read(self, path: str) -> dict:
        """A caller reads something."""
        return await self._send(Role.CALLER, "GET", path, None)

    async def _send(self, role: Role, method: str, path: str, body: dict | None) -> dict:
        headers = {"authorization": f"Bearer {await self.world.secret(role)}"}
        answer = await self.http.request(method, path, json=body, headers=headers)
        assert answer.is_success, answer.text
        await self.world.settle()
        return answer.json() if answer.content else {}
