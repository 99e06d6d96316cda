"""Faults put into the copies, and into what is around them: each must be named, counted and blamed as it is."""

import time
import traceback

from faults import consumers, odd, outages
from places import Failure, say
from tables import columns

CASES = {**consumers.CASES, **outages.CASES, **odd.CASES}


def names():
    return list(CASES)


def run(setting, chosen):
    unknown = set(chosen) - set(CASES)
    if unknown:
        raise Failure(f"there is no case {', '.join(sorted(unknown))}; there are {', '.join(CASES)}")
    rows, wrong = [["case", "sink", "what", "rehearse", "independent", ""]], []
    for name in chosen or CASES:
        started = time.monotonic()
        try:
            checked = CASES[name](setting)
        except Exception as reason:  # reported with its case, and the next one goes on
            rows.append([name, "", f"could not be tested: {reason!r}", "", "", "WRONG"])
            say(traceback.format_exc())
            wrong.append(name)
            setting.copies.stop()
            continue
        rows += checked.rows
        say(f"{name}: {'as it must be' if checked.is_good else 'WRONG'}, {time.monotonic() - started:.0f} s")
        if not checked.is_good:
            wrong.append(name)
            for run_ in checked.runs:
                say(f"\n{name} ended with {run_.code}:\n{run_.tail}\n")
    say(f"\n{columns(rows, left=3)}\n")
    say(f"WRONG: {', '.join(wrong)}" if wrong else "All of it is as it must be.")
    return 1 if wrong else 0
