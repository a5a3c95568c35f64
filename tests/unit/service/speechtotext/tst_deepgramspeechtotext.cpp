#include "service/speechtotext/providers/deepgramspeechtotext.h"
#include "tests/fakes/fakedeepgram.h"
#include "tests/support/virtualscheduler.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QTest>
#include <QTimer>

using namespace Frontdesk;
using namespace Frontdesk::SpeechToText;
using namespace std::chrono_literals;
using Fakes::FakeDeepgram;
using Fakes::FaultKind;
using Fakes::markedSilence;
using Fakes::markedSpeech;

class TestDeepgramSpeechToText : public QObject {
    Q_OBJECT

    SystemScheduler m_scheduler;
    std::unique_ptr<FakeDeepgram> m_fake;
    std::shared_ptr<FaultPolicy::Vendor> m_vendor;
    std::unique_ptr<DeepgramSpeechToText> m_ears;
    QStringList m_texts;
    std::vector<Flow::Transcript> m_finished;
    std::optional<Error> m_error;

    DeepgramSettings settings()
    {
        DeepgramSettings settings;
        settings.url = m_fake->url(QStringLiteral("ws"));
        settings.key = FakeDeepgram::Key;
        settings.permit = Outgoing::Permit::withoutPatientData();
        settings.connect = 500ms;
        settings.firstPause = 5ms;
        return settings;
    }

    void givenEars(const DeepgramSettings &settings, Scheduler &scheduler)
    {
        m_texts.clear();
        m_finished.clear();
        m_error.reset();
        m_vendor = std::make_shared<FaultPolicy::Vendor>(QStringLiteral("deepgram"), FaultPolicy::Service::SpeechToText,
                                                         std::make_shared<SystemClock>());
        m_ears = std::make_unique<DeepgramSpeechToText>(settings, m_vendor, scheduler);
        connect(m_ears.get(), &SpeechToText::SpeechToText::finished, this, [this](const Flow::Transcript &transcript) {
            m_texts << transcript.text;
            m_finished.push_back(transcript);
        });
        connect(m_ears.get(), &SpeechToText::SpeechToText::failed, this,
                [this](const Error &error) { m_error = error; });
        m_ears->start({});
    }
    void givenEars() { givenEars(settings(), m_scheduler); }

    /// As the line brings it: 20 ms at a time, with the world going on in between.
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

    void say(const QByteArray &audio)
    {
        m_ears->beginUtterance(now());
        hear(audio);
        hear(markedSilence(500));
        const qsizetype before = m_texts.size();
        m_ears->finishUtterance();
        QTimer line; // The line never stops.
        connect(&line, &QTimer::timeout, this, [this] { hear(markedSilence(20)); });
        line.start(20);
        QTRY_VERIFY_WITH_TIMEOUT(m_texts.size() > before || m_error, 5000);
        hear(markedSilence(400));
    }

