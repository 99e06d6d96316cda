"""Tests running copies of the systems A, B, C and D; Scripts/systems says how this is called."""

import os
import shutil
import signal
import sys
import threading

import clusters
import databases
import proven
import tables
from copies import TOPICS, Copies, asked
from places import BUILD, REHEARSE, Failure, chosen, say
from programs import Program
from rehearsals import Rehearsals
from remains import Remains

SYSTEMS = ["a", "b", "c1", "c2", "d"]
# A rate or a latency that was not kept, by the system or by this machine.
SLOW = {11, 21}


class Setting:
    """What the tests run on: a cluster of one broker, one of two, PostgreSQL, and the copies."""

    def __init__(self, remains, with_k2=True):
        self.remains = remains
        self.ports = chosen({"k1": 1, "k2": 2})
        link = BUILD / "run"
        link.parent.mkdir(parents=True, exist_ok=True)
        link.unlink(missing_ok=True)
        link.symlink_to(remains.folder / "run")
        started, reasons = {}, []

        def start(name, make):
            try:
                started[name] = make()
            except Exception as reason:  # raised below, in the thread that may end the program
                reasons.append(reason)

        makers = {"k1": lambda: clusters.Cluster(remains, "k1", self.ports["k1"], 1),
                  "databases": lambda: databases.Databases(remains, self.ports["postgres"])}
        if with_k2:
            makers["k2"] = lambda: clusters.Cluster(remains, "k2", self.ports["k2"], 2)
        threads = [threading.Thread(target=start, args=one) for one in makers.items()]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if reasons:
            raise Failure("; ".join(str(reason) for reason in reasons))
        self.k1, self.k2, self.databases = started["k1"], started.get("k2"), started["databases"]
        self.copies, self.rehearsals = Copies(remains, self.ports, self.databases), Rehearsals(remains, self.ports)


def prove(remains):
    results, reasons = proven.run_all(Setting(remains))
    text, good = tables.proven(results)
    for result in results:
        if result.run.code != 0:
            say(f"\n{result.name} ended with {result.run.code}:\n{result.run.tail}")
    for name, reason in reasons:
        say(f"\n{name} could not be tested: {reason!r}")
    say(f"\n{text}")
    if good and not reasons:
        return 0
    codes = {result.run.code for result in results}
    is_slow = not reasons and codes <= {0, *SLOW} and all(tables.agreed(result) for result in results)
    return 3 if is_slow else 1


def up(remains, systems):
    """Starts copies, and keeps them until the end of standard input, or a signal."""
    setting = Setting(remains, with_k2="d" in systems)
    for system in systems:
        cluster = setting.k2 if system == "d" else setting.k1
        for topic, partitions in TOPICS[system].items():
            cluster.create(topic, partitions)
        for program in setting.copies.start(system, cluster, **asked()):
            say(f"{program.name}: {f'http://127.0.0.1:{program.port}' if program.port else 'runs'}")
        say(f"Kafka for {system}: {cluster.brokers}")
    say(f"PostgreSQL: 127.0.0.1:{setting.ports['postgres']}; logs: {(BUILD / 'logs')}\nCtrl-C stops all of it.")
    threading.Event().wait()


def main(words):
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: sys.exit(143))
    if words[:1] == ["--list"]:
        import faults

        say("\n".join(faults.names()))
        return 0
    absent = [reason for reason in (clusters.absence(), databases.absence()) if reason]
    if absent:
        say(f"systems: not tested: {'; '.join(absent)}")
        return 1 if os.environ.get("CI") or words[:1] == ["up"] else 0
    if words[:1] != ["up"] and not REHEARSE.exists():
        raise Failure(f"there is no {REHEARSE}")
    shutil.rmtree(BUILD / "logs", ignore_errors=True)
    remains = Remains()
    try:
        match words:
            case []:
                return prove(remains)
            case ["up", *systems] if set(systems) <= set(SYSTEMS):
                return up(remains, systems or SYSTEMS)
            case ["--faults", *names]:
                import faults

                return faults.run(Setting(remains), names)
            case _:
                say("systems: usage: Scripts/systems [up [a|b|c1|c2|d]… | --faults [CASE]… | --list]")
                return 64
    finally:
        Program.ending.set()
        remains.end()
        (BUILD / "run").unlink(missing_ok=True)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Failure as reason:
        say(f"systems: {reason}")
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
