#include "tests/support/storefixture.h"

#include <QTest>

#include <algorithm>

using namespace Frontdesk;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;

class TestAnalyticsStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addBackends(); }
    void init()
    {
        QFETCH_GLOBAL(QString, backend);
        m_fixture = std::make_unique<StoreFixture>(backend);
        m_clinic = m_fixture->givenClinic();
    }
    void cleanup() { m_fixture.reset(); }

    void calls_inThePeriod_areCounted();
    void callsByHour_countsByTheClinicsClock();
    void callsByHour_springForward_skipsAnHour();
    void callsByHour_fallBack_joinsTheDoubleHour();
    void callsByHour_nothing_isEmpty();
    void callsByHour_anyPeriod_isAsTheCallsThemselvesSay();
    void callsByHour_givenUpThenEnded_countsTheTrueEnding();
    void calls_erased_stayCounted();
    void callsByDuration_eachIsInOneClass();
    void escalationsByReason_mostFrequentFirst();
    void tasks_medianAndRate();
    void tasks_reopenedAndDoneAgain_areCountedAsTheyAre();
    void tasks_anyPeriod_isAsTheTasksThemselvesSay();
    void callsByHour_unanswered_hadAskedForPeople();

private:
    AnalyticsStore &analytics() { return m_fixture->store().analytics(); }
    void givenCall(const QDateTime &at, const QString &outcome, int seconds)
    {
        const CallRecord call = m_fixture->givenCall(m_clinic, newUuid7(), at);
        if (!outcome.isEmpty()) {
            QVERIFY(m_fixture->store().calls().finish(m_clinic.id, call.id, outcome, at.addSecs(seconds)).ok());
        }
        m_last = call;
    }
    [[nodiscard]] static QDateTime utc(int month, int day, int hour, int minute = 0)
    {
        return {QDate(2026, month, day), QTime(hour, minute), Qt::UTC};
    }
    [[nodiscard]] std::vector<HourOfCalls> hours(const QDateTime &from, const QDateTime &to)
    {
        return analytics().callsByHour(m_clinic.id, {from, to}, m_zone).valueOr({});
    }

    const QTimeZone m_zone{QByteArrayLiteral("America/New_York")};
    std::unique_ptr<StoreFixture> m_fixture;
    ClinicProfile m_clinic;
    CallRecord m_last;
};

void TestAnalyticsStore::calls_inThePeriod_areCounted()
{
    for (const int hour : {9, 10, 11}) {
        givenCall(utc(6, 1, hour), {}, 0);
    }
    QCOMPARE(analytics().calls(m_clinic.id, {utc(6, 1, 9), utc(6, 1, 11)}).valueOr(0), qint64{2});
    QCOMPARE(analytics().calls(ClinicId::create(), {utc(6, 1, 0), utc(6, 2, 0)}).valueOr(9), qint64{0});
}

