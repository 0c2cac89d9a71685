# Everything a person does with this checkout. POSIX make and sh; GNU extensions are not needed.
.POSIX:
PY = .venv/bin/python
JOBS = 2

.PHONY: help setup dev run test lint check prove bench bench-large lock clean

help:
	@echo "make setup   a virtual environment with what Linli needs to run"
	@echo "make run     setup, then Linli; without settings, a practice district"
	@echo "make test    the tests (LINLI_TESTS=all adds the slow ones, PostgreSQL and the browser)"
	@echo "make check   format, lint, types and import contracts, then the tests"
	@echo "make prove   the search for groups against brute force, some minutes, another seed each time"
	@echo "make bench   measurements against peers, appended to bench/results.jsonl"
	@echo "make bench-large  those that take long: 100,000 and 1,000,000 groups"
	@echo "make lock    both lock files anew from pyproject.toml"
	@echo "make clean   removes what these commands made; never data"

setup:
	@PYTHON="$(PYTHON)" sh .ci/setup run

dev:
	@PYTHON="$(PYTHON)" sh .ci/setup dev

run: setup
	@exec .venv/bin/linli run

test: dev
	@$(PY) -m pytest -n $(JOBS)

lint: dev
	@$(PY) -m ruff format --check --quiet .
	@$(PY) -m ruff check --quiet .
	@$(PY) -m mypy
	@.venv/bin/lint-imports

check: lint test

prove: dev
	@$(PY) -m tests.proof

bench: dev
	@$(PY) -m bench

bench-large: dev
	@$(PY) -m bench --large

lock: dev
	@$(PY) .ci/lock.py

clean:
	rm -rf .venv build dist linli.egg-info .*_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +
