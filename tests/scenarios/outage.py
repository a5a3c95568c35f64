#!/usr/bin/env python3
"""Takes the database away for a while under calls that never stop, and then counts: every call was answered as before, nothing
is lost, nothing is there twice, and what waited meanwhile stood nowhere in the clear.

Usage: outage.py BIN_DIR STORE SECONDS SCRIPT     STORE is sqlite or postgres; SCRIPT is spoken again and again
"""
import base64
import collections
import json
import os
import pathlib
import random
import re
import secrets
import select
import socket
import sqlite3
import statistics
import sys
import threading
import time
import urllib.request

from crashes import Away, Phone, Records, session_of
from desk import Desk, check
from planted_names import files_under, hits, planted_in
from privatepostgres import PrivatePostgres

CALLERS = 3
AROUND_SECONDS = 8  # Before and after the outage, for comparison.


class Line(Phone):
    """A caller's line that notices when it hears something."""

    def converse(self, sid, token, seconds):
        """Is silent for a while and hangs up. Returns after how long the caller heard us; None: not at all."""
        host, port = self.url.removeprefix("http://").split(":")
        url = self.url.replace("http", "ws", 1) + "/twilio/media"
        heard = None
        with socket.create_connection((host, int(port)), timeout=10) as line:
            line.sendall((f"GET /twilio/media HTTP/1.1\r\nHost: {host}:{port}\r\nUpgrade: websocket\r\n"
                          f"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                          f"Sec-WebSocket-Key: {base64.b64encode(os.urandom(16)).decode()}\r\n"
                          f"X-Twilio-Signature: {self.sign(url, {})}\r\n\r\n").encode())
            if b" 101 " not in line.recv(4096).split(b"\r\n", 1)[0]:
                raise Away
            stream = "MZ" + secrets.token_hex(16)
            self.send(line, {"event": "connected", "protocol": "Call", "version": "1.0.0"})
            self.send(line, {"event": "start", "sequenceNumber": "1", "streamSid": stream,
                             "start": {"streamSid": stream, "accountSid": "AC" + "0" * 32, "callSid": sid,
                                       "tracks": ["inbound"], "customParameters": {"token": token},
                                       "mediaFormat": {"encoding": "audio/x-mulaw", "sampleRate": 8000, "channels": 1}}})
            begun = time.monotonic()
            silence = base64.b64encode(b"\xff" * 160).decode()
            for frame in range(int(seconds * 50)):
                self.send(line, {"event": "media", "sequenceNumber": str(frame + 2), "streamSid": stream,
                                 "media": {"track": "inbound", "chunk": str(frame + 1),
                                           "timestamp": str(frame * 20), "payload": silence}})
                while select.select([line], [], [], 0)[0]:
                    came = line.recv(65536)
                    if not came:
                        raise Away
                    if heard is None and b'"media"' in came:
                        heard = time.monotonic() - begun
                time.sleep(0.02)
            self.send(line, {"event": "stop", "sequenceNumber": "9999", "streamSid": stream,
                             "stop": {"accountSid": "AC" + "0" * 32, "callSid": sid}})
            time.sleep(0.2)
        return heard