void TestAnalyticsStore::callsByHour_countsByTheClinicsClock()
{
    givenCall(utc(6, 2, 2), QStringLiteral("completed"), 60); // Ten in the evening of the first, in New York.
    givenCall(utc(6, 2, 2, 30), QStringLiteral("escalated"), 30);
    givenCall(utc(6, 2, 13), {}, 0);
    const auto found = hours(utc(6, 1, 4), utc(6, 3, 4));
    QCOMPARE(found.size(), size_t{2});
    QCOMPARE(found[0].date, QDate(2026, 6, 1));
    QCOMPARE(found[0].hour, 22);
    QCOMPARE(found[0].calls, qint64{2});
    QCOMPARE(found[0].ended, qint64{2});
    QCOMPARE(found[0].escalated, qint64{1});
    QCOMPARE(found[0].milliseconds, qint64{90'000});
    QCOMPARE(found[0].handledMilliseconds, qint64{60'000});
    QCOMPARE(found[1].date, QDate(2026, 6, 2));
    QCOMPARE(found[1].hour, 9);
    QCOMPARE(found[1].ended, qint64{0});
}

void TestAnalyticsStore::callsByHour_springForward_skipsAnHour()
{
    givenCall(utc(3, 8, 6, 59), {}, 0); // 1:59 standard time; the next minute is 3:00.
    givenCall(utc(3, 8, 7, 0), {}, 0);
    const auto found = hours(utc(3, 8, 5), utc(3, 9, 4));
    QCOMPARE(found.size(), size_t{2});
    QCOMPARE(found[0].hour, 1);
    QCOMPARE(found[1].hour, 3);
    QCOMPARE(found[1].date, QDate(2026, 3, 8));
}

void TestAnalyticsStore::callsByHour_fallBack_joinsTheDoubleHour()
{
    givenCall(utc(11, 1, 5, 30), {}, 0); // 1:30 daylight time,
    givenCall(utc(11, 1, 6, 30), {}, 0); // and 1:30 once more.
    const auto found = hours(utc(11, 1, 4), utc(11, 2, 5));
    QCOMPARE(found.size(), size_t{1});
    QCOMPARE(found[0].hour, 1);
    QCOMPARE(found[0].calls, qint64{2});
}

void TestAnalyticsStore::callsByHour_nothing_isEmpty()
{
    QVERIFY(hours(utc(6, 1, 0), utc(7, 1, 0)).empty());
    QCOMPARE(analytics().tasks(m_clinic.id, {utc(6, 1, 0), utc(7, 1, 0)})->created, qint64{0});
    QVERIFY(!analytics().tasks(m_clinic.id, {utc(6, 1, 0), utc(7, 1, 0)})->medianTime);
}

/// A period between quarters of an hour is counted from the calls, another one from the tally.
void TestAnalyticsStore::callsByHour_anyPeriod_isAsTheCallsThemselvesSay()
{
    for (int minute = 0; minute < 180; minute += 7) {
        givenCall(utc(6, 1, 9).addSecs(minute * 60),
                  minute % 3 == 0 ? QStringLiteral("escalated") : QStringLiteral("completed"), minute);
    }
    const auto byTally = hours(utc(6, 1, 8), utc(6, 1, 13));
    const auto byCalls = hours(utc(6, 1, 8).addMSecs(1), utc(6, 1, 13).addMSecs(1));
    QCOMPARE(byTally.size(), size_t{3});
    QCOMPARE(byCalls.size(), byTally.size());
    for (size_t i = 0; i < byTally.size(); ++i) {
        QCOMPARE(byTally[i].hour, byCalls[i].hour);
        QCOMPARE(byTally[i].calls, byCalls[i].calls);
        QCOMPARE(byTally[i].ended, byCalls[i].ended);
        QCOMPARE(byTally[i].escalated, byCalls[i].escalated);
        QCOMPARE(byTally[i].milliseconds, byCalls[i].milliseconds);
        QCOMPARE(byTally[i].handledMilliseconds, byCalls[i].handledMilliseconds);
    }
    QCOMPARE(analytics().calls(m_clinic.id, {utc(6, 1, 9), utc(6, 1, 12)}).valueOr(0), qint64{26});
    QCOMPARE(analytics().calls(m_clinic.id, {utc(6, 1, 9), utc(6, 1, 12).addMSecs(-1)}).valueOr(0), qint64{26});
}

void TestAnalyticsStore::callsByHour_givenUpThenEnded_countsTheTrueEnding()
{
    givenCall(utc(6, 1, 9), {}, 0);
    CallStore &calls = m_fixture->store().calls();
    QVERIFY(*calls.finish(m_clinic.id, m_last.id, QStringLiteral("failover"), utc(6, 1, 10), CallPhase::Abandoned));
    QVERIFY(*calls.finish(m_clinic.id, m_last.id, QStringLiteral("completed"), utc(6, 1, 9).addSecs(90)));
    const auto found = hours(utc(6, 1, 4), utc(6, 2, 4));
    QCOMPARE(found.size(), size_t{1});
    QCOMPARE(found[0].calls, qint64{1});
    QCOMPARE(found[0].ended, qint64{1});
    QCOMPARE(found[0].escalated, qint64{0});
    QCOMPARE(found[0].milliseconds, qint64{90'000});
    QCOMPARE(found[0].handledMilliseconds, qint64{90'000});
}

void TestAnalyticsStore::calls_erased_stayCounted()
{
    givenCall(utc(6, 1, 9), QStringLiteral("completed"), 60);
    QVERIFY(m_fixture->store().retention().erase(m_clinic.id, m_last.id, Keeping::Call).ok());
    QCOMPARE(analytics().calls(m_clinic.id, {utc(6, 1, 9), utc(6, 1, 10)}).valueOr(0), qint64{1});
}

void TestAnalyticsStore::callsByDuration_eachIsInOneClass()
{
    for (const int seconds : {0, 29, 30, 60, 119, 120, 180, 300, 599, 600, 5000}) {
        givenCall(utc(6, 1, 9), QStringLiteral("completed"), seconds);
    }
    givenCall(utc(6, 1, 9), {}, 0);                           // Runs.
    givenCall(utc(6, 2, 9), QStringLiteral("completed"), 45); // Another day.
    const auto found = analytics().callsByDuration(m_clinic.id, {utc(6, 1, 0), utc(6, 2, 0)}).valueOr({});
    QStringList classes;
    for (const DurationCount &length : found) {
        classes << QStringLiteral("%1-%2: %3")
                       .arg(length.from.count() / 1000)
                       .arg(length.to ? QString::number(length.to->count() / 1000) : QString())
                       .arg(length.calls);
    }
    QCOMPARE(classes.join(QStringLiteral(", ")),
             QStringLiteral("0-30: 2, 30-60: 1, 60-120: 2, 120-180: 1, 180-300: 1, 300-600: 2, 600-: 2"));
    const auto empty = analytics().callsByDuration(m_clinic.id, {utc(7, 1, 0), utc(7, 2, 0)}).valueOr({});
    QCOMPARE(empty.size(), found.size());
    QVERIFY(std::all_of(empty.begin(), empty.end(), [](const DurationCount &length) { return length.calls == 0; }));
}

void TestAnalyticsStore::escalationsByReason_mostFrequentFirst()
{
    givenCall(utc(6, 1, 9), {}, 0);
    for (const auto reason :
         {EscalationReason::Angry, EscalationReason::HumanRequest, EscalationReason::HumanRequest}) {
        EscalationRecord escalation;
        escalation.clinicId = m_clinic.id;
        escalation.callId = m_last.id;
        escalation.reason = reason;
        escalation.decidedAt = utc(6, 1, 9, 5);
        QVERIFY(m_fixture->store().escalations().record(escalation).ok());
    }
    const auto found = analytics().escalationsByReason(m_clinic.id, {utc(6, 1, 0), utc(6, 2, 0)});
    QCOMPARE(found->size(), size_t{2});
    QCOMPARE(found->front().reason, EscalationReason::HumanRequest);
    QCOMPARE(found->front().count, qint64{2});
    QVERIFY(analytics().escalationsByReason(m_clinic.id, {utc(6, 2, 0), utc(6, 3, 0)})->empty());
}

void TestAnalyticsStore::tasks_medianAndRate()
{
    givenCall(utc(6, 1, 9), {}, 0);
    for (const int minutes : {10, 30, 500, 0}) {
        Task task;
        task.clinicId = m_clinic.id;
        task.callId = m_last.id;
        task.createdAt = utc(6, 1, 9);
        const auto kept = m_fixture->store().tasks().submit(task, newUuid7());
        if (minutes > 0) {
            DeskTask done = m_fixture->store().desk().find(m_clinic.id, kept->id).valueOr({});
            done.task.status = TaskStatus::Completed;
            done.completedAt = task.createdAt.addSecs(minutes * 60);
            QVERIFY(m_fixture->store()
                        .desk()
                        .change(done, {.action = QStringLiteral("complete"), .by = {}, .at = done.completedAt})
                        .ok());
        }
    }
    const auto figures = analytics().tasks(m_clinic.id, {utc(6, 1, 0), utc(6, 2, 0)});
    QCOMPARE(figures->created, qint64{4});
    QCOMPARE(figures->completed, qint64{3});
    QCOMPARE(figures->medianTime->count(), qint64{30} * 60'000);
}

void TestAnalyticsStore::tasks_reopenedAndDoneAgain_areCountedAsTheyAre()
{
    givenCall(utc(6, 1, 9), {}, 0);
    Task task;
    task.clinicId = m_clinic.id;
    task.callId = m_last.id;
    task.createdAt = utc(6, 1, 9);
    const TaskId id = m_fixture->store().tasks().submit(task, QStringLiteral("1"))->id;
    const Period days{utc(6, 1, 0), utc(6, 2, 0)};
    const auto median = [&] {
        const auto figures = analytics().tasks(m_clinic.id, days);
        return figures->created == 1 && figures->medianTime ? figures->medianTime->count() / 60'000
                                                            : -figures->completed;
    };
    m_fixture->givenStatus(m_clinic, id, TaskStatus::Completed, utc(6, 1, 9, 20));
    QCOMPARE(median(), 20);
    m_fixture->givenStatus(m_clinic, id, TaskStatus::Pending, utc(6, 1, 10));
    QCOMPARE(median(), 0);
    m_fixture->givenStatus(m_clinic, id, TaskStatus::Completed, utc(6, 1, 14));
    QCOMPARE(median(), 300);
    const DeskTask done = m_fixture->store().desk().find(m_clinic.id, id).value();
    QVERIFY(
        m_fixture->store().desk().undo(m_clinic.id, id, done.version, UserId(), utc(6, 1, 14), utc(6, 1, 14, 1)).ok());
    QCOMPARE(median(), 0);
    m_fixture->givenStatus(m_clinic, id, TaskStatus::Completed, utc(8, 1, 9)); // Sixty-one days.
    QCOMPARE(median(), qint64{61} * 24 * 60);
    // A change that leaves the completion alone counts nothing anew.
    DeskTask flagged = m_fixture->store().desk().find(m_clinic.id, id).value();
    flagged.flagged = true;
    QVERIFY(m_fixture->store()
                .desk()
                .change(flagged, {.action = QStringLiteral("flag"), .by = {}, .at = utc(8, 1, 10)})
                .ok());
    QCOMPARE(median(), qint64{61} * 24 * 60);
}

/// Whole days come from the tally, the rest of a period from the tasks; together they are all of them, in any zone.
void TestAnalyticsStore::tasks_anyPeriod_isAsTheTasksThemselvesSay()
{
    givenCall(utc(6, 1, 0), {}, 0);
    std::vector<std::pair<QDateTime, qint64>> all; // Made, minutes to completion or -1.
    for (int i = 0; i < 60; ++i) {
        Task task;
        task.clinicId = m_clinic.id;
        task.callId = m_last.id;
        task.createdAt = utc(6, 1, 0).addSecs(qint64{i} * 7919);
        const TaskId id = m_fixture->store().tasks().submit(task, QString::number(i))->id;
        const qint64 minutes = i % 4 == 0 ? -1 : (i * 37) % 100;
        if (minutes >= 0) {
            m_fixture->givenStatus(m_clinic, id, TaskStatus::Completed, task.createdAt.addSecs(minutes * 60));
        }
        all.emplace_back(task.createdAt, minutes);
    }
    for (const auto &[from, to] : std::vector<std::pair<QDateTime, QDateTime>>{{utc(6, 1, 0), utc(6, 7, 0)},
                                                                               {utc(6, 1, 4), utc(6, 5, 4)},
                                                                               {utc(6, 2, 3, 30), utc(6, 2, 17)},
                                                                               {utc(6, 2, 23), utc(6, 3, 1)},
                                                                               {utc(6, 1, 0), utc(6, 1, 0)}}) {
        qint64 created = 0;
        std::vector<qint64> taken;
        for (const auto &[at, minutes] : all) {
            if (at >= from && at < to) {
                ++created;
                if (minutes >= 0) {
                    taken.push_back(minutes);
                }
            }
        }
        const auto figures = analytics().tasks(m_clinic.id, {from, to});
        QCOMPARE(figures->created, created);
        QCOMPARE(figures->completed, static_cast<qint64>(taken.size()));
        std::sort(taken.begin(), taken.end());
        QCOMPARE(figures->medianTime.has_value(), !taken.empty());
        if (!taken.empty()) {
            QCOMPARE(figures->medianTime->count(), taken[(taken.size() - 1) / 2] * 60'000);
        }
    }
}

void TestAnalyticsStore::callsByHour_unanswered_hadAskedForPeople()
{
    givenCall(utc(6, 1, 9), QStringLiteral("unanswered"), 60);
    for (const int shift : {0, 1}) { // From the tally, and from the calls.
        const auto found = hours(utc(6, 1, 8).addMSecs(shift), utc(6, 1, 13).addMSecs(shift));
        QCOMPARE(found.front().escalated, qint64{1});
        QCOMPARE(found.front().handledMilliseconds, qint64{0});
    }
}

QTEST_GUILESS_MAIN(TestAnalyticsStore)
#include "tst_analyticsstore.moc"
