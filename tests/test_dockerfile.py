"""The image's steps, proven without a container engine: parsed, judged and replayed."""

import contextlib
import json
import os
import re
import shlex
import sys
import threading
from fnmatch import fnmatch
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from bot.settings import SETTINGS
from tests.tree import PACKAGES, ROOT, files, read, run


def instructions():
    """(keyword, text) of each line of the Dockerfile, continued lines joined."""
    lines = [line for line in read("Dockerfile").splitlines() if not line.startswith("#")]
    joined = re.sub(r"\\\n\s*", "", "\n".join(lines))
    return [tuple(line.split(None, 1)) for line in joined.splitlines() if line.strip()]


def stages():
    """The instructions of the build stage and of the stage that runs."""
    found = instructions()
    _, second = (n for n, (keyword, _) in enumerate(found) if keyword == "FROM")
    return found[:second], found[second:]


def texts(stage, keyword):
    """What follows each `keyword` of a stage."""
    return [text for word, text in stage if word == keyword]


def environment():
    """ENV of the stage that runs."""
    return dict(
        pair.split("=", 1) for text in texts(stages()[1], "ENV") for pair in shlex.split(text)
    )


def copies(stage):
    """(sources, target) of each COPY out of the checkout."""
    words = [text.split() for text in texts(stage, "COPY") if not text.startswith("--from")]
    return [(sources, target) for *sources, target in words]


def ignored(path):
    """Whether .dockerignore keeps a path out: the last matching pattern decides."""
    verdict = False
    for line in read(".dockerignore").splitlines():
        pattern = line.lstrip("!").removeprefix("**/")
        parents = [path, *path.parents][:-1]
        if any(fnmatch(str(p), pattern) or fnmatch(p.name, pattern) for p in parents):
            verdict = not line.startswith("!")
    return verdict


def in_context(*under):
    """The tree's files that a container engine would be given."""
    return [path for path in files(*under) if not ignored(path)]


def health_check(port):
    """The image's own health check, run against a port."""
    (text,) = texts(stages()[1], "HEALTHCHECK")
    command = json.loads(text.partition("CMD ")[2])
    return run(sys.executable, *command[1:], env={**os.environ, "LINLI_PORT": str(port)})


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
def test_the_build_stage_gives_a_working_command_line(tmp_path):
    """Each step of the build stage is carried out with only the files the engine would see."""
    source, target = tmp_path / "src", tmp_path / "linli"
    source.mkdir()
    replay(source, target)
    done = run(target / "bin/linli", "--help", cwd=tmp_path, env={"PATH": "/usr/bin:/bin"})
    assert done.returncode == 0, done.stderr
    assert "demo" in done.stdout


def replay(source, target):
    """Carries out RUN and COPY of the build stage, its two folders moved elsewhere."""
    for keyword, text in stages()[0]:
        if keyword == "RUN":
            words = shlex.split(text.replace("/opt/linli", str(target)))
            command = [sys.executable if word == "python" else word for word in words]
            done = run(*command, cwd=source)
            assert done.returncode == 0, done.stderr
        elif keyword == "COPY":
            *names, place = text.split()
            for path in in_context(*names):
                (source / path.parent).mkdir(parents=True, exist_ok=True)
                (source / path).write_bytes((ROOT / path).read_bytes())
            assert place == "./" or [place] == [f"./{name}" for name in names]