class Callers:
    """Calls without end, and what their callers noticed."""

    def __init__(self, desk, script):
        self.desk = desk
        self.script = json.loads(pathlib.Path(script).read_text(encoding="utf-8"))
        # How fast a busy machine recognizes speech is for others to measure; what was said is looked up at the end.
        self.script["expect"] = {"dialled": False, "ended_by": "assistant"}
        self.lock = threading.Lock()
        self.away = False
        self.stopping = threading.Event()
        self.calls = {}                                  # sid: whether a task must be left
        self.answered = collections.defaultdict(list)    # during the outage or not: seconds to the answer
        self.heard = collections.defaultdict(list)       # and to our first sound
        self.spoken = collections.defaultdict(list)      # and callsim's own verdict
        self.noticed = []
        self.threads = [threading.Thread(target=self.dial) for _ in range(CALLERS)]
        self.threads.append(threading.Thread(target=self.speak))

    def start(self):
        for thread in self.threads:
            thread.start()

    def stop(self):
        self.stopping.set()
        for thread in self.threads:
            thread.join()

    def dial(self):
        chance = random.Random(secrets.randbits(64))
        line = Line(self.desk)
        while not self.stopping.is_set():
            sid = "CA" + secrets.token_hex(16)
            away = self.away
            try:
                begun = time.monotonic()
                twiml = line.post("/twilio/voice", sid, "ringing")
                with self.lock:
                    self.calls[sid] = False
                    self.answered[away].append(time.monotonic() - begun)
                if "<Connect" not in twiml:
                    raise Away("rang the clinic")
                if chance.random() < 0.7:
                    token = re.search(r'name="token" value="([^"]+)"', twiml).group(1)
                    heard = line.converse(sid, token, chance.uniform(2, 5))
                    if heard is None:
                        raise Away("heard nothing")
                    with self.lock:
                        self.heard[away].append(heard)
                else:
                    line.post("/twilio/stream-ended", sid, "in-progress")
                    line.post("/twilio/transfer-ended", sid, "in-progress", DialCallStatus="no-answer")
                    self.calls[sid] = True
                line.post("/twilio/status", sid, "completed")
            except (Away, OSError) as error:
                with self.lock:
                    self.noticed.append((away, repr(error)))

    def speak(self):
        while not self.stopping.is_set():
            away = self.away
            call = self.desk.call(self.script, looks_up=False)
            output, _ = call.communicate(timeout=600)
            away = away or self.away
            self.spoken[away].append(call.returncode)
            if call.returncode != 0:
                self.noticed.append((away, "spoken call: " + output[-1500:]))


class Outage:
    def __init__(self, desk, server):
        self.desk = desk
        self.server = server
        self.holder = None

    def begin(self):
        if self.server:
            self.server.kill()
        else:
            self.holder = sqlite3.connect(self.desk.folder / "data" / "frontdesk.sqlite", isolation_level=None, timeout=60)
            self.holder.execute("BEGIN EXCLUSIVE")

    def end(self):
        if self.server:
            self.server.start()
        else:
            self.holder.execute("ROLLBACK")
            self.holder.close()


def readiness(desk):
    with urllib.request.urlopen(desk.url + "/readyz", timeout=10) as page:
        return page.status, json.load(page)


def journal(desk):
    return desk.folder / "data" / "calls.journal"


def live_through(desk, callers, outage, seconds):
    """Returns what stood on the disk before the end, and the largest journal."""
    time.sleep(AROUND_SECONDS)
    outage.begin()
    callers.away = True
    until = time.monotonic() + seconds
    largest = 0
    asked = collections.Counter()
    while time.monotonic() < until:
        time.sleep(min(2.0, max(0.1, until - time.monotonic())))
        largest = max(largest, journal(desk).stat().st_size)
        if time.monotonic() < until - 3 and largest:
            status, page = readiness(desk)
            down = ",".join(part["name"] for part in page["parts"] if part["state"] == "down")
            asked[status, page["status"], down] += 1
    disk = files_under(desk.folder / "data")
    callers.away = False
    outage.end()
    ended = time.monotonic()
    while journal(desk).stat().st_size > 0:
        if time.monotonic() - ended > 120 + seconds:
            sys.exit("the journal does not become empty:\n" + desk.log()[-3000:])
        time.sleep(0.05)
    print(f"       the journal grew to {largest >> 10} KiB and was empty {time.monotonic() - ended:.1f} s after the end",
          flush=True)
    # SQLite that cannot be written can still be read from time to time.
    right = {(200, "degraded", "database")} | (set() if outage.server else {(200, "ready", "")})
    check(bool(asked) and set(asked) <= right, f"/readyz said all the time what was away: {dict(asked)}")
    time.sleep(AROUND_SECONDS)
    return disk, largest


def milliseconds(times):
    ordered = sorted(times)
    return (f"{len(ordered)}: median {statistics.median(ordered) * 1000:.0f} ms, "
            f"P95 {ordered[int(len(ordered) * 0.95)] * 1000:.0f} ms, longest {ordered[-1] * 1000:.0f} ms") if ordered else "0"


