#!/usr/bin/env python3
"""Kills the service, its PostgreSQL, or both, at random moments under calls and API work, and then counts: no acknowledged
write is lost, no event is lost or doubled, every call is accounted for, and a webhook has told all of it in order.

Usage: crashes.py BIN_DIR STORE ROUNDS [SEED]     STORE is sqlite or postgres
"""
import base64
import collections
import hashlib
import hmac
import http.server
import json
import os
import pathlib
import random
import re
import secrets
import signal
import socket
import sqlite3
import struct
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

from desk import Desk, check
from privatepostgres import PrivatePostgres

CALLERS = 6
WRITERS = 3
READY_SECONDS = 60
NUMBER = "+15550100000"
PASSWORD = "violet kettle on the roof"


class Away(Exception):
    """The service did not answer; whether it did what it was asked to is not known."""


def ask(method, url, body=None, headers=None):
    """Returns (status, headers, body)."""
    request = urllib.request.Request(url, data=body, method=method, headers=headers or {})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()
    except (urllib.error.URLError, OSError, ValueError, EOFError) as error:
        raise Away from error
    except Exception as error:  # http.client's errors have no common base that is public
        raise Away from error


class Phone:
    """The phone network's side: signed webhooks and a media stream with silence."""

    def __init__(self, desk):
        self.url = desk.url
        self.token = desk.environment["FRONTDESK_TWILIO_AUTH_TOKEN"].encode()

    def sign(self, url, form):
        text = url + "".join(key + form[key] for key in sorted(form))
        return base64.b64encode(hmac.new(self.token, text.encode(), hashlib.sha1).digest()).decode()

    def post(self, path, sid, status, **more):
        form = {"CallSid": sid, "AccountSid": "AC" + "0" * 32, "From": "+15552345678", "To": NUMBER,
                "CallStatus": status, "ApiVersion": "2010-04-01", "Direction": "inbound", **more}
        url = self.url + path
        code, _, body = ask("POST", url, urllib.parse.urlencode(form).encode(),
                            {"X-Twilio-Signature": self.sign(url, form),
                             "Content-Type": "application/x-www-form-urlencoded"})
        if code >= 300:
            raise Away
        return body.decode()

    def stream(self, sid, token, seconds):
        """Connects the media stream, is silent for a while, and hangs up."""
        url = self.url.replace("http", "ws", 1) + "/twilio/media"
        host, port = self.url.removeprefix("http://").split(":")
        try:
            with socket.create_connection((host, int(port)), timeout=10) as line:
                line.sendall((f"GET /twilio/media HTTP/1.1\r\nHost: {host}:{port}\r\nUpgrade: websocket\r\n"
                              f"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                              f"Sec-WebSocket-Key: {base64.b64encode(os.urandom(16)).decode()}\r\n"
                              f"X-Twilio-Signature: {self.sign(url, {})}\r\n\r\n").encode())
                if b" 101 " not in line.recv(4096).split(b"\r\n", 1)[0]:
                    raise Away
                stream = "MZ" + secrets.token_hex(16)
                media_format = {"encoding": "audio/x-mulaw", "sampleRate": 8000, "channels": 1}
                self.send(line, {"event": "connected", "protocol": "Call", "version": "1.0.0"})
                self.send(line, {"event": "start", "sequenceNumber": "1", "streamSid": stream,
                                 "start": {"streamSid": stream, "accountSid": "AC" + "0" * 32, "callSid": sid,
                                           "tracks": ["inbound"], "customParameters": {"token": token},
                                           "mediaFormat": media_format}})
                silence = base64.b64encode(b"\xff" * 160).decode()
                for frame in range(int(seconds * 50)):
                    self.send(line, {"event": "media", "sequenceNumber": str(frame + 2), "streamSid": stream,
                                     "media": {"track": "inbound", "chunk": str(frame + 1),
                                               "timestamp": str(frame * 20), "payload": silence}})
                    time.sleep(0.02)
                self.send(line, {"event": "stop", "sequenceNumber": "9999", "streamSid": stream,
                                 "stop": {"accountSid": "AC" + "0" * 32, "callSid": sid}})
                time.sleep(0.2)
        except OSError as error:
            raise Away from error

    @staticmethod
    def send(line, message):
        data = json.dumps(message).encode()
        mask = os.urandom(4)
        size = struct.pack("!BB", 0x81, 0x80 | len(data)) if len(data) < 126 else struct.pack("!BBH", 0x81, 0xFE, len(data))
        line.sendall(size + mask + bytes(byte ^ mask[i % 4] for i, byte in enumerate(data)))


