#!/usr/bin/env python3
"""Breaks every vendor in every way in every phase of a call, each time with a service and fakes of its own, and prints what
became of the caller.

Usage: fault_matrix.py BIN_DIR [--at-once N] [VENDOR-or-FAULT-or-PHASE...]
"""
import argparse
import concurrent.futures
import json
import re
import sys
import time
import urllib.request

import wholecalls
from privatepostgres import PrivatePostgres

PHASES = ("greeting", "collecting", "answering", "transferring")
FAULTS = ("refuse", "reset", "accept-then-silent", "keepalive-only", "slow", "unauthorized", "rate-limited",
          "server-error", "truncated", "wrong-json", "empty-audio", "half-open", "quota-close")
VENDORS = {"recognizer": "deepgram", "model": "openai", "voice": "elevenlabs", "Twilio REST": "twilio",
           "database": "database", "object store": "s3"}
LONGEST_SILENCE_MS = 2500
STORE_SECONDS = 120

# What is left out: (who, faults, phases, why).
LEFT_OUT = (
    ("model", None, ("transferring",), "what is said to somebody who is being connected needs no model"),
    ("Twilio REST", None, ("greeting", "collecting", "answering"), "nothing asks it before a call is handed over"),
    ("database", ("keepalive-only", "empty-audio", "quota-close"), None, "its protocol knows no such thing"),
    ("object store", None, ("greeting", "answering"),
     "is asked once, when the assistant's part of a recorded call is over: collecting and transferring stand for the rest"),
    ("object store", ("keepalive-only", "wrong-json", "empty-audio", "quota-close"), None,
     "an upload's answer has no body and no kinds of refusal but the three"),
)


def why_not(vendor, fault, phase):
    for who, faults, phases, why in LEFT_OUT:
        if who == vendor and (faults is None or fault in faults) and (phases is None or phase in phases):
            return why
    return None


VAGUE = "The blue one over there by the thing you know"  # No rule understands it: the model is asked.
WISH = "I want to cancel my appointment on Monday"
NUMBER = "five five five five five five zero one two three"


def script(vendor, fault, phase):
    """The call of a phase; the fault is a line of it."""
    breaks = {"fault": f"{VENDORS[vendor]}={fault}"}
    over = {**breaks, "when": "speaking", "after_ms": 200}
    vague = [VAGUE] if vendor == "model" else []
    first, *again = [*vague, WISH]
    details = [{"answer": "name"}, {"answer": "callback"}]
    end = [{"answer": "anything_else"}, {"wait_for_end": True}]
    answers = {"clarify": [*again, WISH], "clarify.anything_else": WISH, "anything_else": "No that's all",
               "silence": "Yes I am still here can you hear me"}
    lines = {
        "greeting": [breaks, {"say": first}, *details, *end],
        "collecting": [{"say": WISH}, details[0], breaks, details[1], *end],
        "answering": [{"say": "What time are you open on Friday"}, over, *end],
        "transferring": [{"say": "I want to talk to a real person please"}, over, *end],
    }[phase]
    if phase == "collecting":
        answers["callback"] = [*vague, NUMBER]
    if phase == "answering":
        answers["anything_else"] = [first, "No that's all"]
    return {"lines": lines, "clinic": "new-york-recording" if vendor == "object store" else "oak-street",
            "answers": answers, "callee": {"outcome": "answered", "after_ms": 2000, "talks_ms": 2000},
            "expect": {"task_count": 1}}


class Cell:
    """One call."""

    def __init__(self, vendor, fault, phase):
        self.vendor, self.fault, self.phase = vendor, fault, phase
        self.left_out = why_not(vendor, fault, phase)
        self.problem = None

    def play(self, template, postgres):
        house = template.copy()
        settings = {"TTS": "elevenlabs,flite"}
        options = []
        if self.vendor == "object store":
            settings["RECORDING_STORE"] = "s3"
            options = ["--stay"]
        line = wholecalls.Line(house, **settings)
        if self.vendor == "database":
            name = f"cell_{id(self)}"
            postgres.run("createdb", "-h", postgres.folder, "-U", "postgres", "-T", "template", name)
            line.environment["FRONTDESK_DATABASE_URL"] = (
                f"postgresql://postgres@127.0.0.1:{line.vendors + 6}/{name}")
            options = ["--database-socket", postgres.folder / ".s.PGSQL.5432", "--database", postgres.url(name)]
        said = house.folder / "cell.json"
        said.write_text(json.dumps(script(self.vendor, self.fault, self.phase)), encoding="utf-8")
        try:
            line.open([wholecalls.Scenario(said, wholecalls.clinics())], *options)
            line.start()
            call = line.play_and_stay() if self.vendor == "object store" else line.play()
            self.judge(call["cell"], line)
        except (SystemExit, KeyError) as problem:
            self.problem = f"did not run: {problem}"
        finally:
            line.stop()
            house.leave()
        return self

    def judge(self, call, line):
        types = [task["request_type"] for task in call["tasks"]]
        names = [task.get("patient_name") for task in call["tasks"]]
        self.silence = call["longest_silence_ms"]
        stored = self.vendor != "object store" or self.reaches_store(line)
        self.met = self.was_met(line)
        wanted = "escalated_call" if self.phase == "transferring" else "appointment_cancellation"
        handed = call["ended_by"] == "clinic" and bool(call["dialled"])
        carried = call["ended_by"] == "assistant" and wanted in types and (
            self.phase == "transferring" or "John Smith" in names)
        self.ending = "clinic" if handed else "assistant" if call["ended_by"] == "assistant" else "LOST"
        self.right_ending = handed or carried
        self.right_task = wanted in types or (handed and "escalated_call" in types)
        self.right_task = self.right_task and stored
        if self.ending == "LOST" or not self.right_ending or not self.right_task:
            self.problem = (f"ended by {call['ended_by']} ({call['ending']}), tasks {types or 'none'}"
                            f"{'' if stored else ', the recording did not reach its store'}")

    def reaches_store(self, line):
        """The recording waits here as long as its store fails, and goes there once it is well again."""
        def waiting():
            return [path for path in line.house.data.glob("recordings/**/*") if path.is_file()]

        def wait(until, seconds):
            deadline = time.monotonic() + seconds
            while not until() and time.monotonic() < deadline:
                time.sleep(0.2)
            return until()

        kept = self.fault == "slow" or wait(lambda: "recordings:" in line.log() and waiting(), STORE_SECONDS)
        line.heal_vendors()
        gone = wait(lambda: not waiting(), STORE_SECONDS)
        return kept and gone and "object store: 1 kept" in line.leave_vendors()

    def was_met(self, line):
        """Whether the vendor failed at all, as the service counts it."""
        met = re.search(rf"faults met: .*\b{VENDORS[self.vendor]} (\d+)", line.output())
        if met and int(met.group(1)) > 0:
            return True
        if self.vendor in ("database", "object store"):
            return self.fault == "refuse"  # Nobody is there to count.
        try:
            with urllib.request.urlopen(line.url + "/metrics", timeout=5) as page:
                text = page.read().decode()
        except OSError:
            return True
        failures = re.findall(r'frontdesk_vendor_requests_total\{([^}]*)\} (\d+)', text)
        return any(f'vendor="{VENDORS[self.vendor]}"' in labels and 'outcome="success"' not in labels and int(count) > 0
                   for labels, count in failures)

    def mark(self):
        if self.left_out:
            return "n/a"
        if self.problem:
            return "FAIL"
        loud = "!" if self.silence > LONGEST_SILENCE_MS else ""
        return ("line" if self.ending == "clinic" and self.phase != "transferring" else "ok"
                ) + f" {self.silence / 1000:.1f}{loud}" + ("" if self.met else " *")


