"""Paper is laid out by who asks for it: a server that prints nothing carries nothing of it."""

import json
import sys

from tests.tree import run

IMPORTED = """
import json, sys
import bot.app.serving
print(json.dumps(sorted(sys.modules)))
"""
PAPER = ("accessibility.script", "bot.script", "bot.dialogue.xlsform", "bot.desk.scripts")


def test_an_idle_server_has_nothing_of_a_script_in_memory():
    """What serves the desk imports it with the first page that is printed."""
    done = run(sys.executable, "-c", IMPORTED)
    assert done.returncode == 0, done.stderr
    assert [name for name in json.loads(done.stdout) if name.startswith(PAPER)] == []
