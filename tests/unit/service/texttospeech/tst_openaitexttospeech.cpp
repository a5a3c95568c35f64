#include "service/audio/level.h"
#include "service/audio/mulaw.h"
#include "service/texttospeech/providers/openaitexttospeech.h"
#include "tests/fakes/fakeopenai.h"
#include "tests/fakes/httpfaults.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::TextToSpeech;
using namespace std::chrono_literals;
using Fakes::FakeOpenAi;
using Fakes::FaultKind;

class TestOpenAiTextToSpeech : public QObject {
    Q_OBJECT

    SystemScheduler m_scheduler;
    std::unique_ptr<FakeOpenAi> m_fake;
    std::shared_ptr<FaultPolicy::Vendor> m_vendor;
    std::shared_ptr<Outgoing::HttpClient> m_client;
    std::shared_ptr<Flow::UsageMeter> m_meter;
    std::unique_ptr<OpenAiTextToSpeech> m_voice;
    std::map<quint64, QByteArray> m_audio;
    std::vector<quint64> m_finished;
    std::map<quint64, Error> m_failed;

    static SpeechText text(const char *words, Pace pace = Pace::Normal)
    {
        return {QLatin1String(words), QStringLiteral("en"), pace};
    }
    /// Frequency of the middle of the sound, by its zero crossings.
    static double toneOf(const QByteArray &muLaw)
    {
        const qsizetype from = muLaw.size() / 4;
        const qsizetype count = muLaw.size() / 2;
        int crossings = 0;
        for (qsizetype at = from + 1; at < from + count; ++at) {
            const bool before = Audio::decodeMuLaw(static_cast<uint8_t>(muLaw[at - 1])) >= 0;
            crossings += before != (Audio::decodeMuLaw(static_cast<uint8_t>(muLaw[at])) >= 0) ? 1 : 0;
        }
        return crossings / 2.0 * Flow::SampleRateHz / static_cast<double>(count);
    }

private Q_SLOTS:
    void init()
    {
        m_audio.clear();
        m_finished.clear();
        m_failed.clear();
        m_fake = std::make_unique<FakeOpenAi>();
        QVERIFY(m_fake->listen());
        m_vendor = std::make_shared<FaultPolicy::Vendor>(QStringLiteral("openai"), FaultPolicy::Service::TextToSpeech,
                                                         std::make_shared<SystemClock>());
        m_client = std::make_shared<Outgoing::HttpClient>(m_scheduler);
        m_meter = std::make_shared<Flow::UsageMeter>();
        OpenAiVoiceSettings settings;
        settings.url = m_fake->url();
        settings.url.setPath(QStringLiteral("/v1"));
        settings.key = FakeOpenAi::Key;
        settings.permit = Outgoing::Permit::withoutPatientData();
        settings.meter = m_meter;
        settings.budgets = {300ms, 300ms, 300ms, 3000ms};
        m_voice = std::make_unique<OpenAiTextToSpeech>(settings, m_vendor, m_client);
        connect(m_voice.get(), &TextToSpeech::TextToSpeech::audio, this,
                [this](quint64 ticket, const QByteArray &muLaw) { m_audio[ticket] += muLaw; });
        connect(m_voice.get(), &TextToSpeech::TextToSpeech::finished, this,
                [this](quint64 ticket) { m_finished.push_back(ticket); });
        connect(m_voice.get(), &TextToSpeech::TextToSpeech::failed, this,
                [this](quint64 ticket, const Error &error) { m_failed.emplace(ticket, error); });
    }
    void cleanup()
    {
        m_voice.reset();
        m_client.reset();
    }

    void speak_isTheLinesMuLawOfTheSameLengthAndPitch()
    {
        m_voice->speak(7, text("Good morning."));
        QTRY_COMPARE(m_finished, std::vector<quint64>{7});
        const qsizetype expected = 13 * 65 * static_cast<qsizetype>(Flow::BytesPerMillisecond);
        QVERIFY2(qAbs(m_audio[7].size() - expected) <= 8, qPrintable(QString::number(m_audio[7].size())));
        QVERIFY(qAbs(toneOf(m_audio[7]) - 440) < 5);
        const QJsonObject body = m_fake->bodies().first();
        QCOMPARE(body.value(QLatin1String("response_format")).toString(), QStringLiteral("pcm"));
        QVERIFY(!body.contains(QLatin1String("speed")));
        const CallUsage usage{{QStringLiteral("openai"), UsageUnit::Characters, 13}};
        QCOMPARE(m_meter->usage(), usage);
        QCOMPARE(m_vendor->counts().successes, quint64(1));
    }

    void slowPaceAndNumbers_areAskedFor()
    {
        m_voice->speak(1, text("Call 555-012-3456.", Pace::Slow));
        QTRY_COMPARE(m_finished.size(), size_t(1));
        QVERIFY(m_fake->bodies().first().value(QLatin1String("speed")).toDouble() < 0.9);
        const QString said = m_fake->texts().first();
        QVERIFY(std::none_of(said.begin(), said.end(), [](QChar c) { return c.isDigit(); }));
    }

    void fault_isToldInTime_data() { Fakes::addHttpFaults(); }
    void fault_isToldInTime()
    {
        QFETCH(FaultKind, fault);
        QFETCH(FaultPolicy::FaultKind, counted);
        m_fake->setFault({fault});
        m_voice->speak(1, text("Good morning."));
        QTRY_COMPARE(m_failed.size(), size_t(1));
        QVERIFY(m_finished.empty());
        QVERIFY2(m_vendor->counts().failures.contains(counted), qPrintable(m_failed.at(1).message));
    }

    void cancel_saysNothingMore()
    {
        m_voice->speak(1, text("Good morning."));
        m_voice->cancel(1);
        m_voice->speak(2, text("Good evening."));
        QTRY_COMPARE(m_finished, std::vector<quint64>{2});
        QVERIFY(!m_audio.contains(1));
    }
};

QTEST_GUILESS_MAIN(TestOpenAiTextToSpeech)
#include "tst_openaitexttospeech.moc"