def printed(cells):
    print(f"{'vendor':<13} {'fault':<19} " + "".join(f"{phase:<14}" for phase in PHASES))
    for vendor in VENDORS:
        for fault in FAULTS:
            row = {cell.phase: cell for cell in cells if (cell.vendor, cell.fault) == (vendor, fault)}
            if row:
                print(f"{vendor:<13} {fault:<19} " + "".join(
                    f"{row[phase].mark() if phase in row else '':<14}" for phase in PHASES))
    print("ok: the call came to the end it would have had; line: the caller reached the clinic's own line; the longest "
          "time without a sound\nin seconds; *: the vendor was not asked any more in that call; n/a: has no meaning there, because")
    for who, faults, phases, why in LEFT_OUT:
        print(f"   {who}, {', '.join(faults or phases)}: {why}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bin_dir")
    parser.add_argument("wanted", nargs="*")
    parser.add_argument("--at-once", type=int, default=12)
    options = parser.parse_intermixed_args()
    began = time.monotonic()
    wanted = set(options.wanted)

    def chosen(one, of):
        return not wanted.intersection(of) or one in wanted

    cells = [Cell(vendor, fault, phase) for vendor in VENDORS for fault in FAULTS for phase in PHASES
             if chosen(vendor, VENDORS) and chosen(fault, FAULTS) and chosen(phase, PHASES)]
    template = wholecalls.House(options.bin_dir).found(("oak-street", "new-york-recording"))
    postgres = PrivatePostgres()
    try:
        postgres.start()
        postgres.create("template")
        wholecalls.House(options.bin_dir, template.folder).found(
            ("oak-street",), FRONTDESK_DATABASE_URL=postgres.url("template"))
        prepare(template)
        to_play = [cell for cell in cells if not cell.left_out]
        with concurrent.futures.ThreadPoolExecutor(options.at_once) as pool:
            for done, cell in enumerate(concurrent.futures.as_completed(
                    [pool.submit(cell.play, template, postgres) for cell in to_play]), 1):
                print(f"\r{done} of {len(to_play)}", end="", file=sys.stderr, flush=True)
        print(file=sys.stderr)
        printed(cells)
        sys.exit(0 if summed_up(to_play, time.monotonic() - began) else 1)
    finally:
        postgres.close()
        template.leave()


def prepare(template):
    """Has every voice say the fixed sentences once; all cells take a copy."""
    line = wholecalls.Line(template, TTS="elevenlabs,flite")
    try:
        line.open(wholecalls.scenarios(["opening-hours"]))
        line.start()
        line.wait_for_voices()
    finally:
        line.stop()


def summed_up(cells, seconds):
    lost = [cell for cell in cells if cell.problem and "did not run" not in cell.problem and cell.ending == "LOST"]
    wrong = [cell for cell in cells if cell.problem]
    quiet = [cell for cell in cells if not cell.problem and cell.silence > LONGEST_SILENCE_MS]
    longest = max((cell.silence for cell in cells if hasattr(cell, "silence")), default=0)
    print(f"{len(cells)} calls in {seconds:.0f} s: {len(lost)} callers lost; {len(cells) - len(wrong)} with the right "
          f"ending and the right task; longest silence {longest / 1000:.1f} s, over "
          f"{LONGEST_SILENCE_MS / 1000} s in {len(quiet)}")
    for cell in wrong + quiet:
        print(f"   {cell.vendor}, {cell.fault}, {cell.phase}: {cell.problem or f'silent for {cell.silence / 1000} s'}")
    return not wrong and not quiet


if __name__ == "__main__":
    main()
