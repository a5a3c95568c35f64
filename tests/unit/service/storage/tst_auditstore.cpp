#include "tests/support/storefixture.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;

class TestAuditStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addBackends(); }
    void init()
    {
        QFETCH_GLOBAL(QString, backend);
        m_fixture = std::make_unique<StoreFixture>(backend);
        m_clinic = m_fixture->givenClinic().id;
    }
    void cleanup() { m_fixture.reset(); }

    void append_entries_areSealedAndListedNewestFirst()
    {
        const auto first = audit().append(someEntry(1), m_seal);
        const auto second = audit().append(someEntry(2), m_seal);
        QVERIFY(first.ok());
        QVERIFY(second.ok());
        QCOMPARE(first->sequence, qint64{1});
        QCOMPARE(second->sequence, qint64{2});
        QCOMPARE(first->seal.size(), qsizetype{32});
        const auto all = audit().list({.clinic = m_clinic}).value();
        QCOMPARE(all.size(), size_t{2});
        QCOMPARE(all[0].sequence, qint64{2});
        const AuditEntry &kept = all[1];
        const AuditEntry given = someEntry(1);
        QCOMPARE(kept.at, given.at);
        QCOMPARE(kept.actorId, given.actorId);
        QCOMPARE(kept.actorName, given.actorName);
        QCOMPARE(kept.actorRole, given.actorRole);
        QCOMPARE(kept.action, given.action);
        QCOMPARE(kept.subjectType, given.subjectType);
        QCOMPARE(kept.subjectId, given.subjectId);
        QCOMPARE(kept.detail, given.detail);
        QCOMPARE(kept.address, given.address);
        QCOMPARE(kept.reason, given.reason);
        QCOMPARE(kept.seal, first->seal);
    }
    void append_withoutActionOrTime_isInvalid()
    {
        AuditEntry entry = someEntry(1);
        entry.action.clear();
        QCOMPARE(audit().append(entry, m_seal).error().code, ErrorCode::InvalidInput);
        entry = someEntry(1);
        entry.at = {};
        QCOMPARE(audit().append(entry, m_seal).error().code, ErrorCode::InvalidInput);
    }
    void list_filters_find()
    {
        givenEntries(6);
        AuditEntry other = someEntry(7);
        other.actorId = QStringLiteral("doctor");
        other.action = QStringLiteral("call.read");
        other.subjectId = QStringLiteral("call-1");
        QVERIFY(audit().append(other, m_seal).ok());
        QCOMPARE(audit().list({.clinic = m_clinic, .actorId = QStringLiteral("doctor")})->size(), size_t{1});
        QCOMPARE(audit().list({.clinic = m_clinic, .action = QStringLiteral("task.")})->size(), size_t{6});
        QCOMPARE(audit().list({.clinic = m_clinic, .subjectId = QStringLiteral("call-1")})->size(), size_t{1});
        QCOMPARE(audit().list({.clinic = m_clinic, .from = someTime(3), .until = someTime(5)})->size(), size_t{2});
        const auto page = audit().list({.clinic = m_clinic, .before = 3, .limit = 1}).value();
        QCOMPARE(page.size(), size_t{1});
        QCOMPARE(page[0].sequence, qint64{2});
        QVERIFY(audit().list({.clinic = ClinicId::create()})->empty());
    }
    void verify_untouched_isWhole()
    {
        givenEntries(5);
        AuditEntry platform = someEntry(1);
        platform.clinic = {};
        QVERIFY(audit().append(platform, m_seal).ok());
        const auto check = audit().verify(m_clinic, m_seal).value();
        QVERIFY2(!check.firstBad, qPrintable(check.what));
        QCOMPARE(check.entries, qint64{5});
        QCOMPARE(check.last, qint64{5});
        QVERIFY(!audit().verify({}, m_seal)->firstBad);
        const std::vector<ClinicId> expected{ClinicId(), m_clinic};
        QCOMPARE(audit().clinics().value(), expected);
        QVERIFY(!audit().verify(ClinicId::create(), m_seal)->firstBad);
    }
    void verify_anotherKey_findsTheFirst()
    {
        givenEntries(2);
        QVERIFY(audit().verify(m_clinic, AuditSeal(QByteArray(32, 'x')))->firstBad.has_value());
    }

    void verify_tampered_isFound_data()
    {
        QTest::addColumn<QStringList>("statements");
        QTest::addColumn<qint64>("firstBad");
        const auto row = [](const char *name, const QStringList &statements, qint64 firstBad) {
            QTest::newRow(name) << statements << firstBad;
        };
        for (const char *column : {"actor_id", "actor_name", "actor_role", "action", "subject_type", "subject_id",
                                   "detail", "address", "reason"}) {
            row(column, {QStringLiteral("UPDATE audit SET %1 = 'else' WHERE sequence = 4").arg(QLatin1String(column))},
                4);
        }
        row("time", {QStringLiteral("UPDATE audit SET at = at + 1000000 WHERE sequence = 4")}, 4);
        row("first missing", {QStringLiteral("DELETE FROM audit WHERE sequence = 1")}, 1);
        row("middle missing", {QStringLiteral("DELETE FROM audit WHERE sequence = 5")}, 5);
        row("end missing", {QStringLiteral("DELETE FROM audit WHERE sequence >= 9")}, 9);
        row("all missing", {QStringLiteral("DELETE FROM audit")}, 1);
        row("gap closed",
            {QStringLiteral("DELETE FROM audit WHERE sequence = 5"),
             QStringLiteral("UPDATE audit SET sequence = sequence - 1 WHERE sequence = 6"),
             QStringLiteral("UPDATE audit SET sequence = sequence - 1 WHERE sequence = 7")},
            5);
        row("two swapped",
            {QStringLiteral("UPDATE audit SET sequence = 100 WHERE sequence = 3"),
             QStringLiteral("UPDATE audit SET sequence = 3 WHERE sequence = 4"),
             QStringLiteral("UPDATE audit SET sequence = 4 WHERE sequence = 100")},
            3);
        row("one copied to the end",
            {QStringLiteral("INSERT INTO audit SELECT clinic_id, 11, at, actor_id, actor_name, actor_role, action, "
                            "subject_type, subject_id, detail, address, reason, seal FROM audit WHERE sequence = 10")},
            11);
        row("end taken off with its record",
            {QStringLiteral("DELETE FROM audit WHERE sequence = 10"), QStringLiteral("UPDATE audit_ends SET last = 9")},
            1);
        row("beginning declared expired",
            {QStringLiteral("DELETE FROM audit WHERE sequence <= 3"),
             QStringLiteral("UPDATE audit_ends SET first = 4")},
            4);
        row("record of the ends removed", {QStringLiteral("DELETE FROM audit_ends")}, 11);
    }
    void verify_tampered_isFound()
    {
        QFETCH(QStringList, statements);
        QFETCH(qint64, firstBad);
        givenEntries(10);
        const auto intruder = m_fixture->database().connect();
        for (const QString &statement : statements) {
            QVERIFY2(intruder->command(statement).ok(), qPrintable(statement));
        }
        const auto check = audit().verify(m_clinic, m_seal).value();
        QVERIFY(check.firstBad.has_value());
        QCOMPARE(*check.firstBad, firstBad);
        QVERIFY(!check.what.isEmpty());
        // What is old and wrong is not deleted; deleting what is old and right does not hide what is wrong.
        const auto expired = audit().expire(m_clinic, someTime(5), m_seal, 1000);
        QVERIFY(expired.ok() || expired.error().code == ErrorCode::Conflict);
        QVERIFY(audit().verify(m_clinic, m_seal)->firstBad.has_value());
    }

    void reseal_newKey_needsTheOldOneNoMore()
    {
        givenEntries(1500); // More than a page.
        const QByteArray newKey(32, 'n');
        const AuditSeal both(newKey, m_key);
        QVERIFY(audit().verify(m_clinic, AuditSeal(newKey))->firstBad.has_value());
        QVERIFY(!audit().verify(m_clinic, both)->firstBad);
        QVERIFY(audit().append(someEntry(1501), both).ok()); // The service works on under the new key.
        QVERIFY(!audit().verify(m_clinic, both)->firstBad);
        QCOMPARE(audit().reseal(m_clinic, both).valueOr(0), qint64{1501});
        QVERIFY(!audit().verify(m_clinic, AuditSeal(newKey))->firstBad);
        QVERIFY(audit().verify(m_clinic, m_seal)->firstBad.has_value());
        QVERIFY(audit().append(someEntry(1502), AuditSeal(newKey)).ok());
        QVERIFY(!audit().verify(m_clinic, AuditSeal(newKey))->firstBad);
    }

    void reseal_tampered_isRefused()
    {
        givenEntries(3);
        QVERIFY(m_fixture->database()
                    .connect()
                    ->command(QStringLiteral("UPDATE audit SET detail = 'x' WHERE sequence = 2"))
                    .ok());
        QCOMPARE(audit().reseal(m_clinic, AuditSeal(QByteArray(32, 'n'), m_key)).error().code, ErrorCode::Conflict);
        QCOMPARE(*audit().verify(m_clinic, m_seal)->firstBad, qint64{2});
    }

    void expire_old_leavesAWholeLog()
    {
        givenEntries(10);
        QCOMPARE(audit().expire(m_clinic, someTime(4), m_seal, 2).value(), qint64{2});
        QVERIFY(!audit().verify(m_clinic, m_seal)->firstBad);
        QCOMPARE(audit().expire(m_clinic, someTime(4), m_seal, 2).value(), qint64{1});
        QCOMPARE(audit().expire(m_clinic, someTime(4), m_seal, 1000).value(), qint64{0});
        const auto check = audit().verify(m_clinic, m_seal).value();
        QVERIFY2(!check.firstBad, qPrintable(check.what));
        QCOMPARE(check.entries, qint64{7});
        QCOMPARE(audit().append(someEntry(11), m_seal)->sequence, qint64{11});
        QVERIFY(!audit().verify(m_clinic, m_seal)->firstBad);
        QCOMPARE(audit().expire(m_clinic, someTime(100), m_seal, 1000).value(), qint64{8});
        QVERIFY(!audit().verify(m_clinic, m_seal)->firstBad);
        QCOMPARE(audit().append(someEntry(12), m_seal)->sequence, qint64{12});
        QVERIFY(!audit().verify(m_clinic, m_seal)->firstBad);
    }

private:
    AuditStore &audit() { return m_fixture->store().audit(); }
    void givenEntries(int count)
    {
        for (int i = 1; i <= count; ++i) {
            QVERIFY(audit().append(someEntry(i), m_seal).ok());
        }
    }
    [[nodiscard]] AuditEntry someEntry(int number) const
    {
        AuditEntry entry;
        entry.clinic = m_clinic;
        entry.at = someTime(number);
        entry.actorId = QStringLiteral("user-1");
        entry.actorName = QStringLiteral("Ana Ruiz");
        entry.actorRole = QStringLiteral("receptionist");
        entry.action = QStringLiteral("task.read");
        entry.subjectType = QStringLiteral("task");
        entry.subjectId = QStringLiteral("task-%1").arg(number);
        entry.detail = QStringLiteral("status=pending");
        entry.address = QStringLiteral("10.0.0.7");
        entry.reason = QStringLiteral("asked by the clinic");
        return entry;
    }

    const QByteArray m_key = QByteArray(32, 'k');
    AuditSeal m_seal{m_key};
    std::unique_ptr<StoreFixture> m_fixture;
    ClinicId m_clinic;
};

QTEST_GUILESS_MAIN(TestAuditStore)
#include "tst_auditstore.moc"
