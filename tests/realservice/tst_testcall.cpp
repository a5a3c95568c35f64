#include "desktop/calls/testcall.h"
#include "desktop/calls/voicesample.h"
#include "service/audio/mulaw.h"
#include "service/texttospeech/flitetexttospeech.h"
#include "tests/realservice/realservice.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using Frontdesk::Calls::LineSound;
using Frontdesk::Calls::TestCall;
using Frontdesk::Calls::TranscriptModel;
using Frontdesk::Calls::VoiceSample;
using Frontdesk::Tests::RealDesk;
using Frontdesk::Tests::RealService;

namespace {

/// A patient's voice from a synthesizer in place of the microphone, at the pace of a telephone.
class SyntheticSound final : public LineSound {
public:
    SyntheticSound()
    {
        m_clock.setTimerType(Qt::PreciseTimer);
        m_clock.setInterval(20);
        connect(&m_clock, &QTimer::timeout, this, [this] {
            Frame frame{};
            const auto count = std::min(frame.size(), m_toSay.size());
            std::copy_n(m_toSay.begin(), count, frame.begin());
            m_toSay.erase(m_toSay.begin(), m_toSay.begin() + std::ptrdiff_t(count));
            Q_EMIT spoken(frame);
        });
    }

    QString start() override
    {
        m_clock.start();
        return broken;
    }
    void stop() override { m_clock.stop(); }
    void play(const Frame &frame) override
    {
        constexpr int Audible = 500;
        loudFrames += std::any_of(frame.begin(), frame.end(), [](int16_t s) { return std::abs(int(s)) > Audible; });
    }

    void say(const QString &text)
    {
        using Frontdesk::TextToSpeech::FliteTextToSpeech;
        FliteTextToSpeech voice(u"slt"_s);
        QByteArray muLaw;
        connect(&voice, &FliteTextToSpeech::audio, &voice, [&](quint64, const QByteArray &part) { muLaw += part; });
        QSignalSpy finished(&voice, &FliteTextToSpeech::finished);
        voice.speak(1, {text});
        QVERIFY(finished.wait(30'000));
        for (const auto code : std::as_const(muLaw))
            m_toSay.push_back(Frontdesk::Audio::decodeMuLaw(uint8_t(code)));
    }

    QString broken;
    int loudFrames = 0;

private:
    QTimer m_clock;
    std::vector<int16_t> m_toSay;
};

} // namespace

/// A call with one's own assistant from the desk, through the service's real ears, rules and voice.
class TestTestCall : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase() { m_service.reset(); }

