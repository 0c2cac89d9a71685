"""`make prove`: the index equals brute force, in groups and order, over worlds nobody has seen."""

import argparse
import secrets
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor

from tests.proof.running import Walk

SEARCHES = 100_000
A_WORLD = 250
"""So many searches in one world."""


def main():
    """The whole run, or one world again; 1 if anything differed."""
    parser = argparse.ArgumentParser(prog="python -m tests.proof", description=__doc__)
    parser.add_argument("--searches", type=int, default=SEARCHES, help=f"default {SEARCHES}")
    parser.add_argument("--seed", type=int, default=None, help="another one each time, if none")
    parser.add_argument("--world", type=int, help="only this world of the seed")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    options = parser.parse_args()
    seed = secrets.randbelow(10**9) if options.seed is None else options.seed
    say(f"seed {seed}")
    worlds = range(-(-options.searches // A_WORLD)) if options.world is None else [options.world]
    return prove(seed, worlds, options.jobs)


def prove(seed, worlds, jobs):
    """Go through worlds in several processes; tells progress, and what differed."""
    searches, wrong, changes = 0, 0, Counter()
    told = begun = time.monotonic()
    with ProcessPoolExecutor(jobs) as pool:
        seeds = [f"{seed}/{world}" for world in worlds]
        for done, (count, made, failure) in enumerate(pool.map(one_world, seeds), start=1):
            searches, changes = searches + count, changes + made
            if failure:
                wrong += 1
                say(f"WRONG in {failure.seed} after {failure.searches} searches: {failure.told}")
            if time.monotonic() - told > 10 or done == len(seeds):
                told = time.monotonic()
                say(f"{done}/{len(seeds)} worlds, {searches} searches, {changes.total()} changes,"
                    f" {wrong} wrong, {told - begun:.0f} s")  # fmt: skip
    say(", ".join(f"{count} {kind}" for kind, count in sorted(changes.items())))
    return 1 if wrong else 0


def one_world(seed):
    """The searches and changes of a world, and what differed."""
    walk = Walk(seed)
    failure = walk.go(A_WORLD)
    return walk.searches, walk.changes, failure


def say(line):
    """Print at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