def verify_callers(callers):
    for what, times in (("answers to the phone network", callers.answered), ("first sounds", callers.heard)):
        print(f"       {what} with the database {milliseconds(times[False])}", flush=True)
        print(f"       {what} without it        {milliseconds(times[True])}", flush=True)
    check(callers.answered[True] and callers.heard[True], "there were calls while the database was away")
    check(not callers.noticed, f"no caller noticed anything; {len(callers.noticed)} did {callers.noticed[:3]}")
    print(f"       spoken calls: {len(callers.spoken[True])} touched by the outage, {len(callers.spoken[False])} not",
          flush=True)
    check(callers.spoken[True], "somebody spoke meanwhile, and was understood")
    check(max(callers.heard[True]) < 3, "nobody waited three seconds for our voice")


def verify_records(desk, callers, records):
    rows = records.rows("SELECT network_call_id, call_id, COALESCE(ended_at, 0) FROM calls")
    kept = collections.Counter(row[0] for row in rows)
    wrong = [sid for sid in callers.calls if kept[sid] != 1]
    spoken = sum(len(runs) for runs in callers.spoken.values())
    check(not wrong and len(rows) == len(callers.calls) + spoken,
          f"each call is kept once: {len(rows)} of {len(callers.calls) + spoken}, not so {len(wrong)}")
    check(all(row[2] != "0" for row in rows), "each call has an end")
    by_sid = {row[0]: row[1] for row in rows}
    holes = []
    for row in rows:
        if row[0] not in callers.calls:
            turns = json.loads(desk.ctl("calls", "show", row[1], "--json"))["turns"]
            whole = [turn["number"] for turn in turns] == list(range(1, len(turns) + 1))
            answered = any("open" in turn["text"] for turn in turns if turn["speaker"] == "assistant")
            if not whole or not answered or turns[-1]["speaker"] != "assistant":
                holes.append(turns)
    check(not holes, f"each spoken call has all of its turns: {spoken}, not so {holes[:1]}")
    tasks = collections.Counter(row[0] for row in records.rows("SELECT call_id FROM tasks WHERE submit_key = 'unanswered'"))
    wanted = [by_sid[sid] for sid, task in callers.calls.items() if task]
    check(wanted and all(tasks[call] == 1 for call in wanted) and sum(tasks.values()) == len(wanted),
          f"each caller whom nobody took has one task: {len(wanted)}")
    events = records.rows("SELECT sequence, kind, subject FROM events ORDER BY sequence")
    check([int(row[0]) for row in events] == list(range(1, len(events) + 1)), f"the events have no hole: {len(events)}")
    told = collections.Counter((row[1], row[2]) for row in events)
    wanted = [("call.started", row[1]) for row in rows] + [("call.ended", row[1]) for row in rows]
    wanted += [("task.created", row[0]) for row in records.rows("SELECT task_id FROM tasks")]
    wanted += [("escalation.raised", row[0]) for row in records.rows("SELECT escalation_id FROM escalations")]
    wanted += [("call.turn", f"{row[0]}:{row[1]}") for row in records.rows("SELECT call_id, number FROM turns")]
    wrong = [what for what in wanted if (told[what] < 1 if what[0] == "call.turn" else told[what] != 1)]
    check(not wrong, f"each beginning, end, task, escalation and turn was told once: {len(wanted)}, not so {wrong[:3]}")
    check("NOT WHOLE" not in desk.ctl("audit", "verify"), "the audit log is whole")
    check("the database refused" not in desk.log(), "the database refused nothing of the journal")


def main():
    bin_dir, store, seconds, script = sys.argv[1:]
    server = PrivatePostgres() if store == "postgres" else None
    try:
        environment = {"FRONTDESK_LOG_LEVEL": "warning"}
        if server:
            server.start()
            server.create("desk")
            environment["FRONTDESK_DATABASE_URL"] = server.url("desk")
        with Desk(bin_dir, environment) as desk:
            desk.start()
            session_of(desk)()  # Something for the audit log.
            callers = Callers(desk, script)
            callers.start()
            try:
                disk, largest = live_through(desk, callers, Outage(desk, server), float(seconds))
            finally:
                callers.stop()
            while journal(desk).stat().st_size > 0:
                time.sleep(0.05)
            verify_callers(callers)
            verify_records(desk, callers, Records(desk, server))
            check(largest > 0, "the journal held what was written")
            words = planted_in(desk)
            check(len(words) >= 3 and not hits(disk, words),
                  f"none of {len(words)} names, numbers and sentences stood on the disk meanwhile")
    finally:
        if server:
            server.close()


if __name__ == "__main__":
    main()
