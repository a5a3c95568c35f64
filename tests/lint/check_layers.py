#!/usr/bin/env python3
"""Holds the arrows between rooms: every #include of our own must follow ALLOWED.

Usage: check_layers.py [SOURCE_DIR]; exit status 1 and one line per wrong include.
"""
import pathlib
import re
import sys

# room: the rooms it may include. Rooms are folders; the longest match wins.
CORE = {"shared/core"}
MODEL = CORE | {"shared/model"}
FLOW = MODEL | {"service/flow"}
ALLOWED = {
    "shared/core": set(),
    "shared/model": CORE,
    "service/settings": CORE,
    "service/flow": MODEL,
    "service/audio": FLOW,
    "service/sockets": CORE,
    "service/http": CORE | {"service/sockets"},
    "service/faultpolicy": CORE,
    "service/outgoing": CORE | {"service/faultpolicy", "service/sockets"},
    "service/errorreports": CORE | {"service/faultpolicy", "service/outgoing"},
    "service/telephony": FLOW | {"service/http", "service/sockets", "service/faultpolicy", "service/outgoing"},
    "service/speechtotext": FLOW | {"service/audio", "service/faultpolicy", "service/outgoing"},
    "service/texttospeech": FLOW | {"service/audio", "service/faultpolicy", "service/outgoing"},
    "service/safety": FLOW,
    "service/dialogue": FLOW | {"service/safety"},
    "service/identity": MODEL,
    "service/languagemodel": FLOW | {"service/faultpolicy", "service/outgoing"},
    "service/sealing": CORE,
    "service/storage": MODEL | {"service/sealing"},
    "service/retention": MODEL | {"service/storage"},
    "service/notification": MODEL | {"service/storage"},
    "service/webhooks": MODEL | {"service/faultpolicy", "service/outgoing", "service/storage"},
    "service/recording": FLOW | {"service/audio", "service/sealing", "service/storage"},
    "service/call": FLOW | {"service/languagemodel", "service/audio", "service/telephony", "service/speechtotext",
                            "service/texttospeech",
                            "service/safety", "service/dialogue"},
    "service/reception": FLOW | {"service/languagemodel", "service/http", "service/sockets", "service/telephony", "service/audio",
                                 "service/speechtotext", "service/texttospeech", "service/safety", "service/dialogue", "service/call",
                                 "service/storage", "service/recording", "service/faultpolicy", "service/outgoing"},
    "service/live": MODEL | {"service/storage", "service/sockets"},
    "service/evaluation": FLOW | {"service/safety", "service/dialogue", "service/storage"},
    "service/api": MODEL | {"service/http", "service/sockets", "service/identity", "service/live", "service/retention",
                            "service/storage", "service/recording", "service/webhooks"},
    "service/app": None,
    "service/main.cpp": CORE | {"service/app", "service/settings"},
    "resources/speech": set(),  # Programs of the build.
    "desktop/client": CORE,
    "desktop/records": CORE | {"desktop/client"},
    "desktop/queue": CORE | {"desktop/client"},
    "desktop/alerts": CORE | {"desktop/client"},
    "desktop/calls": FLOW | {"desktop/client", "service/audio"},  # A test call plays a phone, with its codec.
    "desktop/approvals": CORE | {"desktop/client"},
    "desktop/account": CORE,
    "desktop/platform": CORE | {"desktop/client"},
    "desktop/app": None,
    "desktop/gallery.cpp": CORE | {"desktop/app"},
    "desktop/main.cpp": CORE | {"desktop/app", "desktop/platform", "desktop/client"},
    "tools/frontdeskctl": None,
    "tools/callsim": FLOW | {"service/audio", "service/sockets", "service/telephony", "service/texttospeech", "service/speechtotext",
                             "tests"},  # Of the fakes, Twilio REST.
    "tools/demodata": MODEL | {"service/storage", "tools/frontdeskctl"},
    "tools/training": FLOW | {"service/safety", "service/dialogue", "service/evaluation"},
    "tests": None,
}
PRIVATE_FOLDERS = {"internal", "providers"}
INCLUDE = re.compile(r'^\s*#include\s+"([^"]+)"')


def room_of(path):
    parts = path.split("/")
    for length in range(len(parts), 0, -1):
        name = "/".join(parts[:length])
        if name in ALLOWED:
            return name
    return None


def problems(root):
    for file in sorted(root.rglob("*")):
        if file.suffix not in {".h", ".cpp"}:
            continue
        name = file.relative_to(root).as_posix()
        if name.startswith("build/") or name.startswith("."):
            continue
        room = room_of(name)
        if room is None:
            yield f"{name}: lies in no known room"
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            match = INCLUDE.match(line)
            if not match or match[1].endswith(".moc"):
                continue
            target = match[1]
            target_room = room_of(target)
            where = f"{name}:{number}: {target}"
            if target_room is None:
                yield f"{where}: write the path from the top of the tree"
            elif target_room != room and ALLOWED[room] is not None and target_room not in ALLOWED[room]:
                yield f"{where}: {room} may not know {target_room}"
            elif target_room != room and room not in {"service/app", "desktop/app", "tests"} and PRIVATE_FOLDERS & set(target.split("/")):
                yield f"{where}: private to {target_room}"


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2]).resolve()
    found = list(problems(root))
    print("\n".join(found) if found else "layers: all includes follow the arrows")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
