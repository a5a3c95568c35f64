"""N-gram language models: counted, estimated, mixed, written.

Estimation: Witten-Bell interpolated trigrams over a unigram of continuation counts (in how many contexts a word
appears rather than how often). First and last names are independent of each other: a pair that happened to be drawn
must not be likelier than one that was not, so such pairs only feed the back-off mass.

A model is a list by order: [None, {(word,): (probability, back-off weight or None)}, {(word, word): ...}, {...}].
"""
import collections
import math

FIRST, LAST = "first", "last"
LEAST = 1e-5  # No back-off weight is quite zero.

# The share of another model beyond its part everywhere: half of it after a word (after a pair) that was counted
# AFTER_WORD (AFTER_PAIR) times. Chosen by the perplexity of turns that no template was written after.
AFTER_WORD, AFTER_PAIR = 200, 50


def plain(token):
    return token.rsplit(">", 1)[1] if token.startswith("<") and token not in ("<s>", "</s>") else token


def kind(token):
    return token[1:-1 - len(plain(token))] if token != plain(token) else None


class Counts:
    """Weighted n-gram counts of one model."""

    def __init__(self, name_spread):
        self.name_spread = name_spread
        self.followers = collections.defaultdict(lambda: collections.defaultdict(float))  # history: {word: count}
        self.novel = collections.defaultdict(float)  # history: mass for what was not seen after it
        self.contexts = collections.defaultdict(set)  # word: histories of one word
        self.spread = collections.defaultdict(float)  # word: further continuation counts

    def add(self, tokens, weight):
        tokens = ["<s>", *tokens, "</s>"]
        words = [plain(token) for token in tokens]
        for i in range(1, len(words)):
            name_pair = kind(tokens[i]) == LAST and kind(tokens[i - 1]) == FIRST
            if name_pair:
                self.novel[(words[i - 1],)] += weight
                self.spread[words[i]] += self.name_spread * weight
            else:
                self.followers[(words[i - 1],)][words[i]] += weight
                self.contexts[words[i]].add(words[i - 1])
            # A history with a name in it is rarer than the pair; two words after any name behave alike.
            if i >= 2 and not name_pair and not kind(tokens[i - 2]):
                self.followers[(words[i - 2], words[i - 1])][words[i]] += weight
            if i >= 2 and name_pair:
                self.novel[(words[i - 2], words[i - 1])] += weight


def estimate(counts, vocabulary):
    """{(words...): (probability, back-off weight or None)} by order."""
    continuation = {word: len(counts.contexts[word]) + counts.spread[word] + 0.5 for word in vocabulary}
    total = sum(continuation.values())
    unigram = {word: value / total for word, value in continuation.items()}
    grams = [None, {}, {}, {}]
    backoff = {}
    probability = {(word,): value for word, value in unigram.items()}
    for order in (2, 3):
        for history, followers in sorted(counts.followers.items()):
            if len(history) != order - 1:
                continue
            seen = sum(followers.values())
            types = len(followers) * seen / max(seen, len(followers))  # weighted counts may be below one each
            novel = types + counts.novel.get(history, 0)
            backoff[history] = novel / (seen + novel)
            for word, count in followers.items():
                lower = probability.get(history[1:] + (word,))
                if lower is None:  # only when the shorter n-gram was left out as a name pair
                    lower = backoff.get(history[1:], 1) * unigram[word]
                probability[history + (word,)] = (count + novel * lower) / (seen + novel)
    for gram, value in probability.items():
        grams[len(gram)][gram] = (value, backoff.get(gram))
    for word in vocabulary:
        if counts.novel.get((word,)) and (word,) not in backoff:
            grams[1][(word,)] = (grams[1][(word,)][0], 1.0)
    grams[1][("<s>",)] = (1e-10, backoff.get(("<s>",), 1.0))
    return grams


def with_backoff(probabilities):
    """The model of these n-grams: what they leave over goes to the shorter ones."""
    grams = [None, {}, {}, {}]
    for order in (1, 2, 3):
        seen, seen_shorter = collections.defaultdict(float), collections.defaultdict(float)
        for gram, value in (probabilities[order + 1] if order < 3 else {}).items():
            seen[gram[:-1]] += value
            seen_shorter[gram[:-1]] += probabilities[order][gram[1:]]
        for gram, value in probabilities[order].items():
            left = max(LEAST, 1 - seen[gram]) / max(LEAST, 1 - seen_shorter[gram]) if gram in seen else None
            grams[order][gram] = (value, left)
    return grams


def read_grams(text, words):
    """A model from lines of "probability word [word [word]]", without those of other words."""
    probabilities = [None, {("<s>",): 1e-10}, {}, {}]
    for line in text.splitlines():
        value, *gram = line.split()
        if words.issuperset(gram):
            probabilities[len(gram)][tuple(gram)] = float(value)
    for order in (2, 3):
        probabilities[order] = {gram: value for gram, value in probabilities[order].items()
                                if gram[1:] in probabilities[order - 1] and gram[:-1] in probabilities[order - 1]}
    return with_backoff(probabilities)


def probability(grams, gram):
    weight = 1.0
    while True:
        known = grams[len(gram)].get(gram)
        if known:
            return weight * known[0]
        if len(gram) == 1:
            return 0.0
        shorter = grams[len(gram) - 1].get(gram[:-1])
        if shorter and shorter[1] is not None:
            weight *= shorter[1]
        gram = gram[1:]


def mixed(own, other, everywhere, counts):
    """Both models interpolated: the other one `everywhere`, and more the less often a history was counted."""
    def counted(history):
        return sum(counts.followers.get(history, {}).values())

    def share(history):
        if not history:
            return everywhere
        if len(history) == 2 and not counted(history):
            history = history[1:]
        times = counted(history)
        return 1 - (1 - everywhere) * times / (times + (AFTER_WORD if len(history) == 1 else AFTER_PAIR))

    shares, probabilities = {}, [None, {}, {}, {}]
    for order in (1, 2, 3):
        for gram in {**own[order], **other[order]}:
            history = gram[:-1]
            if order == 3 and (gram[1:] not in probabilities[2] or history not in probabilities[2]):
                continue
            if history not in shares:
                shares[history] = share(history)
            probabilities[order][gram] = ((1 - shares[history]) * probability(own, gram) +
                                          shares[history] * probability(other, gram))
    return with_backoff(probabilities)


def write_arpa(path, grams):
    def line(gram, value, weight, order):
        text = f"{math.log10(value):.4f} {' '.join(gram)}"
        return text + f" {math.log10(weight):.4f}" if order < 3 and weight is not None else text

    with path.open("w", encoding="ascii") as file:
        file.write("\\data\\\n")
        for order in (1, 2, 3):
            file.write(f"ngram {order}={len(grams[order])}\n")
        for order in (1, 2, 3):
            file.write(f"\n\\{order}-grams:\n")
            for gram, (value, weight) in sorted(grams[order].items()):
                if order < 3 and weight is None:
                    weight = 1.0
                file.write(line(gram, value, weight, order) + "\n")
        file.write("\n\\end\\\n")
