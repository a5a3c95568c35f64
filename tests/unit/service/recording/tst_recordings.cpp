#include "service/audio/wavfile.h"
#include "service/recording/recordings.h"
#include "service/recording/recordingshelf.h"
#include "service/recording/s3objectstore.h"
#include "tests/fakes/fakes3.h"
#include "tests/support/testkeys.h"
#include "tests/support/virtualscheduler.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace Frontdesk;
using namespace Frontdesk::Fakes;
using namespace Frontdesk::Recording;
using namespace Frontdesk::Storage;

namespace {

constexpr uint8_t CallerCode = 0x10; ///< Loud, each its own, so that a channel shows who is in it.
constexpr uint8_t AssistantCode = 0x20;
constexpr qint64 All = 1'000'000'000;

const QString Told = QStringLiteral("This call is recorded.");

} // namespace

/// Calls that are recorded, over both stores: a folder, and S3 on a real socket.
class TestRecordings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<bool>("isS3");
        QTest::newRow("local") << false;
        QTest::newRow("s3") << true;
    }
    void init();
    void cleanup();

    void call_recordedFromTheStart_holdsBothSidesAtTheirTime();
    void call_consentLater_holdsNothingFromBefore();
    void call_declined_leavesNothing();
    void call_neverAsked_leavesNothing();
    void call_bargeIn_endsTheAssistantsSideThere();
    void call_running_canBePlayed();
    void call_cutOff_losesNoMoreThanItsLastBlock();
    void store_away_keepsTheRecordingHereUntilItIsBack();
    void deletion_kept_removesKeyAndFile();
    void deletion_storeAway_isDoneLater();
    void deletion_withItsCall_removesTheFile();
    void deletion_running_isConflict();
    void files_unknownToTheDatabase_stayForADay();
    void files_withoutKey_go();
    void read_ofAnotherNode_isConflict();
    void disk_holdsNoSoundInTheClear();

private:
    void open();
    /// Plays that long a piece of the call; each side speaks or is silent.
    void play(CallRecording &call, Milliseconds length, bool caller, bool assistant);
    [[nodiscard]] std::unique_ptr<CallRecording> begin() { return m_recordings->newRecording(m_clinic.id, m_call.id); }
    [[nodiscard]] Result<RecordingRecord> record()
    {
        return m_database->run([this](Store &store) { return store.recordings().find(m_clinic.id, m_call.id); })
            .result();
    }
    [[nodiscard]] bool is(RecordingState state)
    {
        const auto found = record();
        return found && found->state == state;
    }
    template <typename Work>
    std::invoke_result_t<Work> run(Work work);
    [[nodiscard]] Audio::WavAudio wav();
    /// Whether that lane sounds in that tenth of a second.
    [[nodiscard]] static bool sounds(const Audio::WavAudio &audio, int lane, int tenth);
    [[nodiscard]] QStringList filesLeft() const;
    [[nodiscard]] qsizetype kept() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Tests::VirtualScheduler> m_clock;
    std::unique_ptr<FakeS3> m_s3;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<CallRecorder> m_recorder;
    std::unique_ptr<Recordings> m_recordings;
    ClinicProfile m_clinic;
    CallRecord m_call;
    Milliseconds m_at{0};
};

void TestRecordings::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock = std::make_unique<Tests::VirtualScheduler>();
    m_s3 = std::make_unique<FakeS3>();
    QVERIFY(m_s3->listen());
    m_at = Milliseconds(0);
    m_database = std::make_unique<Database>(
        DatabaseSettings{.url = QStringLiteral("sqlite:") + m_folder->filePath(QStringLiteral("test.sqlite")),
                         .masterKeys = Tests::testKeys()});
    m_recorder = std::make_unique<CallRecorder>(
        *m_database, NodeId(QStringLiteral("here")),
        JournalSettings{
            m_folder->filePath(QStringLiteral("journal")), Tests::testKeys()->current, {}, Milliseconds(20)});
    const auto made = m_database->run([this](Store &store) -> Result<CallRecord> {
        ClinicProfile clinic;
        clinic.name = QStringLiteral("Clinic");
        clinic.number = QStringLiteral("+15550100000");
        clinic.line = QStringLiteral("+15550199999");
        m_clinic = store.clinics().create(clinic, m_clock->utcNow()).value();
        CallRecord call;
        call.clinicId = m_clinic.id;
        call.networkCallId = QStringLiteral("CA1");
        call.startedAt = m_clock->utcNow();
        return store.calls().begin(call);
    });
    m_call = made.result().value();
    open();
}

