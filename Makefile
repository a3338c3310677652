# Every target sets the machine up first (nothing happens when it is), then does one thing. Start with: make demo
bin := .venv/bin
.PHONY: setup demo test tests check lint bench bench-quality soak lock

demo: setup  ## the whole way for one invented client, into ./out
	@$(bin)/legalassist demo

test: setup  ## everything that must hold before a change is kept; the code's form is looked at beside the tests
	@$(MAKE) --no-print-directory -j2 lint tests

tests: setup
	@$(bin)/pytest -n 2 --dist loadfile --no-loadscope-reorder

check: lint  ## the code's form, then the content's: interviews, templates, catalogs
	@$(bin)/legalassist check

lint: setup
	@$(bin)/ruff check && $(bin)/ruff format --check && $(bin)/mypy && $(bin)/lint-imports --no-logo

bench: setup  ## how fast, as ratios measured in this one run
	@$(bin)/python bench

bench-quality: setup  ## how many planted faults the gates of translations find
	@$(bin)/python bench chinese

soak: setup  ## the long trials of the store; prints a table with its seed
	@$(bin)/python tests/soak

setup:
	@scripts/setup

lock: setup  ## after a change in requirements*.in: make the hashed locks anew
	@scripts/lock
