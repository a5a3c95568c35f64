#!/usr/bin/env python3
"""Trains the second opinion on a caller's turn (docs/safety-classifier.md) and writes second_opinion.bin.

  train_second_opinion.py ROWS.tsv... --rules VERDICTS.tsv --out second_opinion.bin --reference reference.tsv

Linear classifiers over hashed words and pieces of words, by logistic regression. Needs nothing beside Python; the same
rows give the same file, bit for bit. With --rules (from `safety_verdicts`) it cross-validates first and prints what
rules, classifier and both together catch and cry wolf at.
"""
import argparse
import csv
import math
import random
import struct
import sys
from collections import defaultdict

from second_opinion_features import Features, stem_of, words_of

BITS = 17
KINDS = ("medical", "self_harm", "violence")
HEADS = ("emergency", *KINDS)
SEED = 20240601
FOLDS = 5


class Row:
    def __init__(self, source, fields, features):
        self.id = fields["id"]
        self.source = source
        self.utterance = fields["utterance"]
        self.emergency = fields["emergency"]
        self.action = fields["expected_action"]
        self.also_ok = set(filter(None, fields["also_ok"].split(",")))
        self.words, self.pieces = features.of(self.utterance)
        self.stems = [stem_of(word) for word in words_of(self.utterance)]

    def accepts(self, action):
        return action == self.action or action in self.also_ok

    def label(self, head):
        """1, 0, or None where this row teaches the head nothing."""
        urgent = self.emergency != "none"
        if head == "emergency":
            return None if not urgent and "emergency_escalate" in self.also_ok else int(urgent)
        return int(self.emergency == head) if urgent else None


class Linear:
    """Logistic regression by stochastic gradient descent; rows that are already safely right are passed over."""

    def __init__(self, size, options):
        self.weights = [0.0] * size
        self.bias = 0.0
        self.options = options

    def score(self, row):
        take = self.weights.__getitem__
        return self.bias + sum(map(take, row.words)) + sum(map(take, row.pieces))

    def train(self, rows, labels, rng):
        options = self.options
        order = list(range(len(rows)))
        for epoch in range(options.epochs):
            rng.shuffle(order)
            rate = options.rate / (1 + epoch)
            for at in order:
                row = rows[at]
                margin = max(-30.0, min(30.0, self.score(row)))
                error = labels[at] - 1 / (1 + math.exp(-margin))
                if abs(error) < options.enough:
                    continue
                step = rate * error / math.sqrt(len(row.words) + 1)
                if labels[at]:
                    step *= options.positive
                weights = self.weights
                for number in row.words:
                    weights[number] += step
                step *= options.pieces
                for number in row.pieces:
                    weights[number] += step
                self.bias += 0.3 * step
            keep = 1 - options.decay
            self.weights = [weight * keep for weight in self.weights]


def train_head(name, rows, options):
    taught = [(row, row.label(name)) for row in rows]
    taught = [(row, label) for row, label in taught if label is not None]
    head = Linear(1 << BITS, options)
    head.train([row for row, _ in taught], [label for _, label in taught], random.Random(SEED))
    return head


def group_rows(rows):
    """Numbers such that rows alike in wording share one: half of their neighbouring word pairs are the same."""
    pairs = [set(zip(["^"] + row.stems, row.stems + ["$"])) for row in rows]
    holders = defaultdict(list)
    for at, own in enumerate(pairs):
        for pair in own:
            holders[pair].append(at)
    leader = list(range(len(rows)))

    def find(at):
        while leader[at] != at:
            leader[at] = leader[leader[at]]
            at = leader[at]
        return at

    for at, own in enumerate(pairs):
        shared = defaultdict(int)
        for pair in own:
            if len(holders[pair]) <= 60:
                for other in holders[pair]:
                    if other < at:
                        shared[other] += 1
        for other, count in shared.items():
            if count / (len(own) + len(pairs[other]) - count) >= 0.5:
                leader[find(at)] = find(other)
    return [find(at) for at in range(len(rows))]


def cross_validate(rows, options):
    """Scores of each row by classifiers that saw neither it nor its near copies."""
    groups = group_rows(rows)
    names = sorted(set(groups))
    random.Random(SEED).shuffle(names)
    fold_of = {name: at % FOLDS for at, name in enumerate(names)}
    scores = {}
    for fold in range(FOLDS):
        head = train_head("emergency", [row for row, group in zip(rows, groups) if fold_of[group] != fold], options)
        for row, group in zip(rows, groups):
            if fold_of[group] == fold:
                scores[row.id] = head.score(row)
        print(f"fold {fold + 1} of {FOLDS} done", file=sys.stderr, flush=True)
    return scores


