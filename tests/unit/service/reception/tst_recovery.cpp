#include "service/reception/recovery.h"
#include "tests/support/testkeys.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Frontdesk;

class TestRecovery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void unfinishedCall_isClosedWithOneTask()
    {
        QTemporaryDir folder;
        SystemClock clock;
        const Storage::NodeId node(QStringLiteral("this one"));
        Storage::Database database({.url = QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("test.sqlite")),
                                    .masterKeys = Tests::testKeys()});
        const auto prepared = database.run([&](Storage::Store &store) -> Result<CallRecord> {
            ClinicProfile clinic;
            clinic.name = QStringLiteral("Oak Street Clinic");
            clinic.number = QStringLiteral("+15550100000");
            clinic.line = QStringLiteral("+15550199999");
            const auto kept = store.clinics().create(clinic, clock.utcNow());
            if (!kept) {
                return kept.error();
            }
            CallRecord call;
            call.clinicId = kept->id;
            call.networkCallId = QStringLiteral("CA1");
            call.callerNumber = QStringLiteral("+15552345678");
            call.startedAt = clock.utcNow().addSecs(-60);
            auto begun = store.calls().begin(call, node);
            if (!begun) {
                return begun.error();
            }
            TurnRecord turn;
            turn.callId = begun->id;
            turn.number = 1;
            turn.text = QStringLiteral("i need an appointment");
            turn.heardText = turn.text;
            turn.at = clock.utcNow();
            if (auto saved = store.calls().saveTurn(kept->id, turn); !saved) {
                return saved.error();
            }
            return begun;
        });
        const Result<CallRecord> call = prepared.result();
        QVERIFY2(call.ok(), call.ok() ? "" : qPrintable(call.error().message));
        const auto others = Reception::closeUnfinishedCalls(database, clock, Storage::NodeId::create()).result();
        QCOMPARE(others.valueOr(-1), 0);
        for (int restart = 0; restart < 2; ++restart) {
            const Result<int> closed = Reception::closeUnfinishedCalls(database, clock, node).result();
            QVERIFY(closed.ok());
            QCOMPARE(closed.value(), restart == 0 ? 1 : 0);
        }
        const auto tasks = database.run([](Storage::Store &store) { return store.tasks().list({}); }).result();
        QCOMPARE(tasks->size(), size_t(1));
        QCOMPARE(tasks->front().type, RequestType::EscalatedCall);
        QCOMPARE(tasks->front().escalationReason, QStringLiteral("system_failure"));
        QVERIFY(tasks->front().transcript.contains(QLatin1String("i need an appointment")));
        QCOMPARE(tasks->front().slot(SlotName::CallbackNumber), QStringLiteral("+15552345678"));
        const auto record =
            database.run([id = call->id](Storage::Store &store) { return store.calls().find(id); }).result();
        QCOMPARE(record->phase, CallPhase::Abandoned);
        QCOMPARE(record->outcome, QStringLiteral("failover"));
    }
};

QTEST_GUILESS_MAIN(TestRecovery)
#include "tst_recovery.moc"
