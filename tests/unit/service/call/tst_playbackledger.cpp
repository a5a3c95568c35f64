#include "service/call/playbackledger.h"

#include <QTest>

using namespace Frontdesk::Call;

class TestPlaybackLedger : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void confirm_expectedMark_givesItsPosition()
    {
        PlaybackLedger ledger;
        const QString mark = ledger.expect({7, 1, 2000, 12, true});
        QVERIFY(ledger.waiting());
        const auto position = ledger.confirm(mark);
        QVERIFY(position);
        QCOMPARE(position->ticket, quint64(7));
        QCOMPARE(position->characters, 12);
        QVERIFY(position->endsTicket);
        QVERIFY(!ledger.waiting());
    }

    void confirm_twice_countsOnce()
    {
        PlaybackLedger ledger;
        const QString mark = ledger.expect({1, 0, 0, 0, false});
        QVERIFY(ledger.confirm(mark));
        QVERIFY(!ledger.confirm(mark));
    }

    void cutOff_beforeMark_countsAsUnheard()
    {
        PlaybackLedger ledger;
        const QString mark = ledger.expect({1, 0, 160, 2, false});
        ledger.cutOff();
        QVERIFY(!ledger.confirm(mark));
        QVERIFY(!ledger.waiting());
    }

    void expect_afterCutOff_usesNewNames()
    {
        PlaybackLedger ledger;
        const QString cut = ledger.expect({1, 0, 160, 2, false});
        ledger.cutOff();
        const QString next = ledger.expect({1, 0, 160, 2, false});
        QVERIFY(cut != next);
        QVERIFY(!ledger.confirm(cut));
        QVERIFY(ledger.confirm(next));
    }
};

QTEST_APPLESS_MAIN(TestPlaybackLedger)
#include "tst_playbackledger.moc"
