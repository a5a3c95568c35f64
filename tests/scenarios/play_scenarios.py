#!/usr/bin/env python3
"""Plays whole calls from the files of calls/, over the real wire: the service, and callsim as telephone network, patients,
Deepgram, OpenAI, ElevenLabs, Twilio's REST API and S3. Every call is graded on what was written down, what was said and
heard, how long anybody waited, where it ended, and what the phone network keeps of it. Then somebody of the clinic opens it, plays its recording, takes its
escalations and completes its tasks: the audit trail must say exactly that, be whole, and hold nothing of the patient.

Usage: play_scenarios.py BIN_DIR [--at-once N] [--patience FACTOR] [--keep] [FAMILY-or-NAME...]

Calls that break no vendor share one service and run at the same time; each of the others has a service of its own, N at
a time. --patience makes all time limits longer, for a machine that is busy with other things. --keep leaves the folders with logs and reports.
"""
import argparse
import concurrent.futures
import json
import sys
import time

import staffvisit
import wholecalls

LEFT_SECONDS = 20


def play_together(house, chosen, patience):
    line = wholecalls.Line(house)
    try:
        line.open(chosen, "--stagger-ms", "250", "--patience", patience, "--stay")
        line.start()
        line.wait_for_voices()
        reports = line.play_and_stay()
        visit_all(house, line.url, chosen, reports)
        for scenario in chosen:
            grade_network_recording(line, scenario, reports[scenario.name])
        line.leave_vendors()
        return reports, line.log()
    finally:
        line.stop()


def play_alone(template, scenario, patience, keep):
    house = template.copy()
    line = wholecalls.Line(house, **scenario.settings)
    try:
        line.open([scenario], "--patience", patience)
        line.start()
        reports = line.play()
        visit_all(house, line.url, [scenario], reports)
        if not audit_is_whole(house):
            fail(reports[scenario.name], "audit log", "not whole")
        return reports, line.log()
    finally:
        line.stop()
        if not keep:
            house.leave()


def fail(call, what, found):
    call["passed"] = False
    call["verdicts"].append({"what": what, "met": False, "found": found})


def grade_network_recording(line, scenario, report):
    """Whoever was recorded by the phone network: nothing of it stays there."""
    found = wholecalls.network_recording(report)
    if found != scenario.recorded_by_network:
        fail(report, f"recorded by the phone network: {scenario.recorded_by_network}", found)
    deadline = time.monotonic() + LEFT_SECONDS
    while found != "never" and (left := line.recordings_at_network(report["call_sid"])):
        if time.monotonic() > deadline:
            fail(report, "nothing is left at the phone network", json.dumps(left))
            return
        time.sleep(0.2)


def visit_all(house, url, chosen, reports):
    """Somebody of each clinic looks at what its calls have left."""
    numbers = wholecalls.clinics()
    people, secrets = {}, {}
    for scenario in chosen:
        report = reports[scenario.name]
        person = people.get(scenario.clinic)
        if not person:
            person = people[scenario.clinic] = staffvisit.Person(house, url, numbers[scenario.clinic])
        call = json.loads(house.ctl("calls", "show", report["call_sid"], "--json"))
        secrets.setdefault(scenario.clinic, []).extend(staffvisit.secrets_of(call))
        visit = staffvisit.Visit(person, call, scenario.audit.get("recording.played", 0) > 0)
        for problem in visit.problems(scenario.audit):
            fail(report, "audit", problem)
    for clinic, person in people.items():
        if not person.ask("POST", "/audit/verify", {})["ok"]:
            fail(reports[chosen[0].name], f"audit of {clinic}", "not whole")
        for secret in staffvisit.leaks(person, secrets[clinic]):
            fail(reports[chosen[0].name], f"audit of {clinic}", f"holds \"{secret}\"")


def told(scenario, call):
    """The line of one call; with what was wrong."""
    wrong = [f"        {one['what']}: {one['found']}" for one in call["verdicts"] if not one["met"]]
    print(f"{'ok   ' if call['passed'] else 'FAIL '} {scenario.family + '/' + scenario.name:<46} "
          f"{call['length_ms'] / 1000:5.0f} s, ended by {call['ended_by']:<9} "
          f"longest silence {call['longest_silence_ms'] / 1000:.1f} s", *wrong, sep="\n" if wrong else "", flush=True)
    return call["passed"]


def audit_is_whole(house):
    try:
        house.ctl("audit", "verify")
        return True
    except SystemExit as problem:
        print(problem)
        return False


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bin_dir")
    parser.add_argument("wanted", nargs="*")
    parser.add_argument("--at-once", type=int, default=6)
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--patience", default="1")
    options = parser.parse_intermixed_args()
    began = time.monotonic()
    chosen = wholecalls.scenarios(options.wanted)
    together = [one for one in chosen if not one.alone]
    alone = [one for one in chosen if one.alone]
    template = wholecalls.House(options.bin_dir).found()
    passed = 0
    try:
        logs = []
        if together:
            reports, log = play_together(template, together, options.patience)
            logs.append(log)
            passed += sum(told(one, reports[one.name]) for one in together)
        whole = audit_is_whole(template)
        with concurrent.futures.ThreadPoolExecutor(options.at_once) as pool:
            for scenario, (reports, log) in zip(alone, pool.map(
                    lambda one: play_alone(template, one, options.patience, options.keep), alone)):
                logs.append(log)
                passed += told(scenario, reports[scenario.name])
        print(f"{passed} of {len(chosen)} calls as expected, in {time.monotonic() - began:.0f} s; audit log "
              f"{'whole' if whole else 'NOT WHOLE'}")
        sys.exit(0 if passed == len(chosen) and whole else 1)
    finally:
        if options.keep:
            print("kept:", template.folder)
        else:
            template.leave()


if __name__ == "__main__":
    main()
