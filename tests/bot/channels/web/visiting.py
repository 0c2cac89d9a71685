"""Somebody at the chat page without scripts: they open it, read, press, tick, type and send."""

from __future__ import annotations

import asyncio

import httpx

from tests.bot.channels.web.screen import Screen

PATIENCE_S = 30.0


class Browser:
    """One browser; it keeps cookies and follows where it is sent."""

    def __init__(self, app, *, base="http://linli.test", language="en"):
        self._client = httpx.AsyncClient(
            transport=httpx.ASGITransport(app),
            base_url=base,
            headers={"accept-language": language},
            follow_redirects=True,
        )
        self.answers: list[httpx.Response] = []
        self.screen: Screen | None = None

    @property
    def cookies(self):
        """What the browser keeps."""
        return self._client.cookies

    @property
    def last(self):
        """The newest answer."""
        return self.answers[-1]

    async def close(self):
        """Nothing is left open."""
        await self._client.aclose()

    async def opens(self, path="/chat"):
        """Go to an address of the site."""
        return self._reads(await self._client.get(path))

    async def sends(self, action, fields):
        """Send the fields of a form, whatever they are."""
        data = httpx.QueryParams(fields)
        headers = {"content-type": "application/x-www-form-urlencoded"}
        path = action.partition("#")[0]
        return self._reads(await self._client.post(path, content=str(data), headers=headers))

    async def reads(self, path, **headers):
        """Ask for what is no page, such as a piece of a sound; the answer."""
        return await self._client.get(path, headers=headers)

    async def posts(self, path, body, **headers):
        """Send bytes, as no page of ours does; the answer, followed nowhere."""
        given = {"content-type": "application/x-www-form-urlencoded", **headers}
        return await self._client.post(path, content=body, headers=given, follow_redirects=False)

    async def uploads(self, audio, *, text="", name="note.ogg"):
        """Choose a sound file and send it, with what was typed beside it."""
        form = self.screen.answer
        button = form.find("Send the file")
        fields = dict([*form.filled(text=text), (button.name, button.value)])
        path = button.asides["formaction"].partition("#")[0]
        files = {"recording": (name, audio, "audio/ogg")}
        return self._reads(await self._client.post(path, data=fields, files=files))

    async def says(self, text):
        """Type words and press Enter."""
        form = self.screen.answer
        return await self.sends(form.action, [*form.filled(text=text), ("send", "1")])

    async def presses(self, label, form="open", **typed):
        """Press a button of a form, with what was typed in it."""
        form = self.screen.form(form)
        button = form.find(label)
        fields = [*form.filled(**typed), (button.name, button.value)]
        return await self.sends(form.action, [one for one in fields if one[0]])

    async def ticks(self, *labels, text=""):
        """Tick boxes and send them."""
        form = self.screen.answer
        ticked = [("choice", form.find(label).value) for label in labels]
        return await self.sends(form.action, [*form.filled(text=text), *ticked, ("send", "1")])

    async def reads_until(self, words):
        """Look at the page until it says something; AssertionError when it stays away."""
        try:
            async with asyncio.timeout(PATIENCE_S):
                while True:
                    if words in (await self.opens()).text:
                        return
                    await asyncio.sleep(0.05)
        except TimeoutError:
            raise AssertionError(f"{words!r} never came; the page:\n{self.screen.text}") from None

    def _reads(self, answer):
        self.answers += [*answer.history, answer]
        if "html" in answer.headers.get("content-type", ""):
            self.screen = Screen(answer.text)
        return self.screen
