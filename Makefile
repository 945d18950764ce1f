# Needs Python 3.11 or newer and make; everything else is installed into $(VENV).
#   make demo       the main job on corpus/, and a result to look at
#   make test       all checks: style, types, directions of imports, tests
#   make evaluate   accuracy against the hand annotations
#   make help       all targets

PYTHON ?= python3
VENV ?= .venv
SHARED ?= ../shared
# What the tests use. `ocr` stands apart: tesserocr has no wheel for some machines, and the program
# `tesseract` does its work there.
EXTRAS := dev,pdf,office,fuzzy,columns,cluster,calendar,remote,speed,web

BIN := $(VENV)/bin
STAMP := $(VENV)/.vnplan-installed
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary tesserocr -c constraints.txt
OUT := build/demo

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup demo test lint types imports unit evaluate schema pictures bench audit pins clean distclean

help: ## this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

setup: $(STAMP) ## the environment, with the pinned versions of constraints.txt

# Done once, and again only when what is to be installed changed.
$(STAMP): pyproject.toml constraints.txt src/vnplan/_version.py
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "vnplan needs Python 3.11 or newer, and '$(PYTHON)' is not; name one: make PYTHON=python3.12 …" >&2; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv $(VENV) || { \
	  echo "'$(PYTHON)' cannot make environments: on Debian and Ubuntu install the package python3-venv; or name another one: make PYTHON=python3.12 …" >&2; exit 1; }
	@echo "installing vnplan and its tools into $(VENV) (about a minute) …"
	@$(INSTALL) -e '.[$(EXTRAS),ocr]' || { test -z "$$CI" && \
	  echo "could not install the extra 'ocr' (see above): going on without it" >&2 && $(INSTALL) -e '.[$(EXTRAS)]'; }
	@touch $@

demo: setup ## convert the documents of corpus/, show one of them, and ask them
	@rm -rf $(OUT)
	$(BIN)/vnplan convert corpus -o $(OUT)
	$(BIN)/vnplan show corpus/thai-nguyen-232-2021.txt
	$(BIN)/vnplan who $(OUT) "ươm tạo"
	$(BIN)/vnplan cites $(OUT) 844/QĐ-TTg

test: lint types imports unit ## every check of the project

lint: setup ## style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup ## annotations
	$(BIN)/mypy --strict

imports: setup ## one direction of imports
	$(BIN)/lint-imports --no-cache

unit: setup ## the tests alone
	$(BIN)/pytest -n auto

evaluate: setup ## scores against corpus/gold, and against $(SHARED)/gold when it is there
	$(BIN)/vnplan evaluate corpus/gold corpus
	@if test -d $(SHARED)/gold; then \
	  echo "$(BIN)/vnplan evaluate $(SHARED)/gold $(SHARED)/corpus"; \
	  $(BIN)/vnplan evaluate $(SHARED)/gold $(SHARED)/corpus || \
	    echo "(status $$?: not every annotated document could be scored)"; \
	else echo "$(SHARED)/gold is not there: only corpus/gold was scored"; fi

schema: setup ## write the JSON Schema of the records to schemas/, their guide to docs/
	$(BIN)/python -m vnplan.records.schema
	$(BIN)/python -m vnplan.records.guide
	$(BIN)/python -m vnplan.exports.report_schema

pictures: setup ## the pictures of the README anew, from the real thing
	$(BIN)/python -m tests.browser.pictures docs/images

bench: setup ## speed: import, documents, growth with length; accuracy in other shapes
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/renderings.py corpus/gold corpus
	$(BIN)/python benchmarks/hostile.py
	$(BIN)/python -m benchmarks.patterns
	$(BIN)/python -m benchmarks.docx
	$(BIN)/python -m benchmarks.pdf
	$(BIN)/python -m benchmarks.scans
	$(BIN)/python -m benchmarks.office
	$(BIN)/python -m benchmarks.page
	$(BIN)/python benchmarks/batch.py --documents 400 --jobs 1,2
	$(BIN)/python -m benchmarks.exports
	$(BIN)/python -m benchmarks.graph
	$(BIN)/python -m benchmarks.store --plans 2000

audit: setup ## known vulnerabilities of the pinned versions
	$(BIN)/pip-audit --skip-editable

pins: ## resolve everything anew and write constraints.txt
	rm -rf build/pins
	$(PYTHON) -m venv build/pins
	build/pins/bin/python -m pip install --quiet -e '.[$(EXTRAS),ocr]'
	sed -n '/^#/p' constraints.txt > build/constraints.txt
	build/pins/bin/python -m pip freeze --exclude-editable >> build/constraints.txt
	mv build/constraints.txt constraints.txt

clean: ## remove what was built and the caches
	rm -rf build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find src tests $(wildcard benchmarks) -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## clean, and remove the environment too
	rm -rf $(VENV)
