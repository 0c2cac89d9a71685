"""The image's steps, proven without a container engine: parsed, judged and replayed."""

import contextlib
import json
import os
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from bot.settings import SETTINGS
from tests.image import (
    NOBODY,
    copies,
    environment,
    health_check,
    ignored,
    in_context,
    interpreter,
    lesser,
    replay,
    stages,
    started,
    texts,
)
from tests.tree import PACKAGES, files


@pytest.fixture
def outside():
    """A folder that every user may enter."""
    with tempfile.TemporaryDirectory(prefix="linli-image-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


@contextlib.contextmanager
def answering(status):
    """A server on loopback that gives /healthz this status, and 404 for all else."""

    class Health(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(status if self.path == "/healthz" else 404)
            self.end_headers()

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Health) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def test_the_image_runs_as_an_ordinary_user():
    """The user is set before the command and is not root; the data folder is theirs alone."""
    running = stages()[1]
    assert texts(running, "USER") == ["linli"]
    words = [keyword for keyword, _ in running]
    assert words.index("USER") < words.index("CMD")
    assert "install -d -o linli -g linli -m 0700 /var/lib/linli" in " ".join(texts(running, "RUN"))


def test_the_image_starts_linli_and_keeps_its_data_in_a_volume():
    """The working directory is the volume, because `linli-data/` is made in it."""
    running = stages()[1]
    assert json.loads(texts(running, "CMD")[0]) == ["linli", "run"]
    assert texts(running, "WORKDIR") == texts(running, "VOLUME") == ["/var/lib/linli"]
    assert texts(running, "EXPOSE") == [environment()["LINLI_PORT"]]


def test_every_setting_in_the_image_is_one_linli_knows():
    """A renamed setting would otherwise be refused at start."""
    known = {setting.variable for setting in SETTINGS}
    assert {name for name in environment() if name.startswith("LINLI_")} <= known


def test_the_stage_that_runs_copies_nothing_from_the_checkout():
    """Only the installed environment goes into the image."""
    assert copies(stages()[1]) == []


def test_every_source_that_is_copied_exists_and_reaches_the_engine():
    """.dockerignore lets in all that COPY names."""
    for sources, _ in copies(stages()[0]):
        assert all(in_context(source) for source in sources)


@pytest.mark.parametrize("package", PACKAGES)
def test_no_file_of_a_package_is_kept_from_the_image(package):
    """Catalogues, templates, migrations and demo data included."""
    assert in_context(package) == files(package)


@pytest.mark.parametrize(
    "name", [".env", "linli.toml", "linli-data/keys.json", "bot/__pycache__/a.pyc", ".git/config"]
)
def test_keys_settings_and_leftovers_are_kept_from_the_image(name):
    """.dockerignore names what may go in, not what may not."""
    assert ignored(Path(name))


@pytest.mark.parametrize(("status", "healthy"), [(200, True), (503, False), (500, False)])
def test_the_health_check_believes_healthz_only(status, healthy):
    """It needs no curl: the image has none."""
    with answering(status) as port:
        assert (health_check(port).returncode == 0) is healthy


def test_the_health_check_fails_when_nothing_listens():
    """A port that was just given back has no listener."""
    with answering(200) as port:
        pass
    assert health_check(port).returncode != 0


@pytest.mark.full
def test_what_the_steps_build_serves_an_ordinary_user_and_is_found_healthy(outside):
    """As in the image: its files, its settings, its command, its health check, a lesser user."""
    source, target, home = (outside / name for name in ("src", "linli", "home"))
    source.mkdir()
    home.mkdir(mode=0o700)
    if os.getuid() == 0:
        os.chown(home, NOBODY.pw_uid, NOBODY.pw_gid)
    replay(source, target, interpreter())
    with started(target, home) as port:
        found = health_check(port, target / "bin/python", **lesser())
        assert found.returncode == 0, found.stderr
    kept = list((home / "linli-data").iterdir())
    assert {path.stat().st_uid for path in kept} == {home.stat().st_uid}
    assert home.stat().st_uid != 0
    assert (home / "linli-data/keys.json").stat().st_mode & 0o777 == 0o600
