#include "service/speechtotext/providers/deepgramspeechtotext.h"
#include "service/speechtotext/speechtotextchain.h"
#include "tests/fakes/fakedeepgram.h"
#include "tests/support/fakerecognizer.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::SpeechToText;
using namespace std::chrono_literals;
using Fakes::FakeDeepgram;
using Fakes::FaultKind;
using Fakes::markedSilence;
using Fakes::markedSpeech;

namespace {

/// Understands marked speech by itself, as the embedded recognizer does: only between begin and finish.
class LocalEar final : public SpeechToText::SpeechToText {
public:
    void start(const RecognitionContext &) override {}
    void write(Flow::MuLawBytes audio) override
    {
        m_all.append(reinterpret_cast<const char *>(audio.data()), qsizetype(audio.size()));
    }
    void beginUtterance(Milliseconds from) override { m_from = from; }
    void finishUtterance() override
    {
        Fakes::MarkedEar ear;
        Flow::Transcript transcript;
        QStringList texts;
        for (const Fakes::HeardWord &word : ear.hear(m_all.mid(m_from.count() * 8))) {
            texts << word.text;
            transcript.words.push_back({word.text, word.confidence, m_from + Milliseconds(int(word.start * 1000)),
                                        m_from + Milliseconds(int(word.end * 1000))});
        }
        transcript.text = texts.join(QLatin1Char(' '));
        transcript.isFinal = true;
        Q_EMIT finished(transcript);
    }
    void expect(Flow::Expectation expectation) override { expected = expectation; }

    Flow::Expectation expected = Flow::Expectation::Nothing;

private:
    QByteArray m_all;
    Milliseconds m_from{0};
};

} // namespace

class TestSpeechToTextChain : public QObject {
    Q_OBJECT

    SystemScheduler m_scheduler;
    std::unique_ptr<FakeDeepgram> m_fake;
    std::shared_ptr<FaultPolicy::Vendor> m_vendor;
    std::unique_ptr<SpeechToTextChain> m_chain;
    QStringList m_texts;
    std::vector<Flow::Transcript> m_finished;
    int m_failures = 0;
    int m_localMade = 0;
    qint64 m_heard = 0;

    void givenChain()
    {
        m_vendor = std::make_shared<FaultPolicy::Vendor>(QStringLiteral("deepgram"), FaultPolicy::Service::SpeechToText,
                                                         std::make_shared<SystemClock>());
        makeChain();
    }

    void makeChain()
    {
        DeepgramSettings settings;
        settings.url = m_fake->url(QStringLiteral("ws"));
        settings.key = FakeDeepgram::Key;
        settings.permit = Outgoing::Permit::withoutPatientData();
        settings.connect = 500ms;
        m_heard = 0;
        m_chain = std::make_unique<SpeechToTextChain>(std::vector<SpeechToTextChain::Choice>{
            {QStringLiteral("deepgram"), [this] { return m_vendor->mayTry(); },
             [this, settings] { return std::make_unique<DeepgramSpeechToText>(settings, m_vendor, m_scheduler); }},
            {QStringLiteral("local"), {}, [this] {
                 ++m_localMade;
                 return std::make_unique<LocalEar>();
             }}});
        connect(m_chain.get(), &SpeechToText::SpeechToText::finished, this, [this](const Flow::Transcript &transcript) {
            m_texts << transcript.text;
            m_finished.push_back(transcript);
        });
        connect(m_chain.get(), &SpeechToText::SpeechToText::failed, this, [this] { ++m_failures; });
        m_chain->start({});
    }

    void hear(const QByteArray &audio)
    {
        for (qsizetype at = 0; at < audio.size(); at += 160) {
            const QByteArray frame = audio.mid(at, 160);
            m_chain->write({reinterpret_cast<const uint8_t *>(frame.constData()), size_t(frame.size())});
            QCoreApplication::processEvents();
        }
        m_heard += audio.size();
    }

