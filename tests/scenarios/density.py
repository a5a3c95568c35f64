#!/usr/bin/env python3
"""Many calls at once to one service, with all four vendors played by callsim at normal speed; prints what a call costs and
how long callers waited for our own part.

Usage: density.py BIN_DIR CALLS [--one-core] [--stagger-ms MS] [--keep]

--one-core pins the service to the first core and callsim to the others. One of fifty callers talks over a question, and one
call is sent messages that mean nothing. Exit status 0: every call came out as its file expects.
"""
import argparse
import os
import pathlib
import sys

import wholecalls

TICKS = os.sysconf("SC_CLK_TCK")
CALLS = ("checkup", "over-a-question", "garbage-messages")


def cpu_seconds(pid):
    """Of the process, and of its children that have ended; proc(5)."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    own, children = (sum(map(int, fields[at:at + 2])) / TICKS for at in (11, 13))
    return own, children


def memory_mb(pid, what):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith(what + ":"):
            return int(line.split()[1]) / 1024
    return 0


def scripts(count):
    """So many scenarios, each with a name of its own."""
    plain, interrupting, garbage = (wholecalls.scenarios([name])[0] for name in CALLS)
    chosen = []
    for at in range(count):
        kind = garbage if at == count // 2 else interrupting if at % 50 == 1 else plain
        one = wholecalls.Scenario.__new__(wholecalls.Scenario)
        one.__dict__ = {**kind.__dict__, "name": f"call-{at:04}"}
        one.script = {**kind.script, "expect": {"task_count": 1, "outcome": "completed", "ended_by": "assistant"}}
        chosen.append(one)
    return chosen


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bin_dir")
    parser.add_argument("calls", type=int)
    parser.add_argument("--one-core", action="store_true")
    parser.add_argument("--stagger-ms", default="100")
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_intermixed_args()
    house = wholecalls.House(options.bin_dir).found(("oak-street",))
    line = wholecalls.Line(house)
    try:
        cores = sorted(os.sched_getaffinity(0))
        line.open(scripts(options.calls), "--stay", "--stagger-ms", options.stagger_ms)
        if options.one_core:
            os.sched_setaffinity(0, cores[:1])  # The service is born to it, and makes itself at home on one core.
        line.start()
        os.sched_setaffinity(0, cores)
        line.wait_for_voices()
        pid, phones = line.service.pid, line.telephones.pid
        if options.one_core:
            for task in pathlib.Path(f"/proc/{phones}/task").iterdir():
                os.sched_setaffinity(int(task.name), cores[1:] or cores)
        idle, before, phones_before = memory_mb(pid, "VmRSS"), cpu_seconds(pid)[0], cpu_seconds(phones)
        load = os.getloadavg()[0]
        calls = list(line.play_and_stay().values())
        used, peak = cpu_seconds(pid)[0] - before, memory_mb(pid, "VmHWM")
        playing, reading = (after - at_first for after, at_first in zip(cpu_seconds(phones), phones_before))
        minutes = sum(call["length_ms"] for call in calls) / 60000
        passed = sum(call["passed"] for call in calls)
        print(f"{len(calls)} calls at once, {minutes:.0f} call-minutes, load average before {load:.1f}, after "
              f"{os.getloadavg()[0]:.1f} on {len(cores)} cores")
        print(f"  as expected                 : {passed}; lost: "
              f"{sum(not call['streamed'] or call['used_fallback'] for call in calls)}")
        print(f"  CPU seconds per call-minute : {used / minutes:.3f} (callers and vendors: {playing / minutes:.3f}; "
              f"reading the records afterwards: {reading / minutes:.3f})")
        print(f"  memory                      : {idle:.0f} MB before, {peak:.0f} MB at most: "
              f"{(peak - idle) / len(calls):.2f} MB a call")
        print("\n".join(line.output().strip().splitlines()[-6:]))
        for call in calls:
            if not call["passed"]:
                print("  FAIL", call["script"], [one["what"] + ": " + one["found"] for one in call["verdicts"]
                                                 if not one["met"]])
        sys.exit(0 if passed == len(calls) else 1)
    finally:
        line.stop()
        if options.keep:
            print("kept:", house.folder)
        else:
            house.leave()


if __name__ == "__main__":
    main()
