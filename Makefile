# The one door. Needs Python 3.11 or later and make; everything else is fetched.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
RUN    := .run
SAMPLE := src/factdesk/sample
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run shell-run test check format bench durability fuzz hostile audit system clean

help: ## tell what there is
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

run: $(VENV)/user system ## open the window with the sample article, or do the job from the shell
	@mkdir -p $(RUN)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" != Linux ]; then \
	  PATH="$(CURDIR)/$(BIN):$$PATH" FACTDESK_DESK=$(RUN)/sample.factdesk sh $(SAMPLE)/prepare.sh && \
	  exec $(BIN)/factdesk --desk $(RUN)/sample.factdesk; \
	else \
	  echo "There is no display here, so no window can open: the same job from the shell."; \
	  $(MAKE) --no-print-directory shell-run; \
	fi

shell-run: $(VENV)/user ## do the whole job on the sample article without a window
	@mkdir -p $(RUN)
	@PATH="$(CURDIR)/$(BIN):$$PATH" FACTDESK_DESK=$(RUN)/sample.factdesk \
	  sh $(SAMPLE)/journey.sh $(RUN)/report.md >$(RUN)/answers.txt
	@sed '$$d' $(RUN)/answers.txt
	@echo "The report: $(CURDIR)/$(RUN)/report.md"

test: check system ## run everything, without a display: checks, contracts, tests
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n 2 $(ARGS)

check: $(VENV)/developer ## look at style, types and import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/developer ## put the code into its form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/developer system ## measure; each benchmark prints a table
	@for each in benchmarks/[a-z]*.py; do $(BIN)/python $$each || exit 1; done
	@for each in anchoring importing.pages hints.ranks hints.memory hints.crosscheck hints.window; do \
	  $(BIN)/python -m benchmarks.$$each || exit 1; done

durability: $(VENV)/developer ## kill the program at random moments; MINUTES=10 ONLY="mark crowd"
	$(BIN)/python -m tests.durability --minutes $(or $(MINUTES),10) $(if $(ONLY),--only $(ONLY))

fuzz: $(VENV)/developer ## give every way in wrong input; MINUTES=10 ONLY="pdf anchors"
	-$(BIN)/python -m pip install -q atheris # not made for every system and Python
	$(BIN)/python -m tests.fuzz --minutes $(or $(MINUTES),10) $(if $(ONLY),--only $(ONLY))

hostile: $(VENV)/developer ## give the importers all hostile files, and tell how each ends
	FACTDESK_HOSTILE=1 $(BIN)/python -m pytest -q tests/importers/test_hostile.py
	$(BIN)/python -m benchmarks.importing.hostile

audit: $(VENV)/developer ## look for known faults in the libraries; asks the network
	@mkdir -p $(RUN)
	$(BIN)/python -m pip freeze --exclude-editable >$(RUN)/frozen.txt
	$(BIN)/python -m pip install -q pip-audit
	$(BIN)/pip-audit --strict --disable-pip --no-deps -r $(RUN)/frozen.txt

clean: ## take away all that was made here
	rm -rf $(VENV) $(RUN) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

# Installed anew only when pyproject.toml has changed. What developers need includes what users need.
$(VENV)/developer: pyproject.toml | $(BIN)/python
	@echo "Installing what developers need into $(VENV): a minute or two."
	$(BIN)/python -m pip install -q -e '.[dev]'
	@touch $(VENV)/user $@

$(VENV)/user: pyproject.toml | $(BIN)/python
	@echo "Installing Factdesk into $(VENV): a minute or two."
	$(BIN)/python -m pip install -q -e .
	@touch $@

$(BIN)/python:
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || sh resources/apt-install.sh \
	  $$($(PYTHON) -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
	$(PYTHON) -m venv $(VENV)

# What Qt's libraries need of a Linux system, installed where it is missing.
system: | $(BIN)/python
	@sh resources/qt-libraries.sh $(BIN)/python
