/// Trains the second opinion on callers' turns and writes second_opinion.bin; docs/safety-classifier.md tells how.
/// The same turns and rules give the same file. Cross-validates first, chooses the lines and prints what comes of them.
#include "tools/training/judge.h"
#include "tools/training/linear.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSaveFile>
#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <random>

using namespace Frontdesk;
using namespace Frontdesk::Training;

namespace {

constexpr int Folds = 8;
constexpr int Bits = 18;
constexpr int ShortestBeginning = 3;
constexpr size_t WeightOfAside = 4; // One turn in a hundred is a salesman's.
constexpr unsigned Seed = 20240601;
constexpr char Magic[] = {'F', 'D', 'S', 'O'};
constexpr uint8_t Version = 4;

using Places = std::vector<Features>;

LinearOptions linearOptions()
{
    LinearOptions options;
    options.bits = Bits;
    return options;
}

/// A classifier for one head from the turns that `mayTeach`.
template <typename MayTeach>
Linear learn(size_t head, const std::vector<TaughtTurn> &turns, const Places &places, const MayTeach &mayTeach)
{
    std::vector<Example> examples;
    for (size_t at = 0; at < turns.size(); ++at)
        if (mayTeach(at))
            if (const auto label = turns[at].label(head))
                examples.insert(examples.end(), *label && head >= FirstAside ? WeightOfAside : 1,
                                {&places[at], *label});
    return Linear(examples, linearOptions());
}

/// The highest danger in any beginning of a calm turn.
float highestPrefix(const TaughtTurn &turn, const Linear &ear)
{
    float most = -100;
    const QString &text = turn.item.utterance;
    int words = 0;
    for (qsizetype at = 0; at < text.size(); ++at)
        if (text[at] == QLatin1Char(' ') && ++words >= ShortestBeginning)
            most = std::max(most, ear.score(places(Safety::lessonOf(text.left(at)), Bits)));
    return most;
}

/// Scores of each turn by classifiers that saw none of its group.
std::vector<Heard> crossValidate(const std::vector<TaughtTurn> &turns, const Places &places,
                                 const std::vector<int> &group, int groups)
{
    std::vector<Heard> heard(turns.size());
    for (int held = 0; held < groups; ++held) {
        const auto mayTeach = [&](size_t at) { return group[at] != held; };
        const Linear danger = learn(EmergencyHead, turns, places, mayTeach);
        const Linear people = learn(PeopleHead, turns, places, mayTeach);
        std::vector<Linear> asides;
        for (size_t head = FirstAside; head < Heads.size(); ++head)
            asides.push_back(learn(head, turns, places, mayTeach));
        for (size_t at = 0; at < turns.size(); ++at)
            if (!mayTeach(at)) {
                heard[at] = {danger.score(places[at]), people.score(places[at]), 0, {}};
                for (size_t aside = 0; aside < AsideCount; ++aside)
                    heard[at].asides[aside] = asides[aside].score(places[at]);
                if (!turns[at].isEmergency())
                    heard[at].prefix = highestPrefix(turns[at], danger);
            }
    }
    return heard;
}

std::vector<int> foldsOf(const std::vector<TaughtTurn> &turns)
{
    std::vector<int> fold(turns.size());
    std::mt19937 random(Seed);
    std::vector<int> ofFamily(turns.size());
    for (int &number : ofFamily)
        number = static_cast<int>(random() % Folds);
    for (size_t at = 0; at < turns.size(); ++at)
        fold[at] = ofFamily[static_cast<size_t>(turns[at].family)];
    return fold;
}

void append(QByteArray &bytes, float number)
{
    char raw[sizeof number];
    qToLittleEndian(number, raw);
    bytes.append(raw, sizeof raw);
}

/// Places that more than one turn has; the others teach nothing about turns to come.
std::vector<bool> sharedPlaces(const Places &places)
{
    std::vector<bool> seen(size_t{1} << Bits);
    std::vector<bool> shared(size_t{1} << Bits);
    for (const Features &ofTurn : places)
        for (const Feature &feature : ofTurn) {
            shared[feature.place] = shared[feature.place] || seen[feature.place];
            seen[feature.place] = true;
        }
    return shared;
}

/// secondopinion.cpp reads this: magic, version, bits, heads, 0; lines, those of the asides too; bias and scale by head; weights.
QByteArray fileOf(const std::vector<TaughtTurn> &turns, const Places &places, const Lines &lines)
{
    QByteArray bytes(Magic, sizeof Magic);
    for (const uint8_t byte : {Version, uint8_t{Bits}, static_cast<uint8_t>(Heads.size()), uint8_t{0}})
        bytes.append(static_cast<char>(byte));
    for (const float line : {lines.emergency, lines.interim, lines.doubt, lines.people, lines.calm})
        append(bytes, line);
    for (const float line : lines.asides)
        append(bytes, line);
    const std::vector<bool> shared = sharedPlaces(places);
    std::vector<std::vector<int8_t>> columns(Heads.size());
    for (size_t head = 0; head < Heads.size(); ++head) {
        const Linear ear = learn(head, turns, places, [](size_t) { return true; });
        std::vector<float> weights = ear.weights();
        for (size_t place = 0; place < weights.size(); ++place)
            if (!shared[place])
                weights[place] = 0;
        append(bytes, ear.bias());
        append(bytes, quantise(weights, columns[head]));
    }
    for (size_t place = 0; place < size_t{1} << Bits; ++place)
        for (const auto &column : columns)
            bytes.append(static_cast<char>(column[place]));
    return bytes;
}

void reportHeldOut(QTextStream &out, const std::vector<TaughtTurn> &turns, const Places &places, const QString &source,
                   const Lines &lines, bool withMistakes)
{
    std::vector<int> group;
    for (const TaughtTurn &turn : turns)
        group.push_back(turn.source == source ? 0 : 1);
    const std::vector<Heard> heard = crossValidate(turns, places, group, 1);
    const Judge judge(turns, heard);
    out << "held out: ";
    judge.report(out, source, lines);
    if (withMistakes)
        judge.mistakes(out, source, lines);
}

int fail(const QString &message)
{
    QTextStream(stderr) << message << '\n';
    return 1;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Trains the second opinion on callers' turns."));
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("turns"), QStringLiteral("Labelled turns (.tsv)."));
    const QCommandLineOption out(QStringLiteral("out"), QStringLiteral("Where the weights go."),
                                 QStringLiteral("file"));
    const QCommandLineOption known(QStringLiteral("known-to-rules"),
                                   QStringLiteral("A file the rules were written with in view; may be repeated."),
                                   QStringLiteral("file"));
    const QCommandLineOption held(QStringLiteral("hold-out"),
                                  QStringLiteral("Reports on this file, trained without it; may be repeated."),
                                  QStringLiteral("file"));
    const QCommandLineOption mistakes(QStringLiteral("mistakes"), QStringLiteral("Prints each mistake of a file."),
                                      QStringLiteral("file"));
    parser.addOptions({out, known, held, mistakes});
    parser.process(application);

