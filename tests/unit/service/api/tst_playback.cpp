#include "service/api/internal/byterange.h"
#include "service/api/internal/listenings.h"
#include "service/recording/stereotrack.h"
#include "tests/unit/service/api/apifixture.h"

#include <QDir>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Api;
using namespace Frontdesk::Api::Tests;

/// Playing recordings, over real HTTP.
class TestPlayback : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_api = std::make_unique<ApiFixture>();
        m_clinic = m_api->givenClinic();
        m_call = m_api->givenCall(m_clinic);
        m_token = m_api->tokenFor(m_api->givenUser(m_clinic, Role::Receptionist));
        m_path = QStringLiteral("/api/v1/calls/%1").arg(m_call.id.text());
    }
    void cleanup() { m_api.reset(); }

    void recording_whole_isAWavFileAndOnTheTrail()
    {
        m_api->givenRecording(m_call);
        const Answer answer = m_api->get(m_path + QStringLiteral("/recording"), m_token);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.headers.value("content-type"), QByteArray("audio/wav"));
        QCOMPARE(answer.headers.value("accept-ranges"), QByteArray("bytes"));
        QCOMPARE(answer.headers.value("cache-control"), QByteArray("no-store"));
        QCOMPARE(answer.raw.size(), 58 + 80'000);
        QVERIFY(answer.raw.startsWith("RIFF") && answer.raw.mid(8, 4) == "WAVE");
        QCOMPARE(answer.raw.mid(58), QByteArray(80'000, '\x10'));
        QCOMPARE(m_api->trail.last(QStringLiteral("recording.played")).subject.id, m_call.id.text());
        QVERIFY(m_api->get(m_path + QStringLiteral("/recording?encoding=pcm"), m_token).raw.size() == 44 + 160'000);
    }
    void recording_part_isThatPart_data()
    {
        QTest::addColumn<int>("begin");
        QTest::addColumn<int>("length");
        QTest::newRow("bytes=0-99") << 0 << 100;
        QTest::newRow("bytes=65000-66999") << 65'000 << 2'000; // Over the edge of a sealed block.
        QTest::newRow("bytes=80000-") << 80'000 << 58;
        QTest::newRow("bytes=-10") << 80'048 << 10;
        QTest::newRow("bytes=80000-999999") << 80'000 << 58;
    }
    void recording_part_isThatPart()
    {
        QFETCH(int, begin);
        QFETCH(int, length);
        m_api->givenRecording(m_call);
        const QString path = m_path + QStringLiteral("/recording");
        const QByteArray whole = m_api->get(path, m_token).raw;
        const Answer part = m_api->ask("GET", path, {m_token, {}, {{"Range", QTest::currentDataTag()}}});
        QCOMPARE(part.status, 206);
        QCOMPARE(part.raw, whole.mid(begin, length));
        QCOMPARE(part.headers.value("content-range"),
                 "bytes " + QByteArray::number(begin) + '-' + QByteArray::number(begin + length - 1) + "/80058");
    }
    void recording_inParts_isOneListeningOnTheTrail()
    {
        m_api->givenRecording(m_call);
        const auto played = [this] { return m_api->trail.count(QStringLiteral("recording.played")); };
        QCOMPARE(part("bytes=0-999").status, 206);
        QCOMPARE(part("bytes=1000-1999").status, 206);
        m_api->clock.advance(Listenings::Pause);
        QCOMPARE(part("bytes=2000-2999").status, 206);
        QCOMPARE(played(), 1);
        QCOMPARE(part("bytes=0-999").status, 206); // From the start: once more.
        QCOMPARE(played(), 2);
        m_api->clock.advance(Listenings::Pause + Milliseconds(1));
        const QString later = m_api->tokenFor(m_api->givenUser(m_clinic, Role::Receptionist));
        QCOMPARE(part("bytes=3000-3999", later).status, 206); // Another one's, who skipped the start.
        QCOMPARE(played(), 3);
    }
    void recording_partAfterALongPause_isAnotherListening()
    {
        Listenings listenings;
        const QDateTime now = m_api->clock.utcNow();
        const SessionId ana(QStringLiteral("ana"));
        QVERIFY(!listenings.goesOn(ana, m_call.id, now));
        listenings.begin(ana, m_call.id, now);
        const QDateTime pause = now.addMSecs(Listenings::Pause.count());
        QVERIFY(listenings.goesOn(ana, m_call.id, pause));
        QVERIFY(!listenings.goesOn(SessionId(QStringLiteral("grace")), m_call.id, pause));
        QVERIFY(!listenings.goesOn(ana, CallId(QStringLiteral("another")), pause));
        QVERIFY(!listenings.goesOn(ana, m_call.id, pause.addMSecs(Listenings::Pause.count() + 1)));
    }
    void recording_partWithTrailBroken_isNoListeningYet()
    {
        m_api->givenRecording(m_call);
        m_api->trail.setBroken(true);
        QCOMPARE(part("bytes=1000-1999").status, 503);
        QCOMPARE(part("bytes=1000-1999").status, 503);
        m_api->trail.setBroken(false);
        QCOMPARE(part("bytes=1000-1999").status, 206);
        QCOMPARE(m_api->trail.count(QStringLiteral("recording.played")), 1);
    }
    void recording_part_opensOnlyItsOwnBlocks()
    {
        const auto recording = m_api->givenRecording(m_call);
        QFile kept(
            m_api->folder.filePath(QStringLiteral("kept/") + Recording::storedName(recording.clinic, recording.call)));
        QVERIFY(kept.open(QIODevice::ReadWrite) && kept.seek(1000) && kept.write("changed") == 7);
        kept.close();
        QCOMPARE(part("bytes=0-99").status, 500);
        const Answer second = part("bytes=66000-66099");
        QCOMPARE(second.status, 206);
        QCOMPARE(second.raw, QByteArray(100, '\x10'));
    }
    void recording_rangeThatCannotBeRead_isTheWhole_data()
    {
        QTest::addColumn<QByteArray>("range");
        for (const char *range : {"bytes=7-3", "bytes=0-1,5-6", "items=0-1", "bytes=a-b", "bytes=-"}) {
            QTest::newRow(range) << QByteArray(range);
        }
    }
    void recording_rangeThatCannotBeRead_isTheWhole()
    {
        QFETCH(QByteArray, range);
        m_api->givenRecording(m_call);
        const Answer answer = part(range);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.raw.size(), 58 + 80'000);
        QVERIFY(!answer.headers.contains("content-range"));
    }
    void recording_ofARunningCall_growsByWholeBlocks()
    {
        Storage::RecordingRecord recording{.clinic = m_call.clinicId, .call = m_call.id};
        recording.node = Storage::NodeId(QStringLiteral("here"));
        recording.key = QByteArray(32, 'k');
        recording.changedAt = m_api->clock.utcNow();
        m_api->inStore([&](Storage::Store &store) -> Result<bool> {
            const auto saved = store.recordings().save(recording);
            return saved ? Result<bool>(true) : saved.error();
        });
        QCOMPARE(part("bytes=0-57").headers.value("content-range"), QByteArray("bytes 0-57/58")); // No block yet.
        QCOMPARE(part("bytes=58-").headers.value("content-range"), QByteArray("bytes */58"));
        const QString folder = m_api->folder.filePath(QStringLiteral("new"));
        QVERIFY(QDir().mkpath(folder));
        Recording::SoundFileWriter writer(Recording::spoolPath(folder, m_call.id), *Recording::sealOf(recording));
        constexpr int Block = Recording::StereoTrack::BlockBytes;
        QVERIFY(writer.append(QByteArray(Block, '\x10')));
        const Answer first = part("bytes=58-199999");
        QCOMPARE(first.status, 206);
        QCOMPARE(first.raw, QByteArray(Block, '\x10'));
        QVERIFY(writer.append(QByteArray(Block, '\x20')));
        const Answer second = part("bytes=" + QByteArray::number(58 + Block) + "-199999");
        QCOMPARE(second.raw, QByteArray(Block, '\x20'));
        QCOMPARE(second.headers.value("content-range").split('/').last().toInt(), 58 + 2 * Block);
    }
    void recording_partOutside_isRefused()
    {
        m_api->givenRecording(m_call);
        const Answer answer =
            m_api->ask("GET", m_path + QStringLiteral("/recording"), {m_token, {}, {{"Range", "bytes=80058-"}}});
        QCOMPARE(answer.status, 416);
        QCOMPARE(answer.code(), QStringLiteral("outside"));
        QCOMPARE(answer.headers.value("content-range"), QByteArray("bytes */80058"));
    }
    void recording_download_isAFileAndSaidSoOnTheTrail()
    {
        m_api->givenRecording(m_call);
        const Answer answer = m_api->get(m_path + QStringLiteral("/recording?download=1"), m_token);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.headers.value("content-disposition").startsWith("attachment; filename=\"call-"));
        QCOMPARE(m_api->trail.count(QStringLiteral("recording.downloaded")), 1);
        QCOMPARE(m_api->trail.count(QStringLiteral("recording.played")), 0);
    }
    void recording_trailBroken_isNotPlayed()
    {
        m_api->givenRecording(m_call);
        m_api->trail.setBroken(true);
        const Answer answer = m_api->get(m_path + QStringLiteral("/recording"), m_token);
        QCOMPARE(answer.status, 503);
        QVERIFY(!answer.raw.contains("RIFF"));
    }
    void recording_noneOrWrongQuestion_isRefused()
    {
        QCOMPARE(m_api->get(m_path + QStringLiteral("/recording"), m_token).status, 404);
        QCOMPARE(m_api->get(m_path + QStringLiteral("/waveform"), m_token).status, 404);
        m_api->givenRecording(m_call);
        QCOMPARE(m_api->get(m_path + QStringLiteral("/recording?encoding=mp3"), m_token).code(),
                 QStringLiteral("bad_encoding"));
        QCOMPARE(m_api->trail.count(QStringLiteral("recording.played")), 0);
    }
    void recording_ofAnotherClinic_isNotThere()
    {
        m_api->givenRecording(m_call);
        const ClinicProfile other = m_api->givenClinic(QStringLiteral("+15550100001"));
        const QString token = m_api->tokenFor(m_api->givenUser(other, Role::Admin));
        QCOMPARE(m_api->get(m_path + QStringLiteral("/recording"), token).status, 404);
        QCOMPARE(m_api->get(m_path + QStringLiteral("/waveform"), token).status, 404);
    }
    void recording_fileGone_isNotFoundAndFileChanged_saysNothing()
    {
        const auto recording = m_api->givenRecording(m_call);
        const QString file =
            m_api->folder.filePath(QStringLiteral("kept/") + Recording::storedName(recording.clinic, recording.call));
        QFile kept(file);
        QVERIFY(kept.open(QIODevice::ReadWrite) && kept.seek(1000) && kept.write("changed") == 7);
        kept.close();
        QCOMPARE(m_api->get(m_path + QStringLiteral("/recording"), m_token).status, 500);
        QVERIFY(QFile::remove(file));
        QCOMPARE(m_api->get(m_path + QStringLiteral("/recording"), m_token).status, 404);
    }
    void waveform_recording_showsItsLoudness()
    {
        m_api->givenRecording(m_call, 3);
        const Answer answer = m_api->get(m_path + QStringLiteral("/waveform"), m_token);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.at("interval_ms").toInt(), 100);
        QCOMPARE(answer.at("peaks").toArray().size(), 30);
        QVERIFY(answer.at("peaks").toArray()[7].toInt() > 100);
    }
    void records_tellOfTheRecordingAndTheConsent()
    {
        const Task task = m_api->givenTask(m_call);
        const QString taskPath = QStringLiteral("/api/v1/tasks/") + task.id.text();
        QVERIFY(!m_api->get(m_path, m_token).at("has_recording").toBool());
        QVERIFY(m_api->get(m_path, m_token).at("recording_consent").isNull());
        QVERIFY(!m_api->get(taskPath, m_token).at("has_recording").toBool());
        const auto recording = m_api->givenRecording(m_call);
        const Answer call = m_api->get(m_path, m_token);
        QVERIFY(call.at("has_recording").toBool());
        const QJsonObject consent = call.at("recording_consent").toObject();
        QCOMPARE(consent.value(QLatin1String("state")).toString(), QStringLiteral("heard"));
        QCOMPARE(consent.value(QLatin1String("words")).toString(), recording.consentWords);
        QVERIFY(consent.value(QLatin1String("at")).isString());
        const Answer told = m_api->get(taskPath, m_token);
        QVERIFY(told.at("has_recording").toBool());
        QCOMPARE(told.text("call_recording_url"), m_path + QStringLiteral("/recording"));
    }

    void range_header_isReadAsTheRfcHasIt_data()
    {
        QTest::addColumn<bool>("isRange");
        QTest::addColumn<QString>("span");
        const auto row = [](const char *header, bool isRange, const char *span = "") {
            QTest::newRow(header) << isRange << QString(QLatin1String(span));
        };
        row("bytes=0-0", true, "0+1");
        row("bytes=5-", true, "5+95");
        row("bytes=-5", true, "95+5");
        row("bytes=-500", true, "0+100");
        row("bytes=90-900", true, "90+10");
        row("bytes=100-", true);
        row("bytes=-0", true);
        row("bytes=7-3", false);
        row("bytes=-", false);
        row("bytes=0-1,5-6", false);
        row("items=0-1", false);
        row("bytes=a-b", false);
        row("bytes=9999999999999999999-", false);
        row("", false);
    }
    void range_header_isReadAsTheRfcHasIt()
    {
        const auto range = byteRange(QTest::currentDataTag());
        QTEST(range.has_value(), "isRange");
        const auto span = range ? spanOf(*range, 100) : std::nullopt;
        QTEST(span ? QStringLiteral("%1+%2").arg(span->first).arg(span->second) : QString(), "span");
    }

private:
    Answer part(const QByteArray &range, const QString &token = {})
    {
        return m_api->ask("GET", m_path + QStringLiteral("/recording"),
                          {token.isEmpty() ? m_token : token, {}, {{"Range", range}}});
    }

    std::unique_ptr<ApiFixture> m_api;
    ClinicProfile m_clinic;
    CallRecord m_call;
    QString m_token;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestPlayback)
#include "tst_playback.moc"
