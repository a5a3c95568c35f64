#!/usr/bin/env python3
"""Calls a running service by voice, and looks for what it understood (names, numbers, words) in everything it leaves in the
clear: its data folder with database, journal and side files, its log, its metrics, its error reports. Half-way the database
goes away for a while, so that the journal is looked at too.

Usage: planted_names.py BIN_DIR STORE SCRIPT...     STORE is sqlite or postgres
"""
import base64
import http.server
import json
import pathlib
import sqlite3
import sys
import threading
import time
import urllib.request

from desk import Desk, check
from privatepostgres import PrivatePostgres

SHORTEST = 7  # Fewer characters are found anywhere by chance.


class Reports(http.server.BaseHTTPRequestHandler):
    """Where error reports go."""
    seen = []

    def do_POST(self):
        Reports.seen.append(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_):
        pass


def spellings(word):
    """As it may stand in a file."""
    text = word.lower()
    yield text.encode()
    yield text.encode("utf-16-le")
    yield text.encode().hex().encode()
    yield base64.b64encode(word.encode())[:len(word)].lower()


def planted_in(desk):
    """What the service understood of its callers: whole turns, names and numbers. Single words of a turn may be words of
    the product, such as the name of a request."""
    words = set()
    for call in desk.calls():
        shown = json.loads(desk.ctl("calls", "show", call["call_id"], "--json"))
        for turn in shown["turns"]:
            if turn["speaker"] == "caller":
                words.add(turn["text"])
        words.add(shown.get("caller_number", ""))
    for task in desk.tasks():
        words.update(str(task.get(name) or "") for name in ("patient_name", "caller_name", "callback_number"))
        words.update((task.get("patient_name") or "").split())
    words.update(word.removeprefix("+1") for word in list(words) if word.startswith("+1"))
    return {word for word in words if len(word) >= SHORTEST}


def hits(places, words):
    """Which of `words` stand in which of `places` (name, bytes)."""
    found = []
    for name, content in places:
        lower = content.lower()
        found += [(name, word) for word in words if any(spelling in lower for spelling in spellings(word))]
    return found


def files_under(folder):
    return [(str(path), path.read_bytes()) for path in sorted(pathlib.Path(folder).rglob("*")) if path.is_file()]


def places(desk, server, metrics):
    disk = files_under(desk.folder / "data") + (files_under(server.data) if server else [])
    return {
        "disk": disk,
        "log": [("frontdeskd.log", desk.log().encode())],
        "metrics": [("/metrics", page) for page in metrics],
        "error reports": [("report", body) for body in Reports.seen],
    }


def wait_for(condition, seconds=90):
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.2)


def without_database(desk, server):
    """Takes the database away from the service until a call has written to the journal. Returns the disk meanwhile."""
    journal = desk.folder / "data" / "calls.journal"
    holder = None
    if server:
        server.kill()
    else:
        holder = sqlite3.connect(desk.folder / "data" / "frontdesk.sqlite", isolation_level=None, timeout=30)
        holder.execute("BEGIN EXCLUSIVE")
    wait_for(lambda: journal.stat().st_size > 0)
    looked = files_under(desk.folder / "data")
    if server:
        server.start()
    else:
        holder.execute("ROLLBACK")
        holder.close()
    return looked


def main():
    bin_dir, store, *scripts = sys.argv[1:]
    reports = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Reports)
    threading.Thread(target=reports.serve_forever, daemon=True).start()
    server = PrivatePostgres() if store == "postgres" else None
    try:
        environment = {"FRONTDESK_LOG_LEVEL": "debug",
                       "FRONTDESK_SENTRY_DSN": f"http://key@127.0.0.1:{reports.server_port}/1"}
        if server:
            server.start()
            server.create("desk")
            environment["FRONTDESK_DATABASE_URL"] = server.url("desk")
        with Desk(bin_dir, environment) as desk:
            desk.start()
            metrics = []
            during = []
            for number, script in enumerate(scripts):
                call = desk.call(script)
                if number == 0:
                    wait_for(desk.calls)
                    during = without_database(desk, server)
                call.communicate(timeout=300)
                with urllib.request.urlopen(desk.url + "/metrics", timeout=10) as page:
                    metrics.append(page.read())
            wait_for(lambda: (desk.folder / "data" / "calls.journal").stat().st_size == 0)
            words = planted_in(desk)
            check(len(words) >= 3, f"the service understood {len(words)} names, numbers and sentences")
            check(any(name.endswith("calls.journal") and content for name, content in during),
                  "the journal held writes while the database was away")
            check(not hits(during, words), f"none of it stood on the disk meanwhile ({len(during)} files)")
            for kind, found in places(desk, server, metrics).items():
                wrong = hits(found, words)
                size = sum(len(content) for _, content in found)
                check(not wrong, f"{kind}: 0 hits in {len(found)} places, {size >> 10} KiB"
                      + "".join(f"\n      {name}: {word}" for name, word in wrong[:5]))
            everything = places(desk, server, metrics)
            check(bool(hits(everything["disk"], {"Oak Street Clinic"})), "the scan finds what is in the clear")
    finally:
        reports.shutdown()
        if server:
            server.close()


if __name__ == "__main__":
    main()
