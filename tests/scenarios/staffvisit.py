"""What a clinic's staff do with a call once it is over, over the service's API, and what the audit trail says of it."""
import json
import time
import urllib.error
import urllib.request

PASSWORD = "violet kettle on the roof"
RECORDING_SECONDS = 20
PAGE = 100


class Person:
    """Somebody of a clinic, signed in."""

    def __init__(self, house, url, clinic_number, role="admin", name="Ann Ames"):
        self.base, self.name, self.role = url + "/api/v1", name, role
        invitation = house.ctl("user", "invite", "--clinic", clinic_number, "--email",
                               f"ann-{time.monotonic_ns()}@clinic.example", "--name", name, "--role", role)
        self.token = None
        self.token = self.ask("POST", "/auth/invitation/accept", {
            "token": max(invitation.split(), key=len), "name": name, "password": PASSWORD})["access_token"]

    def ask(self, method, path, body=None, headers=()):
        """The answer's JSON, its bytes where it is none, or nothing for what is not there."""
        request = urllib.request.Request(self.base + path, method=method,
                                         data=None if body is None else json.dumps(body).encode())
        request.add_header("Content-Type", "application/json")
        for header, value in headers:
            request.add_header(header, value)
        if self.token:
            request.add_header("Authorization", "Bearer " + self.token)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                self.version = answer.headers.get("ETag")
                found = answer.read()
                return json.loads(found) if "json" in answer.headers.get("Content-Type", "") else found
        except urllib.error.HTTPError as error:
            if error.code == 404:
                return None
            raise SystemExit(f"{method} {path}: {error.code} {error.read().decode()}") from error

    def audit(self, subject=None):
        """Entries about one thing, or all there are; oldest first."""
        rows, cursor = [], ""
        while True:
            page = self.ask("GET", f"/audit?limit={PAGE}" + (f"&subject={subject}" if subject else "")
                            + (f"&cursor={cursor}" if cursor else ""))
            rows += page["items"]
            cursor = page.get("next_cursor")
            if not cursor:
                return rows[::-1]


class Visit:
    """Reads a call and its transcript, plays its recording, takes its escalations, reads and completes its tasks."""

    def __init__(self, person, call, recorded):
        self.person = person
        self.deeds = []  # (action, subject) as the audit trail must have them.
        self.call = call["call_id"]
        self.do("GET", f"/calls/{self.call}", ("call.read", self.call))
        self.do("GET", f"/calls/{self.call}/turns", ("transcript.read", self.call))
        self.play(recorded)
        for escalation in call["escalations"]:
            self.do("POST", f"/escalations/{escalation['id']}/acknowledge", ("escalation.acknowledged", escalation["id"]),
                    body={})
        for task in call["tasks"]:
            found = self.do("GET", f"/tasks/{task['id']}", ("task.read", task["id"]))
            if found["status"] != "completed":
                self.do("POST", f"/tasks/{task['id']}/actions/complete", ("task.complete", task["id"]),
                        ("task.read", task["id"]), body={}, headers=[("If-Match", self.person.version)])

    def do(self, method, path, *deeds, body=None, headers=()):
        answer = self.person.ask(method, path, body, headers)
        if answer is not None:
            self.deeds += deeds
        return answer

    def play(self, recorded):
        """A recording that is to be there may still be on its way; one that is not must not come."""
        deadline = time.monotonic() + (RECORDING_SECONDS if recorded else 0)
        while True:
            before = len(self.deeds)
            self.do("GET", f"/calls/{self.call}/recording", ("recording.played", self.call))
            if len(self.deeds) > before or time.monotonic() > deadline:
                return
            time.sleep(0.5)

    def problems(self, expected):
        """What is wrong in the trail: it must have these deeds of this person in this order, and nothing else. `expected`
        says how many there must be of some actions."""
        found = []
        for subject in dict.fromkeys(subject for _, subject in self.deeds):
            rows = self.person.audit(subject)
            trail = [row["action"] for row in rows]
            done = [action for action, of in self.deeds if of == subject]
            if trail != done:
                found.append(f"audit of {rows[0]['subject_type'] if rows else subject}: {trail}, but done was {done}")
            found += [f"audit: {row['action']} by {row['actor']}" for row in rows
                      if (row["actor"]["name"], row["actor"]["role"]) != (self.person.name, self.person.role)]
        for action, count in expected.items():
            times = sum(done == action for done, _ in self.deeds)
            if times != count:
                found.append(f"audit: {action} {times} times instead of {count}")
        return found


def leaks(person, secrets):
    """Patient data in any entry of the clinic's trail."""
    entries = [json.dumps(row, ensure_ascii=False).lower() for row in person.audit()]
    return sorted({secret for secret in secrets if any(secret.lower() in entry for entry in entries)})


def secrets_of(call):
    """Of a call as the service knows it: names, numbers, and what the caller said."""
    said = [turn["text"] for turn in call["turns"] if turn["speaker"] == "caller" and len(turn["text"].split()) > 1]
    of_tasks = [task[member] for task in call["tasks"] for member in ("patient_name", "callback_number")]
    return [text for text in (*said, *of_tasks, call.get("caller_number", "")) if text and len(text) > 4]
