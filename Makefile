# Earshot's doors for developers. Python 3.11+ and make are all that has to be there; `make help` lists the doors.

PYTHON ?= python3
# How many tests run at a time.
WORKERS ?= 2
# More arguments for pytest, for example: make test ARGS="-k refresh"
ARGS ?=
# "yes": make demo starts a deployment for several people, who link their own Slack on the page.
ACCOUNTS ?=

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:

# The repository's root is where everything is run from: `python -m` puts it first on sys.path.
unexport PYTHONPATH PYTHONHOME
# What is compiled is kept: tests start hundreds of processes.
unexport PYTHONDONTWRITEBYTECODE

LOG := .build/install.log
# Not compiled: most of it is never imported, and Python compiles the rest on first use.
PIP_INSTALL := -m pip --disable-pip-version-check --no-input install --no-compile
STATIC := skill postbox bridge local benchmarks deploy tests
# Only what is there: a half-built tree can be checked too.
SOURCES = $(wildcard $(STATIC))

# $(call step,what it does,commands): one line on the screen, the rest in the log; its end is shown on failure.
define step
	@mkdir -p .build
	@echo "  $(1)"
	@{ $(2) ; } >>$(LOG) 2>&1 || { \
	  echo; echo "That failed. The end of $(LOG):"; echo; tail -n 30 $(LOG); exit 1; }
endef

.PHONY: help
help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-9s %s\n", $$1, $$2 }'

# ---------------------------------------------------------------------------------------------- install

.PHONY: install
install: .venv/.installed .venv/ministack/.installed node_modules/.installed .build/functions/.fetched ## Make the environment (.venv and node_modules); quick when it is there

# A stamp says that a step was finished; what it vouches for may have been removed since.
.PHONY: gone
gone_unless = $(if $(wildcard $(1)),,gone)

.venv/.installed: requirements/dev.txt pyproject.toml $(call gone_unless,.venv/bin/python)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Earshot needs Python 3.11 or newer as '$(PYTHON)'; found: $$($(PYTHON) --version 2>&1 || true)"; \
	  echo "Install one, or name it: make PYTHON=python3.13"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "'$(PYTHON)' lacks venv. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@mkdir -p .build && : >$(LOG)
	@rm -f $@
	@echo "Installing, once: about a gigabyte from PyPI and npm, two minutes on a quick network and machine"
	$(call step,Making .venv with $$($(PYTHON) --version) ...,\
	  .venv/bin/python -m pip --version || $(PYTHON) -m venv --clear .venv)
	$(call step,Installing the Python packages ...,\
	  .venv/bin/python $(PIP_INSTALL) --require-hashes -r requirements/dev.txt)
	$(call step,Installing Earshot itself ...,\
	  .venv/bin/python $(PIP_INSTALL) --no-deps --no-build-isolation -e .)
	@touch $@

# MiniStack runs the Lambdas on its own Python: what lies beside it would hide a package that a Lambda forgot.
.venv/ministack/.installed: requirements/ministack.txt .venv/.installed $(call gone_unless,.venv/ministack/bin/python)
	@rm -f $@
	$(call step,Installing MiniStack$(COMMA) the local AWS ...,\
	  .venv/ministack/bin/python -m pip --version || .venv/bin/python -m venv --clear .venv/ministack; \
	  .venv/ministack/bin/python $(PIP_INSTALL) --require-hashes -r requirements/ministack.txt)
	@touch $@

node_modules/.installed: package.json package-lock.json .npmrc $(call gone_unless,node_modules/osls) | .venv/.installed
	@rm -f $@
	$(call step,Installing the npm packages ...,PATH="$(CURDIR)/.venv/bin:$$PATH" npm ci --no-progress)
	@touch $@

