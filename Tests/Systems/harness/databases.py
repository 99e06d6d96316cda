"""PostgreSQL in a temporary folder, as a user that is not root, which it refuses."""

import glob
import os
import pathlib
import pwd
import shutil
import subprocess

import psycopg2

from places import BUILD, SYSTEMS, Failure
from programs import Program, environment


def found(name):
    """A program of PostgreSQL: Debian keeps the servers' beside the PATH."""
    path = shutil.which(name) or max(glob.glob(f"/usr/lib/postgresql/*/bin/{name}"), default=None)
    return path and os.path.realpath(path)


def absence():
    missing = [name for name in ("initdb", "postgres", "psql") if not found(name)]
    return f"PostgreSQL has no {' and no '.join(missing)} here" if missing else None


class Databases:
    """A server with a database for each of the systems that have one."""

    def __init__(self, remains, port):
        self.port, self.data = port, remains.folder / "postgres"
        # Where root has no such user, the one that owns nothing.
        account = self._account() if os.getuid() == 0 else None
        self.data.mkdir(mode=0o700)
        user = []
        if account:
            os.chown(self.data, account.pw_uid, account.pw_gid)
            user = ["setpriv", "--reuid", account.pw_name, "--regid", str(account.pw_gid), "--clear-groups"]
        made = subprocess.run(
            [*user, found("initdb"), "-D", self.data, "-A", "trust", "-U", "postgres", "--no-sync", "-E", "UTF8", "--locale", "C"],
            capture_output=True, text=True, check=False, env=environment(remains.folder), cwd="/")
        if made.returncode:
            raise Failure(f"initdb: {made.stderr.strip()}")
        settings = {"port": port, "listen_addresses": "127.0.0.1", "unix_socket_directories": "", "fsync": "off"}
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        self.server = Program(
            remains, "postgres", [*user, found("postgres"), "-D", self.data, *options], port=port, folder=pathlib.Path("/"))
        self._await()
        for name in ("b", "c2"):
            self.ask("postgres", f"create database {name}")
            self.ask(name, (SYSTEMS / name / "schema.sql").read_text())

    @staticmethod
    def _account():
        for name in ("postgres", "nobody"):
            try:
                return pwd.getpwnam(name)
            except KeyError:
                continue
        raise Failure("PostgreSQL needs a user that is not root; there is neither postgres nor nobody")

    def _await(self):
        for _ in range(100):
            try:
                return self.ask("postgres", "select 1")
            except psycopg2.OperationalError as reason:
                # It listens before it serves.
                if "starting up" not in str(reason):
                    raise Failure(f"PostgreSQL: {reason}; see {BUILD / 'logs' / 'postgres.log'}") from None
        raise Failure("PostgreSQL did not start")

    def dsn(self, name):
        return f"host=127.0.0.1 port={self.port} user=postgres dbname={name}"

    def ask(self, name, question):
        """The rows of an answer; none of a command."""
        connection = psycopg2.connect(self.dsn(name))
        try:
            connection.autocommit = True
            with connection.cursor() as cursor:
                cursor.execute(question)
                return cursor.fetchall() if cursor.description else []
        finally:
            connection.close()
