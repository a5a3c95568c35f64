#!/usr/bin/env python3
"""Whole calls over Deepgram, OpenAI and ElevenLabs, played by their fakes: what the patient says is what they hear.

Usage: vendor_calls.py BIN_DIR SCRIPT...
"""
import json
import pathlib
import re
import shlex
import subprocess
import sys

from desk import Desk, check, free_port

CALLER_SAYS = re.compile(r"t\+ +[\d.]+  caller +([^\[(].*)")
OWN_SHARE = re.compile(r"own share of it +: median (\d+) ms")
FALLBACKS = ("pocketsphinx", "flite")


class Vendors:
    """The fakes, on ports of their own."""

    def __init__(self, bin_dir, *options):
        self.process = subprocess.Popen(
            [pathlib.Path(bin_dir) / "frontdesk_fakes", "--first-port", str(free_port()), "--hear", "-", "--voice",
             "hum", *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def settings(self, with_fallbacks=False):
        """What the fakes print leads to them; their second choices are left away, unless they are to help out."""
        settings = {}
        for line in iter(self.process.stdout.readline, ""):
            for word in shlex.split(line)[1:]:
                name, _, value = word.partition("=")
                settings[name] = ",".join(one for one in value.split(",") if with_fallbacks or one not in FALLBACKS)
            if "ELEVENLABS" in line:
                return settings
        sys.exit("the fake vendors did not start")

    def hear(self, words):
        self.process.stdin.write(words + "\n")
        self.process.stdin.flush()

    def stop(self):
        self.process.kill()
        self.process.wait()


def play(desk, vendors, script):
    """One call; each line that the patient begins to say is told to the recognizer."""
    call = desk.call(script)
    output = []
    live = True  # Afterwards callsim prints what the service wrote down, in the same form.
    for line in iter(call.stdout.readline, ""):
        output.append(line)
        live = live and "call ended" not in line
        said = CALLER_SAYS.match(line)
        if live and said:
            vendors.hear(said.group(1).strip())
    return call.wait(), "".join(output)


def main():
    bin_dir, *scripts = sys.argv[1:]
    with Desk(bin_dir) as desk:
        vendors = Vendors(bin_dir)
        try:
            desk.environment.update(vendors.settings())
            desk.ctl("vendor", "set", "loopback", "--baa-signed", "2026-01-01", "--phi", "made-up calls")
            desk.start()
            for path in map(pathlib.Path, scripts):
                status, output = play(desk, vendors, json.loads(path.read_text(encoding="utf-8")))
                if status != 0:
                    print(output)
                share = OWN_SHARE.search(output)
                check(status == 0 and share, f"{path.stem}; {share.group(0) if share else 'no reply was measured'}")
        finally:
            vendors.stop()


if __name__ == "__main__":
    main()
