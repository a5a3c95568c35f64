#include "tests/support/storefixture.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;

class TestTapeStore : public QObject {
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

    void save_bytes_areFoundAgain()
    {
        const QByteArray tape("\x00\x01tape\xff", 7);
        QVERIFY(tapes().save(m_clinic.id, m_call.id, tape).ok());
        QCOMPARE(tapes().find(m_clinic.id, m_call.id).value(), tape);
    }
    void save_again_replaces()
    {
        QVERIFY(tapes().save(m_clinic.id, m_call.id, "one").ok());
        QVERIFY(tapes().save(m_clinic.id, m_call.id, "two").ok());
        QCOMPARE(tapes().find(m_clinic.id, m_call.id).value(), QByteArray("two"));
    }
    void save_unknownCall_isNotFound()
    {
        QCOMPARE(tapes().save(m_clinic.id, CallId::create(), "tape").error().code, ErrorCode::NotFound);
    }
    void find_noTape_isNotFound() { QCOMPARE(tapes().find(m_clinic.id, m_call.id).error().code, ErrorCode::NotFound); }
    void list_span_isOldestFirstAndOfThisClinicOnly()
    {
        const ClinicProfile other = m_fixture->givenClinic(QStringLiteral("+15550100001"));
        const CallRecord theirs = m_fixture->givenCall(other, QStringLiteral("CA9"), someTime(1));
        const CallRecord late = m_fixture->givenCall(m_clinic, QStringLiteral("CA3"), someTime(20));
        const CallRecord early = m_fixture->givenCall(m_clinic, QStringLiteral("CA2"), someTime(10));
        for (const CallRecord &call : {m_call, late, early, theirs}) {
            QVERIFY(tapes().save(call.clinicId, call.id, "tape").ok());
        }
        const std::vector<CallId> expected{early.id, late.id};
        QCOMPARE(tapes().list(m_clinic.id, someTime(10), someTime(21)).value(), expected);
        QCOMPARE(tapes().list(m_clinic.id, someTime(10), someTime(20))->size(), size_t{1});
    }

private:
    TapeStore &tapes() { return m_fixture->store().tapes(); }

    std::unique_ptr<StoreFixture> m_fixture;
    ClinicProfile m_clinic;
    CallRecord m_call;
};

QTEST_GUILESS_MAIN(TestTapeStore)
#include "tst_tapestore.moc"
