#include "service/storage/callwrite.h"
#include "tests/support/storefixture.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;

class TestRecordingStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addBackends(); }
    void init()
    {
        QFETCH_GLOBAL(QString, backend);
        m_fixture = std::make_unique<StoreFixture>(backend);
        m_clinic = m_fixture->givenClinic();
        m_call = m_fixture->givenCall(m_clinic);
    }
    void cleanup() { m_fixture.reset(); }

    void save_record_isFoundAgain()
    {
        const RecordingRecord saved = someRecording(RecordingState::Waiting);
        QVERIFY(recordings().save(saved).ok());
        const auto found = recordings().find(m_clinic.id, m_call.id);
        QVERIFY(found.ok());
        QCOMPARE(found->node, saved.node);
        QCOMPARE(found->state, saved.state);
        QCOMPARE(found->consent, saved.consent);
        QCOMPARE(found->consentAt, saved.consentAt);
        QCOMPARE(found->consentWords, saved.consentWords);
        QCOMPARE(found->key, saved.key);
        QCOMPARE(found->duration, saved.duration);
        QCOMPARE(found->peaks, saved.peaks);
        QCOMPARE(found->changedAt, saved.changedAt);
        QVERIFY(recordings().isPlayable(m_clinic.id, m_call.id).value());
    }
    void save_unknownCall_isNotFound()
    {
        RecordingRecord recording = someRecording(RecordingState::Running);
        recording.call = CallId::create();
        QCOMPARE(recordings().save(recording).error().code, ErrorCode::NotFound);
    }
    void save_change_tellsTheClinic()
    {
        const auto before = m_fixture->store().events().after(m_clinic.id, 0, 100);
        QVERIFY(recordings().save(someRecording(RecordingState::Running)).ok());
        const auto after = m_fixture->store().events().after(m_clinic.id, 0, 100);
        QCOMPARE(after->size(), before->size() + 1);
        QCOMPARE(after->back().kind, QStringLiteral("call.changed"));
        QCOMPARE(after->back().subject, m_call.id.text());
    }
    void save_againOrLate_changesNothing()
    {
        const RecordingRecord waiting = someRecording(RecordingState::Waiting);
        QVERIFY(recordings().save(waiting).ok());
        const auto before = m_fixture->store().events().last(m_clinic.id);
        QVERIFY(recordings().save(waiting).ok());
        QVERIFY(recordings().save(someRecording(RecordingState::Running)).ok());
        QCOMPARE(m_fixture->store().events().last(m_clinic.id).value(), before.value());
        QCOMPARE(recordings().find(m_clinic.id, m_call.id)->state, RecordingState::Waiting);
    }
    void find_ofAnotherClinic_isNotFound()
    {
        const ClinicProfile other = m_fixture->givenClinic(QStringLiteral("+15550100001"));
        QVERIFY(recordings().save(someRecording(RecordingState::Kept)).ok());
        QCOMPARE(recordings().find(other.id, m_call.id).error().code, ErrorCode::NotFound);
        QVERIFY(!recordings().isPlayable(other.id, m_call.id).value());
        QVERIFY(!recordings().erase(other.id, m_call.id, someTime(5)).value());
        QVERIFY(recordings().isPlayable(m_clinic.id, m_call.id).value());
    }
    void save_afterDecline_changesNothing()
    {
        RecordingRecord declined = someRecording(RecordingState::Declined);
        declined.consent = RecordingConsent::Declined;
        declined.key.clear();
        QVERIFY(recordings().save(declined).ok());
        QVERIFY(recordings().save(someRecording(RecordingState::Waiting)).ok());
        const auto found = recordings().find(m_clinic.id, m_call.id);
        QCOMPARE(found->state, RecordingState::Declined);
        QVERIFY(!found->isPlayable());
    }
    void erase_keptRecording_forgetsTheKeyAndNotesTheFile()
    {
        QVERIFY(recordings().save(someRecording(RecordingState::Kept)).ok());
        QVERIFY(recordings().erase(m_clinic.id, m_call.id, someTime(5)).value());
        const auto found = recordings().find(m_clinic.id, m_call.id);
        QCOMPARE(found->state, RecordingState::Erased);
        QVERIFY(found->key.isEmpty() && found->peaks.isEmpty());
        QCOMPARE(found->consentWords, someRecording(RecordingState::Kept).consentWords);
        QVERIFY(!recordings().isPlayable(m_clinic.id, m_call.id).value());
        const auto files = recordings().filesToRemove(10);
        QCOMPARE(files->size(), size_t{1});
        QCOMPARE(files->front().call, m_call.id);
        QVERIFY(recordings().fileRemoved(files->front()).ok());
        QVERIFY(recordings().filesToRemove(10)->empty());
        QVERIFY(!recordings().erase(m_clinic.id, m_call.id, someTime(7)).value());
    }
    void erase_runningRecording_waitsForItsCallToEnd()
    {
        QVERIFY(recordings().save(someRecording(RecordingState::Running)).ok());
        QCOMPARE(recordings().erase(m_clinic.id, m_call.id, someTime(5)).error().code, ErrorCode::Conflict);
        QVERIFY(recordings().isPlayable(m_clinic.id, m_call.id).value());
        QVERIFY(
            m_fixture->store().calls().finish(m_clinic.id, m_call.id, QStringLiteral("failover"), someTime(6)).ok());
        QVERIFY(recordings().erase(m_clinic.id, m_call.id, someTime(7)).value());
    }
    void atNetwork_isNotPlayableAndIsLookedForInTime()
    {
        QVERIFY(recordings().save(atNetwork()).ok());
        QVERIFY(!recordings().isPlayable(m_clinic.id, m_call.id).value());
        QVERIFY(!recordings().find(m_clinic.id, m_call.id)->isPlayable());
        const QDateTime due = someTime(3).addMSecs(RecordingStore::NetworkPatience.count());
        QVERIFY(!*recordings().claimFromNetwork(due.addSecs(-1), due));
        const auto claimed = recordings().claimFromNetwork(due, due.addSecs(600));
        QVERIFY(claimed.ok() && *claimed);
        QCOMPARE((*claimed)->call, m_call.id);
        QCOMPARE((*claimed)->clinic, m_clinic.id);
        QCOMPARE((*claimed)->networkCallId, m_call.networkCallId);
        QVERIFY2(!*recordings().claimFromNetwork(due.addSecs(1), due.addSecs(601)), "somebody is at it");
        QVERIFY2(*recordings().claimFromNetwork(due.addSecs(600), due.addSecs(1200)), "who died is followed");
    }
    void atNetwork_news_makesItDueAtOnce()
    {
        QVERIFY(recordings().save(atNetwork()).ok());
        QVERIFY(recordings().hurryNetwork(QStringLiteral("CA-another"), someTime(4)).ok());
        QVERIFY(!*recordings().claimFromNetwork(someTime(5), someTime(600)));
        QVERIFY(recordings().hurryNetwork(m_call.networkCallId, someTime(4)).ok());
        const auto claimed = recordings().claimFromNetwork(someTime(4), someTime(600));
        QVERIFY(claimed.ok() && *claimed);
        QVERIFY(recordings().lookAtNetwork(**claimed, 3, someTime(8)).ok());
        QVERIFY(!*recordings().claimFromNetwork(someTime(7), someTime(600)));
        QCOMPARE((*recordings().claimFromNetwork(someTime(8), someTime(600)))->failures, 3);
        QVERIFY(recordings().networkDone(**claimed).ok());
        QVERIFY(!*recordings().claimFromNetwork(someTime(9999), someTime(10'000)));
    }
    void atNetwork_fetched_isARecordingLikeOthers()
    {
        QVERIFY(recordings().save(atNetwork()).ok());
        QVERIFY(recordings().save(someRecording(RecordingState::Running)).ok());
        QVERIFY(recordings().isPlayable(m_clinic.id, m_call.id).value());
        QVERIFY(recordings().save(atNetwork()).ok()); // Late.
        QCOMPARE(recordings().find(m_clinic.id, m_call.id)->state, RecordingState::Running);
        QVERIFY2(!*recordings().claimFromNetwork(someTime(4), someTime(600)), "it is not yet safe here");
        QVERIFY(recordings().save(someRecording(RecordingState::Kept)).ok());
        QVERIFY(*recordings().claimFromNetwork(someTime(4), someTime(600)));
    }
    void atNetwork_declinedOrErased_stillHasToGoThere()
    {
        QVERIFY(recordings().save(atNetwork()).ok());
        QCOMPARE(recordings().erase(m_clinic.id, m_call.id, someTime(5)).error().code, ErrorCode::Conflict);
        QVERIFY(
            m_fixture->store().calls().finish(m_clinic.id, m_call.id, QStringLiteral("completed"), someTime(6)).ok());
        const auto old = recordings().madeBefore(m_clinic.id, someTime(5000), {}, 5);
        QCOMPARE(old->calls, std::vector<CallId>{m_call.id});
        QVERIFY(recordings().erase(m_clinic.id, m_call.id, someTime(7)).value());
        QVERIFY(!recordings().erase(m_clinic.id, m_call.id, someTime(8)).value());
        QCOMPARE(recordings().find(m_clinic.id, m_call.id)->state, RecordingState::Erased);
        QVERIFY(*recordings().claimFromNetwork(someTime(9), someTime(600)));
    }
    void atNetwork_outlivesItsCall()
    {
        QVERIFY(recordings().save(atNetwork()).ok());
        const auto connection = m_fixture->database().connect();
        QVERIFY(connection->execute(QStringLiteral("DELETE FROM calls WHERE call_id = $1"), {m_call.id.text()}).ok());
        QVERIFY(recordings().hurryNetwork(m_call.networkCallId, someTime(9)).ok());
        QVERIFY(*recordings().claimFromNetwork(someTime(9), someTime(600)));
    }
    void erase_noRecording_isNothingToDo()
    {
        QVERIFY(!recordings().erase(m_clinic.id, m_call.id, someTime(5)).value());
    }
    void madeBefore_pages_areOldestFirstAndOfThisClinic()
    {
        const ClinicProfile other = m_fixture->givenClinic(QStringLiteral("+15550100001"));
        const CallRecord theirs = m_fixture->givenCall(other, QStringLiteral("CA9"), someTime(1));
        const CallRecord late = m_fixture->givenCall(m_clinic, QStringLiteral("CA3"), someTime(20));
        const CallRecord early = m_fixture->givenCall(m_clinic, QStringLiteral("CA2"), someTime(10));
        for (const CallRecord &call : {late, early, theirs}) {
            RecordingRecord recording = someRecording(RecordingState::Kept);
            recording.clinic = call.clinicId;
            recording.call = call.id;
            QVERIFY(recordings().save(recording).ok());
        }
        QVERIFY(recordings().save(someRecording(RecordingState::Running)).ok());
        const auto first = recordings().madeBefore(m_clinic.id, someTime(30), {}, 1);
        QCOMPARE(first->calls, std::vector<CallId>{early.id});
        const auto second = recordings().madeBefore(m_clinic.id, someTime(30), first->last, 2);
        QCOMPARE(second->calls, std::vector<CallId>{late.id});
        QVERIFY(!second->last);
        QVERIFY(recordings().madeBefore(m_clinic.id, someTime(10), {}, 5)->calls.empty());
    }
    void callDeleted_takesTheKeyAlong()
    {
        QVERIFY(recordings().save(someRecording(RecordingState::Kept)).ok());
        const auto connection = m_fixture->database().connect();
        QVERIFY(connection->execute(QStringLiteral("DELETE FROM calls WHERE call_id = $1"), {m_call.id.text()}).ok());
        QCOMPARE(recordings().find(m_clinic.id, m_call.id).error().code, ErrorCode::NotFound);
    }
    void journalBytes_record_comeBack()
    {
        const SaveRecording write{someRecording(RecordingState::Waiting)};
        const auto back = callWriteFromBytes(toBytes(write));
        QVERIFY(back.ok());
        QCOMPARE(std::get<SaveRecording>(*back).recording.key, write.recording.key);
        QVERIFY(apply(*back, m_fixture->store()).ok());
        QCOMPARE(recordings().find(m_clinic.id, m_call.id)->peaks, write.recording.peaks);
    }

private:
    RecordingStore &recordings() { return m_fixture->store().recordings(); }
    [[nodiscard]] RecordingRecord someRecording(RecordingState state) const
    {
        return {.clinic = m_clinic.id,
                .call = m_call.id,
                .node = NodeId(QStringLiteral("node")),
                .state = state,
                .consent = RecordingConsent::Heard,
                .consentAt = someTime(2),
                .consentWords = QStringLiteral("This call is recorded."),
                .key = QByteArray(32, 'k'),
                .duration = Milliseconds(61'250),
                .peaks = QByteArray("\x00\x7f\xff", 3),
                .changedAt = someTime(3)};
    }

    [[nodiscard]] RecordingRecord atNetwork() const
    {
        RecordingRecord recording = someRecording(RecordingState::AtNetwork);
        recording.key.clear();
        recording.peaks.clear();
        return recording;
    }

    std::unique_ptr<StoreFixture> m_fixture;
    ClinicProfile m_clinic;
    CallRecord m_call;
};

QTEST_GUILESS_MAIN(TestRecordingStore)
#include "tst_recordingstore.moc"
