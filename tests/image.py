"""The image without a container engine: its file as data, its steps and command as they are."""

import contextlib
import json
import os
import pwd
import re
import shlex
import subprocess
import sys
from fnmatch import fnmatch

from tests.parts import need
from tests.tree import ROOT, files, read, run

NOBODY = pwd.getpwnam("nobody")
DEPLOYMENT = {"LINLI_REGION": "CN", "LINLI_SAFEGUARDING": "web:somebody"}
NUMBERS = ("EMERGENCY_VOICE", "EMERGENCY_SMS", "EMERGENCY_RELAY", "COORDINATOR_PHONE")
DEPLOYMENT |= {f"LINLI_{name}": "12345" for name in NUMBERS}


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


def health_check(port, python=sys.executable, **options):
    """The image's own health check, run against a port."""
    (text,) = texts(stages()[1], "HEALTHCHECK")
    command = json.loads(text.partition("CMD ")[2])
    assert command[0] == "python"
    given = {**os.environ, "LINLI_PORT": str(port)}
    return run(python, *command[1:], cwd="/", env=given, **options)


@contextlib.contextmanager
def started(target, home):
    """The image's command as a lesser user in the data folder, on loopback; its port."""
    command = json.loads(texts(stages()[1], "CMD")[0])
    given = environment() | DEPLOYMENT | {"LINLI_HOST": "127.0.0.1", "LINLI_PORT": "0"}
    given["PATH"] = f"{target}/bin:/usr/bin:/bin"
    with (
        subprocess.Popen(  # noqa: S603 - ours
            [target / "bin" / command[0], *command[1:]],
            cwd=home,
            env=given,
            stdout=subprocess.PIPE,
            text=True,
            **lesser(),
        ) as serving
    ):
        try:
            line = serving.stdout.readline()
            assert line.startswith("Linli: http://"), line
            yield re.search(r":(\d+)\b", line.removeprefix("Linli: http:"))[1]
        finally:
            serving.terminate()


def lesser():
    """How to start a process as somebody who is not root; as ourselves when we are not either."""
    if os.getuid() != 0:
        return {}
    return {"user": NOBODY.pw_uid, "group": NOBODY.pw_gid, "extra_groups": []}


def interpreter():
    """A Python that a lesser user may run; the one of the tests may lie in root's own folder."""
    candidates = (sys._base_executable, "/usr/bin/python3")  # noqa: SLF001 - not the environment's
    found = next(filter(can_build, candidates), "")
    need("A Python for all users", "apt-get install python3-venv", found=bool(found))
    return found


def can_build(python):
    """Whether a lesser user may run it, and it is whole and new enough."""
    check = "import ensurepip, sqlite3, sys; sys.exit(sys.version_info < (3, 11))"
    with contextlib.suppress(OSError):
        return run(python, "-c", check, cwd="/", **lesser()).returncode == 0
    return False


def replay(source, target, python):
    """Carries out RUN and COPY of the build stage, its two folders moved elsewhere."""
    for keyword, text in stages()[0]:
        if keyword == "RUN":
            words = shlex.split(text.replace("/opt/linli", str(target)))
            command = [python if word == "python" else word for word in words]
            done = run(*command, cwd=source)
            assert done.returncode == 0, done.stderr
        elif keyword == "COPY":
            *names, place = text.split()
            for path in in_context(*names):
                (source / path.parent).mkdir(parents=True, exist_ok=True)
                (source / path).write_bytes((ROOT / path).read_bytes())
            assert place == "./" or [place] == [f"./{name}" for name in names]