class Load:
    """What runs while things are killed, and what it was told that it had been done."""

    def __init__(self, desk, token_source):
        self.desk = desk
        self.phone = Phone(desk)
        self.sign_in = token_source
        self.lock = threading.Lock()
        self.calls = {}      # sid: what was acknowledged of it
        self.notes = []      # (task, text)
        self.stopping = threading.Event()
        self.threads = [threading.Thread(target=self.caller) for _ in range(CALLERS)]
        self.threads += [threading.Thread(target=self.writer) for _ in range(WRITERS)]

    def start(self):
        for thread in self.threads:
            thread.start()

    def stop(self):
        self.stopping.set()
        for thread in self.threads:
            thread.join()

    def know(self, sid, step):
        with self.lock:
            self.calls.setdefault(sid, set()).add(step)

    def caller(self):
        chance = random.Random(secrets.randbits(64))
        while not self.stopping.is_set():
            sid = "CA" + secrets.token_hex(16)
            try:
                twiml = self.phone.post("/twilio/voice", sid, "ringing")
                if "Connect" not in twiml:
                    continue
                self.know(sid, "began")
                if chance.random() < 0.6:
                    token = re.search(r'name="token" value="([^"]+)"', twiml).group(1)
                    self.phone.stream(sid, token, chance.uniform(0.2, 1.5))
                else:
                    self.phone.post("/twilio/stream-ended", sid, "in-progress")
                    self.phone.post("/twilio/transfer-ended", sid, "in-progress", DialCallStatus="no-answer")
                    self.know(sid, "task")
                self.phone.post("/twilio/status", sid, "completed")
                self.know(sid, "ended")
            except Away:
                time.sleep(0.05)

    def writer(self):
        chance = random.Random(secrets.randbits(64))
        while not self.stopping.is_set():
            try:
                bearer = {"Authorization": "Bearer " + self.sign_in(), "Content-Type": "application/json"}
                code, _, body = ask("GET", self.desk.url + "/api/v1/tasks?limit=50", headers=bearer)
                items = json.loads(body)["items"] if code == 200 else []
                if not items:
                    time.sleep(0.1)
                    continue
                task = chance.choice(items)
                text = "note " + secrets.token_hex(8)
                code, _, _ = ask("POST", f"{self.desk.url}/api/v1/tasks/{task['id']}/actions/note",
                                 json.dumps({"text": text}).encode(),
                                 dict(bearer, **{"If-Match": f"\"v{task['version']}\""}))
                if code < 300:
                    with self.lock:
                        self.notes.append((task["id"], text))
            except Away:
                time.sleep(0.05)


class Receiver(http.server.BaseHTTPRequestHandler):
    """Another program that is told of the clinic's events; a few times it is not in the mood."""
    most_refused = 5  # Each makes it wait for ten seconds.
    secret = b""
    refused = 0
    wrong = []
    bodies = {}     # by delivery id
    order = []      # sequences, each when it came first

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if Receiver.refused < Receiver.most_refused and random.random() < 0.2:
            Receiver.refused += 1
            self.send_response(503)
            self.send_header("Retry-After", "1")
        else:
            self.take(body)
            self.send_response(204)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def take(self, body):
        parts = dict(part.split("=", 1) for part in self.headers["Frontdesk-Signature"].split(","))
        wanted = hmac.new(Receiver.secret, parts["t"].encode() + b"." + body, "sha256").hexdigest()
        name = self.headers["Frontdesk-Delivery"]
        if not hmac.compare_digest(wanted, parts["v1"]) or Receiver.bodies.setdefault(name, body) != body:
            Receiver.wrong.append(name)
        sequence = json.loads(body)["sequence"]
        if sequence not in Receiver.order[-1:]:
            Receiver.order.append(sequence)

    def log_message(self, *_):
        pass


KINDS = ["task.created", "escalation.raised", "call.ended"]


