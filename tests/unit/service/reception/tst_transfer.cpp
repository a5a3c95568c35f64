#include "service/reception/transfer.h"
#include "tests/support/virtualscheduler.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Reception;
using namespace std::chrono_literals;
using Failure = Transfer::Failure;
using Next = Transfer::Next;
using StaffCall = Transfer::StaffCall;
using State = Transfer::State;

namespace {

/// A transfer in virtual time, with a caller who asks like a real one.
struct Story {
    Tests::VirtualScheduler time;
    Transfer transfer{time.now(), 30s};

    Next asks(Transfer::Orders *given = nullptr)
    {
        Transfer::Orders orders;
        const Next next = transfer.callerAsks(time.now(), orders);
        if (given != nullptr) {
            *given = orders;
        }
        return next;
    }
    bool presses(const char *keys, Transfer::Orders *given = nullptr)
    {
        Transfer::Orders orders;
        const bool accepted = transfer.keyPressed(QLatin1String(keys), orders);
        if (given != nullptr) {
            *given = orders;
        }
        return accepted;
    }
    Transfer::Orders staff(StaffCall is) { return transfer.staffCallIs(is, time.now()); }
    void ringing() { transfer.staffCallMade(time.now()); }
    void announcing()
    {
        ringing();
        QVERIFY(transfer.staffAsks(time.now()));
    }
    void joining()
    {
        announcing();
        QVERIFY(presses("1"));
        QCOMPARE(asks(), Next::Join);
    }
};

} // namespace

