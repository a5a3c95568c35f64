#include "service/audio/wavfile.h"
#include "service/reception/networkrecordings.h"
#include "tests/fakes/faketwilio.h"
#include "tests/support/testkeys.h"
#include "tests/support/virtualscheduler.h"

#include <QDirIterator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace Frontdesk;
using namespace Frontdesk::Reception;
using namespace std::chrono_literals;
using Fakes::FakeTwilio;
using Storage::RecordingRecord;
using Storage::RecordingState;

namespace {

const QString CallSid = QStringLiteral("CA") + QString(32, QLatin1Char('c'));
const QString Callback = QStringLiteral("https://calls.example.com/twilio/recording");
const QString Told = QStringLiteral("This call is recorded.");

/// Two seconds: the caller speaks in the first, the assistant in the second.
QByteArray dialogue()
{
    std::vector<int16_t> caller(16'000, 0);
    std::vector<int16_t> assistant(16'000, 0);
    for (size_t i = 0; i < 8'000; ++i) {
        caller[i] = i % 2 == 0 ? 12'000 : -12'000;
        assistant[8'000 + i] = i % 2 == 0 ? 6'000 : -6'000;
    }
    return Audio::wavBytes(Audio::stereo(caller, assistant, 8000));
}

QByteArray mono()
{
    Audio::WavAudio audio;
    audio.sampleRateHz = 8000;
    audio.channels = 1;
    audio.samples.assign(16'000, 9'000);
    return Audio::wavBytes(audio);
}

} // namespace

/// Recordings made by the phone network, over its REST side on a real socket; the store is a folder.
class TestNetworkRecordings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void call_recordedThere_isFetchedSealedAndDeletedThere();
    void call_recordedInOneChannel_isOnBothSides();
    void call_withoutConsent_isNeverStarted();
    void call_declinedLater_isStoppedAndDeletedUnheard();
    void call_declinedAtOnce_isNeverStarted();
    void call_withoutAgreement_isNotRecordedThere();
    void start_refused_leavesNothingToWaitFor();
    void news_lost_isLookedForLater();
    void fault_data();
    void fault();
    void deletion_failing_isTriedAgainWithoutFetching();
    void died_betweenFetchingAndDeleting_deletesOnly();
    void died_whileFetching_fetchesAgain();
    void erased_beforeItWasFetched_isDeletedUnheard();

private:
    void open();
    void close();
    [[nodiscard]] std::unique_ptr<NetworkCallRecording> begin()
    {
        return m_network->newRecording(m_clinic.id, m_call.id, CallSid);
    }
    /// A call that was recorded and is over; the phone network has its sound.
    void givenRecorded(const QByteArray &wav = dialogue(), bool isDual = true);
    void endCall();
    /// Until nothing is left to do now.
    template <typename Work>
    void untilIdle(Work work)
    {
        QSignalSpy idle(m_network.get(), &NetworkRecordings::idle);
        work();
        QTRY_VERIFY(!idle.isEmpty());
    }
    void tellNews()
    {
        untilIdle([this] { m_network->hurry(CallSid); });
    }
    void pass(Milliseconds time)
    {
        for (; time > 0ms; time -= NetworkRecordings::LookEvery) {
            untilIdle([this] { m_clock->advance(NetworkRecordings::LookEvery); });
        }
    }
    [[nodiscard]] QString soundSid() { return m_twilio->sounds().begin()->first; }
    [[nodiscard]] RecordingRecord record()
    {
        return m_database
            ->run([this](Storage::Store &store) { return store.recordings().find(m_clinic.id, m_call.id); })
            .result()
            .valueOr({});
    }
    [[nodiscard]] bool is(RecordingState state) { return record().call == m_call.id && record().state == state; }
    /// Whether nobody has to look at the phone network again.
    [[nodiscard]] bool isSettled()
    {
        const QDateTime far = m_clock->utcNow().addYears(1);
        return !*m_database->run([far](Storage::Store &store) { return store.recordings().claimFromNetwork(far, far); })
                     .result();
    }
    [[nodiscard]] Audio::WavAudio wav();
    [[nodiscard]] qsizetype asked(const QByteArray &method, const QString &ending) const;
    [[nodiscard]] QByteArray onDisk() const;

    SystemScheduler m_time; ///< Of the connections; requests may outlive the case they belong to.
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Tests::VirtualScheduler> m_clock;
    std::unique_ptr<FakeTwilio> m_twilio;
    std::unique_ptr<Outgoing::HttpClients> m_clients;
    std::shared_ptr<Outgoing::Agreements> m_agreements;
    std::unique_ptr<Storage::Database> m_database;
    std::unique_ptr<Storage::CallRecorder> m_recorder;
    std::unique_ptr<Recording::Recordings> m_recordings;
    std::unique_ptr<NetworkRecordings> m_network;
    ClinicProfile m_clinic;
    CallRecord m_call;
};

void TestNetworkRecordings::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock = std::make_unique<Tests::VirtualScheduler>();
    m_twilio = std::make_unique<FakeTwilio>();
    QVERIFY(m_twilio->listen());
    m_twilio->addCall(CallSid);
    m_agreements = std::make_shared<Outgoing::Agreements>();
    m_agreements->replace({{QStringLiteral("twilio"), true}}, {});
    open();
    const auto made = m_database->run([this](Storage::Store &store) -> Result<CallRecord> {
        ClinicProfile clinic;
        clinic.name = QStringLiteral("Clinic");
        clinic.number = QStringLiteral("+15550100000");
        clinic.line = QStringLiteral("+15550199999");
        m_clinic = store.clinics().create(clinic, m_clock->utcNow()).value();
        CallRecord call;
        call.clinicId = m_clinic.id;
        call.networkCallId = CallSid;
        call.startedAt = m_clock->utcNow();
        return store.calls().begin(call);
    });
    m_call = made.result().value();
}

void TestNetworkRecordings::open()
{
    m_clients = std::make_unique<Outgoing::HttpClients>(m_time);
    m_database = std::make_unique<Storage::Database>(
        Storage::DatabaseSettings{.url = QStringLiteral("sqlite:") + m_folder->filePath(QStringLiteral("test.sqlite")),
                                  .masterKeys = Tests::testKeys()});
    m_recorder = std::make_unique<Storage::CallRecorder>(
        *m_database, Storage::NodeId(QStringLiteral("here")),
        Storage::JournalSettings{
            m_folder->filePath(QStringLiteral("journal")), Tests::testKeys()->current, {}, Milliseconds(20)});
    m_recordings = std::make_unique<Recording::Recordings>(
        Recording::RecordingSettings{.folder = m_folder->filePath(QStringLiteral("recordings/new"))}, *m_database,
        *m_recorder, Recording::makeLocalObjectStore(m_folder->filePath(QStringLiteral("recordings/kept"))), *m_clock);
    QVERIFY(m_recordings->start().ok());
    Telephony::TwilioAccount account{m_twilio->url(), QLatin1String(FakeTwilio::AccountSid), FakeTwilio::AuthToken};
    const auto rest = std::make_shared<Telephony::TwilioRest>(
        account,
        // No breaker opens: what is seen here is how failures are answered, one by one.
        std::make_shared<FaultPolicy::Vendor>(QStringLiteral("twilio"), FaultPolicy::Service::Recordings,
                                              std::make_shared<SystemClock>(),
                                              FaultPolicy::BreakerSettings{1000, 1ms, 1ms}),
        *m_clients);
    m_network = std::make_unique<NetworkRecordings>(
        NetworkRecordingTools{rest, *m_recorder, *m_clock, Callback},
        NetworkRecordings::Rooms{*m_database, *m_recordings, m_agreements, m_twilio->url()}, *m_clock);
    untilIdle([this] { m_network->start(); });
}

void TestNetworkRecordings::close()
{
    m_network.reset();
    m_recordings.reset();
    m_recorder.reset();
    m_database.reset();
    m_clients.reset();
}

void TestNetworkRecordings::cleanup()
{
    close();
    m_twilio.reset();
}

void TestNetworkRecordings::endCall()
{
    m_twilio->setStatus(CallSid, QStringLiteral("completed"));
    const auto ended = m_database->run([this](Storage::Store &store) {
        return store.calls().finish(m_clinic.id, m_call.id, QStringLiteral("completed"), m_clock->utcNow());
    });
    QVERIFY(ended.result().ok());
}

void TestNetworkRecordings::givenRecorded(const QByteArray &wav, bool isDual)
{
    auto call = begin();
    QSignalSpy started(m_twilio.get(), &FakeTwilio::soundStarted);
    m_clock->advance(3s);
    call->decide(RecordingConsent::Heard, Told);
    QVERIFY(!started.isEmpty() || started.wait());
    QTRY_VERIFY(is(RecordingState::AtNetwork));
    call->end();
    QTRY_COMPARE(m_twilio->sounds().begin()->second.status, QStringLiteral("stopped"));
    endCall();
    m_twilio->completeSound(soundSid(), wav, isDual);
}

Audio::WavAudio TestNetworkRecordings::wav()
{
    auto read = std::async(std::launch::async, [&] {
        return m_recordings->reader().read(record(), Recording::WavEncoding::MuLaw, 0, 1'000'000'000);
    });
    const auto part = read.get();
    const auto audio = part ? Audio::parseWav(part->bytes) : Result<Audio::WavAudio>(part.error());
    return audio ? *audio : Audio::WavAudio();
}

qsizetype TestNetworkRecordings::asked(const QByteArray &method, const QString &ending) const
{
    return std::count_if(m_twilio->requests().begin(), m_twilio->requests().end(), [&](const Fakes::FakeRequest &one) {
        return one.method == method && one.path.endsWith(ending);
    });
}

QByteArray TestNetworkRecordings::onDisk() const
{
    QByteArray all;
    for (QDirIterator it(m_folder->path(), QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
        QFile file(it.next());
        all += file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    return all;
}

void TestNetworkRecordings::call_recordedThere_isFetchedSealedAndDeletedThere()
{
    givenRecorded();
    const FakeTwilio::Sound sound = m_twilio->sounds().begin()->second;
    QCOMPARE(sound.parameters.find(QStringLiteral("RecordingChannels"))->second, QStringLiteral("dual"));
    QCOMPARE(sound.parameters.find(QStringLiteral("RecordingStatusCallback"))->second, Callback);
    QSignalSpy deleted(m_twilio.get(), &FakeTwilio::soundDeleted);
    m_network->hurry(CallSid);
    QVERIFY(!deleted.isEmpty() || deleted.wait());
    QVERIFY(is(RecordingState::Kept));
    QTRY_VERIFY(isSettled());
    const RecordingRecord kept = record();
    QCOMPARE(kept.consent, RecordingConsent::Heard);
    QCOMPARE(kept.consentWords, Told);
    // Three seconds of silence keep its time the call's.
    QCOMPARE(kept.duration, Milliseconds(5000));
    QCOMPARE(kept.peaks.size(), 50);
    const Audio::WavAudio audio = wav();
    QCOMPARE(audio.frames(), size_t(40'000));
    const auto loud = [&](int second, size_t lane) {
        return std::abs(audio.samples[(size_t(second) * 8000 + 4000) * 2 + lane]) > 1000;
    };
    QVERIFY(!loud(1, 0) && !loud(1, 1));
    QVERIFY(loud(3, 0) && !loud(3, 1));
    QVERIFY(!loud(4, 0) && loud(4, 1));
    QVERIFY2(!onDisk().contains(dialogue().mid(100, 64)), "sound in the clear");
}

void TestNetworkRecordings::call_recordedInOneChannel_isOnBothSides()
{
    givenRecorded(mono(), false);
    m_network->hurry(CallSid);
    QTRY_VERIFY(is(RecordingState::Kept));
    const Audio::WavAudio audio = wav();
    const size_t middle = 4 * 8000 * 2;
    QCOMPARE(audio.samples[middle], audio.samples[middle + 1]);
    QVERIFY(audio.samples[middle] > 8000);
}

void TestNetworkRecordings::call_withoutConsent_isNeverStarted()
{
    auto never = begin();
    never->end();
    never.reset();
    auto declined = begin();
    declined->decide(RecordingConsent::Declined, QStringLiteral("no"));
    declined->decide(RecordingConsent::Heard, Told);
    declined->end();
    QTRY_VERIFY(is(RecordingState::Declined));
    QVERIFY(m_twilio->requests().isEmpty());
    QVERIFY(isSettled());
}

void TestNetworkRecordings::call_declinedLater_isStoppedAndDeletedUnheard()
{
    auto call = begin();
    QSignalSpy started(m_twilio.get(), &FakeTwilio::soundStarted);
    call->decide(RecordingConsent::Heard, Told);
    QVERIFY(!started.isEmpty() || started.wait());
    // The answer that names the recording is on its way back as well.
    QTRY_VERIFY(is(RecordingState::AtNetwork));
    call->decide(RecordingConsent::Declined, QStringLiteral("don't record me"));
    QTRY_COMPARE(m_twilio->sounds().begin()->second.status, QStringLiteral("stopped"));
    QTRY_VERIFY(is(RecordingState::Declined));
    call->end();
    endCall();
    m_twilio->completeSound(soundSid(), dialogue());
    m_network->hurry(CallSid);
    QTRY_VERIFY(m_twilio->sounds().empty());
    QTRY_VERIFY(isSettled());
    QCOMPARE(asked("GET", QStringLiteral(".wav")), 0);
    QVERIFY(is(RecordingState::Declined));
}

void TestNetworkRecordings::call_declinedAtOnce_isNeverStarted()
{
    auto call = begin();
    call->decide(RecordingConsent::Heard, Told);
    call->decide(RecordingConsent::Declined, QStringLiteral("no")); // Before the intention was written down.
    QTRY_VERIFY(is(RecordingState::Declined));
    endCall();
    tellNews();
    QVERIFY(isSettled());
    QCOMPARE(asked("POST", QStringLiteral("/Recordings.json")), 0);
}

void TestNetworkRecordings::call_withoutAgreement_isNotRecordedThere()
{
    m_agreements->replace({{QStringLiteral("twilio"), false}}, {});
    QVERIFY(begin() == nullptr);
    m_agreements->replace({{QStringLiteral("twilio"), true}}, {});
    auto call = begin();
    m_agreements->replace({}, {}); // It ended before the caller had agreed.
    call->decide(RecordingConsent::Heard, Told);
    endCall();
    QTRY_VERIFY(is(RecordingState::AtNetwork));
    m_network->hurry(CallSid);
    QTRY_VERIFY(is(RecordingState::Erased));
    QVERIFY(m_twilio->sounds().empty());
    QCOMPARE(asked("POST", QStringLiteral("/Recordings.json")), 0);
}

void TestNetworkRecordings::start_refused_leavesNothingToWaitFor()
{
    m_twilio->setStatus(CallSid, QStringLiteral("completed"));
    auto call = begin();
    call->decide(RecordingConsent::NotNeeded, {});
    QTRY_COMPARE(asked("POST", QStringLiteral("/Recordings.json")), 1);
    call->end();
    endCall();
    QTRY_VERIFY(is(RecordingState::AtNetwork));
    m_network->hurry(CallSid);
    QTRY_VERIFY(is(RecordingState::Erased));
    QTRY_VERIFY(isSettled());
}

void TestNetworkRecordings::news_lost_isLookedForLater()
{
    givenRecorded();
    pass(Storage::RecordingStore::NetworkPatience - NetworkRecordings::LookEvery);
    QCOMPARE(asked("GET", QStringLiteral(".wav")), 0);
    pass(NetworkRecordings::LookEvery);
    QTRY_VERIFY(m_twilio->sounds().empty());
    QVERIFY(is(RecordingState::Kept));
}

void TestNetworkRecordings::fault_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"media too early", "media cut", "media is no sound", "list 500", "all refused"}) {
        QTest::newRow(what) << QString::fromLatin1(what);
    }
}

void TestNetworkRecordings::fault()
{
    QFETCH(QString, what);
    const bool isNoSound = what == QLatin1String("media is no sound");
    givenRecorded(isNoSound ? QByteArray("RIFF of another kind") : dialogue());
    if (what == QLatin1String("media too early")) {
        m_twilio->hideMedia(1);
    } else if (what == QLatin1String("media cut")) {
        m_twilio->cutMedia(1);
    } else if (what == QLatin1String("list 500")) {
        m_twilio->setFault({Fakes::FaultKind::ServerError, 3, 0ms, 0}); // As often as one request is tried.
    } else if (what == QLatin1String("all refused")) {
        m_twilio->setFault({Fakes::FaultKind::Unauthorized, 1, 0ms, 0});
    }
    const QString sid = soundSid();
    tellNews();
    const auto failures = [this](Storage::Store &store) -> Result<int> {
        const auto due = store.recordings().claimFromNetwork(m_clock->utcNow().addYears(1), m_clock->utcNow());
        return due ? Result<int>(*due ? (*due)->failures : 0) : due.error();
    };
    QCOMPARE(m_database->run(failures).result().valueOr(-1), 1);
    QVERIFY(is(RecordingState::AtNetwork));
    QVERIFY2(m_twilio->sounds().contains(sid), "deleted before it was safe");
    if (isNoSound) {
        m_twilio->completeSound(sid, dialogue());
    }
    m_network->hurry(CallSid);
    QTRY_VERIFY(is(RecordingState::Kept));
    QTRY_VERIFY(m_twilio->sounds().empty());
    QCOMPARE(wav().frames(), size_t(40'000));
}

void TestNetworkRecordings::deletion_failing_isTriedAgainWithoutFetching()
{
    givenRecorded();
    m_twilio->failDeletions(3);
    m_network->hurry(CallSid);
    QTRY_COMPARE(asked("DELETE", QStringLiteral(".json")), 3);
    QVERIFY(is(RecordingState::Kept));
    QVERIFY(!m_twilio->sounds().empty());
    m_network->hurry(CallSid);
    QTRY_VERIFY(m_twilio->sounds().empty());
    QTRY_VERIFY(isSettled());
    QCOMPARE(asked("GET", QStringLiteral(".wav")), 1);
}

void TestNetworkRecordings::died_betweenFetchingAndDeleting_deletesOnly()
{
    givenRecorded();
    m_twilio->failDeletions(1000);
    m_network->hurry(CallSid);
    QTRY_VERIFY(asked("DELETE", QStringLiteral(".json")) > 0);
    close();
    m_twilio->failDeletions(0);
    open();
    pass(NetworkRecordings::Lease);
    QTRY_VERIFY(m_twilio->sounds().empty());
    QTRY_VERIFY(isSettled());
    QCOMPARE(asked("GET", QStringLiteral(".wav")), 1);
    QCOMPARE(wav().frames(), size_t(40'000));
}

void TestNetworkRecordings::died_whileFetching_fetchesAgain()
{
    givenRecorded();
    m_twilio->setFault({Fakes::FaultKind::AcceptThenSilent, -1, 0ms, 0});
    m_network->hurry(CallSid);
    QTRY_VERIFY(asked("GET", QStringLiteral("/Recordings.json")) > 0);
    close();
    m_twilio->setFault({});
    open();
    pass(NetworkRecordings::Lease);
    QTRY_VERIFY(is(RecordingState::Kept));
    QTRY_VERIFY(m_twilio->sounds().empty());
    QCOMPARE(wav().frames(), size_t(40'000));
}

void TestNetworkRecordings::erased_beforeItWasFetched_isDeletedUnheard()
{
    givenRecorded();
    const auto erased = m_database->run(
        [this](Storage::Store &store) { return store.recordings().erase(m_clinic.id, m_call.id, m_clock->utcNow()); });
    QVERIFY(erased.result().value());
    pass(NetworkRecordings::LookEvery);
    QTRY_VERIFY(m_twilio->sounds().empty());
    QCOMPARE(asked("GET", QStringLiteral(".wav")), 0);
    QVERIFY(is(RecordingState::Erased));
    QTRY_VERIFY(isSettled());
}

QTEST_GUILESS_MAIN(TestNetworkRecordings)
#include "tst_networkrecordings.moc"
