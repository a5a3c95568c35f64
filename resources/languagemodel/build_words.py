#!/usr/bin/env python3
"""Lists the words of callers that name nobody: what may reach a language model whose vendor has signed no agreement.

Everything else a caller says is taken for a name and hidden, so an unknown name is never sent. Words come from what we
train on, if several callers use them; names leave, except those that are everyday words too, which are marked with `?`
and hidden wherever a name may stand.

Usage: build_words.py > ordinary_words.txt
"""
import collections
import json
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
FEWEST_UTTERANCES = 3  # A name that somebody invented for an example stands in one or two.
EVERYDAY_WORD = 60  # Utterances; so common a word is needed though it is somebody's name.
TITLE_SHARE = 0.2  # Who stands behind a title so often is a person.
TITLED = re.compile(r"\b(?:dr|doctor|mister|missus|mr|mrs|ms|miss|nurse)\.? ([a-z]+(?:'[a-z]+)?)")
WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")


def utterances():
    for file in sorted((ROOT / "resources/safety/training").glob("*.tsv")):
        for line in file.read_text(encoding="utf-8").splitlines()[1:]:
            yield line.split("\t")[2]
    for phrase in WORD.findall(json.dumps(json.loads((ROOT / "resources/phrases/en.json").read_text(encoding="utf-8")))
                               .lower()):
        yield phrase


def names():
    found = set()
    for file in ("firstnames.txt", "lastnames.txt"):
        found |= set(WORD.findall((ROOT / "resources/speech" / file).read_text(encoding="utf-8").lower()))
    for file in ("givennames.cpp", "namewords.cpp"):
        text = (ROOT / "service/dialogue/slots/internal" / file).read_text(encoding="utf-8")
        for function in re.findall(r"bool is(?:GivenName|Surname|SeldomName)\(.*?\n}", text, re.S):
            for literal in re.findall(r'"([^"]*)"', function):
                found |= set(literal.split())
    return found


def main():
    counts = collections.Counter(word for text in utterances() for word in set(WORD.findall(text.lower())))
    titled = collections.Counter(word for text in utterances() for word in set(TITLED.findall(text.lower())))
    known_names = names()
    for word, count in sorted(counts.items()):
        if len(word) > 3 and titled[word] > 1 and titled[word] > TITLE_SHARE * count:
            continue
        if len(word) == 1 and word not in "ai":
            continue
        if word in known_names:
            if count >= EVERYDAY_WORD:
                print(word + "?")
        elif count >= FEWEST_UTTERANCES:
            print(word)


if __name__ == "__main__":
    main()
