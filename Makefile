# The packages that the build needs beside Swift, as apt:dnf:brew; "-" if the system has it.
packages := \
  librdkafka-dev:librdkafka-devel:librdkafka \
  libyaml-dev:libyaml-devel:libyaml \
  libsimdjson-dev:simdjson-devel:simdjson \
  libxml2-dev:libxml2-devel:libxml2 \
  libpcre2-dev:pcre2-devel:pcre2 \
  nettle-dev:nettle-devel:nettle \
  libssl-dev:openssl-devel:openssl@3 \
  libcurl4-openssl-dev:libcurl-devel:curl \
  pkg-config:pkgconf-pkg-config:pkgconf \
  g++:gcc-c++:-

PREFIX ?= /usr/local
comma := ,
# With LLVM's linker, which comes with Swift on Linux: it is faster, and does not warn about calls of the standard library.
linker = $(if $(filter Linux,$(shell uname)),-Xswiftc -use-ld=lld)
release = swift build -c release --static-swift-stdlib $(linker) --quiet
binary = .build/release/rehearse

.DEFAULT_GOAL := help
.PHONY: help dependencies build demo test language schema fuzz hostile statistics faults kills security systems kafka format lint install bench soak clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-14s%s\n", $$1, $$2}' Makefile

dependencies: ## install the libraries that are missing
	@Scripts/dependencies $(packages)

build: ## build rehearse, optimised
	@echo "building rehearse (release)"
	@$(release) --product rehearse

demo: dependencies build ## run the quickstart scenario on the embedded broker
	@$(binary) run Scenarios/quickstart.yaml

test: dependencies ## run every test, or one suite or test (ONLY=RateTests)
	@echo "building the tests"
	@swift build --build-tests --quiet
ifdef ONLY
	@swift test list --skip-build --disable-xctest 2>/dev/null | grep -Eq -- '$(ONLY)' || \
	  { echo "make test: no suite or test matches '$(ONLY)'; swift test list prints their names" >&2; exit 1; }
	@swift test --skip-build --disable-xctest --filter '$(ONLY)'
else
	@echo "running the tests without a broker"
	@swift test --skip-build --disable-xctest --skip EndToEndTests
	@echo "running the end-to-end tests"
	@swift test --skip-build --disable-xctest --filter EndToEndTests
	@Scripts/kafka --notice
	@Scripts/json-schema-suite --notice
endif

language: dependencies ## check that the JSON Schema and the reader accept the same (with PyPI's check-jsonschema)
	@Scripts/schema

schema: dependencies ## write the JSON Schema and the reference pages from the language's tables
	@Scripts/schema --write

fuzz: dependencies ## read a hundred thousand mutated scenarios, and as many mutated truststores and keystores (COUNT=…)
	@Scripts/fuzz $(COUNT)
	@Scripts/fuzz-stores $(COUNT)

hostile: dependencies ## parse a hundred thousand hostile messages with Python's json and lxml (COUNT=…)
	@Scripts/hostile $(COUNT)

statistics: dependencies ## compare tests of samples and change points with scipy's and Apache Otava's (COUNT=…)
	@Scripts/statistics $(COUNT)

faults: dependencies ## test with faults on three Kafka brokers, with two versions of librdkafka
	@Scripts/faults

kills: dependencies ## count how often a producer fails with a fatal error when a leader is killed
	@Scripts/faults --kills 20

security: dependencies ## test every way to sign in on a real Kafka, with two versions of librdkafka
	@Scripts/security

systems: dependencies ## test running copies of four systems around Kafka, with PostgreSQL (CASES=… for faults, or all)
ifdef CASES
	@Scripts/systems --faults $(filter-out all,$(subst $(comma), ,$(CASES)))
else
	@Scripts/systems
endif

kafka: ## fetch Apache Kafka for the tests that need it
	@Scripts/kafka

format: ## format the sources
	@swift format --in-place --recursive Sources Tests Package.swift

lint: ## check formatting, imports, structure and words
	@command -v python3 >/dev/null || Scripts/dependencies python3:python3:python
	@echo "checking the formatting"
	@swift format lint --strict --recursive Sources Tests Package.swift
	@echo "checking the imports"
	@Scripts/check-fences --selftest
	@Scripts/check-fences
	@echo "checking the structure"
	@Scripts/check-structure --selftest
	@Scripts/check-structure
	@echo "checking the words"
	@Scripts/check-words --selftest
	@Scripts/check-words

install: build ## install rehearse below PREFIX (/usr/local)
	@install -d "$(DESTDIR)$(PREFIX)/bin"
	@install -m 755 $(binary) "$(DESTDIR)$(PREFIX)/bin/rehearse"
	@echo "installed $(DESTDIR)$(PREFIX)/bin/rehearse"

bench: dependencies build ## measure the figures and their aims, beside programs in C and Python (BENCH_ONLY=…)
	@command -v python3 >/dev/null || Scripts/dependencies python3:python3:python
	@python3 -c 'import ensurepip, venv' 2>/dev/null || Scripts/dependencies python3-venv:python3:python || \
	  echo "bench: Python has no venv, so the programs in Python are skipped" >&2
	@$(release) --product benchmark-templates
	@$(release) --product benchmark-comparison
	@python3 Benchmarks/measure

soak: dependencies build ## measure whether memory stays flat at 50,000 messages a second (MINUTES=30)
	@command -v python3 >/dev/null || Scripts/dependencies python3:python3:python
	@python3 Benchmarks/measure soak

clean: ## remove what was built
	@rm -rf .build
