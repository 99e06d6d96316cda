"""Ends everything that was started here, however this process ends: a process of its own waits for that, by a pipe that the kernel
closes, and then kills what is left and removes the folder."""

import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time


class Remains:
    """A temporary folder, and all programs that have it as REHEARSE_SYSTEMS in their environment."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="rehearse-systems-"))
        # PostgreSQL, which runs as another user, has its data in it.
        self.folder.chmod(0o755)
        reading, self.tie = os.pipe()
        self.watcher = os.fork()
        if self.watcher:
            os.close(reading)
            return
        try:
            os.close(self.tie)
            os.setsid()
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                signal.signal(number, signal.SIG_IGN)
            while os.read(reading, 1):
                pass
            self._clear()
        finally:
            os._exit(0)

    def end(self):
        """Returns when all of it is gone."""
        os.close(self.tie)
        os.waitpid(self.watcher, 0)

    def _clear(self):
        # Twice: a unit may have been about to start.
        for _ in range(2):
            for number in self._processes():
                try:
                    os.kill(number, signal.SIGKILL)
                except (ProcessLookupError, PermissionError):
                    pass
            self._end_postgres()
            time.sleep(0.3)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _end_postgres(self):
        # It overwrites its environment with its title, so it is found by its own file; QUIT ends its children as well.
        try:
            number = int((self.folder / "postgres" / "postmaster.pid").read_text().split()[0])
            os.kill(number, signal.SIGQUIT)
            deadline = time.monotonic() + 5
            while time.monotonic() < deadline:
                os.kill(number, 0)
                time.sleep(0.05)
        except (OSError, ValueError, IndexError):
            pass

    def _processes(self):
        mark = f"REHEARSE_SYSTEMS={self.folder}"
        if pathlib.Path("/proc/self/environ").exists():
            for entry in pathlib.Path("/proc").iterdir():
                try:
                    if entry.name.isdigit() and mark.encode() in (entry / "environ").read_bytes().split(b"\0"):
                        yield int(entry.name)
                except OSError:
                    pass
            return
        listed = subprocess.run(["ps", "-axEwwo", "pid=,command="], capture_output=True, text=True, check=False).stdout
        for line in listed.splitlines():
            if mark in line.split():
                yield int(line.split(None, 1)[0])
