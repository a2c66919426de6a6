# One word runs each thing. `make site` and `make test` are the whole set-up on a bare machine.
PYTHON ?=
BIN := .venv/bin
LOCK := uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
  --no-strip-extras --no-header --no-emit-index-url pyproject.toml
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: site serve test hostile fuzz lint audit bench ablate train lock clean help run-setup dev-setup

help:  ## say what each word does
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 8

site: run-setup  ## build the published site in site/
	@$(BIN)/dossier build
	@echo "Open it:  make serve  (then http://127.0.0.1:8000/)"

serve: run-setup  ## build the pages and serve them on this machine
	@$(BIN)/dossier serve

test: dev-setup  ## lint, types, layers and tests, a real browser included
	@.ci/browser
	@$(MAKE) --no-print-directory lint
	$(BIN)/pytest --numprocesses auto --dist loadfile --cov --cov-report=term

hostile: dev-setup  ## every hostile string through every field, every page in a browser
	@.ci/browser
	$(BIN)/pytest tests/hostile --hostile

fuzz: dev-setup  ## half an hour of texts that nobody wrote; a short run of it is in `make test`
	$(BIN)/pytest --numprocesses auto tests/fuzz --long

lint: dev-setup  ## style, types and layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

audit: dev-setup  ## build the site and audit it: searches, Nu checker, axe, Lighthouse; needs Node.js, Java
	@.ci/browser
	@.ci/audit/setup
	@$(BIN)/dossier build
	$(BIN)/pytest --quiet tests/browser/test_searches.py
	@$(BIN)/python -m benchmarks.audit

bench: dev-setup  ## measure speed, whole builds of 100 to 1,000 articles, and quality where GOLD names a folder of annotations
	$(BIN)/python -m benchmarks $(if $(GOLD),--gold $(GOLD))
	$(BIN)/python -m benchmarks.growth 100 300 1000

ablate: dev-setup  ## take each rule away in turn: GOLD names a folder of annotations, ONLY part of a name
	$(BIN)/python -m benchmarks.ablate --gold $(GOLD) --only "$(ONLY)"

train: dev-setup  ## learn anew what makes two statements one claim, two mentions one event: GOLD names a folder
	$(BIN)/python -m benchmarks.claims --gold $(GOLD) --learn
	$(BIN)/python -m benchmarks.events --gold $(GOLD) --learn

lock:  ## write the lock files anew from pyproject.toml
	$(LOCK) --group dev --output-file requirements-dev.lock
	$(LOCK) --group install --constraint requirements-dev.lock --output-file requirements.lock

clean:  ## remove what was generated: pages, site, caches; .venv stays
	@if [ -x $(BIN)/dossier ]; then $(BIN)/dossier clean; fi
	rm -rf .mypy_cache .ruff_cache .pytest_cache .coverage build

# The lock files pin everything in the environment by hash, the language model included.
run-setup:
	@PYTHON="$(PYTHON)" .ci/setup requirements.lock

dev-setup:
	@PYTHON="$(PYTHON)" .ci/setup requirements-dev.lock
