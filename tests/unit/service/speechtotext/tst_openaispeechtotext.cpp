#include "service/speechtotext/providers/openaispeechtotext.h"
#include "service/speechtotext/providers/openaitranscript.h"
#include "tests/fakes/fakeopenai.h"

#include <QLoggingCategory>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::SpeechToText;
using namespace std::chrono_literals;
using Fakes::FakeOpenAi;
using Fakes::FaultKind;
using Fakes::markedSilence;
using Fakes::markedSpeech;

class TestOpenAiSpeechToText : public QObject {
    Q_OBJECT

    SystemScheduler m_scheduler;
    std::unique_ptr<FakeOpenAi> m_fake;
    std::shared_ptr<FaultPolicy::Vendor> m_vendor;
    std::shared_ptr<Flow::UsageMeter> m_meter;
    std::unique_ptr<OpenAiSpeechToText> m_ears;
    std::vector<Flow::Transcript> m_finished;
    std::optional<Error> m_error;
    qint64 m_heard = 0;

    void givenEars(const QByteArray &key = FakeOpenAi::Key)
    {
        m_finished.clear();
        m_error.reset();
        m_heard = 0;
        m_vendor = std::make_shared<FaultPolicy::Vendor>(QStringLiteral("openai"), FaultPolicy::Service::SpeechToText,
                                                         std::make_shared<SystemClock>());
        m_meter = std::make_shared<Flow::UsageMeter>();
        OpenAiEarsSettings settings;
        settings.url = m_fake->url();
        settings.url.setPath(QStringLiteral("/v1"));
        settings.key = key;
        settings.permit = Outgoing::Permit::withoutPatientData();
        settings.meter = m_meter;
        settings.connect = 500ms;
        settings.greeting = 300ms;
        settings.finalize = 600ms;
        m_ears = std::make_unique<OpenAiSpeechToText>(settings, m_vendor, m_scheduler);
        connect(m_ears.get(), &SpeechToText::SpeechToText::finished, this,
                [this](const Flow::Transcript &transcript) { m_finished.push_back(transcript); });
        connect(m_ears.get(), &SpeechToText::SpeechToText::failed, this,
                [this](const Error &error) { m_error = error; });
        m_ears->start({QStringLiteral("en"), {QStringLiteral("Dr. Lopez"), QStringLiteral("checkup")}});
    }

    void hear(const QByteArray &audio)
    {
        for (qsizetype at = 0; at < audio.size(); at += 160) {
            const QByteArray frame = audio.mid(at, 160);
            m_ears->write({reinterpret_cast<const uint8_t *>(frame.constData()), size_t(frame.size())});
            QCoreApplication::processEvents();
        }
        m_heard += audio.size();
    }
    Milliseconds now() const { return Milliseconds(m_heard / 8); }