def told_of(desk, token, port):
    """Has the receiver told of what happens; returns the webhook's path."""
    code, _, body = ask("POST", desk.url + "/api/v1/webhooks", json.dumps(
        {"url": f"http://127.0.0.1:{port}/in", "kinds": KINDS}).encode(),
        {"Authorization": "Bearer " + token(), "Content-Type": "application/json"})
    check(code == 201, f"a webhook is set up ({code})")
    Receiver.secret = json.loads(body)["secret"].encode()
    return "/api/v1/webhooks/" + json.loads(body)["id"]


def verify_receiver(desk, records, token, webhook, begun):
    rows = records.rows("SELECT sequence, kind FROM events ORDER BY sequence")
    wanted = [int(row[0]) for row in rows if row[1] in KINDS and int(row[0]) > begun]
    deadline = time.monotonic() + 300
    while wanted and Receiver.order[-1:] != wanted[-1:] and time.monotonic() < deadline:
        time.sleep(0.2)
    _, _, body = ask("GET", desk.url + webhook, headers={"Authorization": "Bearer " + token()})
    check(json.loads(body)["enabled"] and not Receiver.wrong, "the webhook is on, and all that came was signed by us")
    check(Receiver.order == wanted, f"the receiver was told of each chosen event, in order: {len(wanted)}, "
          f"it refused {Receiver.refused} times")


class Killer:
    def __init__(self, desk, server, chance):
        self.desk = desk
        self.server = server
        self.chance = chance
        self.kills = collections.Counter()

    def strike(self):
        time.sleep(self.chance.uniform(0.2, 2.0))
        victim = self.chance.choice(["service", "database", "both"]) if self.server else "service"
        self.kills[victim] += 1
        if victim != "service":
            self.server.kill()
            time.sleep(self.chance.uniform(0, 1.5))
        if victim != "database":
            self.desk.kill()
        if victim != "service":
            self.server.start()
        if victim != "database":
            self.desk.start()
        deadline = time.monotonic() + READY_SECONDS
        while not self.desk.ready():
            if time.monotonic() > deadline:
                sys.exit("the service is not ready again:\n" + self.desk.log()[-3000:])
            time.sleep(0.05)


class Records:
    """The database's rows, read beside the service."""

    def __init__(self, desk, server):
        self.file = desk.folder / "data" / "frontdesk.sqlite"
        self.server = server

    def rows(self, sql):
        if self.server:
            return [line.split("|") for line in self.server.query("desk", sql).splitlines()]
        with sqlite3.connect(self.file) as database:
            return [[str(value) for value in row] for row in database.execute(sql)]


def session_of(desk):
    """Makes an administrator and returns what gives an access token, a fresh one every five minutes."""
    invited = desk.ctl("user", "invite", "--clinic", NUMBER, "--email", "ann@clinic.example", "--name", "Ann",
                       "--role", "admin").strip().splitlines()[-1]
    json_body = {"Content-Type": "application/json"}
    code, _, body = ask("POST", desk.url + "/api/v1/auth/invitation/accept",
                        json.dumps({"token": invited, "name": "Ann", "password": PASSWORD}).encode(), json_body)
    check(code < 300, f"an administrator signs in ({code})" + ("" if code < 300 else body.decode()))
    held = {"token": "", "at": -1e9}
    lock = threading.Lock()

    def token():
        with lock:
            if time.monotonic() - held["at"] > 300:
                code, _, body = ask("POST", desk.url + "/api/v1/auth/sign-in", json.dumps(
                    {"email": "ann@clinic.example", "password": PASSWORD, "device_name": "crashes"}).encode(),
                    json_body)
                if code != 200:
                    raise Away
                held.update(token=json.loads(body)["access_token"], at=time.monotonic())
            return held["token"]
    return token


