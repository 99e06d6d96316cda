"""The table of figures: what was measured, its aim, and whether that is met."""

import statistics


class Figure:
    """A figure with a bound: at most or at least `aim`, or none where `aim` is none."""

    def __init__(self, what, value, unit="", most=None, least=None, digits=2, note=""):
        self.what, self.value, self.unit, self.most, self.least = what, value, unit, most, least
        self.digits, self.note = digits, note

    def text(self, number):
        return f"{number:,.{self.digits}f}{' ' if self.unit else ''}{self.unit}"

    @property
    def aim(self):
        if self.most is not None:
            return f"under {self.text(self.most)}"
        return f"at least {self.text(self.least)}" if self.least is not None else ""

    @property
    def is_met(self):
        if self.most is not None:
            return self.value < self.most
        return self.value >= self.least if self.least is not None else None

    @property
    def row(self):
        verdict = {True: "met", False: "MISSED", None: ""}[self.is_met]
        return [self.what, self.text(self.value), self.aim, verdict, self.note]


def median(numbers):
    return statistics.median(numbers)


def spread(numbers, digits=2):
    """The least and the greatest, which tell how much a median is to be trusted."""
    return f"{min(numbers):.{digits}f} to {max(numbers):.{digits}f}"


def columns(rows, header=None, right=()):
    """Rows as lines of a table; the columns of `right` end at one place."""
    rows = ([header] if header else []) + [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = [cell.rjust(width) if column in right else cell.ljust(width)
                 for column, (cell, width) in enumerate(zip(row, widths))]
        lines.append("  ".join(cells).rstrip())
    return lines


def table(figures):
    return "\n".join(columns([figure.row for figure in figures], ["figure", "measured", "aim", "", ""], right=(1, 2)))
