#include "service/storage/clinicsettingstore.h"
#include "tests/support/storefixture.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;

class TestClinicSettingStore : public QObject {
    Q_OBJECT

    const QString m_name = QStringLiteral("vendors");
    const QJsonObject m_first{{QStringLiteral("deepgram"), true}};
    const QJsonObject m_second{{QStringLiteral("deepgram"), false}};
    std::unique_ptr<StoreFixture> m_fixture;

    ClinicSettingStore &settings() { return m_fixture->store().clinicSettings(); }

private Q_SLOTS:
    void initTestCase_data() { addBackends(); }
    void init()
    {
        QFETCH_GLOBAL(QString, backend);
        m_fixture = std::make_unique<StoreFixture>(backend);
    }
    void cleanup() { m_fixture.reset(); }

    void clinics_replace_countsVersionsAndRefusesOldOnes()
    {
        const ClinicId clinic = m_fixture->givenClinic().id;
        QCOMPARE(settings().find(clinic, m_name)->version, 0);
        QCOMPARE(settings().replace(clinic, m_name, m_first, 0, someTime())->version, 1);
        QCOMPARE(settings().replace(clinic, m_name, m_second, 1, someTime())->version, 2);
        QCOMPARE(settings().replace(clinic, m_name, m_first, 1, someTime()).error().code, ErrorCode::Conflict);
        QCOMPARE(settings().replace(clinic, m_name, m_first, 0, someTime()).error().code, ErrorCode::Conflict);
        QCOMPARE(settings().find(clinic, m_name)->value, m_second);
    }

    void platforms_replace_countsVersionsAndRefusesOldOnes()
    {
        QCOMPARE(settings().findOfPlatform(m_name)->version, 0);
        QCOMPARE(settings().replaceOfPlatform(m_name, m_first, 0, someTime())->version, 1);
        QCOMPARE(settings().replaceOfPlatform(m_name, m_second, 1, someTime())->version, 2);
        QCOMPARE(settings().replaceOfPlatform(m_name, m_first, 1, someTime()).error().code, ErrorCode::Conflict);
        QCOMPARE(settings().findOfPlatform(m_name)->value, m_second);
        QCOMPARE(settings().findOfPlatform(QStringLiteral("other"))->version, 0);
    }

    void ofAllClinics_givesThoseThatSetIt()
    {
        const ClinicId one = m_fixture->givenClinic().id;
        const ClinicId two = m_fixture->givenClinic(QStringLiteral("+15550100001")).id;
        QVERIFY(settings().replace(one, m_name, m_first, 0, someTime()).ok());
        QVERIFY(settings().replace(two, QStringLiteral("other"), m_first, 0, someTime()).ok());
        const auto found = settings().ofAllClinics(m_name);
        QVERIFY(found.ok());
        QCOMPARE(*found, (std::map<ClinicId, QJsonObject>{{one, m_first}}));
    }
};

QTEST_GUILESS_MAIN(TestClinicSettingStore)
#include "tst_clinicsettingstore.moc"
