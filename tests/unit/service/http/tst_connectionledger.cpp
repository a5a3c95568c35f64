#include "service/http/internal/connectionledger.h"

#include <QTest>

using namespace Frontdesk::Http;

class TestConnectionLedger : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void enter_severalWorkers_leastLoadedFirst()
    {
        const auto ledger = std::make_shared<ConnectionLedger>(3, 100, 0);
        const auto first = ledger->enter();
        first->becomeWebSocket();
        std::vector<size_t> workers;
        std::vector<std::shared_ptr<ConnectionSlot>> slots_;
        for (int i = 0; i < 8; ++i) {
            slots_.push_back(ledger->enter());
            workers.push_back(slots_.back()->worker());
        }
        QCOMPARE(first->worker(), size_t{0});
        QCOMPARE(std::count(workers.begin(), workers.end(), size_t{0}), 0); // One call weighs eight requests.
        QCOMPARE(std::count(workers.begin(), workers.end(), size_t{1}), 4);
        QCOMPARE(std::count(workers.begin(), workers.end(), size_t{2}), 4);
    }

    void enter_full_isNullUntilOneLeaves()
    {
        const auto ledger = std::make_shared<ConnectionLedger>(1, 2, 0);
        auto first = ledger->enter();
        const auto second = ledger->enter();
        QVERIFY(!ledger->enter());
        first.reset();
        QVERIFY(ledger->enter());
    }

    void claimAddress_full_refusesOnlyThatAddress()
    {
        const auto ledger = std::make_shared<ConnectionLedger>(1, 100, 1);
        const QHostAddress here(QHostAddress::LocalHost);
        auto first = ledger->enter();
        QVERIFY(first->claimAddress(here));
        const auto second = ledger->enter();
        QVERIFY(!second->claimAddress(here));
        QVERIFY(second->claimAddress(QHostAddress(QStringLiteral("192.0.2.7"))));
        first.reset();
        QVERIFY(ledger->enter()->claimAddress(here));
    }

    void slot_dies_countsAreBack()
    {
        const auto ledger = std::make_shared<ConnectionLedger>(1, 100, 10);
        auto place = ledger->enter();
        place->becomeWebSocket();
        QCOMPARE(ledger->open(), 1);
        QCOMPARE(ledger->openWebSockets(), 1);
        place.reset();
        QCOMPARE(ledger->open(), 0);
        QCOMPARE(ledger->openWebSockets(), 0);
    }
};

QTEST_APPLESS_MAIN(TestConnectionLedger)
#include "tst_connectionledger.moc"
