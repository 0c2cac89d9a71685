"""A proxy between a bot and its Telegram that makes the network as bad as it can be.

Rule: a declared fault happens as often as declared, in the order declared, and nothing else does.
"""

import asyncio
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Self, Unpack
from urllib.parse import parse_qsl, urlencode

from aiohttp import ClientError, ClientSession, ClientTimeout, TCPConnector, web

from tests.peers.faults import DOWNLOAD, Delivery, Detail, Fault, Rule, dropped, linger, spoiled

PATIENCE_SECONDS = 30.0
SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # a header's name
# in a form, in JSON and in a multipart body
CHAT_ID = re.compile(rb'chat_id"?(?:=|: ?"?|\r\n(?:[^\r\n]+\r\n)*\r\n)(-?\d+)')


@dataclass(frozen=True)
class Passage:
    """One call as it came by: what it was about and what happened to it."""

    method: str
    chat_id: int | None
    fault: Fault | None


class FaultProxy:
    """`async with FaultProxy(telegram.base_url) as proxy`: Telegram behind a bad network."""

    def __init__(self, upstream: str, port: int = 0) -> None:
        self._upstream = upstream.removesuffix("/bot")
        self.port = port
        self.calls: list[Passage] = []
        self.hooks: list[bytes] = []
        self.delivery = Delivery.PLAIN
        self._rules: list[Rule] = []
        self._hook = ""
        self._last_batch: list[Any] = []
        self._held = False
        self.overtaking_s = 1.0  # how long a delivery is held back for another to overtake it
        self._passed, self._changed = asyncio.Event(), asyncio.Event()

    @property
    def base_url(self) -> str:
        """What python-telegram-bot calls `base_url`: the token follows at once."""
        return f"http://127.0.0.1:{self.port}/bot"

    @property
    def base_file_url(self) -> str:
        """Where files are downloaded from: the token follows at once."""
        return f"http://127.0.0.1:{self.port}/file/bot"

    @property
    def unused(self) -> list[tuple[str, Fault]]:
        """Declared faults that have not happened yet."""
        return [(rule.method, rule.fault) for rule in self._rules if rule.count > 0]

    def fail(self, method: str, fault: Fault, *, count: int = 1, **detail: Unpack[Detail]) -> Rule:
        """Declare that the next `count` calls of a method (`ANY`, `DOWNLOAD`) go wrong."""
        rule = Rule(method, fault, count, detail)
        self._rules.append(rule)
        return rule

    def forgive(self) -> None:
        """Take back every fault and let held calls go."""
        for rule in self._rules:
            rule.count = 0
            rule.released.set()
        self.delivery = Delivery.PLAIN

    def count(self, method: str) -> int:
        """How often a method has been called."""
        return sum(call.method == method for call in self.calls)

    async def until(self, seen: Callable[[], bool], what: str) -> None:
        """Wait for calls to come by; raises AssertionError when they stay away."""
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                while not seen():
                    await self._changed.wait()
        except TimeoutError:
            raise AssertionError(f"{what}: it never came. Seen: {self.calls[-10:]}") from None

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=64 * 1024 * 1024)
        app.router.add_post("/__hook", self._on_hook)
        app.router.add_route("*", "/{tail:.*}", self._on_call)
        self._client = ClientSession(
            timeout=ClientTimeout(total=70), connector=TCPConnector(limit=0)
        )
        self._runner = web.AppRunner(
            app, access_log=None, handler_cancellation=True, shutdown_timeout=0.2
        )
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port).start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(self, *_error: object) -> None:
        self.forgive()
        await self._runner.cleanup()
        await self._client.close()

    async def _on_call(self, request: web.Request) -> web.Response:
        is_file = request.path.startswith("/file/")
        method = DOWNLOAD if is_file else request.path.rsplit("/", 1)[-1]
        body = await request.read()
        rule = self._suffer(method, body)
        if rule is not None:
            await linger(rule)
            if answer := spoiled(rule, request):
                return answer
        answer = await self._forward(request, method, body)
        if rule is not None and rule.fault is Fault.DROP_AFTER:
            return dropped(request)
        return answer

    def _suffer(self, method: str, body: bytes) -> Rule | None:
        found = CHAT_ID.search(body)
        chat_id = int(found[1]) if found else None
        rule = next((one for one in self._rules if one.matches(method, chat_id)), None)
        if rule is not None:
            rule.count -= 1
        self.calls.append(Passage(method, chat_id, rule.fault if rule else None))
        self._stir()
        return rule

    def _stir(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()

    async def _forward(self, request: web.Request, method: str, body: bytes) -> web.Response:
        kept = {
            name: request.headers[name] for name in ("Content-Type",) if name in request.headers
        }
        if method == "setWebhook":
            body = self._through_here(body)
        url = self._upstream + request.path_qs
        async with self._client.request(request.method, url, data=body, headers=kept) as answer:
            content = await answer.read()
        if method == "getUpdates" and answer.status == 200:
            content = self._shuffled(content)
        return web.Response(body=content, status=answer.status, content_type=answer.content_type)

    def _through_here(self, body: bytes) -> bytes:
        is_json = body.startswith(b"{")
        fields = json.loads(body) if is_json else dict(parse_qsl(body.decode()))
        self._hook = fields.get("url", "")
        if self._hook:
            fields["url"] = f"http://127.0.0.1:{self.port}/__hook"
        return (json.dumps(fields) if is_json else urlencode(fields)).encode()

    def _shuffled(self, content: bytes) -> bytes:
        answer = json.loads(content)
        batch, before = answer["result"], self._last_batch
        self._last_batch = batch or before
        answer["result"] = {
            Delivery.DUPLICATED: [one for one in batch for _ in range(2)],
            Delivery.REPLAYED: before + batch if batch else batch,
            Delivery.REVERSED: batch[::-1],
        }.get(self.delivery, batch)
        return json.dumps(answer).encode()

    async def _on_hook(self, request: web.Request) -> web.Response:
        body, secret = await request.read(), request.headers.get(SECRET, "")
        before = self.hooks[-1:]
        self.hooks.append(body)
        self._stir()
        waits = self.delivery is Delivery.REVERSED and not self._held
        if waits:
            await self._let_one_pass()
        status = 502
        for update in self._as_delivered(before, body):
            status = await self._post(update, secret)
        if not waits:
            self._passed.set()
        return web.Response(status=status)

    def _as_delivered(self, before: list[bytes], body: bytes) -> list[bytes]:
        if self.delivery is Delivery.DUPLICATED:
            return [body, body]
        return [*before, body] if self.delivery is Delivery.REPLAYED else [body]

    async def _let_one_pass(self) -> None:
        self._held = True
        self._passed.clear()
        try:
            async with asyncio.timeout(self.overtaking_s):
                await self._passed.wait()  # when none comes, the last goes on alone
        except TimeoutError:
            pass
        finally:
            self._held = False

    async def _post(self, update: bytes, secret: str) -> int:
        shown = "wrong" if self.delivery is Delivery.WRONG_SECRET else secret
        headers = {"Content-Type": "application/json"} | ({SECRET: shown} if shown else {})
        try:
            async with self._client.post(self._hook, data=update, headers=headers) as answer:
                return answer.status
        except ClientError:
            return 502
