#!/usr/bin/env python3
"""Plays call scripts to a real service and fails when one does not come out as its script expects.

Usage: spoken_calls.py BIN_DIR SCRIPT[:VOICE]...     a few calls at a time

What is said and done must be right on any machine. Times are held to the scripts' limits with FRONTDESK_TIMINGS=judge;
otherwise the machine may be busy with other things, and four times as long will do. The figures are printed either way.
"""
import concurrent.futures
import json
import os
import pathlib
import sys
import time

from desk import Desk, check

PATIENCE = "1" if os.environ.get("FRONTDESK_TIMINGS") == "judge" else "4"


AT_ONCE = 4
APART_SECONDS = 2.5  # Callers do not ring in the same second.


def play(desk, number, item):
    """One call to its end; returns its name, whether all came out right, and its report."""
    path, _, voice = item.partition(":")
    script = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    script["voice"] = voice or script.get("voice", "slt")
    report = desk.folder / f"report-{number}.json"
    time.sleep(APART_SECONDS * number if number < AT_ONCE else 0)
    call = desk.call(script, "--patience", PATIENCE, "--json", report)
    output, _ = call.communicate(timeout=240)
    if call.returncode != 0:
        print(output)
    name = f"{pathlib.Path(path).stem} ({script['voice']})"
    return name, call.returncode == 0, json.loads(report.read_text(encoding="utf-8"))[0]


def rank(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))] if values else None


def show(what, values):
    values = [value for value in values if value is not None]
    if values:
        print(f"      {what}: median {rank(values, 0.5)} ms, P99 {rank(values, 0.99)} ms, largest {max(values)} ms "
              f"({len(values)})")


def main():
    bin_dir, *wanted = sys.argv[1:]
    with Desk(bin_dir) as desk:
        desk.start()
        with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as callers:
            played = list(callers.map(lambda one: play(desk, *one), enumerate(wanted)))
        reports = [report for _, _, report in played]
        turns = [turn for report in reports for turn in report["turns"]]
        show("stream open to greeting", [report["greeting_ms"] for report in reports])
        show("voice to voice", [turn["response_ms"] for turn in turns])
        show("own share of it", [turn["own_share_ms"] for turn in turns])
        show("interruption to silence", [noise["stopped_after_ms"] for report in reports
                                         for noise in report["barge_ins"] if noise["is_turn"] and noise["cleared"]])
        wrong = [name for name, right, _ in played if not right]
        for name, right, _ in played:
            print(("ok    " if right else "FAIL  ") + name, flush=True)
        check(not wrong, "every call came out as its script expects")
        check("John" not in desk.log() and "smith" not in desk.log().lower(), "no patient's name in the log")


if __name__ == "__main__":
    main()
