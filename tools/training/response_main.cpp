/// Trains the ear beside the response validator's rules and writes response_ear.bin: sentences that must not be spoken
/// against harmless ones. Cross-validates first and prints what comes of it; the same sentences give the same file.
#include "service/evaluation/responseset.h"
#include "service/safety/responsevalidator.h"
#include "tools/training/linear.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QSaveFile>
#include <QTextStream>
#include <QtEndian>

#include <random>

using namespace Frontdesk;
using namespace Frontdesk::Training;

namespace {

constexpr int Bits = 18;
constexpr int Folds = 10;
constexpr unsigned Seed = 20240601;
constexpr char Magic[] = {'F', 'D', 'R', 'E'};
constexpr uint8_t Version = 1;

struct Sentence {
    QString text;
    bool blocked = false;
    Safety::SentenceLesson lesson;
    Features features;
    float score = 0;
};

/// The lines of a text file; the texts of a phrase file, its gaps closed.
QStringList sentencesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    if (!path.endsWith(QLatin1String(".json")))
        return QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QStringList texts = Evaluation::phraseTexts(file.readAll());
    static const QRegularExpression Gap(QStringLiteral("\\{\\w+\\}"));
    for (QString &text : texts)
        text.replace(Gap, QStringLiteral("Maria"));
    return texts;
}

int addFiles(const QStringList &paths, bool blocked, std::vector<Sentence> &sentences)
{
    for (const QString &path : paths) {
        const QStringList texts = sentencesOf(path);
        if (texts.isEmpty()) {
            QTextStream(stderr) << "nothing to read in " << path << '\n';
            return 1;
        }
        for (const QString &text : texts) {
            Sentence sentence{text, blocked, Safety::lessonOf(text, Evaluation::responseClinic()), {}, 0};
            for (const uint32_t number : sentence.lesson.features)
                sentence.features.push_back({number & ((uint32_t{1} << Bits) - 1), 1});
            bringToLengthOne(sentence.features);
            sentences.push_back(std::move(sentence));
        }
    }
    return 0;
}

template <typename MayTeach>
Linear learn(const std::vector<Sentence> &sentences, const MayTeach &mayTeach)
{
    std::vector<Example> examples;
    for (size_t at = 0; at < sentences.size(); ++at)
        if (mayTeach(at))
            examples.push_back({&sentences[at].features, sentences[at].blocked});
    LinearOptions options;
    options.bits = Bits;
    return Linear(examples, options);
}

void crossValidate(std::vector<Sentence> &sentences)
{
    std::mt19937 random(Seed);
    std::vector<int> fold(sentences.size());
    for (int &number : fold)
        number = static_cast<int>(random() % Folds);
    for (int held = 0; held < Folds; ++held) {
        const Linear ear = learn(sentences, [&](size_t at) { return fold[at] != held; });
        for (size_t at = 0; at < sentences.size(); ++at)
            if (fold[at] == held)
                sentences[at].score = ear.score(sentences[at].features);
    }
}

void report(QTextStream &out, const std::vector<Sentence> &sentences, float line, float unfit)
{
    int all[2] = {0, 0};
    int stopped[2] = {0, 0};
    int byRules[2] = {0, 0};
    for (const Sentence &sentence : sentences) {
        const Safety::SentenceLesson &lesson = sentence.lesson;
        const bool rule = !lesson.byRules.allowed && !lesson.unfit;
        ++all[sentence.blocked];
        byRules[sentence.blocked] += rule;
        stopped[sentence.blocked] += rule || sentence.score >= (lesson.unfit ? unfit : line);
    }
    out << "out of fold, from " << line << ", unfit from " << unfit << ": stopped " << stopped[1] << " of " << all[1]
        << " that must not be spoken (" << byRules[1] << " by rules), " << stopped[0] << " of " << all[0]
        << " harmless (" << byRules[0] << " by rules)\n";
}

void append(QByteArray &bytes, float number)
{
    char raw[sizeof number];
    qToLittleEndian(number, raw);
    bytes.append(raw, sizeof raw);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("blocked"), QStringLiteral("Sentences that must not be spoken."));
    const QCommandLineOption harmless(QStringLiteral("harmless"), QStringLiteral("Harmless ones; may be repeated."),
                                      QStringLiteral("file"));
    const QCommandLineOption line(QStringLiteral("line"), QStringLiteral("From here on the ear objects."),
                                  QStringLiteral("log odds"), QStringLiteral("0.3"));
    const QCommandLineOption unfit(QStringLiteral("unfit"), QStringLiteral("The same for unfit sentences."),
                                   QStringLiteral("log odds"), QStringLiteral("-0.2"));
    const QCommandLineOption outFile(QStringLiteral("out"), QStringLiteral("Where the weights go."),
                                     QStringLiteral("file"));
    parser.addOptions({harmless, line, unfit, outFile});
    parser.process(application);

    std::vector<Sentence> sentences;
    if (addFiles(parser.positionalArguments(), true, sentences) != 0 ||
        addFiles(parser.values(harmless), false, sentences) != 0)
        return 1;
    const float from = parser.value(line).toFloat();
    const float fromUnfit = parser.value(unfit).toFloat();
    crossValidate(sentences);
    QTextStream out(stdout);
    for (const float moved : {-0.4F, -0.2F, 0.0F, 0.2F, 0.4F, 0.6F})
        report(out, sentences, from + moved, fromUnfit + moved);
    if (!parser.isSet(outFile))
        return 0;
    const Linear ear = learn(sentences, [](size_t) { return true; });
    std::vector<int8_t> weights;
    const float scale = quantise(ear.weights(), weights);
    QByteArray bytes(Magic, sizeof Magic);
    for (const int byte : {int{Version}, Bits, 0, 0})
        bytes.append(static_cast<char>(byte));
    for (const float number : {from, fromUnfit, ear.bias(), scale})
        append(bytes, number);
    bytes.append(reinterpret_cast<const char *>(weights.data()), static_cast<qsizetype>(weights.size()));
    QSaveFile file(parser.value(outFile));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        QTextStream(stderr) << file.errorString() << '\n';
        return 1;
    }
    return 0;
}
