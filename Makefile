# Each target does all the set-up from a fresh clone: Python 3.11, pip and make are enough.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
CORPORA ?= ../shared/corpora

.PHONY: demo test check campaign eval bench bench-encoder lock clean
.DEFAULT_GOAL := test

.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "sayso needs Python 3.11 or newer; set PYTHON=...")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

demo: .venv/ready  ## reads the demo articles into a fresh ledger and serves it (DEMO_SERVE=0: only prints)
	$(BIN)/python demo/run.py

test: .venv/ready  ## everything that CI runs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --cache-dir .venv/import-linter
	$(BIN)/python evals/gate.py
	$(BIN)/pytest

campaign: .venv/ready  ## the long form of kills, power cuts, property marathons and scale
	SAYSO_CAMPAIGN=1 $(BIN)/pytest -m campaign --timeout 3600

eval: .venv/ready  ## the shared scorers on the corpora: make eval CORPORA=path
	$(BIN)/python evals/corpora.py $(CORPORA)

bench: .venv/ready  ## speed and memory beside what a user would pick instead
	$(BIN)/python benchmarks/run.py

bench-encoder: .venv/ready  ## how much of a bare pass of its encoder reading keeps: make bench-encoder TEXTS=file.jsonl
	$(BIN)/python benchmarks/encoder.py $(if $(TEXTS),--texts $(TEXTS))

lock: .venv/ready  ## renews requirements.lock from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --no-annotate --upgrade -o requirements.lock

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