# What the Lambdas carry, so that tests and the demo need no network afterwards.
.build/functions/.fetched: $(wildcard deploy/functions/*.txt) deploy/packages.py $(call gone_unless,.build/libraries) | .venv/.installed
	$(call step,Fetching the Lambdas' libraries ...,.venv/bin/python -m deploy.packages)
	@touch $@

COMMA := ,

# ---------------------------------------------------------------------------------------------- run

.PHONY: demo
demo: install ## Start everything on this machine and print the page's address (ACCOUNTS=yes for several people)
	@exec .venv/bin/earshot up $(if $(filter yes,$(ACCOUNTS)),--accounts)

# ---------------------------------------------------------------------------------------------- test

.PHONY: test
test: install ## Run the tests (ARGS="-k word" for some of them)
	.venv/bin/python -m pytest -n $(WORKERS) $(ARGS)

# What is pure: no server, no cloud, no world; nor the measuring tools.
FAST := tests/bridge tests/skill tests/local/conversations tests/local/echo

.PHONY: test-fast
test-fast: install ## Run the tests of what is pure, with fewer examples
	.venv/bin/python -m pytest -n $(WORKERS) --hypothesis-profile=fast $(FAST) $(ARGS)

.PHONY: picture
picture: install ## Take the pictures of the page anew
	EARSHOT_SAVE_PICTURE=1 .venv/bin/python -m pytest tests/stack/test_page_demo.py

.PHONY: soak
soak: install ## Run the model-based tests for long
	.venv/bin/python -m pytest -n $(WORKERS) --hypothesis-profile=soak --timeout=0 -m model $(ARGS)

.PHONY: bench
bench: install ## Measure speed and size, with the floor beside each number
	.venv/bin/python -m benchmarks $(ARGS)

# ---------------------------------------------------------------------------------------------- check

# Two at a time, what takes longest first.
.PHONY: check
check: install ## Lint, types, imports, interaction models, the compiled template
	@$(MAKE) --no-print-directory -j 2 check-types check-models check-template check-cold check-imports check-style

.PHONY: check-style
check-style: install
	.venv/bin/python -m ruff check $(SOURCES)
	.venv/bin/python -m ruff format --check $(SOURCES)

.PHONY: check-types
check-types: install
	.venv/bin/python -m mypy

.PHONY: check-imports
check-imports: install
	.venv/bin/lint-imports

.PHONY: check-cold
check-cold: install
	.venv/bin/python -m deploy.imports

.PHONY: check-models
check-models: install
	.venv/bin/python -m local.sentence_templates --check
	.venv/bin/python -m local.sentence_keys --check
	.venv/bin/python -m local.second_look --check
	.venv/bin/python -m local.interaction_model interaction_models/*.json

.PHONY: check-template
check-template: install
	.venv/bin/python -m deploy.template --package .build/check
	.venv/bin/cfn-lint -i W3005 -- .build/check/cloudformation-template-update-stack.json

.PHONY: models
models: install ## Write what comes of data: interaction models, the README's table, the typed keys of sentences, the second look's weights
	.venv/bin/python -m local.sentence_templates
	.venv/bin/python -m local.sentence_keys
	.venv/bin/python -m local.second_look --check || .venv/bin/python -m local.second_look

.PHONY: format
format: install ## Put the Python files in order
	.venv/bin/python -m ruff check --fix $(SOURCES)
	.venv/bin/python -m ruff format $(SOURCES)

# ---------------------------------------------------------------------------------------------- locks

# Renews every pinned version: requirements/*.txt, deploy/functions/*.txt, package-lock.json.
# The functions take the versions that the tests run with. To raise one package only:
#   make lock ARGS="--upgrade-package slack-sdk"
.PHONY: lock
lock: install ## Renew the pinned versions (ARGS="--upgrade-package NAME" for one of them)
	.venv/bin/python -m deploy.locks $(or $(ARGS),--upgrade)

.PHONY: clean
clean: ## Remove what was built and installed
	rm -rf .venv node_modules .build .serverless .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis *.egg-info
	find $(SOURCES) -name __pycache__ -type d -prune -exec rm -rf {} +
