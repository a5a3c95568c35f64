#include "service/reception/nodewatch.h"
#include "service/reception/recovery.h"
#include "tests/support/storefixture.h"
#include "tests/support/virtualscheduler.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Reception;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;

/// Two services over one PostgreSQL, each with its own connections.
class TestNodeWatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void nodeOf_secondStart_isTheSame();
    void restart_ofOne_closesItsOwnCallsOnly();
    void quietNode_isBuriedByTheOther();
    void livingNode_isLeftAlone();
    void returnedNode_givesItsCallTheTrueEnding();

private:
    struct Node {
        explicit Node(const DatabaseSettings &settings)
            : database(settings)
            , watch(database, id, scheduler)
        {}
        void look();

        NodeId id = NodeId::create();
        Frontdesk::Tests::VirtualScheduler scheduler;
        Database database;
        NodeWatch watch;
        bool started = false;
    };

    CallRecord callOn(Node &node);
    CallRecord kept(const CallRecord &call);

    std::unique_ptr<TestDatabase> m_records;
    std::unique_ptr<Node> m_one;
    std::unique_ptr<Node> m_other;
    ClinicProfile m_clinic;
    int m_calls = 0;
};

void TestNodeWatch::Node::look()
{
    QSignalSpy looked(&watch, &NodeWatch::looked);
    if (started) {
        scheduler.advance(NodeWatch::Pause);
    } else {
        watch.start();
    }
    started = true;
    QVERIFY(!looked.isEmpty() || looked.wait());
    // What a look has ordered is done in the platform's lane or beside it; both are over once this is.
    QVERIFY(database.ready().result().ok());
}

void TestNodeWatch::init()
{
    m_records = std::make_unique<TestDatabase>(QStringLiteral("postgres"));
    m_one = std::make_unique<Node>(m_records->settings());
    m_other = std::make_unique<Node>(m_records->settings());
    m_clinic = m_one->database.run([](Store &store) { return store.clinics().create(someClinic(), someTime()); })
                   .result()
                   .value();
}

void TestNodeWatch::cleanup()
{
    m_one.reset();
    m_other.reset();
    m_records.reset();
}

CallRecord TestNodeWatch::callOn(Node &node)
{
    CallRecord call;
    call.clinicId = m_clinic.id;
    call.networkCallId = QStringLiteral("CA%1").arg(++m_calls);
    call.startedAt = someTime();
    return node.database.run([&](Store &store) { return store.calls().begin(call, node.id); }).result().value();
}

CallRecord TestNodeWatch::kept(const CallRecord &call)
{
    return m_one->database.run([&](Store &store) { return store.calls().find(call.id); }).result().value();
}

void TestNodeWatch::nodeOf_secondStart_isTheSame()
{
    QTemporaryDir folder;
    QTemporaryDir another;
    const auto first = nodeOf(folder.path());
    QVERIFY(first.ok() && !first->isEmpty());
    QCOMPARE(nodeOf(folder.path())->text(), first->text());
    QVERIFY(nodeOf(another.path())->text() != first->text());
    QCOMPARE(nodeOf(QStringLiteral("/proc/none")).error().code, ErrorCode::Unavailable);
}

void TestNodeWatch::restart_ofOne_closesItsOwnCallsOnly()
{
    const CallRecord ours = callOn(*m_one);
    const CallRecord theirs = callOn(*m_other);
    const auto closed = closeUnfinishedCalls(m_one->database, m_one->scheduler, m_one->id).result();
    QCOMPARE(closed.valueOr(-1), 1);
    QCOMPARE(kept(ours).phase, CallPhase::Abandoned);
    QVERIFY(!kept(theirs).endedAt.isValid());
}

void TestNodeWatch::quietNode_isBuriedByTheOther()
{
    const CallRecord ours = callOn(*m_one);
    const CallRecord theirs = callOn(*m_other);
    m_other->look(); // Once; then it is dead.
    for (int look = 0; look < NodeWatch::QuietLooks; ++look) {
        m_one->look();
        QVERIFY(!kept(theirs).endedAt.isValid());
    }
    m_one->look();
    QTRY_VERIFY(kept(theirs).endedAt.isValid());
    QCOMPARE(kept(theirs).outcome, QStringLiteral("failover"));
    QVERIFY(!kept(ours).endedAt.isValid());
    const auto tasks = m_one->database.run([](Store &store) { return store.tasks().list({}); }).result();
    QCOMPARE(tasks->size(), size_t{1});
    QCOMPARE(tasks->front().callId, theirs.id);
    QTRY_COMPARE(m_one->database.run([](Store &store) { return store.nodes().all(); }).result()->size(), size_t{1});
}

void TestNodeWatch::livingNode_isLeftAlone()
{
    const CallRecord theirs = callOn(*m_other);
    for (int look = 0; look < 3 * NodeWatch::QuietLooks; ++look) {
        m_one->look();
        if (look % 3 == 0) {
            m_other->look(); // Its clock may be slow; it is alive.
        }
    }
    QVERIFY(!kept(theirs).endedAt.isValid());
}

void TestNodeWatch::returnedNode_givesItsCallTheTrueEnding()
{
    const CallRecord theirs = callOn(*m_other);
    QVERIFY(closeUnfinishedCalls(m_one->database, m_one->scheduler, m_other->id).result().ok());
    const auto finished =
        m_other->database
            .run([&](Store &store) {
                return store.calls().finish(m_clinic.id, theirs.id, QStringLiteral("completed"), someTime(90));
            })
            .result();
    QVERIFY(finished.valueOr(false));
    QCOMPARE(kept(theirs).outcome, QStringLiteral("completed"));
}

QTEST_GUILESS_MAIN(TestNodeWatch)
#include "tst_nodewatch.moc"
