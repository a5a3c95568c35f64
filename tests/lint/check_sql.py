#!/usr/bin/env python3
"""Holds the rules that let one SQL text run on SQLite and PostgreSQL (docs/adr/0004-one-sql-text.md).

SQLite binds parameters in the order of their first appearance, so `$2 ... $1` would silently swap values: in every
string literal of service/storage the first appearances of $1, $2 ... must ascend without gaps. Words that only one of
the two understands are refused, there and in the migrations.

Usage: check_sql.py [SOURCE_DIR]; exit status 1 and one line per finding.
"""
import pathlib
import re
import sys

LITERAL = re.compile(r'R"(\w*)\((.*?)\)\1"|"((?:[^"\\\n]|\\.)*)"', re.DOTALL)
SQL = re.compile(r"\b(SELECT|INSERT|UPDATE|DELETE|WHERE|VALUES)\b|\$\d")
COMMENT = re.compile(r"--[^\n]*")
ONE_SIDED = re.compile(
    r"\b(now\s*\(|ILIKE\b|ANY\s*\(|string_agg\b|group_concat\b|greatest\s*\(|least\s*\(|SKIP\s+LOCKED\b|AUTOINCREMENT\b"
    r"|SERIAL\b|IFNULL\b|strftime\b|julianday\b|datetime\s*\(|REPLACE\s+INTO\b|INSERT\s+OR\b|::\w+|boolean\b|"
    r"WITHOUT\s+ROWID\b)", re.IGNORECASE)
# The dialect of one database belongs in its own connection.
DIALECT_FILES = {"service/storage/sql/sqliteconnection.cpp", "service/storage/sql/postgresconnection.cpp",
                 "service/storage/sql/postgreswalls.cpp"}


def first_appearances(text):
    seen = []
    for number in re.findall(r"\$(\d+)", text):
        if int(number) not in seen:
            seen.append(int(number))
    return seen


def check_text(where, text, problems):
    numbers = first_appearances(text)
    if numbers != list(range(1, len(numbers) + 1)):
        problems.append(f"{where}: parameters first appear as {', '.join(f'${n}' for n in numbers)}; they must ascend")
    for word in ONE_SIDED.findall(COMMENT.sub("", text)):
        problems.append(f"{where}: \"{word}\" does not run on both databases")
    if re.search(r";\s*\S", COMMENT.sub("", text)):
        problems.append(f"{where}: one statement only")


def check(root):
    problems = []
    queries = 0
    for file in sorted((root / "service/storage").rglob("*.cpp")):
        name = file.relative_to(root).as_posix()
        if name in DIALECT_FILES:
            continue
        source = file.read_text(encoding="utf-8")
        for match in LITERAL.finditer(source):
            text = match[2] if match[2] is not None else match[3]
            if SQL.search(text):
                queries += 1
                check_text(f"{name}:{source.count(chr(10), 0, match.start()) + 1}", text, problems)
    steps = sorted((root / "service/storage/migrations").glob("*.sql"))
    for number, file in enumerate(steps, 1):
        name = file.relative_to(root).as_posix()
        if not file.name.startswith(f"{number:04d}_"):
            problems.append(f"{name}: the step must have number {number:04d}")
        for statement in re.split(r";\s*\n", COMMENT.sub("", file.read_text(encoding="utf-8"))):
            check_text(name, statement, problems)
    if queries == 0 or not steps:
        problems.append("found no SQL to check; has it moved?")
    return problems, queries


def self_test():
    """The rules themselves: one text that must pass, and one for each that must not."""
    for text, wanted in [("SELECT a FROM t WHERE b = $1 AND c = $2 OR d = $1", 0), ("UPDATE t SET a = $2 WHERE b = $1", 1),
                         ("SELECT a FROM t WHERE b = $1 AND c = $3", 1), ("SELECT now() FROM t", 1),
                         ("DELETE FROM a; DELETE FROM b", 1), ("SELECT a::text FROM t", 1)]:
        found = []
        check_text("", text, found)
        assert len(found) == wanted, (text, found)


def main():
    self_test()
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2]).resolve()
    problems, queries = check(root)
    print("\n".join(problems) if problems else f"sql: {queries} texts run on both databases")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
