#include "desktop/calls/recordingplayer.h"
#include "service/audio/mulaw.h"
#include "tests/unit/desktop/deskfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Frontdesk;
using Calls::RecordedSound;
using Calls::RecordingPlayer;
using Frontdesk::Tests::FakeService;

namespace {

/// Plays when the test says so.
class HandSpeaker final : public Calls::Loudspeaker {
public:
    QString start(Fill fill) override
    {
        m_fill = std::move(fill);
        return problem;
    }
    void stop() override { m_fill = nullptr; }
    [[nodiscard]] bool isOn() const { return m_fill != nullptr; }
    /// What is heard in the next so many milliseconds.
    std::vector<int16_t> play(int ms)
    {
        std::vector<int16_t> heard(size_t(8 * ms));
        m_fill(heard);
        return heard;
    }

    QString problem;

private:
    Fill m_fill;
};

int16_t levelAt(int second)
{
    return Audio::decodeMuLaw(uint8_t(FakeService::levelOf(second)));
}

} // namespace

class TestRecordingPlayer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<Frontdesk::Tests::DeskFixture>();
        QVERIFY(m->signIn());
        auto speaker = std::make_unique<HandSpeaker>();
        m_speaker = speaker.get();
        m_player = std::make_unique<RecordingPlayer>(std::move(speaker));
        m_player->setProperty("api", QVariant::fromValue(m->desk->api()));
        m_player->setCallId(u"c-3"_s); // 39 seconds
        QTRY_COMPARE(m_player->durationMs(), 39'300);
    }
    void cleanup()
    {
        m_player.reset();
        m.reset();
    }

    void shape_isReadBeforeAnySound();
    void seek_beforePlaying_staysInside();
    void play_beginsWithTheFirstPartAndFetchesAhead();
    void play_isTheRecording();
    void seek_ahead_fetchesWhatIsThereAlone();
    void faster_isThereSooner();
    void pause_keepsThePlace();
    void end_stopsAndBeginsAgain();
    void runningCall_goesOnWithWhatCameMeanwhile();
    void token_renewedWhilePlaying_isNotHeard();
    void network_lostWhilePlaying_goesOnWhenItIsBack();
    void recording_erasedWhilePlaying_saysSo();
    void speakers_missing_areSaid();
    void anotherCall_stopsThisOne();
    void longRecording_staysWithinItsMemory();
    void playing_writesNoFile();

private:
    /// Plays 20 ms; whether there was something.
    bool hears()
    {
        m_speaker->play(20);
        return !m_player->loading();
    }
    [[nodiscard]] QStringList fetched() const
    {
        QStringList ranges;
        const auto requests = m->service.requests();
        for (const auto &request : requests) {
            if (request.contains(u"/recording"_s))
                ranges << request.section(u' ', 2);
        }
        return ranges;
    }
    static QString part(int number)
    {
        constexpr int Bytes = 2 * RecordedSound::PartFrames;
        return number == 0 ? u"bytes=0-66047"_s
                           : u"bytes=%1-%2"_s.arg(58 + number * Bytes).arg(57 + (number + 1) * Bytes);
    }

    std::unique_ptr<Frontdesk::Tests::DeskFixture> m;
    std::unique_ptr<RecordingPlayer> m_player;
    HandSpeaker *m_speaker = nullptr;
};

void TestRecordingPlayer::shape_isReadBeforeAnySound()
{
    QCOMPARE(m_player->durationMs(), int(m_player->peaks().size()) * 100);
    QVERIFY(fetched().isEmpty());
    m_player->setCallId({});
    QVERIFY(m_player->peaks().isEmpty());
}

void TestRecordingPlayer::seek_beforePlaying_staysInside()
{
    m_player->seek(-5000);
    QCOMPARE(m_player->positionMs(), 0);
    m_player->seek(10'000'000);
    QCOMPARE(m_player->positionMs(), m_player->durationMs());
    QVERIFY(!m_player->playing());
    QVERIFY(fetched().isEmpty());
}