    void say(const QByteArray &audio)
    {
        m_chain->beginUtterance(Milliseconds(m_heard / 8));
        hear(audio);
        hear(markedSilence(500));
        const qsizetype before = m_texts.size();
        m_chain->finishUtterance();
        QTRY_VERIFY_WITH_TIMEOUT(m_texts.size() > before, 4000);
        hear(markedSilence(300));
    }

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("frontdesk.*=false")); }

    void init()
    {
        m_texts.clear();
        m_finished.clear();
        m_failures = m_localMade = 0;
        m_fake = std::make_unique<FakeDeepgram>();
        QVERIFY(m_fake->listen());
    }
    void cleanup()
    {
        m_chain.reset();
        m_fake.reset();
    }

    void healthyVendor_isTheOnlyOneAsked()
    {
        givenChain();
        say(markedSpeech({QStringLiteral("good"), QStringLiteral("morning")}));
        QCOMPARE(m_texts, QStringList{QStringLiteral("good morning")});
        QCOMPARE(m_localMade, 0);
    }

    void anyFault_costsNoWordAndLittleTime_data()
    {
        QTest::addColumn<FaultKind>("fault");
        for (int kind = int(FaultKind::Refuse); kind <= int(FaultKind::QuotaClose); ++kind) {
            if (FaultKind(kind) != FaultKind::EmptyAudio) { // A vendor that hears nothing is right about silence.
                QTest::addRow("%s", qPrintable(Fakes::faultKindNames().at(kind))) << FaultKind(kind);
            }
        }
    }
    void anyFault_costsNoWordAndLittleTime()
    {
        QFETCH(FaultKind, fault);
        m_fake->setFault({fault});
        givenChain();
        hear(markedSilence(2500));
        QElapsedTimer clock;
        clock.start();
        say(markedSpeech({QStringLiteral("please"), QStringLiteral("cancel"), QStringLiteral("thursday"),
                          QStringLiteral("at"), QStringLiteral("nine")}));
        QVERIFY2(clock.elapsed() < 1500, qPrintable(QString::number(clock.elapsed())));
        say(markedSpeech({QStringLiteral("thank"), QStringLiteral("you")}));
        QCOMPARE(m_texts, QStringList({QStringLiteral("please cancel thursday at nine"), QStringLiteral("thank you")}));
        QCOMPARE(m_localMade, 1);
        QCOMPARE(m_failures, 0);
    }

    void faultInTheMiddle_keepsWhatWasSettledAndTheTimesOfWords()
    {
        givenChain();
        hear(markedSilence(1000));
        const QByteArray first = markedSpeech({QStringLiteral("my"), QStringLiteral("number"), QStringLiteral("is")});
        const QByteArray second = markedSpeech({QStringLiteral("five"), QStringLiteral("five")});
        m_chain->beginUtterance(1000ms);
        int settled = 0;
        connect(m_chain.get(), &SpeechToText::SpeechToText::settled, this, [&] { ++settled; });
        hear(first + markedSilence(600));
        QTRY_COMPARE(settled, 1);
        m_fake->setFault({FaultKind::Refuse});
        m_fake->killAfterBytes(0);
        hear(second + markedSilence(500));
        m_chain->finishUtterance();
        QTRY_COMPARE(m_texts, QStringList{QStringLiteral("my number is five five")});
        const auto &words = m_finished.front().words;
        QCOMPARE(words.size(), size_t(5));
        QCOMPARE(words[0].start, 1000ms);
        const Milliseconds secondBegins = 1000ms + Milliseconds(first.size() / 8) + 600ms;
        QVERIFY(qAbs((words[3].start - secondBegins).count()) <= 2);
    }

    void nextCall_doesNotWaitForAVendorKnownToBeAway()
    {
        m_fake->setFault({FaultKind::Unauthorized});
        givenChain();
        say(markedSpeech({QStringLiteral("one")}));
        const int connections = m_fake->connections();
        makeChain();
        say(markedSpeech({QStringLiteral("two")}));
        QCOMPARE(m_texts, QStringList({QStringLiteral("one"), QStringLiteral("two")}));
        QCOMPARE(m_fake->connections(), connections);
    }

    void lastChoiceFails_isToldOnce()
    {
        Tests::FakeRecognizer *last = nullptr;
        SpeechToTextChain chain({{QStringLiteral("only"), {}, [&] {
                                      auto made = std::make_unique<Tests::FakeRecognizer>();
                                      last = made.get();
                                      return made;
                                  }}});
        int failures = 0;
        connect(&chain, &SpeechToText::SpeechToText::failed, this, [&] { ++failures; });
        chain.start({});
        chain.expect(Flow::Expectation::YesNo);
        QCOMPARE(last->expectation, Flow::Expectation::YesNo);
        chain.beginUtterance(0ms);
        last->breakDown();
        chain.finishUtterance();
        QCOMPARE(failures, 1);
    }
};

QTEST_GUILESS_MAIN(TestSpeechToTextChain)
#include "tst_speechtotextchain.moc"
