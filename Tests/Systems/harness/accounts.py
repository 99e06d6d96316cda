"""The independent count: what a system answered, by its journal, beside what is in a topic, a table or a page, by its ids."""

import collections
import re
import sys

TOKEN = re.compile(r"\b(r[0-9a-z]{9,14})\b")


def tag(token):
    """The run that a token belongs to."""
    return token[:7]


def tokens(texts):
    """How often each token is in texts or bytes."""
    found = collections.Counter()
    for text in texts:
        found.update(TOKEN.findall(text.decode(errors="replace") if isinstance(text, bytes) else text))
    return found


def answered(path):
    """By status, the ids of a journal, each once."""
    statuses = collections.defaultdict(set)
    for line in path.read_text().splitlines():
        status, token = line.split()
        statuses[int(status)].add(sys.intern(token))
    return statuses


class Account:
    """Counts of one place. `expected` are the ids that must be there, `possible` those that may be: without an answer, or answered
    by 5xx."""

    def __init__(self, expected, held, possible=(), copies=1, some=False):
        self.copies = copies
        run = tag(next(iter(expected), "-------"))
        # Of other runs nothing is counted.
        self.held = collections.Counter({token: count for token, count in held.items() if tag(token) == run})
        self.expected, self.possible, self.some = set(expected), set(possible) - set(expected), some
        self.missing_ids = set() if some else {token for token in self.expected if self.held[token] < copies}
        self.duplicated_ids = {token for token, count in self.held.items() if count > copies}
        self.stray_ids = set(self.held) - self.expected - self.possible

    @property
    def counts(self):
        found = sum(min(self.held[token], self.copies) for token in self.expected | self.possible)
        return {
            "found": found,
            "missing": "" if self.some else sum(self.copies - min(self.held[token], self.copies) for token in self.missing_ids),
            "duplicated": sum(count - self.copies for token, count in self.held.items() if count > self.copies),
            "stray": sum(self.held[token] for token in self.stray_ids),
        }


def theirs(row):
    """The same words of a row of sinks.csv: there, a message without an answer that was found is counted apart."""
    return {"found": row.get("found", 0) + row.get("unknown_found", 0), "missing": row.get("missing", ""),
            "duplicated": row.get("duplicated", ""), "stray": row.get("stray", "")}
