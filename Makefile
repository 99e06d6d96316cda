# What the build needs beside Swift, as apt:dnf:brew; "-" where the system brings it.
packages := \
  librdkafka-dev:librdkafka-devel:librdkafka \
  libyaml-dev:libyaml-devel:libyaml \
  libsimdjson-dev:simdjson-devel:simdjson \
  libxml2-dev:libxml2-devel:libxml2 \
  libpcre2-dev:pcre2-devel:pcre2 \
  nettle-dev:nettle-devel:nettle \
  pkg-config:pkgconf-pkg-config:pkgconf \
  g++:gcc-c++:-

PREFIX ?= /usr/local
# With LLVM's linker, where it comes with Swift: it is quicker, and does not warn of what the standard library calls.
linker = $(if $(filter Linux,$(shell uname)),-Xswiftc -use-ld=lld)
release = swift build -c release --static-swift-stdlib $(linker) --quiet
binary = .build/release/rehearse

.DEFAULT_GOAL := help
.PHONY: help dependencies build demo test language schema fuzz hostile faults kills kafka format lint install bench clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-14s%s\n", $$1, $$2}' Makefile

dependencies: ## install the libraries that are missing
	@Scripts/dependencies $(packages)

build: ## build rehearse, optimised
	@echo "building rehearse (release)"
	@$(release) --product rehearse

demo: dependencies build ## run the quickstart scenario; nothing else has to be there
	@$(binary) run Scenarios/quickstart.yaml

test: dependencies ## run every test
	@echo "building the tests"
	@swift build --build-tests --quiet
	@echo "testing what needs no broker"
	@swift test --skip-build --disable-xctest --skip EndToEndTests
	@echo "testing end to end"
	@swift test --skip-build --disable-xctest --filter EndToEndTests
	@Scripts/kafka --notice
	@Scripts/json-schema-suite --notice

language: dependencies ## hold the JSON Schema against the reader (check-jsonschema, from PyPI)
	@Scripts/schema

schema: dependencies ## make the JSON Schema and the reference again from the language's tables
	@Scripts/schema --write

fuzz: dependencies ## read a hundred thousand mutated scenarios (COUNT=…)
	@Scripts/fuzz $(COUNT)

hostile: dependencies ## hold a hundred thousand hostile messages against parsers of others (COUNT=…)
	@Scripts/hostile $(COUNT)

faults: dependencies ## minutes of faults on three Kafka brokers, with two versions of librdkafka
	@Scripts/faults

kills: dependencies ## how often a producer ends in a fatal error when a leader is killed
	@Scripts/faults --kills 20

kafka: ## collect Apache Kafka for the tests that need it
	@Scripts/kafka

format: ## bring the sources into their usual form
	@swift format --in-place --recursive Sources Tests Package.swift

lint: ## check form, and which module imports what
	@echo "checking form"
	@swift format lint --strict --recursive Sources Tests Package.swift
	@echo "checking imports"
	@Scripts/check-fences --selftest
	@Scripts/check-fences

install: build ## install rehearse below PREFIX (/usr/local)
	@install -d "$(DESTDIR)$(PREFIX)/bin"
	@install -m 755 $(binary) "$(DESTDIR)$(PREFIX)/bin/rehearse"
	@echo "installed $(DESTDIR)$(PREFIX)/bin/rehearse"

bench: dependencies build ## measure start-up, rendering, and sending and reading beside a C program
	@$(release) --product benchmark-templates
	@Benchmarks/bench.sh

clean: ## remove what was built
	@rm -rf .build
