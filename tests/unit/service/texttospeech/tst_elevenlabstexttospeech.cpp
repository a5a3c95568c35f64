#include "service/texttospeech/providers/elevenlabstexttospeech.h"
#include "tests/fakes/fakeelevenlabs.h"
#include "tests/fakes/httpfaults.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::TextToSpeech;
using namespace std::chrono_literals;
using Fakes::FakeElevenLabs;
using Fakes::FaultKind;

class TestElevenLabsTextToSpeech : public QObject {
    Q_OBJECT

    SystemScheduler m_scheduler;
    std::unique_ptr<FakeElevenLabs> m_fake;
    std::shared_ptr<FaultPolicy::Vendor> m_vendor;
    std::shared_ptr<Outgoing::HttpClient> m_client;
    std::unique_ptr<ElevenLabsTextToSpeech> m_voice;
    std::map<quint64, QByteArray> m_audio;
    std::vector<quint64> m_finished;
    std::map<quint64, Error> m_failed;

    ElevenLabsSettings settings()
    {
        ElevenLabsSettings settings;
        settings.url = m_fake->url();
        settings.key = FakeElevenLabs::Key;
        settings.permit = Outgoing::Permit::withoutPatientData();
        settings.voice = QLatin1String(FakeElevenLabs::VoiceId);
        settings.budgets = {300ms, 300ms, 300ms, 3000ms};
        return settings;
    }

    void givenVoice(const ElevenLabsSettings &settings)
    {
        m_audio.clear();
        m_finished.clear();
        m_failed.clear();
        m_vendor = std::make_shared<FaultPolicy::Vendor>(
            QStringLiteral("elevenlabs"), FaultPolicy::Service::TextToSpeech, std::make_shared<SystemClock>());
        m_client = std::make_shared<Outgoing::HttpClient>(m_scheduler);
        m_voice = std::make_unique<ElevenLabsTextToSpeech>(settings, m_vendor, m_client);
        connect(m_voice.get(), &TextToSpeech::TextToSpeech::audio, this,
                [this](quint64 ticket, const QByteArray &muLaw) { m_audio[ticket] += muLaw; });
        connect(m_voice.get(), &TextToSpeech::TextToSpeech::finished, this,
                [this](quint64 ticket) { m_finished.push_back(ticket); });
        connect(m_voice.get(), &TextToSpeech::TextToSpeech::failed, this,
                [this](quint64 ticket, const Error &error) { m_failed.emplace(ticket, error); });
    }
    static SpeechText text(const char *words) { return {QLatin1String(words), QStringLiteral("en"), Pace::Normal}; }

private Q_SLOTS:
    void init()
    {
        m_fake = std::make_unique<FakeElevenLabs>();
        QVERIFY(m_fake->listen());
    }
    void cleanup()
    {
        m_voice.reset();
        m_client.reset();
    }

    void speak_streamsTheTelephonesOwnEncoding()
    {
        givenVoice(settings());
        m_voice->speak(7, text("Good morning."));
        QTRY_COMPARE(m_finished, std::vector<quint64>{7});
        QCOMPARE(m_audio[7], QByteArray(13 * FakeElevenLabs::BytesPerCharacter, char(0x30)));
        const Fakes::FakeRequest &request = m_fake->requests().first();
        QCOMPARE(request.query.queryItemValue(QStringLiteral("output_format")), QStringLiteral("ulaw_8000"));
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        QCOMPARE(body.value(QLatin1String("model_id")).toString(), QStringLiteral("eleven_flash_v2_5"));
        QCOMPARE(m_vendor->counts().successes, quint64(1));
    }

    void characters_areCountedAsTheVendorTells()
    {
        ElevenLabsSettings counted = settings();
        counted.meter = std::make_shared<Flow::UsageMeter>();
        givenVoice(counted);
        m_voice->speak(1, text("Good morning."));
        QTRY_COMPARE(m_finished.size(), size_t(1));
        const CallUsage own{{QStringLiteral("elevenlabs"), UsageUnit::Characters, 13}};
        QCOMPARE(counted.meter->usage(), own);
        m_fake->setCharacterCost(5);
        m_voice->speak(2, text("Good morning."));
        QTRY_COMPARE(m_finished.size(), size_t(2));
        QCOMPARE(counted.meter->usage().front().amount, 18);
    }

