/// Trains the ear for wishes (service/dialogue/slots/internal/wishear.h) and writes wish_ear.bin. Cross-validates first,
/// lays each wish's line where it is right often enough, and prints what comes of it; the same turns give the same file.
#include "service/dialogue/slots/promptreading.h"
#include "service/dialogue/slots/wishfeatures.h"
#include "service/evaluation/slotdataset.h"
#include "tools/training/linear.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>
#include <QTextStream>
#include <QtEndian>

#include <algorithm>
#include <random>
#include <set>

using namespace Frontdesk;
using namespace Frontdesk::Training;
using Dialogue::HeardWishes;

namespace {

constexpr int Bits = 16;
constexpr int Folds = 10;
constexpr unsigned Seed = 20240601;
constexpr char Magic[] = {'F', 'D', 'W', 'E'};
constexpr uint8_t Version = 1;

struct Turn {
    Features features;
    std::set<RequestType> wishes;
    std::array<float, HeardWishes.size()> scores{};
};

/// The short words of the lessons' first column.
std::optional<RequestType> wishOf(const QString &word)
{
    static const std::map<QString, RequestType> words{{QStringLiteral("book"), RequestType::AppointmentScheduling},
                                                      {QStringLiteral("move"), RequestType::AppointmentRescheduling},
                                                      {QStringLiteral("cancel"), RequestType::AppointmentCancellation},
                                                      {QStringLiteral("confirm"), RequestType::AppointmentConfirmation},
                                                      {QStringLiteral("question"), RequestType::GeneralQuestion},
                                                      {QStringLiteral("insurance"), RequestType::InsuranceQuestion},
                                                      {QStringLiteral("callback"), RequestType::CallbackRequest},
                                                      {QStringLiteral("referral"), RequestType::ReferralRequest},
                                                      {QStringLiteral("bill"), RequestType::BillingQuestion},
                                                      {QStringLiteral("records"), RequestType::MedicalRecords},
                                                      {QStringLiteral("refill"), RequestType::PrescriptionRefill},
                                                      {QStringLiteral("medical"), RequestType::MedicalQuestion},
                                                      {QStringLiteral("results"), RequestType::TestResults},
                                                      {QStringLiteral("other"), RequestType::Other}};
    const auto found = words.find(word);
    return found == words.end() ? std::nullopt : std::optional(found->second);
}

void add(std::vector<Turn> &turns, const QString &utterance, std::set<RequestType> wishes)
{
    Features features;
    for (const uint32_t number : Dialogue::wishFeatures(utterance)) {
        features.push_back({number & ((uint32_t{1} << Bits) - 1), 1});
    }
    bringToLengthOne(features);
    turns.push_back({std::move(features), std::move(wishes), {}});
}

/// "book,bill<TAB>utterance" a line; the error names the line.
Result<int> addLessons(const QString &path, std::vector<Turn> &turns)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::NotFound, path + QStringLiteral(": ") + file.errorString()};
    }
    int number = 0;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        ++number;
        if (line.isEmpty()) {
            continue;
        }
        std::set<RequestType> wishes;
        const QStringList labels = line.section(QLatin1Char('\t'), 0, 0).split(QLatin1Char(','));
        for (const QString &label : labels) {
            const auto wish = wishOf(label.trimmed());
            if (!wish && label != QLatin1String("none")) {
                return Error{ErrorCode::InvalidInput,
                             QStringLiteral("%1, line %2: no wish is called %3").arg(path).arg(number).arg(label)};
            }
            if (wish) {
                wishes.insert(*wish);
            }
        }
        add(turns, line.section(QLatin1Char('\t'), 1), std::move(wishes));
    }
    return number;
}

/// Turns of a labelled slot set that answered an open question.
Result<int> addSlotItems(const QString &path, std::vector<Turn> &turns)
{
    const auto items = Evaluation::readSlotItems(path);
    if (!items) {
        return items.error();
    }
    for (const Evaluation::SlotItem &item : *items) {
        const auto expects = Dialogue::contextFromPrompt(item.assistant, item.localNow, item.callerId).expectation;
        const bool open = expects == Flow::Expectation::Nothing || expects == Flow::Expectation::Request ||
                          expects == Flow::Expectation::AnythingElse;
        if (item.partlyLabelled || (!open && !item.requestTypes.isEmpty())) {
            continue;
        }
        std::set<RequestType> wishes;
        for (const QString &name : item.requestTypes) {
            if (const auto type = requestTypeFromName(name)) {
                wishes.insert(*type);
            }
        }
        add(turns, item.utterance, std::move(wishes));
    }
    return static_cast<int>(items->size());
}

template <typename MayTeach>
Linear learn(const std::vector<Turn> &turns, RequestType wish, const MayTeach &mayTeach)
{
    std::vector<Example> examples;
    for (size_t at = 0; at < turns.size(); ++at) {
        if (mayTeach(at)) {
            examples.push_back({&turns[at].features, turns[at].wishes.contains(wish)});
        }
    }
    LinearOptions options;
    options.bits = Bits;
    return Linear(examples, options);
}

