"""Callers: people at the desk who take calls, each with a token of their own, over HTTP."""

from __future__ import annotations

from typing import Any

import httpx

from api.people import service as people
from api.sessions.schemas import HistoryOut
from api.vocabulary import Role
from tests.joining import Groups

PHONE = "+8613800138000"


class Calls(Groups):
    """What callers do in the call they hold."""

    async def give_phone(self, name: str) -> None:
        """A person whose number is known, from an earlier time."""
        person_id = await self.person_id(name)
        await self.write(lambda c: people.set_phone(c, person_id, PHONE))

    async def take_call(self, caller: str, name: str) -> None:
        """A caller finds the call with a person in the queue, and takes it."""
        person_id = await self.person_id(name)
        queue = await self.as_caller(caller, "GET", "/v1/calls")
        call = next(one for one in queue["items"] if one["person_id"] == person_id)
        await self.as_caller(caller, "POST", f"/v1/calls/{call['id']}/claim")
        self._held[caller] = call["id"]

    async def cannot_take_call(self, caller: str, name: str) -> None:
        """The call with a person is somebody else's, and so it stays."""
        person_id = await self.person_id(name)
        queue = await self.as_caller(caller, "GET", "/v1/calls")
        call = next(one for one in queue["items"] if one["person_id"] == person_id)
        path = f"/v1/calls/{call['id']}/claim"
        assert (await self.ask_as(caller, "POST", path)).status_code == httpx.codes.CONFLICT
        assert call["holder"] not in {"", caller}

    async def write_in_call(self, caller: str, text: str) -> None:
        """A sentence of the caller's own."""
        await self.in_call(caller, "POST", "messages", {"text": text})

    async def answer_in_call(self, caller: str, text: str) -> None:
        """What the resident answered, typed by the caller."""
        await self.in_call(caller, "POST", "answers", {"text": text})

    async def read_in_call(self, caller: str, text: str) -> None:
        """The newest words of the conversation on the caller's page have this in them."""
        history = HistoryOut.model_validate(await self.in_call(caller, "GET", "conversation"))
        shown = self.whole.bot.histories.in_words(history)
        assert text in shown.said[-1].text, [line.text for line in shown.said[-3:]]

    async def hears_on_the_phone(self, caller: str, said: str) -> None:
        """What the leader of a group says to the caller of the offer, or of the task it became."""
        call = (await self.in_call(caller, "GET", ""))["call"]
        body = {"person_id": call["person_id"]}
        if said in {"yes", "no"}:
            deed = {"yes": "accept", "no": "decline"}[said]
            path = f"/v1/offers/{call['offer_id']}/{deed}"
        else:
            task = await self.in_call(caller, "GET", "task")
            path = f"/v1/tasks/{task['id']}/{said}"
        await self.as_caller(caller, "POST", path, body)

    async def reads_on_the_phone(self, caller: str) -> str:
        """Everything the caller may read to the leader, in one line."""
        return str(await self.in_call(caller, "GET", "task"))

    async def may_not_read(self, caller: str) -> None:
        """There is nothing to be read to the leader: nothing accepted, or it is over."""
        path = f"/v1/calls/{self._held[caller]}/task"
        assert (await self.ask_as(caller, "GET", path)).status_code == httpx.codes.NOT_FOUND

    async def close_call(self, caller: str, outcome: str) -> None:
        """The call is over, and this came of it."""
        await self.in_call(caller, "POST", "close", {"outcome": outcome})

    async def open_call(self, caller: str, language: str) -> None:
        """A coordinator takes who phones in, and hands the call on."""
        desk = await self.secret(Role.COORDINATOR)
        body = {"phone": "", "language": language}
        call = (await self._send(desk, "POST", "/v1/calls", body)).json()
        await self._send(desk, "POST", f"/v1/calls/{call['id']}/release", None)
        self.holds(caller, call["id"])
        await self.in_call(caller, "POST", "claim")

    def holds(self, caller: str, call_id: str) -> None:
        """From now on a caller acts in this call."""
        self._held[caller] = call_id

    def held_by(self, caller: str) -> str:
        """The call that a caller acted in last."""
        return self._held[caller]

    async def in_call(
        self, caller: str, method: str, deed: str, body: dict[str, Any] | None = None
    ) -> Any:
        """What a caller does in the call they hold, and everything that follows."""
        return await self.as_caller(
            caller, method, f"/v1/calls/{self._held[caller]}/{deed}".rstrip("/"), body
        )

    async def as_caller(
        self, caller: str, method: str, path: str, body: dict[str, Any] | None = None
    ) -> Any:
        """What a caller does, and everything that follows."""
        answer = await self.ask_as(caller, method, path, body)
        assert answer.is_success, answer.text
        await self.settle()
        return answer.json() if answer.content else None

    async def ask_as(
        self, caller: str, method: str, path: str, body: dict[str, Any] | None = None
    ) -> httpx.Response:
        """The answer to what a caller asks the API."""
        if caller not in self._tokens:
            self._tokens[caller] = await self._sign_in(caller)
        return await self._send(self._tokens[caller], method, path, body)

    async def coordinates(
        self, name: str, method: str, path: str, body: dict[str, Any] | None = None
    ) -> httpx.Response:
        """The answer to what a coordinator of a name asks the API, and everything that follows."""
        key = f"{name} coordinates"
        if key not in self._tokens:
            self._tokens[key] = await self._sign_in(name, Role.COORDINATOR)
        answer = await self._send(self._tokens[key], method, path, body)
        await self.settle()
        return answer

    async def _sign_in(self, name: str, role: Role = Role.CALLER) -> str:
        wanted = {"role": role, "label": "desk", "name": name, "language": "en", "days": 1}
        admin, bot = await self.secret(Role.ADMIN), await self.secret(Role.BOT)
        link = await self._send(admin, "POST", "/v1/tokens", {**wanted, "one_use": True})
        signed = await self._send(bot, "POST", "/v1/sign-in", link.json())
        return signed.json()["secret"]

    async def _send(
        self, secret: str, method: str, path: str, body: dict[str, Any] | None
    ) -> httpx.Response:
        wire = httpx.ASGITransport(self.whole.node.app)
        async with httpx.AsyncClient(transport=wire, base_url="http://linli") as client:
            headers = {"authorization": f"Bearer {secret}"}
            return await client.request(method, path, json=body, headers=headers)
