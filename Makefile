# `make demo` does the main job on the sample workshop, `make test` passes the tests; both set up what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
SAMPLE := resources/samples/ratanakiri/workshop.json
DEMO := build/demo
CLESIDRA := $(BIN)/clesidra-desktop --database $(DEMO)/clesidra.db

.PHONY: demo test lint types unit bench screens forms constraints clean

demo: $(VENV)/.program
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	$(CLESIDRA) import $(SAMPLE)
	$(CLESIDRA) list
	$(CLESIDRA) export highland --output $(DEMO)/ratanakiri.clesidra
	$(CLESIDRA) minutes $(DEMO)/ratanakiri.clesidra --language en --output $(DEMO)
	$(CLESIDRA) minutes $(DEMO)/ratanakiri.clesidra --language km --output $(DEMO)
	@echo
	@echo "The minutes of the sample workshop are in $(CURDIR)/$(DEMO):"
	@ls $(DEMO)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		echo "The window opens on the sample workshop; close it to end the demo."; \
		$(CLESIDRA) window $(SAMPLE); \
	else echo "On a machine with a screen, this command also opens the window."; fi

test: lint types unit

lint: $(VENV)/.test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/.test
	$(BIN)/mypy

unit: $(VENV)/.test
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/pytest --numprocesses 2 --ignore tests/benchmarks

bench: $(VENV)/.test
	$(BIN)/pytest tests/benchmarks --capture=no

# A picture of every page and dialog, in both languages, both lights and both sizes.
screens: $(VENV)/.test
	$(BIN)/python -m tests.screens build/screens

# Compiles the forms of the window.
forms: $(VENV)/.test
	$(BIN)/python ui/compile.py

# Takes the versions that pip finds now into the constraints file.
constraints: $(VENV)/.test
	$(PIP) install --upgrade --editable '.[test]'
	$(BIN)/python -m pip freeze --exclude-editable > constraints.txt

$(VENV)/.program: pyproject.toml constraints.txt installer/system-packages.sh
	@PYTHON=$(PYTHON) sh installer/system-packages.sh program
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing the program into $(VENV) …"
	@$(PIP) install --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.program
	@PYTHON=$(PYTHON) sh installer/system-packages.sh test
	@echo "Installing what the tests need into $(VENV) …"
	@$(PIP) install --constraint constraints.txt --editable '.[test]'
	@touch $@

clean:
	rm -rf build dist $(VENV)
