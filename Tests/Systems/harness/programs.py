"""Programs that run beside the test: each with a log, and ended with the rest."""

import os
import signal
import subprocess
import threading
import time
import urllib.request

from places import BUILD, ROOT, SYSTEMS, VENV, Failure, KAFKA_HOME, answers


def environment(folder, more=None):
    """The environment of all programs: the stand-ins and the virtual environment come first on the PATH."""
    path = f"{SYSTEMS / 'bin'}:{VENV / 'bin'}:{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "REHEARSE_SYSTEMS": str(folder), "KAFKA_HOME": KAFKA_HOME, "PYTHONUNBUFFERED": "1",
            "PYTHONDONTWRITEBYTECODE": "1", **(more or {})}


def logged(name):
    (BUILD / "logs").mkdir(parents=True, exist_ok=True)
    return open(BUILD / "logs" / f"{name}.log", "ab")


class Program:
    """One program. As a unit it is started again when it ends, without `once` in its environment, until it is stopped."""

    ending = threading.Event()  # all of them are about to be killed

    def __init__(self, remains, name, command, variables=None, port=None, path=None, unit=False, once=(), folder=None):
        self.remains, self.name, self.command, self.variables = remains, name, [str(word) for word in command], variables or {}
        self.port, self.path, self.once, self.folder = port, path, once, folder or ROOT
        self.stopping, self.starts = threading.Event(), 0
        self._start()
        if unit:
            threading.Thread(target=self._keep, daemon=True).start()
        self.await_ready()

    def _start(self):
        with logged(self.name) as log:
            self.process = subprocess.Popen(
                self.command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self.folder, start_new_session=True,
                env=environment(self.remains.folder, {name: str(value) for name, value in self.variables.items()}))
        self.starts += 1
        units = self.remains.folder / "units"
        units.mkdir(exist_ok=True)
        (units / f"{self.name}.pid").write_text(str(self.process.pid))

    def _keep(self):
        while True:
            self.process.wait()
            # As systemd's RestartSec; waited out, so that a stop in between is seen.
            if self.stopping.wait(0.2) or self.ending.is_set():
                return
            for name in self.once:
                self.variables.pop(name, None)
            self._start()

    def await_ready(self, within=30):
        """Until it listens, and answers at `path`."""
        deadline = time.monotonic() + within
        while self.port:
            if answers(self.port) and (not self.path or self._says()):
                return
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise Failure(f"{self.name} did not start; see {BUILD / 'logs' / self.name}.log")
            time.sleep(0.05)

    def _says(self):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{self.path}", timeout=5) as answer:
                return answer.status == 200
        except OSError:
            return False

    def kill(self):
        """The process alone, as the kernel would for want of memory: a unit starts again."""
        self.process.kill()

    def stop(self, number=signal.SIGTERM, within=15):
        self.stopping.set()
        try:
            os.killpg(self.process.pid, number)
        except ProcessLookupError:
            return
        try:
            self.process.wait(within)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
