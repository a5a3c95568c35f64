#!/usr/bin/env python3
"""Calls while no vendor has signed anything: they are carried by what is built in, and no name, no number and no sound of
the caller is in what the vendors got, in the logs or in the metrics.

Usage: withheld_calls.py BIN_DIR SCRIPT...
"""
import json
import pathlib
import re
import sys
import urllib.request

from desk import Desk, check
from vendor_calls import Vendors

DIGITS = {"zero": "0", "oh": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
          "seven": "7", "eight": "8", "nine": "9"}


def planted(tasks):
    """Names and numbers that the calls have left with the clinic."""
    found = set()
    for task in tasks:
        found |= {word.lower() for word in re.findall(r"[A-Za-z']{3,}", task["patient_name"] or "")}
        number = re.sub(r"\D", "", task["callback_number"] or "")
        if len(number) >= 7:
            found.add(number[-7:])
    return found


def leaks(text, words):
    lower = text.lower()
    digits = re.sub(r"[ ,.()-]", "", re.sub(r"[a-z]+", lambda word: DIGITS.get(word[0], word[0]), lower))
    return sorted(word for word in words
                  if (word in digits if word.isdigit() else re.search(rf"\b{re.escape(word)}\b", lower)))


def main():
    bin_dir, *scripts = sys.argv[1:]
    with Desk(bin_dir) as desk:
        wire = desk.folder / "wire"
        vendors = Vendors(bin_dir, "--wire", str(wire))
        try:
            settings = vendors.settings(with_fallbacks=True)
            desk.environment.update(settings)
            desk.start()
            for path in map(pathlib.Path, scripts):
                call = desk.call(json.loads(path.read_text(encoding="utf-8")))
                output = call.communicate()[0]
                if call.returncode != 0:
                    print(output)
                check(call.returncode == 0, f"{path.stem} is carried without vendors")
            words = planted(json.loads(desk.ctl("tasks", "list", "--json")))
            check(len(words) >= 3, f"the calls left {len(words)} names and numbers with the clinic")
            with urllib.request.urlopen(desk.url + "/metrics", timeout=5) as answer:
                metrics = answer.read().decode()
            got = wire.read_text(encoding="utf-8", errors="replace")
            for name, text in (("vendors", got), ("the log", desk.log()), ("the metrics", metrics)):
                check(not leaks(text, words), f"{name}: {len(text)} bytes, none of them tells who called")
            check("deepgram" not in got.lower() and "/v1/listen" not in got, "nobody elsewhere heard the caller")
            check("No signed agreement lets deepgram" in desk.log(), "the log says what is missing")
        finally:
            vendors.stop()


if __name__ == "__main__":
    main()
