# The words a person needs; the work is done by the scripts in .ci/.
.DEFAULT_GOAL := help
.PHONY: help run build test dev bench bench-pages setup

ARGS ?=

help: ## print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## set up what is missing, build for release, serve (ARGS="--addr 0.0.0.0:3000")
	@exec target/release/slate serve $(ARGS)

build: ## leave target/release/slate and target/site
	@.ci/build release

test: ## everything there is: lints, unit and integration tests, both databases, real browser
	@.ci/test

dev: ## serve and rebuild at every change
	@.ci/dev $(ARGS)

bench: build ## measure what the issues promise
	@benches/run $(ARGS)

bench-pages: build ## how fast the catalogue page is, beside SvelteKit, Next and a bare axum handler
	@benches/pages

setup: ## install all that the other words need
	@.ci/setup
