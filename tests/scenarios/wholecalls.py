"""Whole calls from files: what they say, and a service with fake vendors and a telephone network to play them to."""
import datetime
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
import zoneinfo

from desk import ACCOUNT, TOKEN, free_port, recordings_at_network

FOLDER = pathlib.Path(__file__).parent / "calls"
LINE = "+15550199999"
OURS = ("family", "clinic", "log_has", "settings", "audit", "recorded_by_network")  # Members of a file that callsim does not know.
START_SECONDS = 60
LONGEST_CALL_SECONDS = 240


class Scenario:
    """One file: a call, the clinic it goes to, and what must come of it."""

    def __init__(self, path, clinics):
        said = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
        usual = json.loads((FOLDER / "usual.json").read_text(encoding="utf-8"))
        self.name = path.stem
        self.family = path.parent.name
        self.clinic = said.get("clinic", "oak-street")
        self.settings = said.get("settings", {})
        self.audit = {**usual["audit"], **said.get("audit", {})}
        self.recorded_by_network = said.get("recorded_by_network", "never")
        if self.clinic not in clinics:
            raise SystemExit(f"{path}: there is no clinic {self.clinic}")
        self.script = {name: value for name, value in said.items() if name not in OURS}
        for member in ("answers", "truth", "expect"):
            self.script[member] = {**usual[member], **said.get(member, {})}
        self.script.setdefault("voice", "marked")
        self.script["to"] = clinics[self.clinic]
        self.faults = [line["fault"] for line in self.script["lines"] if "fault" in line]

    @property
    def alone(self):
        """Breaks vendors, or wants settings of its own: nobody else may be on the line."""
        return bool(self.faults or self.settings)


def clinics():
    """Number of each clinic by name."""
    names = json.loads((FOLDER / "clinics.json").read_text(encoding="utf-8"))
    return {name: f"+1555020{at:04d}" for at, name in enumerate(names)}


def scenarios(wanted=()):
    """All scenarios, or those whose family or name is wanted."""
    numbers = clinics()
    found = [Scenario(path, numbers) for path in sorted(FOLDER.glob("*/*.json"))]
    if len({one.name for one in found}) < len(found):
        raise SystemExit("two scenarios have one name; reports go by it")
    return [one for one in found if not wanted or one.family in wanted or one.name in wanted]


def clinic_options(options):
    """With the days that are meant; a call at midnight still finds its day."""
    today = datetime.datetime.now(zoneinfo.ZoneInfo("America/New_York")).date()
    words = {"TODAY": today.isoformat(), "TOMORROW": (today + datetime.timedelta(days=1)).isoformat(),
             "NOT-TODAY": (today + datetime.timedelta(days=3)).strftime("%a").lower()}
    return [re.sub("NOT-TODAY|TODAY|TOMORROW", lambda day: words[day.group()], option) for option in options]


def network_recording(report):
    """What the phone network recorded of a call: `never`, `kept`, or `stopped` when the conversation went on without."""
    events = [entry["what"] for entry in report["journal"]]
    if "records the call" not in events:
        return "never"
    after = events[events.index("records no more"):]
    return "stopped" if any(what.startswith("says <") for what in after) else "kept"


class House:
    """A data folder with the clinics of the scenarios; services run on copies of it, so that voices are prepared once."""

    def __init__(self, bin_dir, folder=None):
        self.bin = pathlib.Path(bin_dir)
        self.folder = pathlib.Path(folder or tempfile.mkdtemp(prefix="frontdesk-calls-"))
        self.data = self.folder / "data"

    def found(self, wanted=None, **more):
        """Makes the clinics, or those that are wanted."""
        described = json.loads((FOLDER / "clinics.json").read_text(encoding="utf-8"))
        for name, number in clinics().items():
            if wanted is None or name in wanted:
                self.ctl("clinic", "create", "--number", number, "--line", LINE,
                         *clinic_options(described[name]["options"]), **more)
        self.ctl("vendor", "set", "loopback", "--baa-signed", "2026-01-01", "--phi", "made-up calls", **more)
        return self

    def environment(self, **more):
        return {**os.environ, "FRONTDESK_DATA_DIR": str(self.data),
                "FRONTDESK_TWILIO_ACCOUNT_SID": ACCOUNT,
                "FRONTDESK_TWILIO_AUTH_TOKEN": TOKEN,
                "FRONTDESK_DEBUG_MARKS": "1", **more}

    def ctl(self, *arguments, **more):
        done = subprocess.run([self.bin / "frontdeskctl", *arguments], env=self.environment(**more), capture_output=True,
                              text=True, timeout=60)
        if done.returncode != 0:
            raise SystemExit(f"frontdeskctl {' '.join(arguments)}: {done.stderr}")
        return done.stdout

    def copy(self):
        other = House(self.bin)
        shutil.copytree(self.data, other.data)
        return other

    def leave(self):
        shutil.rmtree(self.folder, ignore_errors=True)


def ports(count):
    """The first of `count` free ports in a row."""
    while True:
        first = free_port()
        if first + count < 60000 and all(is_free(first + more) for more in range(count)):
            return first


def is_free(port):
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


