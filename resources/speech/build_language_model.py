#!/usr/bin/env python3
"""Builds the clinic's language models and dictionary for pocketsphinx from sentence templates.

One trigram model (ARPA) per expected kind of answer: all of them know every sentence, each leans towards its own
topics, so that an unexpected emergency is understood whatever was asked. Nothing is random between runs.

Callers also say what no template foresees, so everyday English (everydayenglish.cpp) is mixed in: much where the
templates know little.

Usage: build_language_model.py --dictionary cmudict-en-us.dict --english en-us.lm.bin --everyday PROGRAM --pack PROGRAM
                               --output FOLDER
"""
import argparse
import collections
import pathlib
import random
import re
import subprocess
import sys

from ngrams import FIRST, LAST, Counts, estimate, mixed, plain, read_grams, write_arpa

HERE = pathlib.Path(__file__).resolve().parent
MAX_DEPTH = 12

INNERMOST = re.compile(r"\(([^()]*)\)")
TOP_BAR = re.compile(r"\|(?![^()]*\))")  # a bar that no parenthesis closes after: parts nest choices one deep

# model: {topic: how much of the model's sentences; every other topic shares the rest as in everyday calls}
MODELS = {
    "open": {},
    "number": {"number": 0.65, "yesno": 0.08, "emergency": 0.08},
    "name": {"name": 0.7, "spelling": 0.03, "yesno": 0.04, "emergency": 0.06},
    "date": {"date": 0.65, "yesno": 0.05, "emergency": 0.1},
    "yesno": {"yesno": 0.6, "emergency": 0.08, "number": 0.04, "name": 0.04, "spelling": 0.001},
    "spelling": {"spelling": 0.7, "name": 0.1, "yesno": 0.05},
    "reason": {"reason": 0.6, "medical": 0.1, "emergency": 0.1},
}
# How much of a name's frequency reaches its unigram, from which any pair of names is backed off. More would make a name
# of every unclear word, except where a name is awaited.
NAME_SPREAD = {"name": 1.0}
USUAL_NAME_SPREAD = 0.1
# How much of any sentence is everyday English, which templates do not foresee: much where people tell a story.
EVERYDAY_SHARE = {"open": 0.2, "reason": 0.2}
USUAL_EVERYDAY_SHARE = 0.01
COMMONEST_WORDS = 4000  # Of everyday English, beside the templates' own.
WORTH = "1e-6"  # What an everyday pair or triple must change to be kept: a decoder has to load seven models.
# Said in the dictionary's own words; a whole word is recognised better than two letters.
WHOLE_WORDS = [("a m", "a.m."), ("p m", "p.m."), ("x ray", "x-ray"), ("x rays", "x-rays"),
               ("uh huh", "uh-huh"), ("mm hmm", "mhm")]
# Pronunciations that the dictionary lacks.
OWN_WORDS = {
    "a.m.": ["EY EH M"], "p.m.": ["P IY EH M"], "x-ray": ["EH K S R EY"], "x-rays": ["EH K S R EY Z"],
    "covid": ["K OW V IH D"], "telehealth": ["T EH L AH HH EH L TH"], "tricare": ["T R AY K EH R"],
    "aetna": ["EH T N AH"], "cigna": ["S IH G N AH"], "humana": ["HH Y UW M AE N AH"],
    "antidepressant": ["AE N T IY D IH P R EH S AH N T"], "vertigo": ["V ER T IH G OW"],
    "pre": ["P R IY"], "op": ["AA P"], "okay": ["OW K EY"], "uh": ["AH"], "um": ["AH M"], "hmm": ["HH M"], "mm": ["M"],
    "mammogram": ["M AE M AH G R AE M"], "colonoscopy": ["K OW L AH N AA S K AH P IY"],
    "ibuprofen": ["AY B Y UW P R OW F AH N"], "latoya": ["L AH T OY AH"], "keisha": ["K IY SH AH"],
    "copay": ["K OW P EY"], "earache": ["IH R EY K"], "toothache": ["T UW TH EY K"], "ingrown": ["IH N G R OW N"],
    "meds": ["M EH D Z"], "roommate": ["R UW M M EY T"], "walgreens": ["W AO L G R IY N Z"], "petrov": ["P EH T R AO F"],
    "priya": ["P R IY AH"], "aisha": ["AY IY SH AH"], "deepak": ["D IY P AA K"], "sanjay": ["S AA N JH EY"],
    "tran": ["T R AE N"], "fatima": ["F AA T IY M AH"],
}
# Ways to say a word that the dictionary has otherwise.
FURTHER_WAYS = {
    "yes": ["Y IH S", "Y AH S"], "schedule": ["S K EH JH AH L", "S K EH JH W AH L"],
    "uh-huh": ["AH N HH AH N"], "mhm": ["M HH M", "EH M HH M"],
}
SIBILANTS, VOICELESS = "S Z SH ZH CH JH".split(), "P T K F TH".split()
POSSESSIVE = {**{phone: " IH Z" for phone in SIBILANTS}, **{phone: " S" for phone in VOICELESS}}


