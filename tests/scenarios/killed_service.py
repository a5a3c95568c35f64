#!/usr/bin/env python3
"""Kills the service in the middle of a call: the caller reaches the clinic's line, and nothing said is lost.

Usage: killed_service.py BIN_DIR SCRIPT
"""
import json
import pathlib
import sys
import time

from desk import LINE, Desk, check


def main():
    bin_dir, path = sys.argv[1:]
    script = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    script["expect"] = {"dialled": True}
    with Desk(bin_dir) as desk:
        desk.start()
        call = desk.call(script)
        deadline = time.monotonic() + 120
        turns = []
        while time.monotonic() < deadline:
            known = desk.calls()
            if known:
                shown = json.loads(desk.ctl("calls", "show", known[0]["call_id"], "--json"))
                turns = [turn for turn in shown["turns"] if turn["speaker"] == "caller"]
                if turns:
                    break
            time.sleep(0.5)
        check(bool(turns), "the caller was understood before the service is killed")
        desk.kill()
        output, _ = call.communicate(timeout=120)
        check(LINE in output.split("stream", 1)[-1], "the phone network dials the clinic's line")
        desk.start()
        known = desk.calls()
        check(len(known) == 1 and known[0]["outcome"] == "failover" and bool(known[0]["ended_at"]),
              "after the restart the call is closed")
        tasks = desk.tasks()
        handed_over = [task for task in tasks if task["request_type"] == "escalated_call"]
        check(len(handed_over) == 1, "one task tells staff about it")
        check(turns[0]["text"] in handed_over[0]["call_transcript"], "it holds what was said")
        check(handed_over[0]["callback_number"] != "", "it holds the number to call back")


if __name__ == "__main__":
    main()
