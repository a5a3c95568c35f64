#!/usr/bin/env python3
"""Backs the records up as the runbook says, while the service works on, loses everything, restores, and finds all of it.

Usage: backup.py BIN_DIR STORE     STORE is sqlite or postgres
"""
import json
import os
import secrets
import shutil
import sqlite3
import sys
import threading
import time

from crashes import Away, Phone
from desk import Desk, check
from privatepostgres import PrivatePostgres

BEFORE = 25


def call(phone):
    """A caller whom nobody takes: a call and a task."""
    sid = "CA" + secrets.token_hex(16)
    phone.post("/twilio/voice", sid, "ringing")
    phone.post("/twilio/stream-ended", sid, "in-progress")
    phone.post("/twilio/transfer-ended", sid, "in-progress", DialCallStatus="no-answer")
    phone.post("/twilio/status", sid, "completed")


def keep_calling(phone, stopping):
    while not stopping.is_set():
        try:
            call(phone)
        except Away:
            time.sleep(0.05)


def tasks(desk):
    return json.loads(desk.ctl("tasks", "list", "--json", "--limit", "1000"))


def back_up(desk, server):
    keys = desk.folder / "keys"
    keys.mkdir()
    for name in ("master.key", "node"):
        shutil.copy2(desk.folder / "data" / name, keys)
    if server:
        (server.folder / "desk.dump").write_text(server.run("pg_dump", "--format=plain", "-h", server.folder, "-U",
                                                            "postgres", "desk"), encoding="utf-8")
        return
    with sqlite3.connect(desk.folder / "data" / "frontdesk.sqlite") as records, \
            sqlite3.connect(desk.folder / "copy.sqlite") as copy:
        records.backup(copy)


def restore(desk, server):
    data = desk.folder / "data"
    shutil.rmtree(data)
    data.mkdir()
    os.chmod(data, 0o700)
    for name in ("master.key", "node"):
        shutil.copy2(desk.folder / "keys" / name, data)
    if server:
        server.run("dropdb", "-h", server.folder, "-U", "postgres", "desk")
        server.create("desk")
        server.run("psql", "-q", "-v", "ON_ERROR_STOP=1", "-h", server.folder, "-U", "postgres", "-d", "desk", "-f",
                   server.folder / "desk.dump")
        return
    shutil.copy2(desk.folder / "copy.sqlite", data / "frontdesk.sqlite")


def main():
    bin_dir, store = sys.argv[1:]
    server = PrivatePostgres() if store == "postgres" else None
    try:
        environment = {"FRONTDESK_LOG_LEVEL": "warning"}
        if server:
            server.start()
            server.create("desk")
            environment["FRONTDESK_DATABASE_URL"] = server.url("desk")
        with Desk(bin_dir, environment) as desk:
            desk.start()
            phone = Phone(desk)
            for _ in range(BEFORE):
                call(phone)
            known = {task["task_id"] for task in tasks(desk)}
            check(len(known) == BEFORE, f"{BEFORE} calls have left a task each")
            stopping = threading.Event()
            caller = threading.Thread(target=keep_calling, args=(phone, stopping))
            caller.start()
            back_up(desk, server)
            stopping.set()
            caller.join()
            desk.kill()
            restore(desk, server)
            desk.start()
            restored = tasks(desk)
            check(known <= {task["task_id"] for task in restored}, "after the restore all tasks are there again")
            check(all(task["callback_number"] == "+15552345678" for task in restored), "and can be opened")
            check("NOT WHOLE" not in desk.ctl("audit", "verify"), "the audit log is whole")
            ended = [known["ended_at"] for known in desk.calls()]
            check(all(ended), "calls that ran during the backup are closed")
            call(phone)
            numbers = [task["task_id"] for task in tasks(desk)]
            check(len(numbers) == len(set(numbers)) == len(restored) + 1, "and new calls are taken, under numbers of their own")
    finally:
        if server:
            server.close()


if __name__ == "__main__":
    main()
