#include "service/reception/clinicdirectory.h"
#include "tests/support/storefixture.h"

#include <QSemaphore>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Reception;
using namespace Frontdesk::Storage::Tests;

class TestClinicDirectory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void silentDatabase_ofAKnownNumber_isNotWaitedFor()
    {
        const TestDatabase records(QStringLiteral("sqlite"));
        Storage::Database database(records.settings());
        const auto made =
            database.run([](Storage::Store &store) { return store.clinics().create(someClinic(), someTime()); })
                .result();
        ClinicDirectory directory(database);
        QVERIFY(!directory.remembered(made->number));
        QCOMPARE(directory.findByNumber(made->number).result()->id, made->id);
        QVERIFY(directory.remembered(made->number).has_value());

        QSemaphore over;
        const auto blocked = database.run([&over](Storage::Store &) -> Result<int> {
            over.acquire();
            return 0;
        });
        const auto known = directory.findByNumber(made->number);
        const auto unknown = directory.findByNumber(QStringLiteral("+15550100077"));
        QTRY_VERIFY_WITH_TIMEOUT(known.isFinished(), 60'000);
        QVERIFY(!unknown.isFinished() && !blocked.isFinished());
        QCOMPARE(known.result()->id, made->id);
        over.release();
        QCOMPARE(unknown.result().error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestClinicDirectory)
#include "tst_clinicdirectory.moc"
