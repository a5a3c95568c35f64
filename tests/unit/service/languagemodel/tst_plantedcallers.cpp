#include "service/evaluation/calldriver.h"
#include "service/languagemodel/providers/openailanguagemodel.h"
#include "tests/fakes/fakeopenai.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::LanguageModel;
using Fakes::FakeOpenAi;

namespace {

/// Every call of the published scripts, with the names and numbers that its caller gives.
std::vector<Evaluation::CallScript> scripts()
{
    QFile file(QStringLiteral(FRONTDESK_SOURCE_DIR "/tests/data/calls/calls.jsonl"));
    return file.open(QIODevice::ReadOnly) ? Evaluation::readCallScripts(file.readAll()).valueOr({})
                                          : std::vector<Evaluation::CallScript>();
}

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression noWord(QStringLiteral("[^\\p{L}']+"));
    return text.toLower().split(noWord, Qt::SkipEmptyParts);
}

QSet<QString> plantedNames(const Evaluation::CallScript &script)
{
    QSet<QString> names;
    for (const Evaluation::ExpectedTask &task : script.expected.tasks) {
        for (const SlotName slot : {SlotName::PatientName, SlotName::CallerName}) {
            if (const auto name = task.slotValues.find(slot); name != task.slotValues.end()) {
                for (const QString &word : wordsOf(name->second)) {
                    names.insert(word);
                }
            }
        }
    }
    return names;
}

Flow::Expectation expectationAfter(const QString &phraseId)
{
    if (phraseId.contains(QLatin1String("spelling"))) {
        return Flow::Expectation::Spelling;
    }
    if (phraseId.startsWith(QLatin1String("ask.")) && phraseId.contains(QLatin1String("name"))) {
        return Flow::Expectation::PatientName;
    }
    return Flow::Expectation::Nothing;
}

/// What the vendor got to read, without our own instructions and the clinic's public facts.
QString sentWords(const Fakes::FakeRequest &request)
{
    const QJsonArray messages =
        QJsonDocument::fromJson(request.body).object().value(QLatin1String("messages")).toArray();
    QJsonObject document =
        QJsonDocument::fromJson(messages.at(1).toObject().value(QLatin1String("content")).toString().toUtf8()).object();
    for (const char *ours : {"clinic", "doctors", "local_time", "we_expect"}) {
        document.remove(QLatin1String(ours));
    }
    return QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Compact));
}

} // namespace

class TestPlantedCallers : public QObject {
    Q_OBJECT

    SystemScheduler m_scheduler;
    FakeOpenAi m_fake;

    void ask(OpenAiLanguageModel &model, const Flow::ModelQuestion &question)
    {
        QEventLoop answered;
        connect(&model, &LanguageModel::LanguageModel::understood, &answered, &QEventLoop::quit);
        connect(&model, &LanguageModel::LanguageModel::failed, &answered, &QEventLoop::quit);
        model.ask(question);
        answered.exec();
    }

    /// Every turn of the call is asked about, as if the rules were sure of none.
    void play(const Evaluation::CallScript &script, OpenAiLanguageModel &model)
    {
        const Evaluation::CallRun run = Evaluation::playCall(script, Evaluation::scriptClinic(script));
        Flow::ModelQuestion question;
        for (const Evaluation::SpokenLine &line : run.lines) {
            if (line.byCaller && !line.text.isEmpty()) {
                ++question.turn;
                question.words = line.text;
                ask(model, question);
            } else if (const auto expectation = expectationAfter(line.phraseId);
                       expectation != Flow::Expectation::Nothing || line.phraseId.startsWith(QLatin1String("ask."))) {
                question.expectation = expectation;
            }
            question.earlier.push_back({line.byCaller ? Speaker::Caller : Speaker::Assistant, line.text});
        }
        for (const auto &[key, submitted] : run.tasks) {
            for (const auto &[name, value] : submitted.slotValues) {
                question.known[name] = value.value;
            }
        }
        ask(model, question);
    }

    /// Plays every call and reads what the vendor got.
    QStringList leaksOver(const std::shared_ptr<Outgoing::Agreements> &agreements)
    {
        const auto all = scripts();
        const auto vendor = std::make_shared<FaultPolicy::Vendor>(
            QStringLiteral("openai"), FaultPolicy::Service::LanguageModel, std::make_shared<SystemClock>());
        const auto client = std::make_shared<Outgoing::HttpClient>(m_scheduler);
        OpenAiSettings settings;
        settings.url = m_fake.url();
        settings.url.setPath(QStringLiteral("/v1"));
        settings.key = FakeOpenAi::Key;
        settings.permit =
            Outgoing::Permit(agreements, ClinicId(QStringLiteral("c")), QStringLiteral("openai"), settings.url);
        // Three figures, or number words, in a row: no telephone number and no date of birth does with fewer.
        static const QRegularExpression figures(QStringLiteral(
            "\\d{2,}|\\b(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|twenty|thirty)\\W+){3}"));
        static const QRegularExpression tokens(QStringLiteral("(NAME|NUMBER)_\\d+"));
        QStringList leaks;
        qsizetype seen = m_fake.requests().size();
        for (const Evaluation::CallScript &script : all) {
            OpenAiLanguageModel model(settings, vendor, client);
            play(script, model);
            const QSet<QString> names = plantedNames(script);
            for (; seen < m_fake.requests().size(); ++seen) {
                QString sent = sentWords(m_fake.requests()[seen]);
                sent.remove(tokens);
                for (const QString &word : wordsOf(sent)) {
                    if (names.contains(word)) {
                        leaks << script.id + QStringLiteral(": the name ") + word;
                    }
                }
                if (const auto match = figures.match(sent); match.hasMatch()) {
                    leaks << script.id + QStringLiteral(": the figures ") + match.captured();
                }
            }
        }
        leaks.removeDuplicates();
        qInfo("%d requests of %d calls, %d leaks", int(seen), int(all.size()), int(leaks.size()));
        return leaks;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_fake.listen());
        QVERIFY(scripts().size() > 50);
    }

    /// The same search finds what is sent where an agreement allows it.
    void vendorWithAgreement_seesThem()
    {
        const auto agreements = std::make_shared<Outgoing::Agreements>();
        agreements->replace({{QStringLiteral("openai"), true}}, {});
        QVERIFY(leaksOver(agreements).size() > 100);
    }

    void vendorWithoutAgreement_seesNoNameAndNoNumber()
    {
        const QStringList leaks = leaksOver(std::make_shared<Outgoing::Agreements>());
        QVERIFY2(leaks.isEmpty(), qPrintable(leaks.join(QLatin1Char('\n'))));
    }
};

QTEST_GUILESS_MAIN(TestPlantedCallers)
#include "tst_plantedcallers.moc"