class TestTransfer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void accepted_callerJoinsAndTalks()
    {
        Story story;
        QCOMPARE(story.asks(), Next::Wait);
        story.announcing();
        QCOMPARE(story.asks(), Next::Wait);
        Transfer::Orders orders;
        QVERIFY(story.presses("1", &orders));
        QVERIFY(orders.hurryCaller && !orders.endStaffCall);
        QCOMPARE(story.asks(), Next::Join);
        story.transfer.talkBegins();
        QCOMPARE(story.asks(), Next::Join); // The hurrying came late; they go back to the room.
        QVERIFY(story.transfer.talkEnds());
        QCOMPARE(story.transfer.failure(), Failure::None);
    }

    void staffsPhone_endsWithoutAPerson_data()
    {
        QTest::addColumn<StaffCall>("is");
        QTest::addColumn<Failure>("failure");
        QTest::newRow("busy") << StaffCall::Busy << Failure::Busy;
        QTest::newRow("no answer") << StaffCall::NoAnswer << Failure::NoAnswer;
        QTest::newRow("over") << StaffCall::Over << Failure::NoAnswer;
    }
    void staffsPhone_endsWithoutAPerson()
    {
        QFETCH(StaffCall, is);
        QFETCH(Failure, failure);
        Story story;
        story.ringing();
        const Transfer::Orders orders = story.staff(is);
        QVERIFY(!orders.endStaffCall);
        QCOMPARE(story.transfer.failure(), failure);
        QCOMPARE(story.asks(), Next::NobodyTook);
        QCOMPARE(story.asks(), Next::NobodyTook);
        QVERIFY(!story.transfer.staffAsks(story.time.now()));
    }

    void unreachableNumber_isRungFromTheCallersCall()
    {
        Story story;
        story.ringing();
        story.staff(StaffCall::Unreachable);
        QCOMPARE(story.asks(), Next::RingDirectly);
    }

    void networkRefuses_callerRingsDirectlyAtOnce()
    {
        Story story;
        const auto orders = story.transfer.staffCallRefused(story.time.now(), false);
        QVERIFY(orders.hurryCaller);
        QCOMPARE(story.asks(), Next::RingDirectly);
        QVERIFY(!story.transfer.staffAsks(story.time.now()));
    }

    void networkIsUnsure_waitsAWhileForASign()
    {
        Story silent;
        silent.transfer.staffCallRefused(silent.time.now(), true);
        QCOMPARE(silent.asks(), Next::Wait);
        silent.time.advance(Transfer::UncertainFor);
        QCOMPARE(silent.asks(), Next::RingDirectly);
        QVERIFY(silent.staff(StaffCall::Rings).endStaffCall); // The ghost must not ring on.

        Story rings;
        rings.transfer.staffCallRefused(rings.time.now(), true);
        rings.staff(StaffCall::Rings);
        rings.time.advance(Transfer::UncertainFor);
        QCOMPARE(rings.asks(), Next::Wait);
        QCOMPARE(rings.transfer.state(), State::Ringing);
    }

    void networkNeverAnswers_callerRingsDirectly()
    {
        Story story;
        story.time.advance(30s);
        QCOMPARE(story.asks(), Next::RingDirectly);
    }

    void machine_isLeftAndTheCallerIsNotJoined()
    {
        Story story;
        story.announcing();
        QVERIFY(story.transfer.machineAnswered().endStaffCall);
        QCOMPARE(story.transfer.failure(), Failure::Voicemail);
        QVERIFY(!story.presses("1"));
        QCOMPARE(story.asks(), Next::NobodyTook);
    }

    void machineVerdict_afterTheKey_isWrong()
    {
        Story story;
        story.announcing();
        QVERIFY(story.presses("1"));
        QVERIFY(!story.transfer.machineAnswered().endStaffCall);
        QCOMPARE(story.asks(), Next::Join);
    }

    void noKey_countsAsVoicemail()
    {
        Story story;
        story.announcing();
        QVERIFY(!story.presses(""));
        QCOMPARE(story.transfer.failure(), Failure::Voicemail);
        QCOMPARE(story.asks(), Next::NobodyTook);
    }

    void otherKey_declines()
    {
        Story story;
        story.announcing();
        QVERIFY(!story.presses("2"));
        QCOMPARE(story.transfer.failure(), Failure::Declined);
        QVERIFY(!story.presses("1"));
    }

    void keyWithoutAnnouncement_joinsNobody()
    {
        Story story;
        story.ringing();
        QVERIFY(!story.presses("1"));
        QCOMPARE(story.asks(), Next::Wait);
    }

    void staffHangUp_whileListening_declines()
    {
        Story story;
        story.announcing();
        story.staff(StaffCall::Over);
        QCOMPARE(story.transfer.failure(), Failure::Declined);
    }

    void staffHangUp_beforeTheCallerIsThere_givesTheCallerBack()
    {
        Story waiting;
        waiting.announcing();
        QVERIFY(waiting.presses("1"));
        QVERIFY(!waiting.staff(StaffCall::Over).hurryCaller); // Still on hold: asks anyway.
        QCOMPARE(waiting.asks(), Next::NobodyTook);
        QCOMPARE(waiting.transfer.failure(), Failure::StaffHungUp);

        Story alone;
        alone.joining();
        QVERIFY(alone.staff(StaffCall::Over).hurryCaller); // In the room, where nobody comes.
        QCOMPARE(alone.asks(), Next::NobodyTook);
    }

    void staffHangUp_afterTalking_isTheEnd()
    {
        Story story;
        story.joining();
        story.transfer.talkBegins();
        const auto orders = story.staff(StaffCall::Over);
        QVERIFY(!orders.hurryCaller && !orders.endStaffCall);
        QVERIFY(story.transfer.talkEnds());
    }

    void roomEnds_withoutTalk_nobodyTookTheCall()
    {
        Story story;
        story.joining();
        QVERIFY(!story.transfer.talkEnds());
        QCOMPARE(story.transfer.failure(), Failure::StaffHungUp);
    }

    void callerLeaves_staffAreFreed()
    {
        Story ringing;
        ringing.ringing();
        QVERIFY(ringing.transfer.callerLeft().endStaffCall);
        QCOMPARE(ringing.transfer.failure(), Failure::CallerLeft);

        Story early;
        early.transfer.callerLeft();
        early.transfer.staffCallMade(early.time.now());
        QVERIFY(early.staff(StaffCall::Answered).endStaffCall); // The answer came after the caller had gone.

        Story talking;
        talking.joining();
        talking.transfer.talkBegins();
        QVERIFY(talking.transfer.callerLeft().endStaffCall);
        QCOMPARE(talking.transfer.failure(), Failure::None);

        Story over;
        over.ringing();
        over.staff(StaffCall::Busy);
        QVERIFY(!over.transfer.callerLeft().endStaffCall);
        QCOMPARE(over.transfer.failure(), Failure::Busy);
    }

    void lostNews_doesNotKeepTheCallerOnHold()
    {
        Story ringing;
        ringing.ringing();
        ringing.time.advance(30s + Transfer::RingSlack);
        Transfer::Orders orders;
        QCOMPARE(ringing.asks(&orders), Next::NobodyTook);
        QVERIFY(orders.endStaffCall);

        Story listening;
        listening.announcing();
        listening.time.advance(Transfer::LongestAnnouncement - 1ms);
        QCOMPARE(listening.asks(), Next::Wait);
        listening.time.advance(1ms);
        QCOMPARE(listening.asks(&orders), Next::NobodyTook);
        QCOMPARE(listening.transfer.failure(), Failure::TooLate);
    }

    void announcement_askedForTwice_keepsItsTime()
    {
        Story story;
        story.announcing();
        story.time.advance(Transfer::LongestAnnouncement);
        QVERIFY(story.transfer.staffAsks(story.time.now()));
        QCOMPARE(story.asks(), Next::NobodyTook);
    }

    void failures_haveWordsForStaff()
    {
        QStringList words;
        for (int failure = 0; failure <= int(Failure::TooLate); ++failure) {
            words << transferFailureName(Failure(failure));
        }
        QVERIFY(!words.contains(QString()));
        QCOMPARE(words.removeDuplicates(), 0);
    }
};

QTEST_APPLESS_MAIN(TestTransfer)
#include "tst_transfer.moc"
