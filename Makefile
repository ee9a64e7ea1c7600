# The commands of this project; `make help` lists them.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
export PYTHONHASHSEED := 0

.PHONY: help run test golden lint bench accuracy ablation crowd-weights dating-weights siting-weights sum-weights firm-weights model figures docs map notebook clean speed

help: ## list the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.12 ..."; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up $(VENV) (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

run: $(STAMP) ## set up, read data/raw, write data/out, print the incidents
	@$(BIN)/incidents run data/raw --out data/out || [ $$? -eq 1 ]  # 1: some report could not be read, and is listed
	@$(BIN)/incidents show data/out

test: $(STAMP) ## set up and run the tests
	@$(BIN)/python -m pytest

golden: $(STAMP) ## write tests/golden/expected anew: read the difference before you commit it
	@$(BIN)/python -m pytest tests/golden --rewrite-golden
	@git --no-pager diff --stat -- tests/golden/expected
	@git status --short -- tests/golden/expected

lint: $(STAMP) ## style, format and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy --strict src/incidents

bench: $(STAMP) ## score the extraction on the labelled reports
	@$(BIN)/incidents eval tests/gold

speed: $(STAMP) ## reports a minute, by stage, and with one process and two
	@$(BIN)/python scripts/bench_speed.py

accuracy: $(STAMP) ## write the figures of docs/accuracy.md
	@$(BIN)/python scripts/accuracy.py

ablation: $(STAMP) ## write into docs/accuracy.md what each stage adds (takes about an hour)
	@$(BIN)/python scripts/ablation.py

dating-weights: $(STAMP) ## learn from the labelled reports how dates are weighed: patterns/dating.yaml
	@$(BIN)/python scripts/train_dating.py

crowd-weights: $(STAMP) ## learn from the labelled reports how numbers of people are weighed: patterns/crowd*
	@$(BIN)/python scripts/train_crowds.py

siting-weights: $(STAMP) ## learn from the labelled reports how sites and places are weighed: patterns/siting*
	@$(BIN)/python scripts/train_siting.py

sum-weights: $(STAMP) ## learn from the labelled reports how sums of unpaid pay are weighed: patterns/sum*
	@$(BIN)/python scripts/train_sums.py

firm-weights: $(STAMP) ## learn from the labelled reports which names are firms': the weights in patterns/firms.yaml
	@$(BIN)/python scripts/train_firms.py

model: $(STAMP) ## rebuild all of patterns/model from the labelled data
	@$(BIN)/python -m incidents.train --docs docs

figures: $(STAMP) ## the same, and what each model and threshold adds, into docs/classifier.md (takes some minutes more)
	@$(BIN)/python -m incidents.train --docs docs --figures

docs: $(STAMP) ## write docs/cli.md, docs/schema.md and the tables of docs/gazetteer.md
	@$(BIN)/python docs/generate.py

map: $(STAMP) ## draw docs/gazetteer.png
	@$(BIN)/python docs/gazetteer_map.py

notebook: $(STAMP) ## run notebooks/explore.ipynb on data/out, in place
	@$(BIN)/jupyter execute --inplace notebooks/explore.ipynb

clean: ## remove what the commands made
	@rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find data/out -type f ! -name .gitkeep -delete
