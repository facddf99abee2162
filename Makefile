# make tailor [CV=cv.docx JOB=job.txt]   set up what is needed and tailor one CV to one posting
#                                        results go to out/, or to OUT=folder; those of an earlier run are replaced
# make test                              the same set-up, then tests, lint, types and import contracts
# make prove                             the long proofs; make bench: measured speed, as ratios
# make evals                             measured quality against its pinned floors

CV   ?= samples/cv/senior-programme-manager.docx
JOB  ?= samples/jobs/nhs-programme-manager.docx
BIN  := .venv/bin
# A shell leaves `CV=~/cv.docx` as it is where it does not take it for an assignment.
override CV  := $(patsubst ~/%,$(HOME)/%,$(CV))
override JOB := $(patsubst ~/%,$(HOME)/%,$(JOB))
export CV JOB OUT

.PHONY: tailor setup test lint types contracts units prove bench evals docs keywords clean

tailor: setup
	@cv=$${CV##*/} job=$${JOB##*/}; $(BIN)/pmo-resume tailor "$$CV" "$$JOB" -o "$${OUT:-out/$${cv%.*}--$${job%.*}}" --force

setup: .venv/.installed
	@scripts/pango.sh $(BIN)/python

# The stamp holds the folder it was made in: a moved checkout, or one whose Python is gone, is set up again.
ifneq ($(shell test -x .venv/bin/python && cat .venv/.installed 2>/dev/null),$(CURDIR))
.PHONY: .venv/.installed
endif
.venv/.installed: pyproject.toml scripts/setup.sh
	@scripts/setup.sh

.venv/.dev: .venv/.installed pyproject.toml
	@echo "Installing the tools of the tests …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"   # the first that knows --group
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev
	@touch $@

test: setup .venv/.dev lint types contracts units

lint: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/.dev
	$(BIN)/mypy

contracts: .venv/.dev
	$(BIN)/lint-imports

units: .venv/.dev
	$(BIN)/pytest -n auto

prove: setup .venv/.dev
	$(BIN)/pytest -n auto -m prove --timeout 3600

bench: setup .venv/.dev
	$(BIN)/python benchmarks/run.py
	$(BIN)/python benchmarks/keywords.py
	$(BIN)/python benchmarks/reading.py
	$(BIN)/python benchmarks/tracked.py
	$(BIN)/python benchmarks/looks.py
	$(BIN)/python benchmarks/screening.py --few 100 --many 400

evals: setup .venv/.dev
	$(BIN)/python -m evals.gate

keywords: setup
	$(BIN)/python -m pmo_resume.taxonomy.compiled
	$(BIN)/python scripts/build_rows.py
	$(BIN)/python -m pmo_resume.taxonomy.json_schema

docs: setup .venv/.dev
	$(BIN)/python scripts/build_docs.py

clean:
	rm -rf .venv build dist out .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