    void call_isHeardUnderstoodAndAnswered();
    void call_zeroPressed_isHandedOverAndLeavesNothing();
    void call_hungUp_endsAndCanBeMadeAgain();
    void call_withoutMicrophone_saysSo();
    void call_asReceptionist_isNotAllowed();
    void voice_saysTheWords();

private:
    [[nodiscard]] bool hasTurn(bool caller)
    {
        const auto &turns = *m_call->transcript();
        for (int row = 0; row < turns.rowCount(); ++row) {
            if (turns.data(turns.index(row), TranscriptModel::CallerRole).toBool() == caller)
                return true;
        }
        return false;
    }
    /// How many the service has of these.
    [[nodiscard]] int kept(const QString &path)
    {
        int count = -1;
        (*m_sam)->api()->get(path, {}, this, [&](const Frontdesk::Client::ApiAnswer &answer) {
            count = int(answer.body.value("items"_L1).toArray().size());
        });
        return QTest::qWaitFor([&] { return count >= 0; }, 20'000) ? count : -1;
    }

    static constexpr int Patience = 60'000;

    std::unique_ptr<QTemporaryDir> m_settings;
    std::unique_ptr<RealService> m_service;
    std::unique_ptr<RealDesk> m_sam;
    std::unique_ptr<TestCall> m_call;
    SyntheticSound *m_sound = nullptr; ///< The call's.
};

void TestTestCall::initTestCase()
{
    m_settings = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", m_settings->path().toLocal8Bit());
    m_service = std::make_unique<RealService>();
}

void TestTestCall::init()
{
    m_sam = std::make_unique<RealDesk>(*m_service);
    QVERIFY(m_sam->signIn(RealService::Sam));
    auto sound = std::make_unique<SyntheticSound>();
    m_sound = sound.get();
    m_call = std::make_unique<TestCall>(std::move(sound));
    m_call->setProperty("api", QVariant::fromValue((*m_sam)->api()));
}

void TestTestCall::cleanup()
{
    m_call.reset();
    m_sam.reset();
}

void TestTestCall::call_isHeardUnderstoodAndAnswered()
{
    m_call->call();
    QTRY_COMPARE_WITH_TIMEOUT(m_call->state(), TestCall::State::Talking, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(hasTurn(false), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_sound->loudFrames > 50, Patience); // A second of greeting.
    m_sound->say(u"I would like to make an appointment."_s);
    QTRY_VERIFY_WITH_TIMEOUT(hasTurn(true), Patience);
    QVERIFY(m_call->level() >= 0 && m_call->level() <= 1);
    m_call->hangUp();
    QTRY_COMPARE_WITH_TIMEOUT(m_call->state(), TestCall::State::Over, Patience);
    QCOMPARE(m_call->problem(), QString());
}

void TestTestCall::call_zeroPressed_isHandedOverAndLeavesNothing()
{
    const int calls = kept(u"/calls"_s);
    const int tasks = kept(u"/tasks"_s);
    const int escalations = kept(u"/escalations"_s);
    m_call->call();
    QTRY_VERIFY_WITH_TIMEOUT(m_sound->loudFrames > 50, Patience);
    m_call->press(u"0"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_call->state(), TestCall::State::Over, Patience);
    QCOMPARE(m_call->escalationReason(), u"human_request"_s);
    QCOMPARE(m_call->outcome(), u"escalated"_s);
    QCOMPARE(m_call->problem(), QString());
    QVERIFY(!m_call->tasks().isEmpty());
    QCOMPARE(m_call->tasks().constFirst().toMap().value(u"request_type"_s).toString(), u"escalated_call"_s);
    QCOMPARE(kept(u"/calls"_s), calls);
    QCOMPARE(kept(u"/tasks"_s), tasks);
    QCOMPARE(kept(u"/escalations"_s), escalations);
}

void TestTestCall::call_hungUp_endsAndCanBeMadeAgain()
{
    for (int time = 0; time < 2; ++time) {
        m_call->call();
        QTRY_VERIFY_WITH_TIMEOUT(hasTurn(false), Patience);
        m_call->hangUp();
        QTRY_COMPARE_WITH_TIMEOUT(m_call->state(), TestCall::State::Over, Patience);
        QCOMPARE(m_call->outcome(), u"caller_hung_up"_s);
    }
}

void TestTestCall::call_withoutMicrophone_saysSo()
{
    m_sound->broken = u"No microphone was found."_s;
    m_call->call();
    QCOMPARE(m_call->state(), TestCall::State::Over);
    QCOMPARE(m_call->problem(), u"No microphone was found."_s);
}

void TestTestCall::call_asReceptionist_isNotAllowed()
{
    RealDesk ana(*m_service);
    QVERIFY(ana.signIn(RealService::Ana));
    m_call->setProperty("api", QVariant::fromValue(ana->api()));
    m_call->call();
    QTRY_COMPARE_WITH_TIMEOUT(m_call->state(), TestCall::State::Over, Patience);
    QVERIFY(!m_call->problem().isEmpty());
    QVERIFY(!hasTurn(false));
}

void TestTestCall::voice_saysTheWords()
{
    VoiceSample voice;
    voice.setProperty("api", QVariant::fromValue((*m_sam)->api()));
    voice.speak(u"Thank you for calling Oak Street Clinic."_s, u"en"_s);
    QVERIFY(voice.loading());
    QTRY_VERIFY_WITH_TIMEOUT(!voice.loading(), Patience);
    QVERIFY2(voice.durationMs() > 1000 && voice.durationMs() < 10'000, qPrintable(QString::number(voice.durationMs())));
}

QTEST_MAIN(TestTestCall)
#include "tst_testcall.moc"
