# Works with GNU make 3.81, which macOS has.

PYTHONS = python3.13 python3.12 python3.11 python3
BIN = .venv/bin
FILE = seeds/aleppo.yaml
ARGS =

# What is installed is known by the contents of the files that say what to install, and by the folder, because an
# environment that was copied along with its folder still points to the old one.
key = $(shell (pwd; cat $(1)) | cksum | cut -d ' ' -f 1)
RUN_FILES = pyproject.toml requirements/run.txt requirements/build.txt
RUN := .venv/.run-$(call key,$(RUN_FILES))
DEV := .venv/.dev-$(call key,$(RUN_FILES) requirements/dev.txt)
LOCK := .venv/lock/.done-$(call key,requirements/lock.txt)
INSTALL = -m pip install --quiet --disable-pip-version-check --require-hashes

.DEFAULT_GOAL = help
.PHONY: help run setup test check bench docs lock clean

help: ## say what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1|\2/p' Makefile | awk -F '|' '{ printf "%-12s %s\n", $$1, $$2 }'

run: $(RUN) ## open the sample; another briefing with FILE=name.yaml
	@$(BIN)/briefing $(FILE)

setup: $(DEV) ## install everything that the tests need into .venv

test: check ## install what is missing, then all checks and tests; a part with ARGS="-k words"
	$(BIN)/python -m pytest $(ARGS)

check: $(DEV) ## lint, format, types and the rules of who may import whom
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(DEV) ## measure against the promises of speed and memory
	$(BIN)/python -m tests.bench $(ARGS)

docs: $(DEV) ## write the generated pages of docs/ anew
	$(BIN)/python -m tools.docs
	$(BIN)/python -m tools.picture

lock: $(LOCK) ## resolve the newest versions that pyproject.toml and requirements/*.in allow
	@cd requirements && for pair in "../pyproject.toml run.txt" "build.in build.txt" "dev.in dev.txt" "lock.in lock.txt"; do \
	    set -- $$pair; \
	    ../.venv/lock/bin/python -m piptools compile --quiet --upgrade --generate-hashes --allow-unsafe \
	        --strip-extras --no-header --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
	        --no-emit-options --output-file $$2 $$1 || exit 1; \
	done

clean: ## remove the environment and everything that was made
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find briefing tests tools -name __pycache__ -type d -prune -exec rm -rf {} +

# A candidate may be a stand-in that only says what is not installed, or lack the parts that make an environment.
$(RUN):
	@found=; for python in $(PYTHON) $(PYTHONS); do \
	    if $$python -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
	        found=$$python; break; \
	    fi; \
	done; \
	if [ -z "$$found" ]; then \
	    echo "briefing needs Python 3.11 or later with venv (on Debian: apt install python3-venv); name one with make PYTHON=/path/to/python3." >&2; \
	    exit 1; \
	fi; \
	echo "Setting up .venv with $$($$found --version); this takes a minute and happens once." >&2; \
	$$found -m venv --clear .venv
	@$(BIN)/python $(INSTALL) -r requirements/run.txt -r requirements/build.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@$(BIN)/python -m compileall -q briefing
	@touch $@

$(DEV): $(RUN)
	@echo "Adding the development tools to .venv." >&2
	@$(BIN)/python $(INSTALL) -r requirements/run.txt -r requirements/build.txt -r requirements/dev.txt
	@touch $@

$(LOCK): $(RUN)
	@$(BIN)/python -m venv --clear .venv/lock
	@.venv/lock/bin/python $(INSTALL) -r requirements/lock.txt
	@touch $@
