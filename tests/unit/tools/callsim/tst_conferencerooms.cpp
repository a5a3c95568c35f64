#include "tools/callsim/conferencerooms.h"

#include <QTest>

using namespace Frontdesk::CallSim;

class TestConferenceRooms : public QObject {
    Q_OBJECT

    ConferenceRooms m_rooms;
    QStringList m_happened;

    ConferenceRooms::Guest guest(const QString &name, bool endsForAll = false)
    {
        return {endsForAll, [this, name] { m_happened << name + QStringLiteral(" talks"); },
                [this, name] { m_happened << name + QStringLiteral(" is out"); },
                [this, name](const QString &event) { m_happened << name + QStringLiteral(": ") + event; }};
    }

private Q_SLOTS:
    void cleanup()
    {
        m_rooms.leave(QStringLiteral("CA1"));
        m_rooms.leave(QStringLiteral("CA2"));
        QCoreApplication::processEvents();
        m_happened.clear();
    }

    void second_beginsTheTalk_andWhoEndsItForAllEndsIt()
    {
        m_rooms.enter(QStringLiteral("room"), QStringLiteral("CA1"), guest(QStringLiteral("caller")));
        QCoreApplication::processEvents();
        QVERIFY(m_happened.isEmpty());
        m_rooms.enter(QStringLiteral("room"), QStringLiteral("CA2"), guest(QStringLiteral("staff"), true));
        QCoreApplication::processEvents();
        QCOMPARE(m_happened, (QStringList{QStringLiteral("caller: conference-start"), QStringLiteral("caller talks"),
                                          QStringLiteral("staff talks")}));
        m_happened.clear();
        m_rooms.leave(QStringLiteral("CA2"));
        QCoreApplication::processEvents();
        QCOMPARE(m_happened, (QStringList{QStringLiteral("caller: conference-end"), QStringLiteral("caller is out")}));
    }

    void whoMayLeave_leavesTheOthersIn()
    {
        m_rooms.enter(QStringLiteral("room"), QStringLiteral("CA1"), guest(QStringLiteral("caller")));
        m_rooms.enter(QStringLiteral("room"), QStringLiteral("CA2"), guest(QStringLiteral("staff"), true));
        m_rooms.leave(QStringLiteral("CA1"));
        QCoreApplication::processEvents();
        QVERIFY(!m_happened.contains(QStringLiteral("staff is out")));
        m_rooms.enter(QStringLiteral("room"), QStringLiteral("CA1"), guest(QStringLiteral("caller")));
        m_happened.clear();
        m_rooms.leave(QStringLiteral("CA2"));
        QCoreApplication::processEvents();
        QVERIFY(m_happened.contains(QStringLiteral("caller is out")));
    }

    void otherRooms_areNotTouched()
    {
        m_rooms.enter(QStringLiteral("one"), QStringLiteral("CA1"), guest(QStringLiteral("a"), true));
        m_rooms.enter(QStringLiteral("two"), QStringLiteral("CA2"), guest(QStringLiteral("b"), true));
        m_rooms.leave(QStringLiteral("CA1"));
        m_rooms.leave(QStringLiteral("CA3"));
        QCoreApplication::processEvents();
        QVERIFY(!m_happened.contains(QStringLiteral("b is out")));
        QVERIFY(!m_happened.contains(QStringLiteral("b talks")));
    }
};

QTEST_GUILESS_MAIN(TestConferenceRooms)
#include "tst_conferencerooms.moc"
