#!/usr/bin/env python3
"""Every sentence of the desktop client has its Spanish counterpart, with the same placeholders, and every deed that the
service writes to the audit trail has words for its readers.

Usage: check_translations.py [SOURCE_DIR]; exit status 1 and one line per problem.
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

QML_TEXT = re.compile(r'qsTr\("((?:[^"\\]|\\.)*)"')
CPP_TEXT = re.compile(r'\btr\(\s*"((?:[^"\\]|\\.)*"(?:\s*"(?:[^"\\]|\\.)*")*)')
JOINT = re.compile(r'"\s*"')
PLACEHOLDER = re.compile(r"%\d|%n|\{\w+\}")


def used(root):
    for folder, ending, pattern in (("qml", ".qml", QML_TEXT), ("desktop", ".cpp", CPP_TEXT)):
        for file in sorted((root / folder).rglob("*" + ending)):
            for text in pattern.findall(file.read_text(encoding="utf-8")):
                # Pieces of one C++ literal are one sentence.
                whole = JOINT.sub("", text).removesuffix('"') if ending == ".cpp" else text
                yield file.relative_to(root), whole.replace('\\"', '"')


# In the service's API these are written like deeds, but are events.
EVENTS = {"call.turn"}


def nameless_deeds(root):
    words = (root / "qml/Main/DeedWords.qml").read_text(encoding="utf-8")
    for file in sorted((root / "service/api").rglob("*.cpp")):
        for name in re.findall(r'"([a-z_]+\.[a-z_]+)"', file.read_text(encoding="utf-8")):
            if name not in EVENTS and f'case "{name}":' not in words:
                yield f"{file.relative_to(root)}: {name} has no words in DeedWords.qml"


def problems(root):
    yield from nameless_deeds(root)
    catalogue = root / "resources/desktop/translations/frontdesk_es.ts"
    known = set()
    for message in ElementTree.parse(catalogue).getroot().iter("message"):
        source = message.find("source").text
        translation = message.find("translation")
        known.add(source)
        if translation.get("type") == "unfinished":
            yield f"not translated: {source}"
        for text in [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]:
            if sorted(PLACEHOLDER.findall(text)) != sorted(PLACEHOLDER.findall(source)):
                yield f"other placeholders: {source} -> {text}"
    for file, text in used(root):
        if text not in known:
            yield f"{file}: not in {catalogue.name}: {text}"


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2]).resolve()
    found = list(problems(root))
    print("\n".join(found) if found else "translations: complete")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
