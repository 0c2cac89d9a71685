"""What is measured, and what it is measured against, is what the table says."""

import json
import sys

import pytest

import locales
from accessibility.speech import as_speech
from api.requests.schemas import ForSomebody
from bench.create_rate import BODY
from bench.libraries import LIBRARIES
from bench.loopback import Post
from bench.processes import SETTINGS, asking, environment
from bench.voice import in_one_line, prompts
from bot.settings import load
from tests.tree import run

IMPORTED = """
import json, sys
import uvicorn
from sqlalchemy.ext.asyncio import create_async_engine
import bot.app, bot.commands.run
create_async_engine("sqlite+aiosqlite://")
uvicorn.Config(lambda: None, lifespan="off").load()
print(json.dumps(sorted(sys.modules)))
"""
"""What an idle `linli run` has imported: its own modules, its engine, its web server."""


def test_what_is_created_is_what_the_api_takes():
    """A body that is refused would be quick, and no create."""
    assert len(ForSomebody.model_validate(BODY).request.needs) == 2


def test_a_request_on_the_wire_is_as_long_as_it_says():
    """In bytes: a server waits for the rest of one that says more."""
    sent = Post(8000, "/v1/requests", '{"a": "邻里"}'.encode(), "a-token", 201).as_bytes()
    head, _, body = sent.partition(b"\r\n\r\n")
    lines = head.decode().split("\r\n")
    assert lines[0] == "POST /v1/requests HTTP/1.1"
    assert f"content-length: {len(body)}" in lines
    assert json.loads(body) == {"a": "邻里"}


def test_a_process_under_measurement_sees_no_setting_but_those_it_is_given(monkeypatch):
    """Else the operator's own deployment would be measured, and written to."""
    monkeypatch.setenv("LINLI_DATABASE", "sqlite:////srv/theirs.sqlite3")
    given = environment({"LINLI_PORT": "0"})
    assert {name for name in given if name.startswith("LINLI_")} == {"LINLI_PORT"}


def test_the_deployment_under_measurement_is_a_whole_one(tmp_path):
    """Practice answers by itself, and would cost something else."""
    assert not load(SETTINGS, tmp_path).practice


async def test_the_peer_of_a_prompt_speaks_all_of_it():
    """A second or more for each four words, in samples of espeak-ng's 22050 Hz."""
    speech = as_speech(next(prompts()), locales.catalog("en"))
    line = in_one_line(speech)
    async with asking("bench.espeak_alone") as alone:
        assert int(await alone.ask(line)) > 22050 / 4 * len(line.split())
        assert int(await alone.ask("Yes.")) < 22050


def test_the_prompts_that_are_spoken_are_of_every_form():
    """With options, as most are."""
    told = list(prompts())
    assert len(told) > 20
    assert all(prompt.options for prompt in told)


@pytest.mark.full
def test_the_peer_of_the_memory_imports_nothing_that_we_do_not():
    """It would make us look smaller than we are."""
    done = run(sys.executable, "-c", IMPORTED)
    assert done.returncode == 0, done.stderr
    assert set(LIBRARIES) - set(json.loads(done.stdout)) == set()
