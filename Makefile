# Quotewright. `make run` and `make test` set everything up by themselves.
VENV ?= .venv
PY := $(VENV)/bin/python
export PYTHONDONTWRITEBYTECODE :=
export VENV

.PHONY: run test check format bench compare-pdf prove actions pictures mutation translate clean setup-run setup-test setup-peers

run: setup-run
	@$(PY) main.py

# Three at a time: windows wait for their clocks now and then, and two cores are idle meanwhile.
test: setup-test check
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest -q -n 3

# Lint, format, types, import contracts and conventions: under a minute.
check: setup-test
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check --quiet .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest -q tests/architecture

format: setup-test
	@$(VENV)/bin/ruff check --fix --quiet . || true
	@$(VENV)/bin/ruff format --quiet .

# Each benchmark prints what it measured; nothing is asserted.
bench: setup-test setup-peers
	@for file in benchmarks/*_bench.py; do \
		echo "== $$file"; QT_QPA_PLATFORM=offscreen PYTHONPATH=. $(PY) $$file || exit 1; \
	done

# Our PDFs beside LibreOffice's: a table, and pictures in out/compare-pdf/index.html.
compare-pdf: setup-test
	@$(PY) -m tests.app.documents.pdf.compare $(FILES)

# Long proofs; each prints its figure and its time.
prove: setup-test
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest -q -m prove -s --durations=0 -o faulthandler_timeout=0
	@$(PY) -m pytest -q --hypothesis-profile=new_examples tests/catalog tests/pricing tests/app/quoting

# What a user does from choosing a customer to the printed set, counted in the real window on an X
# server; the table in README is written anew.
actions: setup-test
	@$(PY) -m tests.journeys.on_screen.count_actions --readme

# Store the pictures of the main screens anew; look at what has changed before it is committed.
pictures: setup-test
	@PICTURES=update QT_QPA_PLATFORM=offscreen $(PY) -m pytest -q -p no:randomly tests/journeys/test_pictures.py

# Change the engine, or what decides about a quote, a little at a time: does a test notice? Results
# are kept by module in out/mutation/results; `make mutation MODULES='pricing.tiers pricing.alterations.*'` tries
# these again, otherwise what has changed since it was tried; `--survivors` first leaves out what a
# test has noticed in the same code; PATIENCE=4 gives each mutant four times as long.
MODULES ?=
mutation: setup-test
	@QT_QPA_PLATFORM=offscreen $(PY) .ci/mutation.py $(MODULES)

# Collect the window's texts and compile the translations; new ones wait for a translator.
TEXTS := resources/locale/qt/quotewright_zh_CN.ts
translate: setup-test
	@$(VENV)/bin/pyside6-lupdate -silent -no-obsolete -locations none -source-language en \
		-target-language zh_CN $$(find app/ui -name '*.py') -ts $(TEXTS)
	@$(VENV)/bin/pyside6-lrelease -silent $(TEXTS)

clean:
	rm -rf $(VENV) out .mypy_cache .ruff_cache .pytest_cache .hypothesis

setup-run:
	@sh .ci/setup run

setup-test:
	@sh .ci/setup test

# Without the other engine the benchmarks still run and say that it is missing.
setup-peers:
	-@sh .ci/setup peers
