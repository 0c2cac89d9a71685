"""The search for an assignment, in a process of its own, for so long and no longer."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Mapping, Sequence

from api.backlog.rules import Want
from api.errors import Refusal

DEADLINE_S = 20.0
"""As many edges as there may be take about two, and one more for the process to begin."""


class PlanTooSlow(Refusal):
    """The search for a plan took too long and was stopped; nothing was changed."""

    code = "plan_too_slow"
    status = 503
    detail = "The plan took too long and was stopped. Ask for fewer requests with `limit`."


async def solve(
    wants: Sequence[Want], places: Mapping[str, int], deadline_s: float = DEADLINE_S
) -> list[str | None]:
    """The group for each want, None for nobody; see `rules.assign`. Raises PlanTooSlow."""
    if not any(want.costs for want in wants):
        return [None for _ in wants]
    problem = {"wants": [(one.weight, dict(one.costs)) for one in wants], "places": dict(places)}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "api.backlog.worker",
        env={"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        told = process.communicate(json.dumps(problem).encode())
        answer, _ = await asyncio.wait_for(told, deadline_s)
    except TimeoutError as error:
        raise PlanTooSlow from error
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode:
        raise RuntimeError("the search for a plan ended without an answer")
    found: list[str | None] = json.loads(answer)
    return found
