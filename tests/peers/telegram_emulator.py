"""A Telegram server on loopback, for one bot.

Rule: what Telegram's contract refuses is kept in `refusals`, which a good bot leaves empty; what a
good bot meets too (blocked, gone, too old) is kept in `turned_away`.

On its own: `python -m tests.peers.telegram_emulator PORT` (0 takes a free one) prints `base_url`;
then POST /__fixture/updates {"token", "update"}, GET /__fixture/sent?after=N, /__fixture/refusals.
"""

import asyncio
import json
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Self

from aiohttp import web

from tests.peers.telegram_chats import BOT_ID, Circumstance, Standing, Wire
from tests.peers.telegram_contract import check_update, models
from tests.peers.telegram_methods import TelegramMethods
from tests.peers.telegram_updates import TelegramQueues

TOKEN = f"{BOT_ID}:loopback"
SILENCE_SECONDS = 30.0


@dataclass(frozen=True)
class Refusal:
    """One call that was not done, and Telegram's words for it."""

    method: str
    description: str


class TelegramEmulator(TelegramMethods):
    """`async with TelegramEmulator() as telegram`: Telegram until the block ends."""

    def __init__(self, port: int = 0) -> None:
        super().__init__()
        self._update_queues = TelegramQueues(answered=self._stir)
        self.token, self.port = TOKEN, port
        self.refusals: list[Refusal] = []
        self.turned_away: list[Refusal] = []
        self._changed = asyncio.Event()
        self.patience_s = SILENCE_SECONDS
        self.update_count = 0

    @property
    def base_url(self) -> str:
        """What python-telegram-bot calls `base_url`: the token follows at once."""
        return f"http://127.0.0.1:{self.port}/bot"

    @property
    def base_file_url(self) -> str:
        """Where files are downloaded from: the token follows at once."""
        return f"http://127.0.0.1:{self.port}/file/bot"

    @property
    def webhook_answers(self) -> list[tuple[int, int]]:
        """(update id, HTTP status) of each delivery, 0 when nobody answered."""
        return list(self._update_queues.answers)

    @property
    def pending(self) -> int:
        """How many updates the bot has not acknowledged."""
        return int(self._update_queues.info(self.token)["pending_update_count"])

    async def __aenter__(self) -> Self:
        models()  # now, for the first call shall not wait for it
        self._runner = web.AppRunner(self.app(), access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port).start()
        self.port = self._runner.addresses[0][1]
        self._courier = asyncio.create_task(self._update_queues.carry())
        return self

    async def __aexit__(self, *_error: object) -> None:
        self._courier.cancel()
        await asyncio.gather(self._courier, return_exceptions=True)
        await self._runner.cleanup()

    async def inject(self, update: Wire) -> int:
        """Let something happen; its update id. Raises ValueError for what Telegram never sends."""
        for kind in {"message", "edited_message"} & set(update):
            update[kind].setdefault("message_id", self.take_message_id())
            update[kind].setdefault("date", int(time.time()))
        check_update(update)
        self._remember(update)
        self.update_count += 1
        return int(await self._update_queues.enqueue(self.token, update))

    async def enqueue_update(self, update: Wire, *, token: str) -> int:
        """What the HTTP control calls for an injected update."""
        return await self.inject(update)

    async def until(self, seen: Callable[[], bool], what: str) -> None:
        """Wait for what the bot does; raises AssertionError when it stays away."""
        try:
            async with asyncio.timeout(self.patience_s):
                while not seen():
                    await self._changed.wait()
        except TimeoutError:
            last = [(one.method, one.values.get("text")) for one in self.sent[-5:]]
            raise AssertionError(
                f"{what}: it never came. Last sent: {last}. Refused: {self.refusals}"
            ) from None

    def forget_queries(self) -> None:
        """Let every open button press grow too old to be answered."""
        self.queries.clear()

    def app(self) -> web.Application:
        """The web application: Bot API, files, control."""
        app: web.Application = super().app()
        app.router.add_get("/__fixture/sent", self._list_sent)
        app.router.add_get("/__fixture/refusals", self._list_refusals)
        return app

    async def handle(self, request: web.Request) -> web.Response:
        """Answer one call and keep its refusal, if it is one."""
        if request.match_info["token"] != self.token:
            return _refused(401, "Unauthorized")
        answer: web.Response = await super().handle(request)
        if answer.status != 200:
            self._note(request.match_info["method"], answer)
        self._stir()
        return answer

    async def _list_sent(self, request: web.Request) -> web.Response:
        after = int(request.query.get("after", 0))
        return web.json_response({"ok": True, "result": list(map(asdict, self.sent[after:]))})

    async def _list_refusals(self, request: web.Request) -> web.Response:
        return web.json_response({"ok": True, "result": list(map(asdict, self.refusals))})

    def _note(self, method: str, answer: web.Response) -> None:
        words = json.loads(answer.text or "{}")["description"]
        # 409: two workers ask for updates, as happens when one is started anew
        excused = answer.status == 409 or words in set(Circumstance)
        (self.turned_away if excused else self.refusals).append(Refusal(method, words))

    def _stir(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()

    def _remember(self, update: Wire) -> None:
        if query := update.get("callback_query"):
            self.queries[query["id"]] = query["message"]["chat"]["id"]
        for kind in {"message", "edited_message"} & set(update):
            message = update[kind]
            self.chats.meet(message["chat"]).messages[message["message_id"]] = message
        if change := update.get("my_chat_member"):
            chat = self.chats.meet(change["chat"])
            chat.standing = Standing(change["new_chat_member"]["status"])


def _refused(status: int, description: str) -> web.Response:
    body = {"ok": False, "error_code": status, "description": description}
    return web.json_response(body, status=status)


async def _serve(port: int) -> None:
    async with TelegramEmulator(port) as telegram:
        sys.stdout.write(f"{telegram.base_url}\n")
        sys.stdout.flush()
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1]) if sys.argv[1:] else 0))