    void say(const QStringList &words)
    {
        m_ears->beginUtterance(now());
        hear(markedSpeech(words));
        hear(markedSilence(300));
        const size_t before = m_finished.size();
        m_ears->finishUtterance();
        QTRY_VERIFY(m_finished.size() > before || m_error);
    }

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("frontdesk.*=false")); }
    void init()
    {
        m_fake = std::make_unique<FakeOpenAi>();
        QVERIFY(m_fake->listen());
    }
    void cleanup()
    {
        m_ears.reset();
        m_fake.reset();
    }

    void utterances_areHeardWithTheirConfidenceAndPlace()
    {
        givenEars();
        hear(markedSilence(1000));
        say({QStringLiteral("my"), QStringLiteral("name"), QStringLiteral("is"), QStringLiteral("ana")});
        const Milliseconds second = now();
        say({QStringLiteral("next"), QStringLiteral("tuesday")});
        QCOMPARE(m_finished.size(), size_t(2));
        QCOMPARE(m_finished[0].text, QStringLiteral("my name is ana"));
        QCOMPARE(m_finished[0].words.size(), size_t(4));
        QVERIFY(qAbs(m_finished[0].confidence - 0.9) < 0.01);
        QVERIFY(m_finished[0].start >= 800ms && m_finished[0].start <= 1000ms);
        QCOMPARE(m_finished[1].text, QStringLiteral("next tuesday"));
        QVERIFY(m_finished[1].start >= second - 200ms);
        QCOMPARE(m_fake->ears().sessions, 1);
        const QJsonObject transcription = m_fake->ears()
                                              .lastSession.value(QLatin1String("audio"))
                                              .toObject()
                                              .value(QLatin1String("input"))
                                              .toObject()
                                              .value(QLatin1String("transcription"))
                                              .toObject();
        QVERIFY(transcription.value(QLatin1String("prompt")).toString().contains(QLatin1String("Dr. Lopez")));
        // Silence between utterances does not travel.
        const CallUsage usage = m_meter->usage();
        QCOMPARE(usage.size(), size_t(1));
        QVERIFY(usage.front().amount < now().count());
    }

    void noise_isHeardAsNoWords()
    {
        givenEars();
        hear(markedSilence(500));
        m_ears->beginUtterance(now());
        hear(markedSilence(20));
        m_ears->finishUtterance();
        QTRY_COMPARE(m_finished.size(), size_t(1));
        QVERIFY(m_finished[0].text.isEmpty());
        QVERIFY(!m_error);
    }

    void connectionLost_inTheMiddle_costsNoWord()
    {
        const QStringList words{QStringLiteral("i"),        QStringLiteral("need"), QStringLiteral("to"),
                                QStringLiteral("schedule"), QStringLiteral("an"),   QStringLiteral("appointment")};
        const qsizetype length = markedSpeech(words).size();
        for (qint64 at = 900; at < length; at += length / 8) {
            givenEars();
            m_fake->ears().killAfterBytes = at;
            hear(markedSilence(300));
            say(words);
            QVERIFY2(!m_error, qPrintable(QString::number(at)));
            QCOMPARE(m_finished[0].text, words.join(QLatin1Char(' ')));
        }
    }

    void fault_isToldInTime_data()
    {
        QTest::addColumn<FaultKind>("fault");
        QTest::addColumn<FaultPolicy::FaultKind>("kind");
        using Told = FaultPolicy::FaultKind;
        QTest::newRow("401") << FaultKind::Unauthorized << Told::Unauthorized;
        QTest::newRow("429") << FaultKind::RateLimited << Told::RateLimited;
        QTest::newRow("quota") << FaultKind::QuotaClose << Told::OutOfCredit;
        QTest::newRow("silent") << FaultKind::AcceptThenSilent << Told::Timeout;
        QTest::newRow("signs of life only") << FaultKind::KeepAliveOnly << Told::Timeout;
        QTest::newRow("half-open") << FaultKind::HalfOpen << Told::Timeout;
        QTest::newRow("wrong json") << FaultKind::WrongJson << Told::WrongAnswer;
        QTest::newRow("truncated") << FaultKind::Truncated << Told::Reset;
    }
    void fault_isToldInTime()
    {
        QFETCH(FaultKind, fault);
        QFETCH(FaultPolicy::FaultKind, kind);
        m_fake->setFault({fault});
        givenEars();
        hear(markedSilence(300));
        say({QStringLiteral("hello"), QStringLiteral("there")});
        QVERIFY(m_error);
        QVERIFY(m_finished.empty());
        QVERIFY2(m_vendor->counts().failures.contains(kind) || kind == FaultPolicy::FaultKind::Timeout,
                 qPrintable(m_error->message));
    }

    void words_withoutLogprobs_areNeitherSureNorDoubtful()
    {
        const auto words = openAiWords(QStringLiteral(" my  name "), {}, 1000ms, 2000ms);
        QCOMPARE(words.size(), size_t(2));
        QCOMPARE(words[1].start, 1500ms);
        QVERIFY(words[0].confidence > 0.8 && words[0].confidence < 0.9);
        QVERIFY(openAiWords({}, {}, 0ms, 0ms).empty());
    }

    void url_isTheWebSocketBelowTheBase()
    {
        QCOMPARE(openAiTranscriptionUrl(QUrl(QStringLiteral("https://api.openai.com/v1"))).toString(),
                 QStringLiteral("wss://api.openai.com/v1/realtime?intent=transcription"));
        QCOMPARE(openAiTranscriptionUrl(QUrl(QStringLiteral("http://127.0.0.1:8/v1"))).scheme(), QStringLiteral("ws"));
    }
};

QTEST_GUILESS_MAIN(TestOpenAiSpeechToText)
#include "tst_openaispeechtotext.moc"
