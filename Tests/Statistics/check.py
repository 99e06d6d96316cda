"""Compares the tests of samples and the change points of series with those of scipy and Apache Otava.

    python check.py PROGRAM COUNT SEED   COUNT pairs of samples and as many series, asked of PROGRAM (main.swift beside this)

The answers are changed first, one after the other, and each change must be found.
"""

import math
import random
import subprocess
import sys
import warnings

from otava.analysis import compute_change_points
from scipy import stats

warnings.simplefilter("ignore")


# A difference below it is none: such probabilities are 0 for all purposes.
LEAST = 1e-300


def is_close(found, expected):
    return math.isclose(found, expected, rel_tol=1e-9, abs_tol=LEAST)


class Ranks:
    """Two samples: what scipy says of them."""

    # scipy makes every permutation.
    MOST_PERMUTATIONS = 20_000

    def __init__(self, chance):
        limit = chance.choice([4, 8, 8, 20, 45])
        sizes = chance.randint(1, limit), chance.randint(1, limit)
        draw = chance.choice([lambda: chance.gauss(10, 1), lambda: float(chance.randint(0, 6)), lambda: float(chance.randint(0, 1))])
        shift = chance.choice([0, 0, 1, 3])
        self.new = [draw() + shift for _ in range(sizes[0])]
        self.base = [draw() for _ in range(sizes[1])]
        values = self.new + self.base
        self.has_ties = len(set(values)) < len(values)
        self.is_constant = len(set(values)) == 1
        self.ways = math.comb(len(values), len(self.new))

    @property
    def is_answered(self):
        """scipy permutes only samples of two values and more."""
        is_small = max(len(self.new), len(self.base)) <= 20
        permuted = is_small and self.has_ties and not self.is_constant
        return not permuted or (min(len(self.new), len(self.base)) > 1 and self.ways <= self.MOST_PERMUTATIONS)

    def question(self):
        return f"ranks {listed(self.new)} {listed(self.base)}"

    def answer(self):
        if max(len(self.new), len(self.base)) > 20:
            method = "asymptotic"
        elif self.has_ties:
            method = stats.PermutationMethod(n_resamples=float("inf"))
        else:
            method = "exact"
        if self.is_constant:
            return [len(self.new) * len(self.base) / 2, 1]
        result = stats.mannwhitneyu(self.new, self.base, method=method)
        return [float(result.statistic), float(result.pvalue)]

    def is_answer(self, line, expected):
        found = [float(part) for part in line.split()]
        return len(found) == 2 and found[0] == expected[0] and is_close(found[1], expected[1])

    def wrong(self, line):
        u, p = map(float, line.split())
        return [f"{u + 0.5} {p}", f"{u} {p * (1 + 3e-9)}"]


class Changes:
    """A series: the change points that Otava finds in it."""

    def __init__(self, chance):
        noise = chance.choice([0.01, 0.03, 0.08])
        size = chance.choice([chance.randint(1, 10), chance.randint(11, 49), chance.randint(50, 200)])
        kind = chance.choice(["lognormal", "outliers", "rounded", "walk", "constant"])
        series = [10 * math.exp(chance.gauss(0, noise)) for _ in range(size)]
        if kind == "outliers":
            series = [value * 1.5 if chance.random() < 0.1 else value for value in series]
        if kind == "rounded":
            series = [float(round(value)) for value in series]
        if kind == "walk":
            series = [10 * math.exp(sum(chance.gauss(0, noise) for _ in range(index % 40))) for index in range(size)]
        if kind == "constant":
            series = [chance.choice([0.0, 0.1, 3.7])] * size
        steps = sorted(chance.randrange(size) for _ in range(chance.choice([0, 1, 1, 2, 4])))
        levels = [1] + [chance.choice([0.8, 1.1, 1.2, 1.5]) for _ in steps]
        self.series = [value * levels[sum(step <= index for step in steps)] for index, value in enumerate(series)]
        self.least = chance.choice([0.0, 0.0, 0.05, 0.15])

    is_answered = True

    def question(self):
        return f"changes {self.least} {listed(self.series)}"

    def answer(self):
        found, _ = compute_change_points(list(self.series), window_len=50, max_pvalue=0.001, min_magnitude=self.least)
        return [(point.index, float(point.stats.pvalue)) for point in found]

    def is_answer(self, line, expected):
        found = [(int(index), float(p)) for index, p in (part.split(":") for part in line.split())]
        return [index for index, _ in found] == [index for index, _ in expected] and all(
            is_close(p, q) for (_, p), (_, q) in zip(found, expected)
        )

    def wrong(self, line):
        points = line.split()
        if not points:
            return ["5:0.0001"]
        index, p = points[0].split(":")
        moved = [f"{int(index) + 1}:{p}", *points[1:]]
        return [" ".join(moved), " ".join(points[1:]), *([f"{index}:{float(p) * (1 + 3e-9)}"] if len(points) == 1 and float(p) * 1e-9 > LEAST else [])]


def listed(values):
    return ",".join(map(repr, values))


def main(program, count, seed):
    chance = random.Random(seed)
    cases = []
    for kind in (Ranks, Changes):
        made = (kind(chance) for _ in iter(int, 1))
        cases += [next(case for case in made if case.is_answered) for _ in range(count)]
    text = "".join(case.question() + "\n" for case in cases)
    lines = subprocess.run([program], input=text, text=True, capture_output=True, check=True).stdout.split("\n")
    failed = points = missed = 0
    for case, line in zip(cases, lines, strict=False):
        expected = case.answer()
        points += isinstance(case, Changes) and len(expected)
        if not case.is_answer(line, expected):
            failed += 1
            print(f"FAILED: {case.question()}\n  found    {line}\n  expected {expected}")
        else:
            missed += sum(case.is_answer(wrong, expected) for wrong in case.wrong(line))
    print(f"statistics: seed={seed}: {count} pairs of samples, {count} series with {points} change points: {failed} failed")
    if missed:
        print(f"statistics: {missed} answers that were changed on purpose were not found")
    return 1 if failed or missed or not points else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
