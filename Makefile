# Three commands are all there is to know: make run, make quick while working, make test before handing in.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test quick check lint tests quick-tests bench shots browser office postgresql node

run: .venv/runtime
	@$(BIN)/python app.py load
	@exec $(BIN)/python app.py serve

test: .venv/development node_modules/.installed browser office postgresql check

# What the hook, CI and a person run alike.
check:
	@$(MAKE) --no-print-directory --jobs=2 lint tests

quick: .venv/development node_modules/.installed
	@$(MAKE) --no-print-directory --jobs=2 lint quick-tests

tests:
	$(BIN)/pytest --numprocesses auto --dist worksteal

# All that needs neither a browser nor Office nor PostgreSQL. What asks for a browser all the same fails.
quick-tests:
	SIXBASES_BROWSER=none $(BIN)/pytest --numprocesses auto --dist worksteal -m "not browser and not office and not postgresql"

lint:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	PYTHONPATH=. $(BIN)/lint-imports
	npm run --silent check
	npm test --silent

bench: .venv/development browser
	PYTHONPATH=. $(BIN)/python -m benchmarks.bench_assess
	PYTHONPATH=. $(BIN)/python -m benchmarks.bench_pictures
	PYTHONPATH=. $(BIN)/python -m benchmarks.bench_load
	PYTHONPATH=. $(BIN)/python -m benchmarks.bench_pages

# Pictures of every page, to be looked at; they go into the folder shots/.
shots: .venv/development browser
	$(BIN)/python app.py load
	PYTHONPATH=. $(BIN)/python tests/site/shots.py shots

# The browser tests need Chromium and a Chinese font. Only on Debian as root can they be installed unasked.
browser:
	@sh tests/browser_needs.sh

# The tests open our documents with a second program.
office:
	@sh tests/office_needs.sh

# The tests run PostgreSQL in a locale that sorts otherwise than by bytes.
postgresql:
	@sh tests/postgresql_needs.sh

# The scripts of the pages are read and tested by Node.js.
node:
	@sh tests/script_needs.sh

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, this is %d.%d" % sys.version_info[:2])'
	$(PYTHON) -m venv .venv

.venv/runtime: requirements.txt | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --requirement requirements.txt
	@touch $@

# The tests need a part of all modules, and Python compiles those when it meets them.
.venv/development: requirements-dev.txt requirements.txt | .venv/bin/python
	$(BIN)/pip install --quiet --no-compile --disable-pip-version-check --requirement requirements-dev.txt
	@touch $@ .venv/runtime

node_modules/.installed: package.json package-lock.json | node
	npm ci --include=dev --no-audit --no-fund --loglevel=error </dev/null
	@touch $@
