#include "service/storage/internal/reseal.h"
#include "service/storage/vendorkeystore.h"
#include "tests/support/storefixture.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;

class TestVendorKeyStore : public QObject {
    Q_OBJECT

    const QString m_deepgram = QStringLiteral("deepgram");
    const QString m_openai = QStringLiteral("openai");
    std::unique_ptr<StoreFixture> m_fixture;

    VendorKeyStore &keys() { return m_fixture->store().vendorKeys(); }

private Q_SLOTS:
    void initTestCase_data() { addBackends(); }
    void init()
    {
        QFETCH_GLOBAL(QString, backend);
        m_fixture = std::make_unique<StoreFixture>(backend);
    }
    void cleanup() { m_fixture.reset(); }

    void put_replacesAndIsDated()
    {
        const ClinicId clinic = m_fixture->givenClinic().id;
        QVERIFY(keys().put({clinic, m_deepgram, "first"}, someTime()).ok());
        QVERIFY(keys().put({clinic, m_deepgram, "second"}, someTime().addDays(1)).ok());
        QCOMPARE(*keys().all(), (std::vector<VendorKey>{{clinic, m_deepgram, "second"}}));
        QCOMPARE(*keys().setTimes(clinic), (std::map<QString, QDateTime>{{m_deepgram, someTime().addDays(1)}}));
    }

    void remove_tellsWhetherThereWasOne()
    {
        const ClinicId clinic = m_fixture->givenClinic().id;
        QVERIFY(keys().put({clinic, m_openai, "key"}, someTime()).ok());
        QCOMPARE(*keys().remove(clinic, m_openai), true);
        QCOMPARE(*keys().remove(clinic, m_openai), false);
        QVERIFY(keys().all()->empty());
        QVERIFY(keys().setTimes(clinic)->empty());
    }

    void clinics_keepTheirKeysApart()
    {
        const ClinicId one = m_fixture->givenClinic().id;
        const ClinicId two = m_fixture->givenClinic(QStringLiteral("+15550100001")).id;
        QVERIFY(keys().put({one, m_deepgram, "of one"}, someTime()).ok());
        QVERIFY(keys().put({two, m_deepgram, "of two"}, someTime()).ok());
        QCOMPARE(keys().all()->size(), size_t(2));
        QCOMPARE(*keys().remove(one, m_deepgram), true);
        QCOMPARE(*keys().all(), (std::vector<VendorKey>{{two, m_deepgram, "of two"}}));
    }

    void sealed_standsAmongTheTablesThatFollowNewKeys()
    {
        const auto &tables = sealedTables();
        QVERIFY(std::any_of(tables.begin(), tables.end(),
                            [](const SealedTable &table) { return table.name == QLatin1String("vendor_keys"); }));
    }
};

QTEST_GUILESS_MAIN(TestVendorKeyStore)
#include "tst_vendorkeystore.moc"
