# Everything that one does with this repository. `make help` lists it.
# Needs Python 3.11 or newer, git and make; the rest is installed into .venv.

PYTHON ?= python3
PORT ?= 8000
WORKERS ?= auto
ARGS ?=

BIN = .venv/bin
MANAGE = $(BIN)/python manage.py

.DEFAULT_GOAL = help
.PHONY: help run setup test test-postgres lint format bench bench-data hostile bench-search fuzz audit messages requirements package clean

help:  ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: .venv/.installed  ## serve the site with its demo on this machine (PORT=8000)
	@$(MANAGE) migrate --noinput --verbosity 0
	@$(MANAGE) load_demo --if-empty
	@$(MANAGE) make_admin --once
	@exec $(MANAGE) serve $(PORT)

setup: .venv/.installed-dev  ## make .venv with everything for development, and nothing more

test: .venv/.installed-dev  ## run all tests, those in a browser included (ARGS="-k words")
	@scripts/find_chromium
	@$(BIN)/python -m pytest -n $(WORKERS) $(ARGS)

test-postgres: .venv/.installed-dev  ## run the tests of the code on a PostgreSQL of their own, without a browser
	@scripts/with_postgres $(BIN)/python -m pytest -n $(WORKERS) \
		-m "not browser" --ignore tests/house --ignore tests/episodes/formats $(ARGS)

lint: .venv/.installed-dev  ## check style, templates, layers, types, migrations and deployment
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	git ls-files -z '*.html' | xargs -0 -r $(BIN)/djade --check --target-version 5.2
	$(BIN)/djlint --lint --quiet .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(MANAGE) makemigrations --check --dry-run
	@scripts/check_deploy $(BIN)/python

format: .venv/.installed-dev  ## mend what can be mended by machine
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	git ls-files -z '*.html' | xargs -0 -r $(BIN)/djade --target-version 5.2

bench: .venv/.installed-dev  ## compare queries, times and memory with 300 and 12,000 episodes (N=100000, ARGS=--plans)
	@$(BIN)/python -m bench $(N) $(ARGS)

bench-data: .venv/.installed-dev  ## load N published episodes for measuring (N=12000; DATABASE_URL: where)
	@$(BIN)/python -m bench.data $(or $(N),12000)

bench-search: .venv/.installed-dev  ## time searches in 12,000 talks and 2 million cues on both databases (SIZE="300 50 1000")
	@$(BIN)/python -m bench.search $(SIZE)
	@POSTGRES_FOLDER="$(CURDIR)/var/bench/postgres-$(or $(subst $() ,-,$(SIZE)),12000-2000-1000)" \
		scripts/with_postgres $(BIN)/python -m bench.search $(SIZE)

fuzz: .venv/.installed-dev  ## damage caption files in 100,000 ways and see that the reader bears it (ARGS="COUNT SEED")
	@$(BIN)/python scripts/fuzz_captions.py $(ARGS)

hostile: .venv/.installed-dev  ## send 500 hostile inputs through every door, and say what they came to
	@HOSTILE=1 $(BIN)/python -m pytest -q -n 0 --show-capture=no tests/hostile

audit: .venv/.installed  ## judge the demo in production settings by Lighthouse and vnu (npm, java; DATA=12000: a large site)
	@DATA=$(DATA) ARGS="$(ARGS)" scripts/audit $(CURDIR)/$(BIN)/python

messages: .venv/.installed-dev  ## collect the texts of the interface for translation, and compile them
	@scripts/messages $(CURDIR)/$(BIN)/python

requirements: .venv/.installed-dev  ## pin requirements*.txt anew from requirements*.in (UPGRADE=1: newest)
	$(BIN)/uv pip compile $(PIN) requirements.in -o requirements.txt
	$(BIN)/uv pip compile $(PIN) -c requirements.txt requirements-dev.in -o requirements-dev.txt

PIN = --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--custom-compile-command "make requirements" $(if $(UPGRADE),--upgrade)

package: .venv/.installed-dev  ## build the plugin's wheel into dist/
	$(BIN)/python -m build --wheel --no-isolation

clean:  ## throw away .venv and caches; var/ (database, uploaded files) stays
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis dist var/test

# The stamps say which requirements are in .venv: nothing is installed twice.
.venv/.installed: requirements.txt scripts/make_venv
	@scripts/make_venv $(PYTHON)
	@echo "Installing what the site needs …"
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	@touch $@

.venv/.installed-dev: requirements-dev.txt .venv/.installed
	@echo "Installing what the tests need …"
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@