def verify(desk, load, records, token):
    by_sid = {row[0]: row for row in records.rows(
        "SELECT network_call_id, call_id, COALESCE(ended_at, 0), outcome FROM calls")}
    lost = [sid for sid in load.calls if sid not in by_sid]
    check(load.calls and load.notes, "there was load")
    check(not lost, f"every call that was answered is kept: {len(load.calls)}, lost {len(lost)} {lost[:3]}")
    running = [sid for sid, row in by_sid.items() if row[2] == "0"]
    check(not running, f"every call has an end; without: {len(running)}")

    tasks = collections.Counter(row[0] for row in records.rows(
        "SELECT call_id FROM tasks WHERE submit_key = 'unanswered'"))
    wanted = [by_sid[sid][1] for sid, steps in load.calls.items() if "task" in steps]
    wrong = [call for call in wanted if tasks[call] != 1]
    check(not wrong, f"each caller whom nobody took has one task: {len(wanted)}, not so {len(wrong)}")

    bearer = {"Authorization": "Bearer " + token()}
    noted = collections.defaultdict(list)
    for task, text in load.notes:
        noted[task].append(text)
    missing = 0
    for task, texts in noted.items():
        _, _, body = ask("GET", f"{desk.url}/api/v1/tasks/{task}", headers=bearer)
        kept = collections.Counter(note["text"] for note in json.loads(body)["notes"])
        missing += sum(kept[text] != 1 for text in texts)
    check(missing == 0, f"each acknowledged note is there once: {len(load.notes)}, not so {missing}")

    events = records.rows("SELECT sequence, kind, subject FROM events ORDER BY sequence")
    check([int(row[0]) for row in events] == list(range(1, len(events) + 1)),
          f"the clinic's events have no hole: {len(events)}")
    told = collections.Counter((row[1], row[2]) for row in events)
    recovered = {row[0] for row in records.rows("SELECT call_id FROM tasks WHERE submit_key = 'recovery'")}
    calls = [row[1] for row in by_sid.values()]
    begun = [call for call in calls if told["call.started", call] != 1]
    # A call that was given up may still get its true ending, which is told too.
    ended = [call for call in calls if not 1 <= told["call.ended", call] <= (2 if call in recovered else 1)]
    created = [row[0] for row in records.rows("SELECT task_id FROM tasks") if told["task.created", row[0]] != 1]
    raised = [row[0] for row in records.rows("SELECT escalation_id FROM escalations")
              if told["escalation.raised", row[0]] != 1]
    turns = [row for row in records.rows("SELECT call_id, number FROM turns")
             if told["call.turn", f"{row[0]}:{row[1]}"] < 1]
    check(not (begun or ended or created or raised or turns),
          f"each beginning, end, task, escalation and turn was told, and told once: not so {len(begun)}, {len(ended)}, "
          f"{len(created)}, {len(raised)}, {len(turns)}")
    print(f"       {len(calls)} calls, {len(recovered)} cut off and recovered, {len(load.notes)} notes, "
          f"{len(events)} events", flush=True)
    check("NOT WHOLE" not in desk.ctl("audit", "verify"), "the audit log is whole")
    check((desk.folder / "data" / "calls.journal").stat().st_size == 0, "the journal is empty")


def main():
    bin_dir, store, rounds = sys.argv[1:4]
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else secrets.randbits(32)
    print(f"seed {seed}", flush=True)
    server = PrivatePostgres() if store == "postgres" else None
    try:
        receiver = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
        threading.Thread(target=receiver.serve_forever, daemon=True).start()
        environment = {"FRONTDESK_LOG_LEVEL": "warning", "FRONTDESK_WEBHOOK_NETWORKS": "127.0.0.0/8"}
        if server:
            server.start()
            server.create("desk")
            environment["FRONTDESK_DATABASE_URL"] = server.url("desk")
        with Desk(bin_dir, environment) as desk:
            desk.start()
            token = session_of(desk)
            records = Records(desk, server)
            begun = int(records.rows("SELECT COALESCE(MAX(sequence), 0) FROM events")[0][0])
            webhook = told_of(desk, token, receiver.server_port)
            load = Load(desk, token)
            killer = Killer(desk, server, random.Random(seed))
            load.start()
            for _ in range(int(rounds)):
                killer.strike()
            load.stop()
            # What was cut off last is closed by the next start.
            desk.service.send_signal(signal.SIGKILL)
            desk.service.wait()
            desk.start()
            print(f"killed: {dict(killer.kills)}", flush=True)
            verify(desk, load, records, token)
            verify_receiver(desk, records, token, webhook, begun)
    finally:
        if server:
            server.close()


if __name__ == "__main__":
    main()
