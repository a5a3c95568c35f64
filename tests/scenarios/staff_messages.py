#!/usr/bin/env python3
"""Calls that end in work for staff, and what staff are told of it by mail and text message: a link and a task number and
nothing of the patient; once, even when mail server and phone network do not take it at first; and no flood.

Usage: staff_messages.py BIN_DIR
"""
import json
import re
import sys
import time
import urllib.request

import wholecalls
from desk import check

ANN, IT = "ann@clinic.example", "it@clinic.example"
PHONE = "+15550109009"
MOST_MESSAGES = 10  # In ten minutes to one recipient; emergencies are always told.
PATIENCE = 90
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
LINK = re.compile(r"https?://\S+/open(?:/(TASK-\d{4}-\d{4,}))?$")


class Staff:
    """A service with rules, a mail server that wants encryption and a login, and the outbox of both ways."""

    def __init__(self, bin_dir):
        self.house = wholecalls.House(bin_dir).found(("oak-street",))
        self.number = wholecalls.clinics()["oak-street"]
        for rule in (("--email", ANN, "--kind", "task"), ("--sms", PHONE, "--kind", "task", "--at-least", "urgent"),
                     ("--email", IT, "--kind", "outage")):
            self.house.ctl("notify", "add", "--clinic", self.number, *rule)
        self.outbox = self.house.folder / "outbox.jsonl"
        certificate = self.house.folder / "mail.pem"
        self.line = wholecalls.Line(self.house)
        self.line.environment.update({f"FRONTDESK_{name}": value for name, value in {
            "SMTP_URL": f"smtp://localhost:{self.line.vendors + 5}", "SMTP_USER": "desk", "SMTP_PASSWORD": "let-me-in",
            "SMTP_CA_FILE": str(certificate), "MAIL_FROM": "desk@clinic.example", "SMS_FROM": self.number}.items()})
        self.options = ("--stay", "--outbox", self.outbox, "--mail-certificate", certificate)

    def calls(self, chosen):
        """Plays them and leaves the vendors standing."""
        self.line.open(chosen, "--stagger-ms", "200", "--patience", "4", *self.options)
        if not self.line.service:
            self.line.start()
        return self.line.play_and_stay()

    def told(self, channel=None, to=None):
        lines = self.outbox.read_text(encoding="utf-8").splitlines()
        return [one for one in map(json.loads, lines)
                if channel in (None, one["channel"]) and (to is None or to in one["to"])]

    def wait_for(self, count, **which):
        """Until so many have come, and then for what must not come any more."""
        deadline = time.monotonic() + PATIENCE
        while len(self.told(**which)) < count and time.monotonic() < deadline:
            time.sleep(0.2)
        return self.told(**which)

    def leave(self):
        self.line.stop()
        self.house.leave()


def scenario(name, **more):
    found = wholecalls.scenarios([name])[0]
    found.script = {**found.script, **more}
    return found


def words_of(script):
    """What is the patient's own: names, numbers, everything that was said."""
    said = [line["say"] for line in script["lines"] if "say" in line]
    answers = [text for value in script["answers"].values() for text in ([value] if isinstance(value, str) else value)]
    return [text for text in (*said, *answers, *script["truth"].values(), "John", "Smith", "0123", "123456",
                              "ankle", "swollen") if len(text) > 3]


def check_message(staff, message, task, script):
    text = message["body"] + "\n" + message.get("head", "")
    link = next((line for line in message["body"].split() if LINK.match(line)), "")
    check(task["task_id"] in message["body"] and link == f"{staff.line.url}/open/{task['task_id']}",
          f"{message['channel']}: task number {task['task_id']} and link: {' '.join(message['body'].split())}")
    with urllib.request.urlopen(link, timeout=5) as page:
        opened = page.read().decode()
    said = UUID.sub("", text + opened).lower()  # A mail's own id may hold any digits.
    leaks = [words for words in words_of(script) if words.lower() in said]
    check(not leaks, f"{message['channel']}: nothing of the patient" + "".join(" " + leak for leak in leaks))


