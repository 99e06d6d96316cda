"""Tables on standard output."""

from accounts import theirs

WORDS = ["found", "missing", "duplicated", "stray"]


def columns(rows, left=2):
    """Rows as lines, the first `left` columns aligned at their left."""
    rows = [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) if column < left else cell.rjust(width)
                  for column, (cell, width) in enumerate(zip(row, widths))).rstrip() for row in rows)


def agree(own, independent):
    """True if each word that both have counted has the same count."""
    return all(own[word] == independent[word] for word in WORDS if "" not in (own[word], independent[word]))


def agreed(result):
    """True if every sink of a scenario has the counts of the independent count."""
    sinks = result.run.sinks()
    return all(name in sinks and agree(theirs(sinks[name]), account.counts) for name, account in result.accounts.items())


def proven(results):
    """A row for each sink: the counts of rehearse, then of the independent count; and whether all is as it must be."""
    rows, good = [["scenario", "sink", "exit", "seconds", *WORDS, *(f"({word})" for word in WORDS), ""]], True
    for result in results:
        sinks = result.run.sinks()
        for name, account in result.accounts.items():
            independent, row = account.counts, sinks.get(name)
            own = theirs(row) if row else dict.fromkeys(WORDS, "-")
            is_good = bool(row) and agree(own, independent) and result.run.code == 0
            good = good and is_good
            rows.append([result.name, name, result.run.code, f"{result.run.seconds:.0f}", *own.values(), *independent.values(),
                         "" if is_good else "WRONG"])
    return columns(rows) + "\n\nIn brackets: counted without rehearse, by what each system answered and what is in the place.", good
