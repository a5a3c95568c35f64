#include "tests/support/storefixture.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;

class TestClinicStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addBackends(); }
    void init()
    {
        QFETCH_GLOBAL(QString, backend);
        m_fixture = std::make_unique<StoreFixture>(backend);
    }
    void cleanup() { m_fixture.reset(); }

    void create_withoutId_givesOneAndKeepsEverything();
    void create_withProblems_namesTheFirst();
    void create_numberTaken_isConflict();
    void find_unknown_isNotFound();
    void findByNumber_known_givesTheClinic();
    void update_newProfile_replacesIt();
    void update_thresholdsChanged_countsVersionUp();
    void update_thresholdsSame_keepsVersion();
    void update_unknown_isNotFound();
    void update_numberOfAnother_isConflictAndChangesNothing();
    void list_several_isSortedByName();

private:
    ClinicStore &clinics() { return m_fixture->store().clinics(); }

    std::unique_ptr<StoreFixture> m_fixture;
};

void TestClinicStore::create_withoutId_givesOneAndKeepsEverything()
{
    ClinicProfile clinic = someClinic();
    clinic.hours.holidays[QDate(2026, 12, 25)] = {QStringLiteral("Christmas Day"), {}};
    clinic.facts = {{{QStringLiteral("parking")}, QStringLiteral("Behind the house, it's free.")}};
    const auto created = clinics().create(clinic, someTime());
    QVERIFY(created.ok());
    QVERIFY(!created->id.isEmpty());
    const auto found = clinics().find(created->id);
    QVERIFY(found.ok());
    clinic.id = created->id;
    QCOMPARE(found->toJson(), clinic.toJson());
}

void TestClinicStore::create_withProblems_namesTheFirst()
{
    ClinicProfile clinic = someClinic();
    clinic.line = QStringLiteral("555");
    const auto created = clinics().create(clinic, someTime());
    QVERIFY(!created.ok());
    QCOMPARE(created.error().code, ErrorCode::InvalidInput);
    QCOMPARE(created.error().message, clinic.problems().first());
    QVERIFY(clinics().list()->empty());
}

void TestClinicStore::create_numberTaken_isConflict()
{
    m_fixture->givenClinic();
    const auto second = clinics().create(someClinic(), someTime());
    QVERIFY(!second.ok());
    QCOMPARE(second.error().code, ErrorCode::Conflict);
}

void TestClinicStore::find_unknown_isNotFound()
{
    QCOMPARE(clinics().find(ClinicId::create()).error().code, ErrorCode::NotFound);
    QCOMPARE(clinics().findByNumber(QStringLiteral("+15550100009")).error().code, ErrorCode::NotFound);
}

void TestClinicStore::findByNumber_known_givesTheClinic()
{
    m_fixture->givenClinic(QStringLiteral("+15550100001"));
    const ClinicProfile wanted = m_fixture->givenClinic(QStringLiteral("+15550100002"));
    QCOMPARE(clinics().findByNumber(QStringLiteral("+15550100002"))->id, wanted.id);
}

void TestClinicStore::update_newProfile_replacesIt()
{
    ClinicProfile clinic = m_fixture->givenClinic();
    clinic.name = QStringLiteral("Hillside Clinic");
    clinic.number = QStringLiteral("+15550100077");
    clinic.insurances.clear();
    QVERIFY(clinics().update(clinic, someTime(5)).ok());
    const auto found = clinics().findByNumber(QStringLiteral("+15550100077"));
    QVERIFY(found.ok());
    QCOMPARE(found->toJson(), clinic.toJson());
    QCOMPARE(clinics().findByNumber(QStringLiteral("+15550100000")).error().code, ErrorCode::NotFound);
}

void TestClinicStore::update_thresholdsChanged_countsVersionUp()
{
    ClinicProfile clinic = m_fixture->givenClinic();
    clinic.thresholds.audioQuality = 0.5;
    clinic.thresholds.version = 17;
    const auto updated = clinics().update(clinic, someTime(5));
    QCOMPARE(updated->thresholds.version, 2);
    QCOMPARE(clinics().find(clinic.id)->thresholds.version, 2);
}

void TestClinicStore::update_thresholdsSame_keepsVersion()
{
    ClinicProfile clinic = m_fixture->givenClinic();
    clinic.address = QStringLiteral("1 Main Street");
    clinic.thresholds.version = 17;
    QCOMPARE(clinics().update(clinic, someTime(5))->thresholds.version, 1);
}

void TestClinicStore::update_unknown_isNotFound()
{
    ClinicProfile clinic = someClinic();
    clinic.id = ClinicId::create();
    QCOMPARE(clinics().update(clinic, someTime()).error().code, ErrorCode::NotFound);
}

void TestClinicStore::update_numberOfAnother_isConflictAndChangesNothing()
{
    m_fixture->givenClinic(QStringLiteral("+15550100001"));
    ClinicProfile clinic = m_fixture->givenClinic(QStringLiteral("+15550100002"));
    clinic.number = QStringLiteral("+15550100001");
    QCOMPARE(clinics().update(clinic, someTime()).error().code, ErrorCode::Conflict);
    QCOMPARE(clinics().find(clinic.id)->number, QStringLiteral("+15550100002"));
}

void TestClinicStore::list_several_isSortedByName()
{
    ClinicProfile b = someClinic();
    b.name = QStringLiteral("B");
    ClinicProfile a = someClinic();
    a.name = QStringLiteral("A");
    a.number = QStringLiteral("+15550100001");
    QVERIFY(clinics().create(b, someTime()).ok());
    QVERIFY(clinics().create(a, someTime()).ok());
    const auto all = clinics().list();
    QCOMPARE(all->size(), size_t{2});
    QCOMPARE(all->front().name, QStringLiteral("A"));
    QCOMPARE(all->back().name, QStringLiteral("B"));
}

QTEST_GUILESS_MAIN(TestClinicStore)
#include "tst_clinicstore.moc"
