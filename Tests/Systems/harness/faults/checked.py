"""What a case has found: counts of rehearse beside those of the independent count, and what must be so."""

from accounts import Account, answered, theirs
from tables import WORDS

EXAMPLES = 10  # the most that rehearse names of each kind


class Checked:
    """Rows of a table, each with a verdict, and the runs that they come from."""

    def __init__(self, name):
        self.name, self.rows, self.runs, self.is_good = name, [], [], True

    def row(self, sink, what, own, independent, good=None):
        good = own == independent if good is None else good
        self.is_good = self.is_good and good
        # What is 0 and must be 0 would fill the table.
        if good and own == 0 and independent == 0:
            return
        self.rows.append([self.name, sink, what, own, independent, "" if good else "WRONG"])

    def require(self, sink, what, good, seen=""):
        self.row(sink, what, seen, "", good)

    def exits(self, run, *codes):
        """rehearse must end by itself, with one of these codes."""
        self.runs.append(run)
        self.row("", "exit", "hangs" if run.code is None else run.code, " or ".join(map(str, codes)), run.code in codes)

    def account(self, run, sink, account):
        """All words of a sink, and the messages that are named as examples of them."""
        counts, row = account.counts, run.sinks().get(sink)
        if row is None:
            self.require(sink, "has a row", False)
            return
        own = theirs(row)
        for word in WORDS:
            if "" not in (own[word], counts[word]):
                self.row(sink, word, own[word], counts[word])
        for kind, ids in (("missing", account.missing_ids), ("duplicated", account.duplicated_ids), ("stray", account.stray_ids)):
            if ids and counts[kind] != "":
                named = run.named(sink, kind)
                good = 0 < len(named) <= EXAMPLES and named <= ids
                self.row(sink, f"{kind}: ids named", f"{len(named)}, {len(named - ids)} of them wrong", len(ids), good)


def acknowledged(journal, *statuses):
    """The ids that were answered by these statuses, and those for which nothing is promised."""
    by_status = answered(journal)
    promised = set().union(*(by_status[status] for status in statuses))
    return promised, set().union(*by_status.values()) - promised


__all__ = ["Account", "Checked", "acknowledged"]
