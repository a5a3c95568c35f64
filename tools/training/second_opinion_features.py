"""How the second opinion sees a caller's turn: its words, and the numbers of the features in them.

service/safety/internal/secondopinion.cpp does the same, character for character; tst_secondopinion holds the two
together.
"""
import unicodedata

HESITATIONS = {"um", "uh", "er", "erm", "hm", "hmm", "ah", "uhm", "umm", "uhh"}
SMALL_NUMBERS = {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
LARGE_NUMBERS = {"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
                 "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand"}
VOWELS = set("aeiouy")
SKIP_REACH = 4
SHORTEST_PIECE, LONGEST_PIECE = 3, 5
LONGEST_WORD = 24
MOST_WORDS = 120


def plain_letter(character):
    """The Latin letter or digit under an accent, or None."""
    code = unicodedata.normalize("NFD", character)[0].lower()
    return code if code.isascii() and code.isalnum() else None


def words_of(text):
    """Lower case, no accents, apostrophes closed up, hesitations dropped, numbers made two kinds: #s and #l."""
    words, word = [], ""
    for character in text + " ":
        letter = plain_letter(character)
        if letter:
            word += letter
        elif character not in "'\u2019" and not unicodedata.category(character).startswith("M"):
            if word and word not in HESITATIONS:
                words.append(word[:LONGEST_WORD])
            word = ""
    return [number_kind(word) for word in words[:MOST_WORDS]]


def number_kind(word):
    if word in SMALL_NUMBERS:
        return "#s"
    if word in LARGE_NUMBERS:
        return "#l"
    if word.isdigit():
        return "#s" if len(word) < 3 and int(word) < 13 else "#l"
    return word


def stem_of(word):
    """bleed, bleeds, bleeding; stab, stabbed, stabbing. Rough, and the same everywhere."""
    stem = word
    if len(stem) > 5 and stem.endswith("ing"):
        stem = stem[:-3]
    elif len(stem) > 4 and stem.endswith("ed"):
        stem = stem[:-2]
    elif len(stem) > 3 and stem.endswith("s") and not stem.endswith("ss"):
        stem = stem[:-1]
    if not VOWELS & set(stem):
        return word
    if stem != word and len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsfz":
        stem = stem[:-1]
    if len(stem) > 3 and stem.endswith("e"):
        stem = stem[:-1]
    return stem


def fnv1a(text):
    value = 2166136261
    for byte in text.encode("ascii"):
        value = (value ^ byte) * 16777619 & 0xFFFFFFFF
    return value


class Features:
    """Turns text into feature numbers below 2**bits. Word features first, then pieces of words."""

    def __init__(self, bits):
        self.mask = (1 << bits) - 1
        self.known = {}

    def number(self, feature):
        value = self.known.get(feature)
        if value is None:
            value = self.known[feature] = fnv1a(feature) & self.mask
        return value

    def of(self, utterance):
        words = words_of(utterance)
        stems = ["^"] + [stem_of(word) for word in words] + ["$"]
        names = []
        for at in range(len(stems)):
            if 0 < at < len(stems) - 1:
                names.append("1:" + stems[at])
            for length in (2, 3):
                if at + length <= len(stems):
                    names.append(str(length) + ":" + " ".join(stems[at:at + length]))
            for other in range(at + 2, min(at + SKIP_REACH + 1, len(stems))):
                names.append("s:" + stems[at] + " " + stems[other])
        pieces = []
        for word in words:
            bounded = "_" + word + "_"
            for length in range(SHORTEST_PIECE, LONGEST_PIECE + 1):
                pieces.extend("c:" + bounded[at:at + length] for at in range(len(bounded) - length + 1))
        return [self.number(name) for name in names], [self.number(name) for name in pieces]
