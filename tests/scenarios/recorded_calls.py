#!/usr/bin/env python3
"""A clinic that records with consent: a caller who goes on is heard in the recording, and so is the assistant; of a caller
who says no, nothing is left.

Usage: recorded_calls.py BIN_DIR SCRIPT
"""
import json
import pathlib
import struct
import sys
import time
import urllib.error
import urllib.request

from desk import Desk, check

WAIT_SECONDS = 30
LOUD = 1500


class Client:
    """A receptionist at the API."""

    def __init__(self, desk):
        self.base = desk.url + "/api/v1"
        printed = desk.ctl("user", "invite", "--clinic", "+15550100000", "--email", "ann@example.com", "--name", "Ann",
                           "--role", "receptionist")
        invitation = max(printed.split(), key=len)
        answer = json.loads(self.ask("/auth/invitation/accept", {
            "token": invitation, "name": "Ann", "password": "violet kettle on the roof"})[1])
        self.token = answer["access_token"]

    def ask(self, path, body=None):
        request = urllib.request.Request(self.base + path, data=json.dumps(body).encode() if body else None)
        request.add_header("Content-Type", "application/json")
        if hasattr(self, "token"):
            request.add_header("Authorization", "Bearer " + self.token)
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()

    def newest_call(self):
        return json.loads(self.ask("/calls")[1])["items"][0]["id"]

    def call(self, call):
        return json.loads(self.ask("/calls/" + call)[1])


def wait_for(holds, what):
    deadline = time.monotonic() + WAIT_SECONDS
    while not holds() and time.monotonic() < deadline:
        time.sleep(0.2)
    check(holds(), what)


def loud_share(wav, channel, start_ms, end_ms):
    """How much of that time that channel has sound in it, in pieces of 20 ms."""
    begin = 44 + start_ms * 32
    samples = struct.unpack("<%dh" % ((len(wav) - 44) // 2), wav[44:44 + (len(wav) - 44) // 2 * 2])
    first, last = (begin - 44) // 2, (end_ms * 32) // 2
    pieces = [samples[i + channel:i + 320:2] for i in range(first, min(last, len(samples)) - 320, 320)]
    return sum(max(map(abs, piece)) > LOUD for piece in pieces) / len(pieces) if pieces else 0


def play(desk, script):
    call = desk.call(script)
    output, _ = call.communicate(timeout=240)
    if call.returncode != 0:
        print(output)
    check(call.returncode == 0, "the call came out as its script expects")


def consent_given(desk, client, script):
    play(desk, script)
    call = client.newest_call()
    wait_for(lambda: client.call(call)["has_recording"], "there is a recording")
    consent = client.call(call)["recording_consent"]
    check(consent["state"] == "heard" and "recorded" in consent["words"], "with the caller's consent")
    wait_for(lambda: any(desk.folder.glob("data/recordings/kept/*/*.sealed")), "it reached its store")
    status, wav = client.ask(f"/calls/{call}/recording?encoding=pcm")
    check(status == 200 and wav[:4] == b"RIFF", "it can be played")
    turns = json.loads(client.ask(f"/calls/{call}/turns")[1])["items"]
    told = next(turn for turn in turns if turn["speaker"] == "assistant" and "recorded" in turn["text"])
    spoken = [turn for turn in turns if turn["start_ms"] > told["end_ms"] and turn["end_ms"] > turn["start_ms"] + 400]
    for speaker, channel in (("caller", 0), ("assistant", 1)):
        shares = [loud_share(wav, channel, turn["start_ms"], turn["end_ms"])
                  for turn in spoken if turn["speaker"] == speaker]
        check(shares and min(shares) > 0.3, f"the {speaker} sounds where they spoke: "
              + ", ".join(f"{share:.2f}" for share in shares))
    check(loud_share(wav, 0, 0, told["end_ms"] - 500) == 0 and loud_share(wav, 1, 0, told["end_ms"] - 500) == 0,
          "nothing from before the caller was told")
    peaks = json.loads(client.ask(f"/calls/{call}/waveform")[1])
    check(max(peaks["peaks"]) > 100 and peaks["interval_ms"] == 100, "its shape can be drawn")
    files = list(desk.folder.glob("data/recordings/**/*.*"))
    plain = [path.name for path in files if path.is_file()
             and (b"RIFF" in path.read_bytes() or b"\xff" * 8 in path.read_bytes())]
    check(not plain, f"{len(files)} files on the disk, none of them in the clear")


def consent_declined(desk, client, script):
    before = set(desk.folder.glob("data/recordings/**/*"))
    play(desk, {**script, "lines": [{"say": "No"}, *script["lines"]],
                "expect": {"dialled": False, "ended_by": "assistant",
                           "said": [{"contains": "skip the recording"}]}})
    call = client.newest_call()
    wait_for(lambda: client.call(call)["recording_consent"], "the call tells of the consent")
    consent = client.call(call)["recording_consent"]
    check(consent["state"] == "declined" and consent["words"].lower().startswith("no"), "declined, in the caller's words")
    check(not client.call(call)["has_recording"], "there is no recording")
    check(client.ask(f"/calls/{call}/recording")[0] == 404, "and none can be played")
    wait_for(lambda: set(desk.folder.glob("data/recordings/**/*")) == before, "nothing of it is on the disk")


def main():
    bin_dir, path = sys.argv[1:]
    script = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    with Desk(bin_dir) as desk:
        desk.ctl("clinic", "set", "+15550100000", "--recording", "with_consent", "--state", "NY")
        desk.start()
        client = Client(desk)
        consent_given(desk, client, script)
        consent_declined(desk, client, script)


if __name__ == "__main__":
    main()
