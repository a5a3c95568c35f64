#include "shared/model/speechchoices.h"

#include <QJsonArray>
#include <QTest>

using namespace Frontdesk;

class TestSpeechChoices : public QObject {
    Q_OBJECT

    static QStringList list(const char *names)
    {
        return QString::fromLatin1(names).split(QLatin1Char(','), Qt::SkipEmptyParts);
    }

    const SpeechChoices m_operators{list("deepgram,openai,pocketsphinx"), list("openai,rules"),
                                    list("elevenlabs,flite"), QStringLiteral("nova-3")};

private Q_SLOTS:
    void within_nothingSaid_isAsTheOperatorHasIt() { QCOMPARE(SpeechChoices().within(m_operators), m_operators); }

    void within_keepsTheClinicsOrder_andLeavesOutWhoIsNotNamed()
    {
        const SpeechChoices wished{list("pocketsphinx,deepgram"), list("rules"), {}, QStringLiteral("nova-3-medical")};
        const SpeechChoices holds = wished.within(m_operators);
        QCOMPARE(holds.speechToText, list("pocketsphinx,deepgram"));
        QCOMPARE(holds.languageModel, list("rules"));
        QCOMPARE(holds.textToSpeech, m_operators.textToSpeech);
        QCOMPARE(holds.deepgramModel, QStringLiteral("nova-3-medical"));
    }

    void within_choicesThatAreSetUpNoMore_arePassedOver()
    {
        const SpeechChoices wished{list("openai,deepgram"), list("openai2"), list("openai,flite"), {}};
        const SpeechChoices operators{list("deepgram,pocketsphinx"), list("rules"), list("flite"), {}};
        const SpeechChoices holds = wished.within(operators);
        QCOMPARE(holds.speechToText, list("deepgram"));
        QCOMPARE(holds.languageModel, list("rules"));
        QCOMPARE(holds.textToSpeech, list("flite"));
    }

    void problems_nameFieldAndReason_data()
    {
        QTest::addColumn<SpeechChoices>("wished");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("part");
        const auto row = [](const char *name, const SpeechChoices &wished, const char *field, const char *part) {
            QTest::newRow(name) << wished << QString::fromLatin1(field) << QString::fromLatin1(part);
        };
        row("unknown", {list("whisper"), {}, {}, {}}, "stt", "not \"whisper\"");
        row("not set up", {{}, list("openai2,rules"), {}, {}}, "llm",
            "openai, rules, which this service is set up with");
        row("twice", {{}, {}, list("flite,flite"), {}}, "tts", "flite twice");
        row("rules first", {{}, list("rules,openai"), {}, {}}, "llm", "last");
        row("model's name", {{}, {}, {}, QStringLiteral("nova&key=1")}, "deepgram_model", "nova-3-medical");
    }
    void problems_nameFieldAndReason()
    {
        QFETCH(SpeechChoices, wished);
        QFETCH(QString, field);
        QFETCH(QString, part);
        const auto problems = wished.problems(m_operators);
        QCOMPARE(problems.size(), size_t(1));
        QCOMPARE(problems.front().first, field);
        QVERIFY2(problems.front().second.contains(part), qPrintable(problems.front().second));
    }

    void problems_ofWhatIsSetUp_areNone()
    {
        QVERIFY(m_operators.problems(m_operators).empty());
        QVERIFY(SpeechChoices().problems(m_operators).empty());
    }

    void problems_modelWithoutDeepgram_isRefused()
    {
        SpeechChoices operators = m_operators;
        operators.speechToText = list("pocketsphinx");
        const SpeechChoices wished{{}, {}, {}, QStringLiteral("nova-3")};
        QCOMPARE(wished.problems(operators).size(), size_t(1));
        QVERIFY(wished.problems(operators).front().second.contains(QStringLiteral("not set up")));
    }

    void json_isReadBackAsItWas()
    {
        const auto again = SpeechChoices::fromJson(m_operators.toJson());
        QVERIFY(again.ok());
        QCOMPARE(*again, m_operators);
        QCOMPARE(*SpeechChoices::fromJson({}), SpeechChoices());
    }

    void json_ofAnotherShape_isRefused()
    {
        for (const QJsonObject &wrong : {QJsonObject{{QStringLiteral("stt"), QStringLiteral("deepgram")}},
                                         QJsonObject{{QStringLiteral("llm"), QJsonArray{1}}},
                                         QJsonObject{{QStringLiteral("deepgram_model"), 3}}}) {
            QCOMPARE(SpeechChoices::fromJson(wrong).error().code, ErrorCode::InvalidInput);
        }
    }
};

QTEST_APPLESS_MAIN(TestSpeechChoices)
#include "tst_speechchoices.moc"