class Line:
    """One service with callsim playing its vendors and its telephones."""

    def __init__(self, house, **settings):
        self.house = house
        self.vendors = ports(7)
        self.url = f"http://127.0.0.1:{free_port()}"
        at = "http://127.0.0.1:%d"
        self.environment = house.environment(**{f"FRONTDESK_{name}": value for name, value in {
            "LISTEN": self.url.removeprefix("http://"), "PUBLIC_URL": self.url,
            "STT": "deepgram", "LLM": "openai,rules", "TTS": "elevenlabs",
            "DEEPGRAM_URL": "ws://127.0.0.1:%d" % self.vendors, "DEEPGRAM_API_KEY": "deepgram-key-of-the-fake",
            "OPENAI_URL": at % (self.vendors + 1) + "/v1", "OPENAI_API_KEY": "openai-key-of-the-fake",
            "ELEVENLABS_URL": at % (self.vendors + 2), "ELEVENLABS_API_KEY": "elevenlabs-key-of-the-fake",
            "ELEVENLABS_VOICE": "voice1",
            "TWILIO_API_URL": at % (self.vendors + 3),
            "S3_URL": at % (self.vendors + 4), "S3_BUCKET": "calls", "S3_ACCESS_KEY": "TESTKEY",
            "S3_SECRET_KEY": "TEST:SECRET/+", **settings}.items()})
        self.service = self.telephones = None

    def start(self):
        """Once the vendors are there."""
        with open(self.house.folder / "frontdeskd.log", "a", encoding="utf-8") as log:
            self.service = subprocess.Popen([self.house.bin / "frontdeskd"], env=self.environment, stderr=log)
        deadline = time.monotonic() + START_SECONDS
        while not self.ready():
            if self.service.poll() is not None or time.monotonic() > deadline:
                raise SystemExit("the service did not start:\n" + self.log())
            time.sleep(0.1)

    def wait_for_voices(self):
        """Until no fixed sentence has been added for a while."""
        phrases = self.house.data / "phrases"
        count, since = -1, time.monotonic()
        while count <= 0 or time.monotonic() - since < 3:
            now = len(list(phrases.rglob("*"))) if phrases.exists() else 0
            if now != count:
                count, since = now, time.monotonic()
            time.sleep(0.2)

    def ready(self):
        try:
            with urllib.request.urlopen(self.url + "/readyz", timeout=2):
                return True
        except (urllib.error.URLError, OSError):
            return False

    def open(self, chosen, *options):
        """The vendors and the telephones; nobody calls yet."""
        files = []
        (self.house.folder / "report.json").unlink(missing_ok=True)
        for scenario in chosen:
            path = self.house.folder / "scripts" / (scenario.name + ".json")
            path.parent.mkdir(exist_ok=True)
            path.write_text(json.dumps(scenario.script), encoding="utf-8")
            files.append(path)
        with open(self.house.folder / "callsim.log", "w", encoding="utf-8") as output:
            self.telephones = subprocess.Popen(
                [self.house.bin / "callsim", "--service", self.url, "--line", LINE, "--vendors", str(self.vendors),
                 "--wait", "--frontdeskctl", self.house.bin / "frontdeskctl", "--json", self.house.folder / "report.json",
                 "--concurrent", str(len(files)), "--longest-s", str(LONGEST_CALL_SECONDS), *options, *files],
                env=self.environment, stdin=subprocess.PIPE, stdout=output, stderr=subprocess.STDOUT)
        deadline = time.monotonic() + START_SECONDS
        while is_free(self.vendors + 5):
            if self.telephones.poll() is not None or time.monotonic() > deadline:
                raise SystemExit("callsim did not start:\n" + self.output())
            time.sleep(0.05)

    def play(self):
        """All calls; what came of each, by the name of its scenario."""
        self.telephones.stdin.write(b"\n")
        self.telephones.stdin.flush()
        self.telephones.wait()
        if self.telephones.returncode > 1:
            raise SystemExit(self.output())
        return {call["script"]: call for call in json.loads((self.house.folder / "report.json").read_text())}

    def play_and_stay(self):
        """The same of calls that were opened with --stay: the vendors are still there."""
        self.telephones.stdin.write(b"\n")
        self.telephones.stdin.flush()
        report = self.house.folder / "report.json"
        while not report.exists():
            if self.telephones.poll() is not None:
                raise SystemExit(self.output())
            time.sleep(0.1)
        return {call["script"]: call for call in json.loads(report.read_text())}

    def recordings_at_network(self, call_sid):
        return recordings_at_network(self.vendors + 3, call_sid)

    def heal_vendors(self):
        self.telephones.stdin.write(b"\n")
        self.telephones.stdin.flush()

    def leave_vendors(self):
        """They go; what they have to tell."""
        self.telephones.stdin.close()
        self.telephones.wait()
        return self.output()

    def output(self):
        return (self.house.folder / "callsim.log").read_text(encoding="utf-8")

    def log(self):
        return (self.house.folder / "frontdeskd.log").read_text(encoding="utf-8")

    def stop(self):
        for process in (self.service, self.telephones):
            if process and process.poll() is None:
                process.send_signal(signal.SIGKILL)
                process.wait()