    qint64 m_heard = 0;

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("frontdesk.*=false")); }

    void init()
    {
        m_heard = 0;
        m_fake = std::make_unique<FakeDeepgram>();
        QVERIFY(m_fake->listen());
    }
    void cleanup()
    {
        m_ears.reset();
        m_fake.reset();
    }

    void utterance_isHeardWithTimesAndConfidence()
    {
        DeepgramSettings counted = settings();
        counted.meter = std::make_shared<Flow::UsageMeter>();
        givenEars(counted, m_scheduler);
        hear(markedSilence(1000));
        say(markedSpeech({QStringLiteral("my"), QStringLiteral("name"), QStringLiteral("is"), QStringLiteral("ana")}));
        const CallUsage usage = counted.meter->usage();
        QCOMPARE(usage.size(), size_t(1));
        QVERIFY(usage.front().amount > 1500 && usage.front().amount <= now().count());
        QCOMPARE(m_texts, QStringList{QStringLiteral("my name is ana")});
        const Flow::Transcript &transcript = m_finished.front();
        QVERIFY(transcript.isFinal);
        QCOMPARE(transcript.words.size(), size_t(4));
        QCOMPARE(transcript.words[0].start, 1000ms);
        QCOMPARE(transcript.words[1].start, 1000ms + 160ms + 60ms);
        QCOMPARE(transcript.confidence, 0.9);
        QCOMPARE(m_vendor->counts().successes, quint64(1));
        QCOMPARE(m_fake->requests().first().query.queryItemValue(QStringLiteral("model")), QStringLiteral("nova-3"));
    }

    void audio_arrivesAsItWasReceived_inFewMessages()
    {
        givenEars();
        hear(markedSilence(1000));
        const QByteArray speech = markedSpeech({QStringLiteral("appointment"), QStringLiteral("please")});
        say(speech);
        QVERIFY(m_fake->audio().startsWith(markedSilence(1000) + speech));
        QVERIFY2(m_fake->audioMessages() <= m_fake->audio().size() / 640 + 3, "80 ms a message");
    }

    void interim_growsWhileTheCallerSpeaks()
    {
        givenEars();
        QStringList interims;
        connect(m_ears.get(), &SpeechToText::SpeechToText::interim, this,
                [&](const Flow::Transcript &transcript) { interims << transcript.text; });
        QStringList words;
        for (int i = 0; i < 12; ++i) {
            words << QStringLiteral("word%1").arg(i);
        }
        say(markedSpeech(words));
        QCOMPARE(m_texts, QStringList{words.join(QLatin1Char(' '))});
        QVERIFY(interims.size() >= 4);
        for (const QString &text : interims) {
            QVERIFY(words.join(QLatin1Char(' ')).startsWith(text));
        }
    }

    void pause_isToldWhileTheUtteranceIsOpen_data()
    {
        QTest::addColumn<bool>("findsPauses");
        QTest::newRow("quiet room") << true;
        QTest::newRow("noisy room, no word for a second") << false;
    }
    void pause_isToldWhileTheUtteranceIsOpen()
    {
        QFETCH(bool, findsPauses);
        m_fake->findPauses(findsPauses);
        givenEars();
        std::optional<Flow::Transcript> paused;
        connect(m_ears.get(), &SpeechToText::SpeechToText::interim, this, [&](const Flow::Transcript &transcript) {
            if (transcript.foundPause) {
                paused = transcript;
            }
        });
        m_ears->beginUtterance(now());
        hear(markedSpeech({QStringLiteral("tuesday"), QStringLiteral("morning")}));
        const Milliseconds spoken = now() - 60ms;
        QVERIFY(!paused);
        QTimer line;
        connect(&line, &QTimer::timeout, this, [this] { hear(markedSilence(20)); });
        line.start(20);
        QTRY_VERIFY_WITH_TIMEOUT(paused, 5000);
        QCOMPARE(paused->text, QStringLiteral("tuesday morning"));
        QCOMPARE(paused->words.back().end, spoken);
        QVERIFY(paused->heardUntil >= spoken);
    }

    void utterances_areKeptApart()
    {
        givenEars();
        say(markedSpeech({QStringLiteral("yes")}));
        say(markedSpeech({QStringLiteral("tuesday"), QStringLiteral("morning")}));
        say(markedSilence(500));
        QCOMPARE(m_texts, QStringList({QStringLiteral("yes"), QStringLiteral("tuesday morning"), QString()}));
    }

    void finalize_unanswered_takesWhatWasHeard()
    {
        m_fake->findPauses(false);
        m_fake->answerFinalize(false);
        givenEars();
        say(markedSpeech({QStringLiteral("tuesday"), QStringLiteral("afternoon"), QStringLiteral("please")}) +
            markedSilence(1000));
        say(markedSpeech({QStringLiteral("no"), QStringLiteral("wednesday")}) + markedSilence(1000));
        QCOMPARE(m_texts, QStringList({QStringLiteral("tuesday afternoon please"), QStringLiteral("no wednesday")}));
    }

    void connectionKilledMidWord_hundredTimes_losesAndDoublesNothing()
    {
        const std::vector<QStringList> said{
            QString(QStringLiteral("i would like to make an appointment with doctor lopez next tuesday afternoon if "
                                   "that is possible because my knee hurts since the weekend"))
                .split(QLatin1Char(' ')),
            QString(QStringLiteral("maria gonzalez")).split(QLatin1Char(' ')),
            QString(QStringLiteral("five five five zero one two three four five six")).split(QLatin1Char(' '))};
        QStringList undisturbed;
        QByteArray whole;
        for (const QStringList &words : said) {
            undisturbed << words.join(QLatin1Char(' '));
            whole += markedSpeech(words) + markedSilence(900);
        }
        QRandomGenerator chance(20261122);
        int equal = 0;
        for (int run = 0; run < 100; ++run) {
            qint64 moment = chance.bounded(qint32(whole.size()));
            while (whole[moment] == char(0xFF)) {
                moment = chance.bounded(qint32(whole.size()));
            }
            init();
            m_fake->killAfterBytes(moment);
            givenEars();
            for (const QStringList &words : said) {
                say(markedSpeech(words));
            }
            QVERIFY2(m_fake->opened() == 2, "the connection was really killed");
            if (m_texts == undisturbed) {
                ++equal;
            } else {
                qWarning() << "run" << run << "killed at" << moment << m_texts;
            }
            m_ears.reset();
        }
        QCOMPARE(equal, 100);
    }

    void connectionKilledAgainAndAgain_stillHearsEverything()
    {
        givenEars();
        QStringList expected;
        for (int i = 0; i < 12; ++i) {
            m_fake->killAfterBytes(2000 + 700 * i);
            const QStringList words{QStringLiteral("sentence"), QStringLiteral("number"), QString::number(i)};
            expected << words.join(QLatin1Char(' '));
            say(markedSpeech(words));
        }
        QCOMPARE(m_texts, expected);
        QVERIFY(m_fake->opened() > 8);
    }

    void fault_isToldInTime_data()
    {
        QTest::addColumn<FaultKind>("fault");
        QTest::addColumn<FaultPolicy::FaultKind>("counted");
        using Kind = FaultPolicy::FaultKind;
        QTest::newRow("refuse") << FaultKind::Refuse << Kind::Unreachable;
        QTest::newRow("reset") << FaultKind::Reset << Kind::Unreachable;
        QTest::newRow("silent") << FaultKind::AcceptThenSilent << Kind::Timeout;
        QTest::newRow("keepalive only") << FaultKind::KeepAliveOnly << Kind::Timeout;
        QTest::newRow("slow") << FaultKind::SlowFirstByte << Kind::Timeout;
        QTest::newRow("401") << FaultKind::Unauthorized << Kind::Unauthorized;
        QTest::newRow("402") << FaultKind::QuotaClose << Kind::OutOfCredit;
        QTest::newRow("429") << FaultKind::RateLimited << Kind::RateLimited;
        QTest::newRow("500") << FaultKind::ServerError << Kind::ServerError;
        QTest::newRow("truncated") << FaultKind::Truncated << Kind::WrongAnswer;
        QTest::newRow("wrong json") << FaultKind::WrongJson << Kind::WrongAnswer;
    }
    void fault_isToldInTime()
    {
        QFETCH(FaultKind, fault);
        QFETCH(FaultPolicy::FaultKind, counted);
        m_fake->setFault({fault});
        givenEars();
        QElapsedTimer clock;
        clock.start();
        say(markedSpeech({QStringLiteral("hello"), QStringLiteral("there")}));
        QVERIFY(m_error.has_value());
        QVERIFY(m_texts.isEmpty());
        QVERIFY2(clock.elapsed() < 1500, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(m_vendor->counts().failures.contains(counted));
    }

    void keepAlive_isSentWhileTheLineIsStill()
    {
        Tests::VirtualScheduler time;
        givenEars(settings(), time);
        hear(markedSilence(200));
        time.advance(1ms);
        QTRY_COMPARE(m_fake->opened(), 1);
        hear(markedSilence(200));
        time.advance(4000ms); // Audio flowed meanwhile.
        time.advance(4000ms);
        time.advance(4000ms);
        QTRY_COMPARE(m_fake->keepAlives(), 2);
        QVERIFY(!m_error);
    }

    void closedForIdleness_connectsAgainWhenAudioComes()
    {
        m_fake->setIdleLimit(30ms);
        givenEars();
        hear(markedSilence(200));
        QTRY_VERIFY(m_vendor->counts().failures.contains(FaultPolicy::FaultKind::Timeout));
        m_fake->setIdleLimit(10s);
        say(markedSpeech({QStringLiteral("still"), QStringLiteral("here")}));
        QCOMPARE(m_texts, QStringList{QStringLiteral("still here")});
    }

    void destroyed_saysGoodbyeProperly()
    {
        givenEars();
        hear(markedSilence(300));
        QTRY_COMPARE(m_fake->opened(), 1);
        m_ears.reset();
        QTRY_COMPARE(m_fake->cleanCloses(), 1);
    }
};

QTEST_GUILESS_MAIN(TestDeepgramSpeechToText)
#include "tst_deepgramspeechtotext.moc"
