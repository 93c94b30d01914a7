# Every command that people, hooks and CI use. `make` alone lists them.
VENV   := .venv
PY     := $(VENV)/bin/python
RUN    := $(VENV)/bin/tinhgon
PYTHON ?= python3
SERVE  ?= 1

.DEFAULT_GOAL := help
.PHONY: help demo test test-sqlite test-postgresql journeys check format lock messages generated assets serve clean

help:  ## list these commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

$(VENV)/base: requirements/base.txt
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/base.txt
	@echo "$(CURDIR)/src" > $$($(PY) -c 'import site; print(site.getsitepackages()[0])')/tinhgon.pth
	@printf '#!%s\nfrom tinhgon.config.cli import main\nmain()\n' "$(CURDIR)/$(PY)" > $(RUN) && chmod +x $(RUN)
	@touch $@

$(VENV)/dev: $(VENV)/base requirements/dev.txt
	$(VENV)/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

CATALOGUES := $(wildcard src/tinhgon/locale/*/LC_MESSAGES/django.po)
$(VENV)/messages: $(VENV)/base $(CATALOGUES)
	@$(PY) -m tools.messages compile
	@touch $@

assets: $(VENV)/base  ## fetch front-end packages and compile the styles
	@$(PY) -m tools.assets && touch $(VENV)/assets

# Without them the site works, plainly: whoever only wants to see it is told, not stopped.
$(VENV)/assets: $(VENV)/base package-lock.json requirements/node.txt tools/assets.py
	@if $(PY) -m tools.assets; then touch $@; fi

demo: $(VENV)/base $(VENV)/messages $(VENV)/assets  ## install, load Vietnam, carry out the reform of 2025, serve (SERVE=0: do not serve)
	@$(RUN) demo
	@if [ "$(SERVE)" != "0" ]; then $(RUN) serve; fi

serve: $(VENV)/base $(VENV)/messages $(VENV)/assets  ## serve the site
	@$(RUN) serve

test: test-sqlite test-postgresql  ## the whole suite: on SQLite, and on PostgreSQL where one is reachable

test-sqlite: $(VENV)/dev $(VENV)/messages
	TEST_DATABASE_URL= $(VENV)/bin/pytest -n auto --dist loadgroup

# What has no database, or one of its own, or only asks who may, would say the same a second time.
WITHOUT := src/tinhgon/domain src/tinhgon/law src/tinhgon/ui tests/docs tests/reform tests/other_country \
  $(addprefix tests/architecture/test_,core.py acts.py contract.py doors.py names.py)

test-postgresql: $(VENV)/dev $(VENV)/messages
	@$(PY) -m tools.postgresql && TEST_DATABASE_URL="$${TEST_DATABASE_URL:-$$($(PY) -m tools.postgresql --url)}" \
	  $(VENV)/bin/pytest -n auto --dist loadgroup $(WITHOUT:%=--ignore=%) || [ $$? -eq 77 ]

journeys: $(VENV)/dev $(VENV)/messages $(VENV)/assets  ## drive the pages in headless Chromium
	$(VENV)/bin/pytest tests/journeys -m journey

check: $(VENV)/dev $(VENV)/messages  ## layers, style, types, templates, catalogues, generated documents
	$(VENV)/bin/ruff check . && $(VENV)/bin/ruff format --check .
	$(VENV)/bin/lint-imports
	$(VENV)/bin/mypy
	$(VENV)/bin/djlint src --lint --quiet
	$(PY) -m tools.messages check
	$(PY) -m tools.generated check

format: $(VENV)/dev  ## put code into the house style
	$(VENV)/bin/ruff check --fix . ; $(VENV)/bin/ruff format . 

messages: $(VENV)/base  ## read new sentences into the catalogues
	$(PY) -m tools.messages extract

generated: $(VENV)/base $(VENV)/messages  ## write OpenAPI and the generated reference anew
	$(PY) -m tools.generated write

lock: $(VENV)/dev  ## resolve the requirements anew (needs uv on PATH)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements/base.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra dev pyproject.toml -o requirements/dev.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements/node.in -o requirements/node.txt

clean:  ## remove what set-up made; the data in var/ stays
	rm -rf $(VENV) node_modules build