    void numbers_areWrittenOutForTheVoice()
    {
        givenVoice(settings());
        m_voice->speak(1, text("Call 555-012-3456 at 9:30 a.m."));
        QTRY_COMPARE(m_finished.size(), size_t(1));
        const QString said = m_fake->texts().first();
        QVERIFY2(std::none_of(said.begin(), said.end(), [](QChar c) { return c.isDigit(); }), qPrintable(said));
        QVERIFY(said.contains(QLatin1String("five five five")));
    }

    void slowPace_isAskedFor()
    {
        givenVoice(settings());
        m_voice->speak(1, {QStringLiteral("Good morning."), QStringLiteral("en"), Pace::Slow});
        QTRY_COMPARE(m_finished.size(), size_t(1));
        const QJsonObject body = QJsonDocument::fromJson(m_fake->requests().first().body).object();
        QVERIFY(body.value(QLatin1String("voice_settings")).toObject().value(QLatin1String("speed")).toDouble() < 0.9);
    }

    void sentences_overlapButNotMoreThanAllowed()
    {
        givenVoice(settings());
        for (quint64 ticket = 1; ticket <= 5; ++ticket) {
            m_voice->speak(ticket, text("This is a sentence of some length, to be streamed."));
        }
        QTRY_COMPARE(m_finished.size(), size_t(5));
        QCOMPARE(m_fake->mostAtOnce(), 2);
        QVERIFY(m_fake->connections() <= 3);
    }

    void cancel_saysNothingMoreAndFreesItsPlace()
    {
        givenVoice(settings());
        const QByteArray longText = QByteArray("word ").repeated(400);
        m_voice->speak(1, text(longText.constData()));
        m_voice->speak(2, text(longText.constData()));
        m_voice->speak(3, text("Short."));
        QTRY_VERIFY(!m_audio[1].isEmpty());
        m_voice->cancel(1);
        const qsizetype before = m_audio[1].size();
        QTRY_VERIFY(std::find(m_finished.begin(), m_finished.end(), quint64(3)) != m_finished.end());
        QCOMPARE(m_audio[1].size(), before);
        QVERIFY(m_failed.empty());
    }

    void zeroRetention_isAskedForAndNeverDropped()
    {
        ElevenLabsSettings discreet = settings();
        discreet.zeroRetention = true;
        givenVoice(discreet);
        m_voice->speak(1, text("Hello."));
        QTRY_COMPARE(m_failed.size(), size_t(1));
        QVERIFY(m_fake->texts().isEmpty());
        m_fake->setEnterprise(true);
        givenVoice(discreet);
        m_voice->speak(1, text("Hello."));
        QTRY_COMPARE(m_finished.size(), size_t(1));
    }

    void nothingToSay_failsWithoutAskingAnyone()
    {
        givenVoice(settings());
        m_voice->speak(1, text(" ... "));
        QTRY_COMPARE(m_failed.size(), size_t(1));
        QVERIFY(m_fake->requests().isEmpty());
        QVERIFY(m_vendor->counts().failures.empty());
    }

    void fault_isToldInTime_data() { Fakes::addHttpFaults(); }
    void fault_isToldInTime()
    {
        QFETCH(FaultKind, fault);
        QFETCH(FaultPolicy::FaultKind, counted);
        m_fake->setFault({fault});
        givenVoice(settings());
        QElapsedTimer clock;
        clock.start();
        m_voice->speak(1, text("One moment, please. I will look that up."));
        QTRY_COMPARE(m_failed.size(), size_t(1));
        QVERIFY2(clock.elapsed() < 900, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(m_finished.empty());
        QVERIFY(m_vendor->counts().failures.contains(counted));
    }

    void passingFault_isTriedOnceMore()
    {
        m_fake->setFault({FaultKind::ServerError, 1});
        givenVoice(settings());
        m_voice->speak(1, text("Hello there."));
        QTRY_COMPARE(m_finished.size(), size_t(1));
        QVERIFY(m_failed.empty());
    }
};

QTEST_GUILESS_MAIN(TestElevenLabsTextToSpeech)
#include "tst_elevenlabstexttospeech.moc"
