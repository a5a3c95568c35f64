"""A Frontdesk of its own for one scenario: a data folder, a clinic, the service, and calls to it."""
import base64
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

LINE = "+15550199999"
START_SECONDS = 60
ACCOUNT, TOKEN = "AC" + "0" * 32, "0123456789abcdef0123456789abcdef"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def recordings_at_network(port, call_sid):
    """What the phone network that is played there has of a call."""
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/2010-04-01/Accounts/{ACCOUNT}/Calls/{call_sid}/Recordings.json")
    request.add_header("Authorization", "Basic " + base64.b64encode(f"{ACCOUNT}:{TOKEN}".encode()).decode())
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)["recordings"]


class Desk:
    def __init__(self, bin_dir, environment=None):
        self.bin = pathlib.Path(bin_dir)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="frontdesk-scenario-"))
        self.url = f"http://127.0.0.1:{free_port()}"
        self.environment = dict(
            os.environ,
            FRONTDESK_DATA_DIR=str(self.folder / "data"),
            FRONTDESK_LISTEN=self.url.removeprefix("http://"),
            FRONTDESK_PUBLIC_URL=self.url,
            FRONTDESK_TWILIO_ACCOUNT_SID=ACCOUNT,
            FRONTDESK_TWILIO_AUTH_TOKEN=TOKEN,
            FRONTDESK_DEBUG_MARKS="1",
        )
        self.environment.update(environment or {})
        self.service = None
        self.ctl("clinic", "create", "--name", "Oak Street Clinic", "--number", "+15550100000", "--line", LINE,
                 "--timezone", "America/New_York", "--hours", "mon-sun 00:00-23:59",
                 "--address", "12 Oak Street, Springfield", "--insurance", "Aetna, Blue Cross Blue Shield, Medicare",
                 "--provider", "Dr. Maria Lopez|family medicine|female")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.service and self.service.poll() is None:
            self.service.kill()
            self.service.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def ctl(self, *arguments):
        done = subprocess.run([self.bin / "frontdeskctl", *arguments], env=self.environment, capture_output=True,
                              text=True, timeout=60)
        if done.returncode != 0:
            sys.exit(f"frontdeskctl {' '.join(arguments)}: {done.stderr}")
        return done.stdout

    def start(self):
        """Starts the service and waits until it is ready."""
        with open(self.folder / "frontdeskd.log", "a", encoding="utf-8") as log:
            self.service = subprocess.Popen([self.bin / "frontdeskd"], env=self.environment, stderr=log)
        deadline = time.monotonic() + START_SECONDS
        while not self.ready():
            if self.service.poll() is not None or time.monotonic() > deadline:
                sys.exit("the service did not start:\n" + self.log())
            time.sleep(0.1)

    def ready(self):
        try:
            with urllib.request.urlopen(self.url + "/readyz", timeout=5) as page:
                return json.load(page)["status"] == "ready"
        except (urllib.error.URLError, OSError):
            return False

    def kill(self):
        self.service.send_signal(signal.SIGKILL)
        self.service.wait()

    def log(self):
        return (self.folder / "frontdeskd.log").read_text(encoding="utf-8")

    def call(self, script, *options, looks_up=True):
        """Starts a call; returns the running callsim. `looks_up`: it reads the records when the call is over."""
        if isinstance(script, dict):
            path = self.folder / f"script-{time.monotonic_ns()}.json"
            path.write_text(json.dumps(script), encoding="utf-8")
            script = path
        records = ["--frontdeskctl", self.bin / "frontdeskctl"] if looks_up else []
        return subprocess.Popen(
            [self.bin / "callsim", "--service", self.url, "--line", LINE, *records, *options, script],
            env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def tasks(self):
        return json.loads(self.ctl("tasks", "list", "--json"))

    def calls(self):
        return json.loads(self.ctl("calls", "list", "--json"))


def check(holds, what):
    print(("ok    " if holds else "FAIL  ") + what, flush=True)
    if not holds:
        sys.exit(1)