def urgent_task(staff):
    """Mail server and phone network say 'later' to the first attempt."""
    advice = scenario("advice")
    advice.script["lines"] = [{"fault": "smtp=rate-limited:1"}, *advice.script["lines"]]
    call = staff.calls([advice])["advice"]
    check(call["passed"], "who asks for advice is handed to people" + "".join(
        f"; {one['what']}: {one['found']}" for one in call["verdicts"] if not one["met"]))
    urgent = [task for task in call["tasks"] if task["priority"] == "urgent"]
    mails = staff.wait_for(len(call["tasks"]), channel="email", to=ANN)
    texts = staff.wait_for(len(urgent), channel="sms")
    check(urgent and len(mails) == len(call["tasks"]) and len(texts) == len(urgent),
          f"{len(call['tasks'])} tasks, {len(urgent)} of them urgent: {len(mails)} mails, {len(texts)} text messages")
    check(all(mail["encrypted"] and mail["signed_in"] and mail["from"] == "desk@clinic.example" for mail in mails),
          "mail is encrypted, by who may send it")
    check(texts[0]["to"] == [PHONE] and texts[0]["from"] == staff.number, "the text message comes from the clinic's number")
    for task in call["tasks"]:
        for message in (one for one in (*mails, *texts) if task["task_id"] in one["body"]):
            check_message(staff, message, task, advice.script)
    check(all(any(task["task_id"] in one["body"] for one in mails) for task in call["tasks"]), "a mail of each task")
    return staff.line.leave_vendors()


def unanswered_mail(staff):
    """The mail server takes it and breaks off: nobody knows, so it is sent again, as the same mail."""
    vague = scenario("cancel-appointment")
    vague.script["lines"] = [{"fault": "smtp=truncated:1"}, *vague.script["lines"]]
    call = staff.calls([vague])["cancel-appointment"]
    number = call["tasks"][0]["task_id"]

    def of_this(**which):
        return [one for one in staff.told(**which) if number in one["body"]]

    deadline = time.monotonic() + PATIENCE
    while len(of_this(channel="email")) < 2 and time.monotonic() < deadline:
        time.sleep(0.2)
    ids = {re.search(r"Message-ID: (\S+)", one["head"]).group(1) for one in of_this(channel="email")}
    check(len(of_this(channel="email")) == 2 and len(ids) == 1,
          "a mail that nobody answered for is sent again with the same id")
    check(not of_this(channel="sms"), "a task that is not urgent sends no text message")
    return staff.line.leave_vendors()


def flood(staff):
    """More callers than anybody wants messages about."""
    before = len(staff.told(channel="email", to=ANN))
    callers = []
    for at in range(MOST_MESSAGES + 3):
        one = scenario("after-the-wish")
        one.name = f"caller-{at:02}"
        callers.append(one)
    calls = staff.calls(callers)
    tasks = [task["task_id"] for call in calls.values() for task in call["tasks"]]
    check(len(tasks) == len(callers), f"{len(tasks)} callers hang up after their wish, a task each")
    different = {mail["body"] for mail in staff.told(channel="email", to=ANN)[:before]}  # One of them came twice.
    wanted = MOST_MESSAGES - len(different) + 1
    staff.wait_for(before + wanted, channel="email", to=ANN)
    everything = json.loads(staff.house.ctl("tasks", "list", "--json"))
    mails = staff.told(channel="email", to=ANN)[before:]
    more = [one for one in mails if "more is waiting" in one["head"]]
    check(len(everything) >= len(tasks) and len(more) == 1 and len(mails) == wanted,
          f"{len(tasks)} tasks, {len(mails)} mails in ten minutes with those before, one of them for the rest")
    return staff.line.leave_vendors()


def main():
    staff = Staff(sys.argv[1])
    try:
        met = urgent_task(staff)
        check("smtp 1" in met, "the mail server had said no once")
        check("smtp 1" in unanswered_mail(staff), "and broken off once")
        flood(staff)
        check(not staff.told(channel="email", to=IT), "no outage of a vendor is told where there was none")
        check(not any(word in staff.line.log() for word in (ANN, PHONE, "John Smith")), "nothing of it in the log")
    finally:
        staff.leave()


if __name__ == "__main__":
    main()