void crossValidate(std::vector<Turn> &turns)
{
    std::mt19937 random(Seed);
    std::vector<int> fold(turns.size());
    for (int &number : fold) {
        number = static_cast<int>(random() % Folds);
    }
    for (int held = 0; held < Folds; ++held) {
        for (size_t head = 0; head < HeardWishes.size(); ++head) {
            const Linear ear = learn(turns, HeardWishes[head], [&](size_t at) { return fold[at] != held; });
            for (size_t at = 0; at < turns.size(); ++at) {
                if (fold[at] == held) {
                    turns[at].scores[head] = ear.score(turns[at].features);
                }
            }
        }
    }
}

/// A wish that is handed to people at once must be surer than one that the next question puts right.
bool isForPeople(RequestType wish)
{
    return wish == RequestType::PrescriptionRefill || wish == RequestType::MedicalQuestion ||
           wish == RequestType::TestResults;
}

/// The lowest line from which on a wish, where it is the likeliest of all, is right as often as asked for.
float lineFor(const std::vector<Turn> &turns, size_t head, double precision, QTextStream &out)
{
    std::vector<std::pair<float, bool>> scored;
    int all = 0;
    for (const Turn &turn : turns) {
        const bool wished = turn.wishes.contains(HeardWishes[head]);
        all += wished ? 1 : 0;
        if (*std::max_element(turn.scores.begin(), turn.scores.end()) == turn.scores[head]) {
            scored.emplace_back(turn.scores[head], wished);
        }
    }
    std::sort(scored.begin(), scored.end(), std::greater<>());
    int right = 0;
    size_t best = 0;
    int rightAtBest = 0;
    for (size_t at = 0; at < scored.size(); ++at) {
        right += scored[at].second ? 1 : 0;
        if (right >= precision * static_cast<double>(at + 1)) {
            best = at + 1;
            rightAtBest = right;
        }
    }
    const float line = best == 0 ? 100 : scored[best - 1].first;
    out << requestTypeName(HeardWishes[head]).leftJustified(28) << "from "
        << QString::number(line, 'f', 2).rightJustified(6) << ": " << rightAtBest << " of " << all << " heard, "
        << best - static_cast<size_t>(rightAtBest) << " wrongly\n";
    return line;
}

void append(QByteArray &bytes, float number)
{
    char raw[sizeof number];
    qToLittleEndian(number, raw);
    bytes.append(raw, sizeof raw);
}

QByteArray trained(const std::vector<Turn> &turns, const std::vector<float> &lines)
{
    QByteArray bytes(Magic, sizeof Magic);
    for (const int byte : {int{Version}, Bits, static_cast<int>(HeardWishes.size()), 0}) {
        bytes.append(static_cast<char>(byte));
    }
    std::vector<std::vector<int8_t>> weights(HeardWishes.size());
    for (size_t head = 0; head < HeardWishes.size(); ++head) {
        const Linear ear = learn(turns, HeardWishes[head], [](size_t) { return true; });
        const float scale = quantise(ear.weights(), weights[head]);
        for (const float number : {lines[head], ear.bias(), scale}) {
            append(bytes, number);
        }
    }
    for (size_t feature = 0; feature < size_t{1} << Bits; ++feature) {
        for (const auto &head : weights) {
            bytes.append(static_cast<char>(head[feature]));
        }
    }
    return bytes;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("lessons"), QStringLiteral("Wishes and turns, *.tsv."));
    const QCommandLineOption slotItems(QStringLiteral("slots"), QStringLiteral("A labelled slot set; may be repeated."),
                                       QStringLiteral("file"));
    const QCommandLineOption precision(QStringLiteral("precision"), QStringLiteral("How often it must be right."),
                                       QStringLiteral("share"), QStringLiteral("0.75"));
    const QCommandLineOption surely(QStringLiteral("surely"), QStringLiteral("The same for what people must answer."),
                                    QStringLiteral("share"), QStringLiteral("0.9"));
    const QCommandLineOption outFile(QStringLiteral("out"), QStringLiteral("Where the weights go."),
                                     QStringLiteral("file"));
    parser.addOptions({slotItems, precision, surely, outFile});
    parser.process(application);

    QTextStream out(stdout);
    QTextStream errors(stderr);
    std::vector<Turn> turns;
    const auto read = [&](const QStringList &paths, const auto &reader) {
        return std::all_of(paths.begin(), paths.end(), [&](const QString &path) {
            const auto count = reader(path, turns);
            if (!count) {
                errors << count.error().message << '\n';
            }
            return count.ok();
        });
    };
    if (!read(parser.positionalArguments(), addLessons) || !read(parser.values(slotItems), addSlotItems)) {
        return 1;
    }
    out << turns.size() << " turns, out of fold:\n";
    crossValidate(turns);
    std::vector<float> lines;
    for (size_t head = 0; head < HeardWishes.size(); ++head) {
        const QString share = parser.value(isForPeople(HeardWishes[head]) ? surely : precision);
        lines.push_back(lineFor(turns, head, share.toDouble(), out));
    }
    if (!parser.isSet(outFile)) {
        return 0;
    }
    const QByteArray bytes = trained(turns, lines);
    QSaveFile file(parser.value(outFile));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        errors << file.errorString() << '\n';
        return 1;
    }
    return 0;
}
