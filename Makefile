# Everything runs from here: `make demo` and `make test` do all of their own set-up.
export SWIFT_DETERMINISTIC_HASHING := 1
export SWIFT_BACKTRACE := enable=no

SWIFT_BUILD := swift build --explicit-target-dependency-import-check error
# With Swift's libraries inside: a duty room needs no Swift, and everything is a tenth faster.
RELEASE_BUILD := swift build -c release --static-swift-stdlib --explicit-target-dependency-import-check error
DUTY := .build/debug/duty

.PHONY: demo test soak fuzz sanitize check format lint build release setup clean record bench bench-plan bench-shifts bench-peer

demo: build  ## the main job on real input; LANG=en for English
	@scripts/demo $(DUTY)

test: build  ## every test, in real SQLite files and on loopback
	@scripts/test

soak: setup  ## thousands of rounds of SIGKILL; DUTY_SOAK_ROUNDS=N
	@scripts/soak

fuzz: setup  ## ten million spoiled inputs, then libFuzzer; DUTY_FUZZ_CASES=N DUTY_FUZZ_SECONDS=S
	@scripts/fuzz

sanitize: setup  ## every test under the thread and the address sanitizer
	@scripts/sanitize

build: setup
	@$(SWIFT_BUILD) --product duty

release: setup  ## the binary for a duty room: .build/release/duty
	$(RELEASE_BUILD) --product duty

lint:  ## the format check
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests

check: lint test

bench: release  ## the size of a country, measured (docs/benchmarks.md); BENCH="--units 1000" for a small one
	swift build -c release --package-path Benchmarks
	DUTY_BENCH=1 $(RELEASE_BUILD) --product throughput
	@scripts/bench $(BENCH)
	@python3 Benchmarks/desk.py $(BENCH_DESK)

bench-plan: release  ## the planner on generated places, measured; BENCH_PLAN="--sizes small --seeds 1-3"
	@python3 Benchmarks/planner/selftest.py
	@python3 Benchmarks/planner/bench.py $(BENCH_PLAN)

bench-shifts: setup  ## public rostering instances, which are not in the repository: FOLDER=… SHIFTS="--seconds 60 --only 6"
	DUTY_BENCH=1 $(RELEASE_BUILD) --product shifts
	@.build/release/shifts $(FOLDER) $(SHIFTS)

bench-peer: release .build/peer/installed  ## the same beside CP-SAT, 60 s an instance
	@.build/peer/bin/python Benchmarks/planner/bench.py --variants plain --seeds 1-2 --peer $(BENCH_PLAN)

.build/peer/installed:
	python3 -m venv .build/peer
	.build/peer/bin/pip install --quiet "ortools==9.15.*"
	@touch $@

record: build  ## write the generated manual (docs/rules.md) anew
	DUTY_RECORD=1 swift test --filter "RuleManual"

setup:
	@scripts/setup

clean:
	swift package clean