class Judge:
    """Puts the rules' verdicts and the classifier's scores together, as service/safety/utterancesafety.cpp does."""

    def __init__(self, verdicts, scores, bounded_margin):
        self.verdicts = verdicts
        self.scores = scores
        self.bounded_margin = bounded_margin

    def line(self, row, threshold):
        return threshold + (self.bounded_margin if self.verdicts[row.id].bounded else 0)

    def by_rules(self, row):
        return self.verdicts[row.id].action == "emergency_escalate"

    def by_ear(self, row, threshold):
        return self.scores[row.id] >= self.line(row, threshold)

    def doubts(self, row, threshold, doubt):
        verdict = self.verdicts[row.id]
        return (verdict.action == "continue" and not verdict.bounded and len(row.stems) >= 5
                and doubt <= self.scores[row.id] < threshold)

    def curve(self, name, rows):
        danger = [row for row in rows if row.emergency != "none"]
        other = [row for row in rows if row.emergency == "none"]
        if not danger or not other:
            return

        def figures(heard):
            caught = sum(map(heard, danger)) / len(danger)
            wrong = sum(heard(row) and not row.accepts("emergency_escalate") for row in other) / len(other)
            return f"{caught:6.1%} /{wrong:5.1%}"

        print(f"{name}: {len(danger)} emergencies, {len(other)} others; recall / false alarms")
        print("  rules alone", figures(self.by_rules))
        for threshold in (-0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 3.0):
            alone = figures(lambda row: self.scores[row.id] >= threshold)
            both = figures(lambda row: self.by_rules(row) or self.by_ear(row, threshold))
            print(f"  from {threshold:4.1f}  classifier {alone}   both {both}")

    def choose(self, rows, cost):
        """The lowest threshold whose false alarms beside those of the rules are at most `cost` of other rows."""
        other = [row for row in rows if row.emergency == "none"]
        candidates = sorted(self.scores[row.id] - self.line(row, 0) for row in other
                            if not row.accepts("emergency_escalate") and not self.by_rules(row))
        return round_up(candidates[-1 - int(cost * len(other))])

    def choose_doubt(self, rows, threshold, cost):
        """As choose, for turns that may simply go on and would be handed to people."""
        calm = [row for row in rows if row.action == "continue"]
        candidates = sorted(self.scores[row.id] for row in calm
                            if not row.accepts("escalate") and self.doubts(row, threshold, -math.inf))
        return min(threshold, round_up(candidates[-1 - int(cost * len(calm))]))

    def report(self, name, rows, threshold, doubt):
        danger = [row for row in rows if row.emergency != "none"]
        calm = [row for row in rows if row.action == "continue"]
        heard = [row for row in danger if self.by_rules(row) or self.by_ear(row, threshold)]
        alarms = [row for row in rows if row.emergency == "none" and not row.accepts("emergency_escalate")
                  and (self.by_rules(row) or self.by_ear(row, threshold))]
        doubted = [row for row in danger if row not in heard and self.doubts(row, threshold, doubt)]
        gone_on = [row for row in danger if row not in heard and row not in doubted
                   and self.verdicts[row.id].action == "continue"]
        before = sum(self.verdicts[row.id].action == "continue" for row in danger)
        false = sum(self.doubts(row, threshold, doubt) and not row.accepts("escalate") for row in calm)
        print(f"{name}: emergencies heard {len(heard)} of {len(danger)} (by rules {sum(map(self.by_rules, danger))}), "
              f"to people in doubt {len(doubted)}, going on {len(gone_on)} (by rules {before}); "
              f"false alarms {len(alarms)} of {len(rows) - len(danger)}; "
              f"calm turns doubted {false} of {len(calm)}")


def round_up(score):
    return math.floor(score * 100 + 1) / 100


class Verdict:
    def __init__(self, action, bounded):
        self.action = action
        self.bounded = bounded == "bounded"


def read_verdicts(path):
    with open(path, encoding="utf-8") as file:
        return {name: Verdict(action, bounded) for name, action, bounded in csv.reader(file, delimiter="\t")}


def read_rows(paths, features):
    rows = []
    for path in paths:
        with open(path, encoding="utf-8", newline="") as file:
            for fields in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                rows.append(Row(path.rsplit("/", 1)[-1], fields, features))
    if len({row.id for row in rows}) != len(rows):
        sys.exit("two rows have the same id")
    return rows


def validate(rows, verdicts, options):
    """Cross-validates, prints the curves and gives the thresholds."""
    judge = Judge(verdicts, cross_validate(rows, options), options.bounded_margin)
    # The rules were written with the published set in view: what they miss shows on the others only.
    unseen = [row for row in rows if row.source not in options.known_to_rules]
    sources = sorted({row.source for row in rows})
    threshold = judge.choose(unseen, options.false_alarms)
    doubt = judge.choose_doubt(unseen, threshold, options.false_doubts)
    judge.curve("rows new to the rules", unseen)
    for source in sources:
        judge.curve(source, [row for row in rows if row.source == source])
    print(f"thresholds: emergency {threshold:.2f}, bounded {threshold + options.bounded_margin:.2f}, doubt {doubt:.2f}")
    judge.report("rows new to the rules", unseen, threshold, doubt)
    for source in sources:
        judge.report(source, [row for row in rows if row.source == source], threshold, doubt)
    return threshold, threshold + options.bounded_margin, doubt


