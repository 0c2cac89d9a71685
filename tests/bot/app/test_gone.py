"""Whoever goes away while sending a form leaves no trace: nothing is taken, nothing is logged."""

import logging

from fastapi import Request

from bot.app.whole import pages


async def test_a_form_that_breaks_off_is_no_failure_of_ours(caplog):
    """Whichever page it belongs to."""
    web = pages({})
    sent = []

    async def receive():
        return {"type": "http.disconnect"}

    async def send(message):
        sent.append(message)

    @web.post("/form")
    async def form(request: Request):
        await request.form()

    form_type = (b"content-type", b"application/x-www-form-urlencoded")
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/form",
        "query_string": b"",
        "headers": [form_type],
        "app": web,
    }
    with caplog.at_level(logging.INFO):
        await web(scope, receive, send)
    assert sent[0]["status"] == 400
    assert caplog.records == []
