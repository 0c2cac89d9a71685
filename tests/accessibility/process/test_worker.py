"""A worker that dies, hangs or talks nonsense is ended, and sees nothing it does not need."""

import pytest

from accessibility.process import worker as worker_module
from accessibility.process.worker import Worker, WorkerEndedError, WorkerTooSlowError, environment

ECHO = """
from accessibility.process.serving import serve

class Echo:
    def hello(self):
        return {"hello": "echo"}
    def answer(self, order, sent):
        return order, sent

serve(Echo)
"""


@pytest.fixture
def module(tmp_path, monkeypatch):
    """Writes a program that a worker may be; its name."""

    def written(program):
        (tmp_path / "no_worker.py").write_text(program, encoding="utf-8")
        monkeypatch.setenv("PYTHONPATH", str(tmp_path))
        return "no_worker"

    return written


@pytest.mark.parametrize(
    ("program", "error"),
    [
        ("raise SystemExit(3)", WorkerEndedError),
        ("print('hello')", WorkerEndedError),
        ("print('[1]')", WorkerEndedError),
        ("print('{', end='')", WorkerEndedError),
        ("print('{\"bytes\": 9}')", WorkerEndedError),
        ("print('{\"bytes\": -1}')", WorkerEndedError),
        ("print('{\"bytes\": 999999999999}')", WorkerEndedError),
        ("print('x' * 9_000_000)", WorkerEndedError),
        ("import time; time.sleep(60)", WorkerTooSlowError),
    ],
)
async def test_a_worker_that_is_none_is_ended(module, monkeypatch, program, error):
    """Whatever it says instead of what it has."""
    if error is WorkerTooSlowError:
        monkeypatch.setattr(worker_module, "START_S", 0.5)
    with pytest.raises(error):
        await Worker.start(module(program))


@pytest.mark.parametrize("size", [0, 1, 3_000_000])
async def test_what_is_sent_with_an_order_arrives_whole(module, size):
    """More than any pipe holds at a time too, with bytes that look like lines."""
    sent = (b"\n{}\0" * (size // 4 + 1))[:size]
    worker = await Worker.start(module(ECHO))
    try:
        assert worker.hello == {"hello": "echo"}
        for number in (1, 2):
            assert await worker.ask({"a": number}, 20, sent) == ({"a": number}, sent)
    finally:
        await worker.end()


async def test_a_worker_that_reads_nothing_is_ended_in_time(module):
    """What it is sent fills the pipe; who waits for it is told."""
    program = "import time; print('{}', flush=True); time.sleep(60)"
    worker = await Worker.start(module(program))
    with pytest.raises(WorkerTooSlowError):
        await worker.ask({}, 0.5, bytes(3_000_000))
    assert not worker.alive


def test_the_worker_sees_no_setting_of_ours(monkeypatch):
    """It needs no token; what it runs is not ours either. It takes one core, and tells nobody."""
    monkeypatch.setenv("LINLI_API_TOKEN", "a token")
    monkeypatch.setenv("OMP_NUM_THREADS", "8")
    seen = environment()
    assert not [name for name in seen if name.startswith("LINLI_")]
    assert seen["OMP_NUM_THREADS"] == "1"
    assert seen["ORT_DISABLE_TELEMETRY"] == seen["HF_HUB_OFFLINE"] == "1"
