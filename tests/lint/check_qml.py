#!/usr/bin/env python3
"""qmllint over every QML file, in the modules as the build has put them together.

Usage: check_qml.py QMLLINT MODULES_DIR [IMPORT_DIR...]; exit status 1 and one line per problem.

Left out is that our controls name what is inside them, which is what they are for, and two things that qmllint of Qt 6.4
does not know: members of maps and lists that come from C++ (it takes them for
value types, the engine for JavaScript objects and arrays), and constants of Number.
"""
import pathlib
import re
import subprocess
import sys

NOT_KNOWN = re.compile(r'Property "\w+" not found on type "QVariant(Map|List)"|Type is a method\. You cannot access "\w+" from here')


def main():
    linter, modules, imports = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3:]
    files = sorted(str(file) for file in modules.rglob("*.qml"))
    if not files:
        print(f"no QML below {modules}; build first")
        return 1
    paths = [part for folder in [str(modules), *imports] for part in ("-I", folder)]
    done = subprocess.run([linter, *paths, "--deferred-property-id", "disable", *files], capture_output=True, text=True)
    found = [line for line in (done.stdout + done.stderr).splitlines()
             if line.startswith(("Warning:", "Error:")) and not NOT_KNOWN.search(line)]
    found = [line.replace(str(modules) + "/", "") for line in found]
    print("\n".join(found) if found else f"qml: {len(files)} files clean")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
