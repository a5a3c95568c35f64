#!/usr/bin/env python3
"""Stops the service: once with a call running, which is brought to the clinic; and twice, which stops at once.

Usage: stopped_service.py BIN_DIR SCRIPT
"""
import json
import pathlib
import signal
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
        deadline = time.monotonic() + 60
        while not desk.calls() and time.monotonic() < deadline:
            time.sleep(0.2)
        check(bool(desk.calls()), "a call is running")
        desk.service.send_signal(signal.SIGTERM)
        output, _ = call.communicate(timeout=120)
        check(LINE in output, "its caller is connected to the clinic, or had finished")
        check(desk.service.wait(timeout=60) == 0, "the service ends cleanly")

        desk.start()
        call = desk.call(script)
        while len(desk.calls()) < 2 and time.monotonic() < deadline + 60:
            time.sleep(0.2)
        desk.service.send_signal(signal.SIGTERM)
        time.sleep(0.3)
        stopped_at = time.monotonic()
        desk.service.send_signal(signal.SIGTERM)
        desk.service.wait(timeout=10)
        check(time.monotonic() - stopped_at < 2, "the second SIGTERM stops at once")
        output, _ = call.communicate(timeout=120)
        check(LINE in output, "the phone network's fallback takes the caller")


if __name__ == "__main__":
    main()