class Templates:
    """The sentence grammar of templates.txt."""

    def __init__(self, text, names, randomness):
        self.random = randomness
        self.parts = {FIRST: names[FIRST], LAST: names[LAST]}
        self.topics = collections.defaultdict(list)  # name: [(share, [(weight, template)])]
        current = None
        for number, line in enumerate(text.splitlines(), 1):
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            section = re.fullmatch(r"\[(\w+) ([\d.]+)\]", line)
            definition = re.fullmatch(r"(\w+) = (.+)", line)
            if section:
                current = []
                self.topics[section[1]].append((float(section[2]), current))
            elif definition:
                self.parts[definition[1]] = [self._weighted(choice) for choice in TOP_BAR.split(definition[2])]
            elif current is None:
                sys.exit(f"templates.txt:{number}: a sentence before the first [topic]")
            else:
                current.append(self._weighted(line))

    @staticmethod
    def _weighted(text):
        match = re.fullmatch(r"\s*(?:([\d.]+)\*)?\s*(.*?)\s*", text)
        return float(match[1] or 1), match[2]

    def _pick(self, choices):
        return self.random.choices([text for _, text in choices], [weight for weight, _ in choices])[0]

    def _expand(self, text, depth=0):
        if depth > MAX_DEPTH:
            sys.exit(f"templates.txt: a part contains itself: {text}")
        while INNERMOST.search(text):
            text = INNERMOST.sub(lambda m: self.random.choice(m[1].split("|")), text)

        def part(match):
            if match[1] not in self.parts:
                sys.exit(f"templates.txt: no part is called {match[1]}")
            chosen = self._expand(self._pick(self.parts[match[1]]), depth + 1)
            return f"<{match[1]}>{chosen}" if match[1] in (FIRST, LAST) else chosen

        return re.sub(r"\{(\w+)\}", part, text)

    def sentence(self, topic):
        shares = self.topics[topic]
        _, lines = self.random.choices(shares, [share for share, _ in shares])[0]
        words = " " + " ".join(self._expand(self._pick(lines)).split()).replace(" '", "'") + " "
        for spoken, whole in WHOLE_WORDS:
            words = words.replace(f" {spoken} ", f" {whole} ")
        return words.split()

    def everyday_share(self, topic):
        total = sum(share for shares in self.topics.values() for share, _ in shares)
        return sum(share for share, _ in self.topics[topic]) / total


def read_dictionary(path):
    pronunciations = collections.defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, phones = line.partition(" ")
        if phones:
            pronunciations[re.sub(r"\(\d+\)$", "", word)].append(phones.strip())
    for word, phones in OWN_WORDS.items():
        pronunciations.setdefault(word, phones)
    for word, phones in FURTHER_WAYS.items():
        pronunciations[word] += phones
    return pronunciations


def add_possessives(pronunciations, names):
    for choices in names.values():
        for _, name in choices:
            if f"{name}'s" not in pronunciations:
                pronunciations[f"{name}'s"] = [phones + POSSESSIVE.get(phones.split()[-1], " Z")
                                               for phones in pronunciations[name]]


