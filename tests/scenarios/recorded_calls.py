#!/usr/bin/env python3
"""A clinic that records with consent: a caller who goes on is heard in the recording, and so is the assistant; of a caller
who says no, nothing is left. First the assistant records, then the phone network: of that, nothing stays there.

Usage: recorded_calls.py BIN_DIR SCRIPT
"""
import contextlib
import json
import pathlib
import struct
import sys
import time
import urllib.error
import urllib.request

from desk import Desk, check, free_port, recordings_at_network

WAIT_SECONDS = 30
LONGEST_CALL_SECONDS = 240
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


@contextlib.contextmanager
def played(desk, script, network):
    """A call that is over; the phone network that carried it, at that port, is still there."""
    report = desk.folder / "report.json"
    report.unlink(missing_ok=True)
    telephones = desk.call(script, "--api-port", str(network), "--stay", "--json", report)
    try:
        deadline = time.monotonic() + LONGEST_CALL_SECONDS
        while not report.exists() and telephones.poll() is None and time.monotonic() < deadline:
            time.sleep(0.2)
        check(report.exists(), "the call is over")
        [call] = json.loads(report.read_text())
        check(call["passed"], "it came out as its script expects" + "".join(
            f"; {one['what']}: {one['found']}" for one in call["verdicts"] if not one["met"]))
        yield call
    finally:
        telephones.kill()
        telephones.wait()


def kept(desk):
    return set(desk.folder.glob("data/recordings/kept/*/*.sealed"))


def check_network(call, network, asked):
    """Whether the phone network was asked to record; nothing of it is left there."""
    check(any(entry["what"] == "records the call" for entry in call["journal"]) == asked,
          f"the phone network was {'' if asked else 'not '}asked to record")
    wait_for(lambda: not recordings_at_network(network, call["call_sid"]), "it has nothing of the call")


def consent_given(desk, client, before):
    call = client.newest_call()
    wait_for(lambda: client.call(call)["has_recording"], "there is a recording")
    consent = client.call(call)["recording_consent"]
    check(consent["state"] == "heard" and "recorded" in consent["words"], "with the caller's consent")
    wait_for(lambda: kept(desk) > before, "it reached its store")
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


def consent_declined(desk, client, before):
    call = client.newest_call()
    wait_for(lambda: client.call(call)["recording_consent"], "the call tells of the consent")
    consent = client.call(call)["recording_consent"]
    check(consent["state"] == "declined" and consent["words"].lower().startswith("no"), "declined, in the caller's words")
    check(not client.call(call)["has_recording"], "there is no recording")
    check(client.ask(f"/calls/{call}/recording")[0] == 404, "and none can be played")
    wait_for(lambda: set(desk.folder.glob("data/recordings/**/*.sealed")) == before, "nothing of it is on the disk")


def main():
    bin_dir, path = sys.argv[1:]
    script = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    declining = {**script, "lines": [{"say": "No"}, *script["lines"]],
                 "expect": {"dialled": False, "ended_by": "assistant", "said": [{"contains": "skip the recording"}]}}
    network = free_port()
    with Desk(bin_dir, {"FRONTDESK_TWILIO_API_URL": f"http://127.0.0.1:{network}"}) as desk:
        desk.ctl("vendor", "set", "loopback", "--baa-signed", "2026-01-01", "--phi", "made-up calls")
        desk.start()
        client = Client(desk)
        for recorder in ("assistant", "network"):
            desk.ctl("clinic", "set", "+15550100000", "--recording", "with_consent", "--state", "NY", "--recorded-by", recorder)
            print(f"recorded by the {recorder}")
            for spoken, check_call in ((script, consent_given), (declining, consent_declined)):
                before = kept(desk)
                with played(desk, spoken, network) as call:
                    check_call(desk, client, before)
                    check_network(call, network, recorder == "network")


if __name__ == "__main__":
    main()
