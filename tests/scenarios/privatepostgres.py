"""A PostgreSQL of its own for one scenario: in a temporary folder, on a unix socket there, run by an unprivileged user."""
import ctypes
import glob
import os
import pathlib
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse

PR_SET_PDEATHSIG = 1


class PrivatePostgres:
    def __init__(self):
        found = sorted(glob.glob("/usr/lib/postgresql/*/bin"))
        if not found:
            sys.exit("PostgreSQL's server programs are not installed; see tools/install-packages.")
        self.bin = pathlib.Path(found[-1])
        self.user = pwd.getpwnam("postgres") if os.getuid() == 0 else None
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="frontdesk-postgres-"))
        if self.user:
            os.chown(self.folder, self.user.pw_uid, self.user.pw_gid)
        self.process = None
        self.run("initdb", "--no-sync", "--username=postgres", "--auth=trust", "--encoding=UTF8", "-D", self.data)

    @property
    def data(self):
        return self.folder / "data"

    def become(self):
        if self.user:
            os.setgroups([])
            os.setgid(self.user.pw_gid)
            os.setuid(self.user.pw_uid)
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)

    def run(self, program, *arguments):
        done = subprocess.run([self.bin / program, *arguments], preexec_fn=self.become, cwd="/", capture_output=True,
                              text=True)
        if done.returncode != 0:
            sys.exit(f"{program}: {done.stderr}")
        return done.stdout

    def start(self):
        (self.data / "postmaster.pid").unlink(missing_ok=True)
        # Only processes die here, not machines: nothing need reach the disk.
        self.process = subprocess.Popen(
            [self.bin / "postgres", "-D", self.data, "-k", self.folder, "-c", "listen_addresses=", "-c", "fsync=off"],
            preexec_fn=self.become, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while subprocess.run([self.bin / "pg_isready", "-q", "-h", self.folder], check=False).returncode != 0:
            if self.process.poll() is not None:
                sys.exit("PostgreSQL did not start")
            time.sleep(0.02)

    def kill(self):
        """The whole server: left alone, its processes would notice the death of the first after a moment only."""
        children = pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        processes = [self.process.pid, *(int(child) for child in children.read_text(encoding="ascii").split())]
        for process in processes:
            os.kill(process, signal.SIGKILL)
        self.process.wait()
        while any(pathlib.Path(f"/proc/{process}").exists() for process in processes):
            time.sleep(0.01)

    def create(self, name):
        self.run("createdb", "-h", self.folder, "-U", "postgres", name)

    def query(self, database, sql):
        return self.run("psql", "-h", self.folder, "-U", "postgres", "-d", database, "-At", "-F", "|", "-c", sql)

    def url(self, database):
        return f"postgresql://postgres@/{database}?host={urllib.parse.quote(str(self.folder), safe='')}"

    def close(self):
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