def read_names(path, pronunciations):
    """Weighted by their place: the list begins with the commonest (Zipf's law, flattened)."""
    names = path.read_text(encoding="ascii").split()
    known = [name for name in names if name in pronunciations]
    if len(known) < len(names):
        missing = sorted(set(names) - set(known))
        print(f"{path.name}: no pronunciation, left out: {' '.join(missing)}", file=sys.stderr)
    return [(1 / (place + 15) ** 0.9, name) for place, name in enumerate(dict.fromkeys(known))]


def draw_sentences(templates, pronunciations, count):
    """{topic: sentences}, only of words that can be pronounced."""
    drawn, unknown = {}, set()
    for topic in templates.topics:
        drawn[topic] = []
        for _ in range(count):
            sentence = templates.sentence(topic)
            strange = {plain(token) for token in sentence if plain(token) not in pronunciations}
            unknown |= strange
            if sentence and not strange:
                drawn[topic].append(sentence)
    if unknown:
        print(f"templates.txt: no pronunciation, sentences left out: {' '.join(sorted(unknown))}", file=sys.stderr)
    return drawn


def everyday_english(options, words, pronunciations):
    printed = subprocess.run([options.everyday, options.english, str(COMMONEST_WORDS), WORTH], check=True,
                             input="\n".join(sorted(words)), capture_output=True, text=True).stdout
    return read_grams(printed, set(pronunciations) | {"<s>", "</s>"})


def topic_shares(model, templates):
    own = MODELS[model]
    rest = 1 - sum(own.values())
    everyday = {topic: templates.everyday_share(topic) for topic in templates.topics if topic not in own}
    total = sum(everyday.values())
    return {**{topic: rest * share / total for topic, share in everyday.items()}, **own}


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--dictionary", type=pathlib.Path, required=True)
    arguments.add_argument("--everyday", required=True, help="the program everyday_english")
    arguments.add_argument("--pack", required=True, help="the program pack_language_model")
    arguments.add_argument("--english", required=True, help="pocketsphinx's own language model")
    arguments.add_argument("--output", type=pathlib.Path, required=True)
    arguments.add_argument("--sentences", type=int, default=6000, help="drawn per topic")
    options = arguments.parse_args()

    pronunciations = read_dictionary(options.dictionary)
    names = {FIRST: read_names(HERE / "firstnames.txt", pronunciations),
             LAST: read_names(HERE / "lastnames.txt", pronunciations)}
    add_possessives(pronunciations, names)
    text = (HERE / "templates.txt").read_text(encoding="ascii")
    templates = Templates(text, names, random.Random(1))
    drawn = draw_sentences(templates, pronunciations, options.sentences)
    words = {plain(token) for sentences in drawn.values() for sentence in sentences for token in sentence}
    words |= {name for choices in names.values() for _, name in choices}
    everyday = everyday_english(options, words, pronunciations)
    words |= {word for (word,) in everyday[1]} - {"<s>", "</s>"}
    vocabulary = words | {"</s>"}

    options.output.mkdir(parents=True, exist_ok=True)
    for model in MODELS:
        counts = Counts(NAME_SPREAD.get(model, USUAL_NAME_SPREAD))
        for topic, share in topic_shares(model, templates).items():
            weight = share * len(templates.topics)
            for sentence in drawn[topic]:
                counts.add(sentence, weight)
        model_share = EVERYDAY_SHARE.get(model, USUAL_EVERYDAY_SHARE)
        text = options.output / f"{model}.arpa"
        write_arpa(text, mixed(estimate(counts, vocabulary), everyday, model_share, counts))
        subprocess.run([options.pack, text, options.output / f"{model}.lm.bin"], check=True)
        text.unlink()
    with (options.output / "clinic.dict").open("w", encoding="ascii") as file:
        for word in sorted(words):
            for number, phones in enumerate(pronunciations[word], 1):
                file.write(f"{word}{f'({number})' if number > 1 else ''} {phones}\n")


if __name__ == "__main__":
    main()
