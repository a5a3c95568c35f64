#!/usr/bin/env python3
"""Holds the installers' recipes against the program: those for Windows and macOS cannot be built on Linux, but much of what
would break them can be seen from here.

Usage: check_installers.py [ROOT]
"""
import pathlib
import plistlib
import re
import sys
import xml.etree.ElementTree as xml

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")
INSTALLERS = ROOT / "installers"
problems = []


def expect(holds, sentence):
    if not holds:
        problems.append(sentence)


def without_namespace(tree):
    for element in tree.iter():
        element.tag = element.tag.split("}")[-1]
    return tree.getroot()


def parsed(name):
    return without_namespace(xml.parse(INSTALLERS / name))


preferences = (ROOT / "desktop/platform/preferences.cpp").read_text()
known = set(re.findall(r'managedValue\(u"(\w+)"_s\)', preferences))
expect(known, "preferences.cpp reads no preset: this check looks in the wrong place")

policy = parsed("windows/frontdesk.admx")
words = parsed("windows/en-US/frontdesk.adml")
preset = {value.get("valueName") for value in policy.iter() if value.get("valueName")}
expect(preset == known, f"frontdesk.admx presets {sorted(preset)}, the program reads {sorted(known)}")
for one in policy.iter("policy"):
    expect(one.get("key") == r"Software\Policies\Frontdesk", f"policy {one.get('name')} writes to {one.get('key')}")
strings = {text.get("id") for text in words.iter("string")}
presentations = {text.get("id") for text in words.iter("presentation")}
for kind, name in re.findall(r"\$\((string|presentation)\.(\w+)\)", (INSTALLERS / "windows/frontdesk.admx").read_text()):
    expect(name in (strings if kind == "string" else presentations), f"frontdesk.adml lacks the {kind} {name}")
elements = {part.get("id") for part in policy.iter() if part.get("valueName")}
expect({part.get("refId") for part in words.iter() if part.get("refId")} == elements, "frontdesk.adml shows other elements")

package = parsed("windows/frontdesk.wxs")
written = {value.get("Name") for value in package.iter("RegistryValue") if value.get("Key") == r"Software\Frontdesk\Frontdesk"}
expect(written == known, f"frontdesk.wxs presets {sorted(written)}, the program reads {sorted(known)}")
components = {one.get("Id") for one in package.iter("Component")}
named = {one.get("Id") for one in package.iter("ComponentRef")}
expect(components == named, f"frontdesk.wxs: components {sorted(components)}, installed {sorted(named)}")
guids = [one.get("Guid") for one in package.iter("Component") if one.get("Guid") != "*"]
expect(len(guids) == len(set(guids)), "frontdesk.wxs uses a GUID twice")

bundle = plistlib.loads((INSTALLERS / "macos/Info.plist").read_bytes())
rights = plistlib.loads((INSTALLERS / "macos/entitlements.plist").read_bytes())
profile = plistlib.loads((INSTALLERS / "macos/frontdesk.mobileconfig").read_bytes())
payload = profile["PayloadContent"][0]
expect(payload["PayloadType"] == bundle["CFBundleIdentifier"], "the profile is for another program than the bundle")
expect(f"{bundle['CFBundleIdentifier']}.plist" in preferences, "the program reads another domain than the profile sets")
expect({key for key in payload if not key.startswith("Payload")} == known, "frontdesk.mobileconfig has other presets")
if any("QAudioSource" in file.read_text() for file in (ROOT / "desktop").rglob("*.cpp")):
    # Without both, macOS ends the program the moment it opens the microphone.
    expect(bundle.get("NSMicrophoneUsageDescription"), "Info.plist does not say what the microphone is for")
    expect(rights.get("com.apple.security.device.audio-input"), "entitlements.plist does not ask for the microphone")

entry = (INSTALLERS / "linux/frontdesk.desktop").read_text()
expect("Exec=frontdesk\n" in entry and "Icon=frontdesk\n" in entry, "frontdesk.desktop starts or shows something else")

for problem in problems:
    print(problem)
print("installers: " + ("as the program has it" if not problems else f"{len(problems)} to mend"))
sys.exit(1 if problems else 0)
