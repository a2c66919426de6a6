# One word runs each thing. `make site` and `make test` are the whole set-up on a bare machine.
PYTHON ?=
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: site serve test lint bench lock clean help

help:  ## say what each word does
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 8

site: .venv/run.stamp  ## build the published site in site/
	@$(BIN)/dossier build
	@echo "Open it:  make serve  (then http://127.0.0.1:8000/)"

serve: .venv/run.stamp  ## build the pages and serve them on this machine
	@$(BIN)/dossier serve

test: .venv/dev.stamp  ## lint, types, layers and tests, a real browser included
	@.ci/browser
	@$(MAKE) --no-print-directory lint
	$(BIN)/pytest --cov --cov-report=term

lint: .venv/dev.stamp  ## style, types and layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/dev.stamp  ## measure speed, and quality where GOLD names a folder of annotations
	$(BIN)/python -m benchmarks $(if $(GOLD),--gold $(GOLD))

lock:  ## write the lock files anew from pyproject.toml
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-emit-index-url pyproject.toml --group install -o requirements.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-emit-index-url pyproject.toml --group dev -o requirements-dev.lock

clean:  ## remove what was generated: pages, site, caches; .venv stays
	@if [ -x $(BIN)/dossier ]; then $(BIN)/dossier clean; fi
	rm -rf .mypy_cache .ruff_cache .pytest_cache .coverage build

# The lock files pin everything in the environment by hash, the language model included.
.venv/bin/python:
	@PYTHON="$(PYTHON)" .ci/venv

.venv/run.stamp: requirements.lock pyproject.toml | .venv/bin/python
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev.stamp: requirements-dev.lock pyproject.toml | .venv/run.stamp
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $@