    auto turns = readTurns(parser.positionalArguments());
    if (!turns)
        return fail(turns.error().message);
    Places found;
    for (const TaughtTurn &turn : *turns)
        found.push_back(places(turn.lesson, Bits));

    QTextStream report(stdout);
    const std::vector<Heard> heard = crossValidate(*turns, found, foldsOf(*turns), Folds);
    const Judge judge(*turns, heard);
    const Lines lines = judge.choose({}, parser.values(known));
    report << "lines: emergency " << lines.emergency << ", interim " << lines.interim << ", doubt " << lines.doubt
           << ", people " << lines.people << ", calm " << lines.calm << '\n';
    judge.reportAsides(report, lines);
    judge.report(report, QString(), lines);
    QStringList sources;
    for (const TaughtTurn &turn : *turns)
        if (!sources.contains(turn.source))
            sources.append(turn.source);
    for (const QString &source : sources)
        judge.report(report, source, lines);
    for (const QString &source : parser.values(held))
        reportHeldOut(report, *turns, found, source, lines, parser.values(mistakes).contains(source));
    for (const QString &source : parser.values(mistakes))
        if (!parser.values(held).contains(source))
            judge.mistakes(report, source, lines);
    if (!parser.isSet(out))
        return 0;
    QSaveFile file(parser.value(out));
    const QByteArray bytes = fileOf(*turns, found, lines);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(file.errorString());
    return 0;
}