def hold_out(rows, verdicts, options):
    """What a classifier that saw nothing of one file makes of it."""
    seen = [row for row in rows if row.source != options.hold_out]
    held = [row for row in rows if row.source == options.hold_out]
    head = train_head("emergency", seen, options)
    judge = Judge(verdicts, {row.id: head.score(row) for row in held}, options.bounded_margin)
    judge.curve(options.hold_out + " held out", held)
    judge.report(options.hold_out + " held out", held, options.thresholds[0], options.thresholds[2])


def quantise(head):
    """Whole numbers from -127 to 127 and their scale. The few largest weights are cut, which makes the rest finer."""
    sizes = sorted(abs(weight) for weight in head.weights if weight)
    scale = sizes[int(len(sizes) * 0.9995)] / 127
    return scale, [max(-127, min(127, round(weight / scale))) for weight in head.weights]


def write_weights(path, heads, thresholds):
    """secondopinion.cpp reads this: magic, version, bits, heads, 0; thresholds; bias and scale by head; weights."""
    columns = [quantise(heads[name]) for name in HEADS]
    with open(path, "wb") as file:
        file.write(struct.pack("<4sBBBB", b"FDSO", 1, BITS, len(HEADS), 0))
        file.write(struct.pack("<3f", *thresholds))
        for name, (scale, _) in zip(HEADS, columns):
            file.write(struct.pack("<2f", heads[name].bias, scale))
        file.write(struct.pack(f"{len(HEADS) << BITS}b",
                               *(weight for row in zip(*(weights for _, weights in columns)) for weight in row)))
    return [weights for _, weights in columns]


ODD_TURNS = ("", "um", "no", "Él no está respirando, ¿me oye?", "I can\u2019t feel my legs!!", "BP is 210/115 - help",
             "he took 12 or 13 of them", "call 911 5551234", "stopped stabbed stopping passes hmm uh", "\U0001f622 ok",
             "supercalifragilisticexpialidociousness hurts", "word " * 130)


def write_reference(path, rows, weights, features):
    """Turns and the sums of their weights, head by head, for the test that holds both programs together."""
    turns = [text.strip() for text in ODD_TURNS] + [row.utterance for row in rows[::len(rows) // 60]]
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        for text in turns:
            words, pieces = features.of(text)
            sums = [sum(column[number] for number in words + pieces) for column in weights]
            print(text, *sums, sep="\t", file=file)


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", nargs="+")
    parser.add_argument("--rules", metavar="VERDICTS", help="cross-validate beside these and choose the thresholds")
    parser.add_argument("--known-to-rules", nargs="*", default=["escalation.tsv", "calls.tsv"], metavar="FILE")
    parser.add_argument("--hold-out", metavar="FILE", help="also report on this file, trained without it")
    parser.add_argument("--thresholds", nargs=3, type=float, metavar=("EMERGENCY", "BOUNDED", "DOUBT"))
    parser.add_argument("--false-alarms", type=float, default=0.02, help="most to add to those of the rules")
    parser.add_argument("--false-doubts", type=float, default=0.01)
    parser.add_argument("--bounded-margin", type=float, default=1.5)
    parser.add_argument("--out")
    parser.add_argument("--reference")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--rate", type=float, default=0.25)
    parser.add_argument("--pieces", type=float, default=0.3, help="learning rate of pieces, relative to words")
    parser.add_argument("--positive", type=float, default=1.5, help="learning rate of emergencies, relative to others")
    parser.add_argument("--enough", type=float, default=0.05, help="an error this small teaches nothing")
    parser.add_argument("--decay", type=float, default=0.02, help="share of each weight lost per epoch")
    options = parser.parse_args()
    if not options.rules and not options.thresholds:
        parser.error("thresholds come from --rules or from --thresholds")
    return options


def main():
    options = parse_arguments()
    features = Features(BITS)
    rows = read_rows(options.rows, features)
    verdicts = read_verdicts(options.rules) if options.rules else {}
    if not options.thresholds:
        options.thresholds = validate(rows, verdicts, options)
    if options.hold_out:
        hold_out(rows, verdicts, options)
    if options.out:
        weights = write_weights(options.out, {name: train_head(name, rows, options) for name in HEADS},
                                options.thresholds)
        if options.reference:
            write_reference(options.reference, rows, weights, features)


if __name__ == "__main__":
    main()
