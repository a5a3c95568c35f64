#!/usr/bin/env python3
"""Plays call scripts to a real service and fails when one does not come out as its script expects.

Usage: spoken_calls.py BIN_DIR SCRIPT[:VOICE]...     a few calls at a time
"""
import json
import pathlib
import sys

from desk import Desk, check

AT_ONCE = 2


def main():
    bin_dir, *wanted = sys.argv[1:]
    with Desk(bin_dir) as desk:
        desk.start()
        while wanted:
            batch, wanted = wanted[:AT_ONCE], wanted[AT_ONCE:]
            running = []
            for item in batch:
                path, _, voice = item.partition(":")
                script = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
                if voice:
                    script["voice"] = voice
                running.append((pathlib.Path(path).stem + (f" ({voice})" if voice else ""), desk.call(script)))
            for name, process in running:
                output, _ = process.communicate(timeout=240)
                if process.returncode != 0:
                    print(output)
                check(process.returncode == 0, name)
        check("John" not in desk.log() and "smith" not in desk.log().lower(), "no patient's name in the log")


if __name__ == "__main__":
    main()
