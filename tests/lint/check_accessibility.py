#!/usr/bin/env python3
"""Everything in qml a person can press or type into says its name and role to a screen reader, and is reached by keyboard.

Usage: check_accessibility.py [SOURCE_DIR]; exit status 1 and one line per problem.

Controls of ours that say both by themselves need only what the name is made of (`text`, `placeholderText`); the others name
themselves with `Accessible.name`. A MouseArea or TapHandler that does something needs a keyboard's way beside it: a role and
`Accessible.name` on the item it lies in, which every list of ours answers with its keys.
"""
import pathlib
import re
import sys

# Type: what its accessible name is made of, any of these.
NAMED_BY = {
    "Button": {"text", "Accessible.name"},
    "IconButton": {"text", "Accessible.name"},
    "CheckBox": {"text", "Accessible.name"},
    "Switch": {"text", "Accessible.name"},
    "MenuItem": {"text", "Accessible.name"},
    "NavigationItem": {"text", "Accessible.name"},
    "TextField": {"placeholderText", "Accessible.name"},
    "TextBox": {"placeholderText", "Accessible.name"},
    "ComboBox": {"Accessible.name"},
    "Slider": {"Accessible.name"},
    "ListArea": {"Accessible.name"},
}
# Raw interactive types of Qt: name and role are theirs to give.
RAW = {"T.AbstractButton", "T.Button", "T.TextField", "T.TextArea", "T.Slider", "T.Switch", "T.CheckBox", "T.ItemDelegate"}
HANDLERS = {"MouseArea": ("onClicked", "onPressed"), "TapHandler": ("onTapped",)}
OPENING = re.compile(r'^\s*(?:[\w.]+:\s*)?((?:[A-Z]\w*\.)?[A-Z]\w*)\s*\{\s*(.*)$')
PROPERTY = re.compile(r'^\s*(?:default |required |readonly )*(?:property \w+ )?([\w.]+)\s*:')


class Element:
    def __init__(self, kind, line, parent):
        self.kind, self.line, self.parent, self.names = kind, line, parent, set()


def elements(text):
    """Every object with the properties set in it; strings, comments and the braces of scripts are not taken for objects."""
    plain = re.sub(r'"(?:[^"\\]|\\.)*"', '""', re.sub(r'//.*', '', re.sub(r'/\*.*?\*/', '', text, flags=re.S)))
    stack, found = [], []
    for number, line in enumerate(plain.splitlines(), 1):
        opening = OPENING.match(line)
        owner = next((one for one in reversed(stack) if one), None)
        named = PROPERTY.match(line)
        if named and owner and stack and stack[-1] is owner and not opening:
            owner.names.add(named[1])
        depth = line.count("{") - line.count("}")
        if opening:
            element = Element(opening[1], number, owner)
            element.names |= set(re.findall(r'([\w.]+)\s*:', opening[2]))
            found.append(element)
            stack += [element] + [None] * (depth - 1) if depth > 0 else []
        elif depth > 0:
            stack += [None] * depth
        if depth < 0:
            del stack[depth:]
    return found


def is_named(element):
    while element:
        if {"Accessible.name", "Accessible.role"} <= element.names or element.kind in {"TextField", "T.AbstractButton"}:
            return True
        element = element.parent
    return False


def problems(root):
    for file in sorted((root / "qml").rglob("*.qml")):
        where = file.relative_to(root)
        is_control = "Controls" in file.parts
        for element in elements(file.read_text(encoding="utf-8")):
            wanted = NAMED_BY.get(element.kind)
            if wanted and not wanted & element.names:
                yield f"{where}:{element.line}: {element.kind} needs one of {', '.join(sorted(wanted))}"
            if element.kind in RAW and not is_control and not {"Accessible.name", "Accessible.role"} <= element.names:
                yield f"{where}:{element.line}: {element.kind} needs Accessible.name and Accessible.role"
            acts = HANDLERS.get(element.kind, ())
            if any(act in element.names for act in acts) and not is_named(element.parent):
                yield f"{where}:{element.line}: {element.kind} does something that only a pointer can reach"


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2]).resolve()
    found = list(problems(root))
    print("\n".join(found) if found else "accessibility: every control has a name and a role")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
