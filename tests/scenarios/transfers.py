#!/usr/bin/env python3
"""Callers who want a person, over the phone network's REST API and without it: each ends with a person, or back at the
assistant with a call-back task.

Usage: transfers.py BIN_DIR
"""
import sys

from desk import LINE, Desk, check, free_port

SCRIPT = {"voice": "rms",
          "answers": {"anything_else": "No, that's all"},
          "lines": [{"say": "I want to talk to a real person please"}, {"answer": "anything_else"},
                    {"wait_for_end": True}]}
TAKEN = {"ended_by": "clinic", "outcome": "escalated", "dialled_number": LINE, "all_lines_spoken": False}
UNANSWERED = {"ended_by": "assistant", "outcome": "unanswered", "dialled_number": LINE,
              "tasks": [{"type": "callback_request"}], "said": [{"contains": "nobody at the clinic"}]}

# Who is rung, what goes wrong at the API, what must come of it.
CASES = {
    "accepted": ({"outcome": "answered", "after_ms": 2000, "talks_ms": 2000}, "none", TAKEN),
    "busy": ({"outcome": "busy", "after_ms": 1000}, "none", UNANSWERED),
    "no answer": ({"outcome": "no-answer"}, "none", UNANSWERED),
    "voicemail": ({"outcome": "voicemail", "after_ms": 2000}, "none", UNANSWERED),
    "nothing pressed": ({"outcome": "answered", "after_ms": 1000, "key": ""}, "none", UNANSWERED),
    "declined": ({"outcome": "declines", "after_ms": 1000}, "none", UNANSWERED),
    "hung up while listening": ({"outcome": "hangs-up", "after_ms": 1000}, "none", UNANSWERED),
    "API says 500": ({"outcome": "answered", "after_ms": 2000, "talks_ms": 2000}, "server-error", TAKEN),
    "API is silent": ({"outcome": "answered", "after_ms": 2000, "talks_ms": 2000}, "accept-then-silent", TAKEN),
    "API refuses": ({"outcome": "answered", "after_ms": 2000, "talks_ms": 2000}, "refuse", TAKEN),
    "API down, voicemail": ({"outcome": "voicemail", "after_ms": 1000}, "refuse", UNANSWERED),
}


def main():
    bin_dir = sys.argv[1]
    with Desk(bin_dir) as desk:
        port = free_port()
        desk.environment["FRONTDESK_TWILIO_API_URL"] = f"http://127.0.0.1:{port}"
        desk.start()
        for name, (callee, fault, expect) in CASES.items():
            call = desk.call({**SCRIPT, "callee": callee, "expect": expect}, "--api-port", str(port), "--api-fault",
                             fault)
            output, _ = call.communicate(timeout=240)
            if call.returncode != 0:
                print(output)
            check(call.returncode == 0, name)
        check("real person" not in desk.log(), "no caller's words in the log")


if __name__ == "__main__":
    main()