void TestRecordingPlayer::play_beginsWithTheFirstPartAndFetchesAhead()
{
    m_player->toggle();
    QVERIFY(m_player->playing());
    QVERIFY(m_player->loading());
    QCOMPARE(m_speaker->play(20), std::vector<int16_t>(160, 0));
    QCOMPARE(m_player->positionMs(), 0);
    QTRY_VERIFY(hears());
    QTRY_COMPARE(fetched().size(), 5);
    QCOMPARE(fetched(), QStringList({part(0), part(1), part(2), part(3), part(4)}));
    m_speaker->play(4'100); // Into the second part: one more is wanted ahead.
    QTRY_COMPARE(fetched().size(), 6);
    QCOMPARE(fetched().last(), part(5));
    QCOMPARE(m_player->durationMs(), 39'270);
}

void TestRecordingPlayer::play_isTheRecording()
{
    m_player->toggle();
    for (int second = 0; second < 12; ++second) {
        QTRY_VERIFY(hears());
        const int at = m_player->positionMs();
        QCOMPARE(m_speaker->play(900).front(), levelAt(at / 1000));
        QCOMPARE(m_player->positionMs(), at + 900);
    }
}

void TestRecordingPlayer::seek_ahead_fetchesWhatIsThereAlone()
{
    m_player->toggle();
    QTRY_VERIFY(hears());
    QTRY_COMPARE(fetched().size(), 5);
    m_player->seek(30'000);
    QVERIFY(!hears());
    QVERIFY(m_player->loading());
    QTRY_VERIFY(hears());
    QCOMPARE(m_speaker->play(20).front(), levelAt(30));
    QTRY_COMPARE(fetched().size(), 8);
    QCOMPARE(fetched().mid(5), QStringList({part(7), part(8), part(9)}));
    m_player->seek(5'000); // That is still here.
    QCOMPARE(m_speaker->play(20).front(), levelAt(5));
    QVERIFY(!m_player->loading());
}

void TestRecordingPlayer::faster_isThereSooner()
{
    m_player->toggle();
    QTRY_VERIFY(hears());
    const int before = m_player->positionMs();
    m_player->setSpeed(2);
    m_speaker->play(1'000);
    QCOMPARE(m_player->positionMs(), before + 2'000);
}

void TestRecordingPlayer::pause_keepsThePlace()
{
    m_player->toggle();
    QTRY_VERIFY(hears());
    m_speaker->play(1'500);
    const int at = m_player->positionMs();
    m_player->toggle();
    QVERIFY(!m_player->playing());
    QVERIFY(!m_speaker->isOn());
    m_player->toggle();
    QCOMPARE(m_speaker->play(20).front(), levelAt(at / 1000));
    QCOMPARE(m_player->positionMs(), at + 20);
}

void TestRecordingPlayer::end_stopsAndBeginsAgain()
{
    m_player->seek(39'000);
    m_player->toggle();
    QTRY_VERIFY(hears());
    m_speaker->play(400);
    QTRY_VERIFY(!m_player->playing());
    QVERIFY(!m_speaker->isOn());
    QCOMPARE(m_player->positionMs(), m_player->durationMs());
    QCOMPARE(m_player->problem(), QString());
    m_player->toggle();
    QTRY_VERIFY(hears());
    QVERIFY(m_player->positionMs() < 1'000);
}

void TestRecordingPlayer::runningCall_goesOnWithWhatCameMeanwhile()
{
    m_player->seek(39'000);
    m_player->toggle();
    QTRY_VERIFY(hears());
    m->service.setCallLength(u"c-3"_s, 60'000);
    m_speaker->play(400);
    QTRY_COMPARE(m_player->durationMs(), 60'000);
    QTRY_COMPARE(m_player->peaks().size(), 600);
    QVERIFY(m_player->playing());
    QTRY_VERIFY(hears());
    m_speaker->play(1'000);
    QTRY_VERIFY(hears());
    QCOMPARE(m_speaker->play(20).front(), levelAt(m_player->positionMs() / 1000));
}

void TestRecordingPlayer::token_renewedWhilePlaying_isNotHeard()
{
    m_player->toggle();
    QTRY_VERIFY(hears());
    QTRY_COMPARE(fetched().size(), 5);
    m->service.expireTokens();
    m_player->seek(30'000);
    QTRY_VERIFY(hears());
    QCOMPARE(m_speaker->play(20).front(), levelAt(30));
    QCOMPARE(m_player->problem(), QString());
}

void TestRecordingPlayer::network_lostWhilePlaying_goesOnWhenItIsBack()
{
    m_player->toggle();
    QTRY_VERIFY(hears());
    QTRY_COMPARE(fetched().size(), 5);
    m->service.goDown();
    while (!m_player->loading()) // What was fetched ahead is heard.
        m_speaker->play(20);
    QTRY_VERIFY(!m_player->problem().isEmpty());
    QVERIFY(m_player->playing());
    const int at = m_player->positionMs();
    QVERIFY(at >= int(RecordedSound::PartFrames / 8) - 20);
    QVERIFY(at < 21'000);
    m->service.comeBack();
    QTRY_COMPARE(m_player->problem(), QString());
    QTRY_VERIFY(hears());
    QCOMPARE(m_player->positionMs() / 1'000, at / 1'000);
    QCOMPARE(m_speaker->play(20).front(), levelAt(at / 1'000));
}

void TestRecordingPlayer::recording_erasedWhilePlaying_saysSo()
{
    m_player->toggle();
    QTRY_VERIFY(hears());
    m->service.removeCall(u"c-3"_s);
    m_player->seek(30'000);
    QTRY_VERIFY(!m_player->playing());
    QVERIFY(!m_player->problem().isEmpty());
    QVERIFY(!m_speaker->isOn());
}

void TestRecordingPlayer::speakers_missing_areSaid()
{
    m_speaker->problem = u"No speakers."_s;
    m_player->toggle();
    QCOMPARE(m_player->problem(), u"No speakers."_s);
    QVERIFY(!m_player->playing());
    QVERIFY(fetched().isEmpty());
}

void TestRecordingPlayer::anotherCall_stopsThisOne()
{
    m_player->toggle();
    QTRY_VERIFY(hears());
    m_player->setCallId(u"c-4"_s);
    QVERIFY(!m_player->playing());
    QVERIFY(!m_speaker->isOn());
    QCOMPARE(m_player->positionMs(), 0);
    QTRY_COMPARE(m_player->durationMs(), 21'400);
}

void TestRecordingPlayer::longRecording_staysWithinItsMemory()
{
    m->service.setCallLength(u"c-3"_s, 200'000);
    RecordedSound sound(*m->desk->api(), u"c-3"_s);
    std::vector<int16_t> heard(160);
    for (int second = 0; second < 200; second += 4) {
        sound.listenFrom(8'000 * second);
        QTRY_VERIFY(sound.read(8'000 * second, heard));
        QCOMPARE(heard.front(), levelAt(second));
        QVERIFY(sound.parts() <= RecordedSound::MostParts);
    }
    QVERIFY(!sound.read(0, heard));
    sound.listenFrom(0);
    QTRY_VERIFY(sound.read(0, heard));
}

void TestRecordingPlayer::playing_writesNoFile()
{
    QTemporaryDir folder;
    for (const char *place : {"TMPDIR", "HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
        qputenv(place, folder.path().toLocal8Bit());
    m_player->toggle();
    QTRY_VERIFY(hears());
    m_speaker->play(3'000);
    QTRY_COMPARE(fetched().size(), 5);
    QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

QTEST_GUILESS_MAIN(TestRecordingPlayer)
#include "tst_recordingplayer.moc"