void TestRecordings::open()
{
    QFETCH_GLOBAL(bool, isS3);
    auto store =
        isS3 ? makeS3ObjectStore({m_s3->url(), QString::fromLatin1(FakeS3::Region), QString::fromLatin1(FakeS3::Bucket),
                                  QString::fromLatin1(FakeS3::AccessKey), QString::fromLatin1(FakeS3::SecretKey)})
             : makeLocalObjectStore(m_folder->filePath(QStringLiteral("recordings/kept")));
    m_recordings =
        std::make_unique<Recordings>(RecordingSettings{.folder = m_folder->filePath(QStringLiteral("recordings/new"))},
                                     *m_database, *m_recorder, std::move(store), *m_clock);
    QVERIFY(m_recordings->start().ok());
}

void TestRecordings::cleanup()
{
    m_recordings.reset();
    m_recorder.reset();
    m_database.reset();
}

template <typename Work>
std::invoke_result_t<Work> TestRecordings::run(Work work)
{
    auto done = std::async(std::launch::async, work);
    while (done.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
    return done.get();
}

void TestRecordings::play(CallRecording &call, Milliseconds length, bool caller, bool assistant)
{
    const std::vector<uint8_t> callerFrame(Flow::FrameSamples, caller ? CallerCode : Flow::MuLawSilence);
    const std::vector<uint8_t> assistantFrame(Flow::FrameSamples, AssistantCode);
    for (const Milliseconds end = m_at + length; m_at < end; m_at += Flow::FrameDuration) {
        if (assistant) {
            call.assistantAudio(assistantFrame);
        }
        call.callerAudio(callerFrame, m_at);
        m_clock->advance(Flow::FrameDuration);
    }
}

Audio::WavAudio TestRecordings::wav()
{
    const auto found = record();
    const auto part = run([&] { return m_recordings->reader().read(*found, WavEncoding::MuLaw, 0, All); });
    const auto audio = part ? Audio::parseWav(part->bytes) : Result<Audio::WavAudio>(part.error());
    return audio ? *audio : Audio::WavAudio();
}

bool TestRecordings::sounds(const Audio::WavAudio &audio, int lane, int tenth)
{
    int loud = 0;
    for (size_t i = 0; i < 800; ++i) {
        const size_t place = (size_t(tenth) * 800 + i) * 2 + size_t(lane);
        loud += place < audio.samples.size() && std::abs(audio.samples[place]) > 1000 ? 1 : 0;
    }
    return loud > 400;
}

QStringList TestRecordings::filesLeft() const
{
    QStringList files;
    for (QDirIterator it(m_folder->filePath(QStringLiteral("recordings")), QDir::Files, QDirIterator::Subdirectories);
         it.hasNext();) {
        files << it.next();
    }
    return files;
}

/// How many recordings the store has.
qsizetype TestRecordings::kept() const
{
    QFETCH_GLOBAL(bool, isS3);
    return isS3 ? qsizetype(m_s3->objects().size()) : filesLeft().filter(QStringLiteral("/kept/")).size();
}

void TestRecordings::call_recordedFromTheStart_holdsBothSidesAtTheirTime()
{
    auto call = begin();
    call->decide(RecordingConsent::NotNeeded, {});
    play(*call, Milliseconds(1000), false, false);
    play(*call, Milliseconds(2000), true, false);
    play(*call, Milliseconds(3000), false, true);
    play(*call, Milliseconds(6000), true, true);
    call->end();
    QTRY_VERIFY(is(RecordingState::Kept));
    const auto found = record();
    QCOMPARE(found->consent, RecordingConsent::NotNeeded);
    QCOMPARE(found->duration, Milliseconds(12'000));
    QCOMPARE(found->peaks.size(), 120);
    QVERIFY(found->peaks[5] == 0 && uint8_t(found->peaks[15]) > 100 && uint8_t(found->peaks[45]) > 100);
    const Audio::WavAudio audio = wav();
    QCOMPARE(audio.frames(), size_t{96'000});
    for (int tenth = 1; tenth < 119; ++tenth) {
        const int second = tenth / 10;
        if (tenth % 10 == 0 || tenth % 10 == 9) {
            continue; // Around a change.
        }
        QCOMPARE(sounds(audio, 0, tenth), (second >= 1 && second < 3) || second >= 6);
        QCOMPARE(sounds(audio, 1, tenth), second >= 3);
    }
    QCOMPARE(kept(), 1);
    QTRY_VERIFY(filesLeft().filter(QStringLiteral("/new/")).isEmpty());
}

void TestRecordings::call_consentLater_holdsNothingFromBefore()
{
    auto call = begin();
    play(*call, Milliseconds(10'000), true, true);
    QVERIFY(filesLeft().isEmpty());
    call->decide(RecordingConsent::Heard, Told);
    play(*call, Milliseconds(2000), true, true);
    call->end();
    QTRY_VERIFY(is(RecordingState::Kept));
    QCOMPARE(record()->consent, RecordingConsent::Heard);
    QCOMPARE(record()->consentWords, Told);
    QCOMPARE(record()->consentAt, m_clock->utcNow().addMSecs(-2000));
    const Audio::WavAudio audio = wav();
    QCOMPARE(audio.frames(), size_t{96'000});
    for (int tenth = 0; tenth < 120; ++tenth) {
        QCOMPARE(sounds(audio, 0, tenth), tenth >= 100);
        QCOMPARE(sounds(audio, 1, tenth), tenth >= 100);
    }
}

void TestRecordings::call_declined_leavesNothing()
{
    auto call = begin();
    call->decide(RecordingConsent::Heard, Told);
    play(*call, Milliseconds(9000), true, true);
    QTRY_VERIFY(!filesLeft().isEmpty());
    call->decide(RecordingConsent::Declined, QStringLiteral("don't record me"));
    play(*call, Milliseconds(9000), true, true);
    call->decide(RecordingConsent::Heard, Told); // Declined is for good.
    call->end();
    QTRY_VERIFY(is(RecordingState::Declined));
    QTRY_VERIFY(filesLeft().isEmpty());
    QVERIFY(!record()->isPlayable());
    QCOMPARE(record()->consentWords, QStringLiteral("don't record me"));
    QCOMPARE(record()->consentAt, m_clock->utcNow().addMSecs(-9000));
    QCOMPARE(run([&] { return m_recordings->reader().read(*record(), WavEncoding::Pcm, 0, All); }).error().code,
             ErrorCode::NotFound);
    QCOMPARE(kept(), 0);
}

void TestRecordings::call_neverAsked_leavesNothing()
{
    auto call = begin();
    play(*call, Milliseconds(9000), true, true);
    call.reset();
    QCOMPARE(record().error().code, ErrorCode::NotFound);
    QVERIFY(filesLeft().isEmpty());
}

void TestRecordings::call_bargeIn_endsTheAssistantsSideThere()
{
    auto call = begin();
    call->decide(RecordingConsent::NotNeeded, {});
    play(*call, Milliseconds(1000), false, false);
    call->assistantAudio(std::vector<uint8_t>(8000, AssistantCode)); // A second, sent ahead.
    play(*call, Milliseconds(400), true, false);
    call->assistantCleared();
    play(*call, Milliseconds(600), true, false);
    call->assistantAudio(std::vector<uint8_t>(3200, AssistantCode));
    play(*call, Milliseconds(1000), false, false);
    call->end();
    QTRY_VERIFY(is(RecordingState::Kept));
    const Audio::WavAudio audio = wav();
    for (int tenth = 0; tenth < 30; ++tenth) {
        QCOMPARE(sounds(audio, 1, tenth), (tenth >= 10 && tenth < 14) || (tenth >= 20 && tenth < 24));
    }
}

void TestRecordings::call_running_canBePlayed()
{
    auto call = begin();
    call->decide(RecordingConsent::NotNeeded, {});
    QTRY_VERIFY(is(RecordingState::Running));
    QCOMPARE(wav().frames(), size_t{0});
    play(*call, Milliseconds(9000), true, false);
    QTRY_COMPARE(wav().frames(), size_t{2 * 32'768});
    QVERIFY(sounds(wav(), 0, 80));
    QCOMPARE(run([&] { return m_recordings->reader().peaks(*record()); })->size(), 82);
    call->end();
    QTRY_VERIFY(is(RecordingState::Kept));
    QCOMPARE(wav().frames(), size_t{72'000});
}

void TestRecordings::call_cutOff_losesNoMoreThanItsLastBlock()
{
    // What a process that was killed leaves behind: a record that says running, and blocks without an end.
    RecordingRecord cutOff{.clinic = m_clinic.id, .call = m_call.id, .node = m_recorder->node()};
    cutOff.key = QByteArray(32, 'k');
    cutOff.changedAt = m_clock->utcNow();
    QVERIFY(m_recorder->write(SaveRecording{cutOff}).result().ok());
    SoundFileWriter writer(spoolPath(m_folder->filePath(QStringLiteral("recordings/new")), m_call.id), *sealOf(cutOff));
    const QByteArray block(StereoTrack::BlockBytes, char(CallerCode));
    QVERIFY(writer.append(block) && writer.append(block));
    m_recordings.reset();
    open();
    QTRY_VERIFY(is(RecordingState::Kept));
    QCOMPARE(record()->duration, Milliseconds(8192));
    QCOMPARE(wav().frames(), size_t{2 * 32'768});
}

void TestRecordings::store_away_keepsTheRecordingHereUntilItIsBack()
{
    QFETCH_GLOBAL(bool, isS3);
    if (!isS3) {
        QSKIP("The disk is where the recording is.");
    }
    m_s3->setFault({.kind = FaultKind::ServerError});
    auto call = begin();
    call->decide(RecordingConsent::NotNeeded, {});
    play(*call, Milliseconds(5000), true, false);
    call->end();
    QTRY_VERIFY(is(RecordingState::Waiting));
    QTRY_VERIFY(!m_recordings->trouble().isEmpty());
    QCOMPARE(wav().frames(), size_t{40'000}); // Played from here.
    m_clock->advance(Milliseconds(1000));
    QTRY_VERIFY(m_clock->pending() == 1); // Tried again, and waits longer now.
    m_s3->setFault({});
    m_clock->advance(Milliseconds(2000));
    QTRY_VERIFY(is(RecordingState::Kept));
    QTRY_VERIFY(m_recordings->trouble().isEmpty());
    QTRY_VERIFY(filesLeft().isEmpty());
    QCOMPARE(wav().frames(), size_t{40'000});
}

void TestRecordings::deletion_kept_removesKeyAndFile()
{
    auto call = begin();
    call->decide(RecordingConsent::NotNeeded, {});
    play(*call, Milliseconds(5000), true, false);
    call->end();
    QTRY_VERIFY(is(RecordingState::Kept));
    const RecordingRecord before = *record();
    const auto deleted = run([&] { return m_recordings->deleteRecording(m_clinic.id, m_call.id).result(); });
    QVERIFY(deleted.ok() && *deleted);
    QVERIFY(is(RecordingState::Erased));
    QVERIFY(record()->key.isEmpty() && record()->peaks.isEmpty());
    QCOMPARE(kept(), 0);
    QTRY_VERIFY(filesLeft().isEmpty());
    QCOMPARE(run([&] { return m_recordings->reader().read(before, WavEncoding::Pcm, 0, All); }).error().code,
             ErrorCode::NotFound);
    const auto again = run([&] { return m_recordings->deleteRecording(m_clinic.id, m_call.id).result(); });
    QVERIFY(again.ok() && !*again);
}

void TestRecordings::deletion_storeAway_isDoneLater()
{
    QFETCH_GLOBAL(bool, isS3);
    if (!isS3) {
        QSKIP("The disk is where the recording is.");
    }
    auto call = begin();
    call->decide(RecordingConsent::NotNeeded, {});
    play(*call, Milliseconds(5000), true, false);
    call->end();
    QTRY_VERIFY(is(RecordingState::Kept));
    m_s3->setFault({.kind = FaultKind::ServerError});
    const auto deleted = run([&] { return m_recordings->deleteRecording(m_clinic.id, m_call.id).result(); });
    QCOMPARE(deleted.error().code, ErrorCode::Unavailable);
    QVERIFY(is(RecordingState::Erased) && !record()->isPlayable());
    m_s3->setFault({});
    m_recordings->lookForWork();
    QTRY_COMPARE(kept(), 0);
}

void TestRecordings::deletion_withItsCall_removesTheFile()
{
    auto call = begin();
    call->decide(RecordingConsent::NotNeeded, {});
    play(*call, Milliseconds(5000), true, false);
    call->end();
    QTRY_VERIFY(is(RecordingState::Kept));
    Recording::RecordingShelf shelf(*m_clock, [this] { m_recordings->lookForWork(); });
    const auto erased = m_database->run([&](Store &store) -> Result<qint64> {
        const auto finished =
            store.calls().finish(m_clinic.id, m_call.id, QStringLiteral("completed"), m_clock->utcNow());
        const auto old = shelf.madeBefore(store, m_clinic.id, m_clock->utcNow().addDays(1), {}, 10);
        if (!finished || !old || old->calls != std::vector<CallId>{m_call.id} || old->last) {
            return Error{ErrorCode::Internal, QStringLiteral("The recording is not on the shelf.")};
        }
        const auto count = shelf.erase(store, m_clinic.id, m_call.id);
        const auto gone = store.retention().erase(m_clinic.id, m_call.id, Keeping::Call);
        return gone ? count : gone.error();
    });
    QCOMPARE(erased.result().value(), 1);
    QCOMPARE(record().error().code, ErrorCode::NotFound);
    QTRY_COMPARE(kept(), 0);
}

void TestRecordings::deletion_running_isConflict()
{
    auto call = begin();
    call->decide(RecordingConsent::NotNeeded, {});
    QTRY_VERIFY(is(RecordingState::Running));
    const auto deleted = run([&] { return m_recordings->deleteRecording(m_clinic.id, m_call.id).result(); });
    QCOMPARE(deleted.error().code, ErrorCode::Conflict);
    QVERIFY(record()->isPlayable());
}

void TestRecordings::files_unknownToTheDatabase_stayForADay()
{
    const QString path = spoolPath(m_folder->filePath(QStringLiteral("recordings/new")), CallId::create());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    m_clock->setUtcStart(QDateTime::currentDateTimeUtc());
    m_recordings->lookForWork();
    QTRY_VERIFY(m_clock->pending() == 1);
    QVERIFY(QFile::exists(path));
    m_clock->setUtcStart(QDateTime::currentDateTimeUtc().addDays(2));
    m_recordings->lookForWork();
    QTRY_VERIFY(!QFile::exists(path));
}

void TestRecordings::files_withoutKey_go()
{
    RecordingRecord declined{.clinic = m_clinic.id, .call = m_call.id, .state = RecordingState::Declined};
    declined.changedAt = m_clock->utcNow();
    QVERIFY(m_recorder->write(SaveRecording{declined}).result().ok());
    QFile file(spoolPath(m_folder->filePath(QStringLiteral("recordings/new")), m_call.id));
    QVERIFY(file.open(QIODevice::WriteOnly));
    m_recordings->lookForWork();
    QTRY_VERIFY(!file.exists());
}

void TestRecordings::read_ofAnotherNode_isConflict()
{
    RecordingRecord there{.clinic = m_clinic.id, .call = m_call.id, .node = NodeId(QStringLiteral("there"))};
    there.key = QByteArray(32, 'k');
    QCOMPARE(run([&] { return m_recordings->reader().read(there, WavEncoding::Pcm, 0, All); }).error().code,
             ErrorCode::Conflict);
}

void TestRecordings::disk_holdsNoSoundInTheClear()
{
    auto call = begin();
    call->decide(RecordingConsent::Heard, Told);
    play(*call, Milliseconds(9000), true, true);
    const auto mustBeSealed = [&](const QByteArray &bytes) {
        // A recording is speech and silence; sealed, neither has a shape.
        QVERIFY(!bytes.contains("RIFF") && !bytes.contains("WAVE") && !bytes.contains(Told.toUtf8()));
        QVERIFY(!bytes.contains(QByteArray(8, char(Flow::MuLawSilence))));
        QVERIFY(!bytes.contains(QByteArray(8, char(CallerCode))));
        QVERIFY(!bytes.contains(QByteArray("\x10\x20\x10\x20\x10\x20", 6)));
    };
    const auto scan = [&] {
        for (const QString &path : filesLeft()) {
            QFile file(path);
            if (file.open(QIODevice::ReadOnly)) {
                mustBeSealed(file.readAll());
            }
        }
    };
    QTRY_VERIFY(!filesLeft().isEmpty());
    scan();
    call->end();
    QTRY_VERIFY(is(RecordingState::Kept));
    scan();
    for (const auto &[name, bytes] : m_s3->objects()) {
        mustBeSealed(bytes);
    }
    for (const FakeRequest &request : m_s3->requests()) {
        mustBeSealed(request.body);
    }
}

QTEST_GUILESS_MAIN(TestRecordings)
#include "tst_recordings.moc"
