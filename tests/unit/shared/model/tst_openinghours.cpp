#include "shared/model/openinghours.h"

#include <QTest>
#include <QTimeZone>

using namespace Frontdesk;

namespace {

OpeningHours parsed(const char *text)
{
    return OpeningHours::parse(QString::fromLatin1(text)).value();
}

const QTimeZone NewYork("America/New_York");

} // namespace

class TestOpeningHours : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parse_readableText_roundTrips_data();
    void parse_readableText_roundTrips();
    void parse_unreadableText_quotesThePart_data();
    void parse_unreadableText_quotesThePart();
    void isOpenAt_edges_firstMinuteInLastOut();
    void holiday_closedOrShort_replacesTheWeek();
    void nextOpening_cases_data();
    void nextOpening_cases();
    void nextOpening_neverOpen_isNothing();
    void nextOpening_daylightSaving_keepsTheLocalHour();
};

void TestOpeningHours::parse_readableText_roundTrips_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kept");
    const auto row = [](const char *text, const char *kept) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(kept);
    };
    row("mon-fri 08:00-17:00", "mon-fri 08:00-17:00");
    row("mon-fri 08:00-17:00; sat 09:00-12:00", "mon-fri 08:00-17:00; sat 09:00-12:00");
    row("mon 08:00-12:00,13:00-17:00", "mon 08:00-12:00,13:00-17:00");
    row("mon 13:00-17:00,08:00-12:00", "mon 08:00-12:00,13:00-17:00");
    row("Monday-Friday 8:00 - 17:00", "mon-fri 08:00-17:00");
    row("mon-fri 08:00-17:00; wed closed", "mon-tue 08:00-17:00; thu-fri 08:00-17:00");
    row("mon-fri 08:00-17:00; wed 10:00-14:00", "mon-tue 08:00-17:00; wed 10:00-14:00; thu-fri 08:00-17:00");
    row("", "");
}

void TestOpeningHours::parse_readableText_roundTrips()
{
    QFETCH(QString, text);
    QFETCH(QString, kept);
    const auto hours = OpeningHours::parse(text);
    QVERIFY2(hours.ok(), qPrintable(hours.ok() ? QString() : hours.error().message));
    QCOMPARE(hours->toText(), kept);
    QVERIFY(*OpeningHours::parse(hours->toText()) == *hours);
}

void TestOpeningHours::parse_unreadableText_quotesThePart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *text, const char *part) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(part);
    };
    row("weekdays 08:00-17:00", "weekdays 08:00-17:00");
    row("mon-fri 08:00-17:00; sat", "\"sat\"");
    row("mon 17:00-08:00", "mon 17:00-08:00");
    row("mon 08:00-08:00", "mon 08:00-08:00");
    row("mon 8-17", "mon 8-17");
    row("mon 08:00-25:00", "mon 08:00-25:00");
    row("fri-mon 08:00-17:00", "fri-mon");
    row("mon-wed-fri 08:00-17:00", "mon-wed-fri");
    row("mon 08:00", "mon 08:00");
}

void TestOpeningHours::parse_unreadableText_quotesThePart()
{
    QFETCH(QString, text);
    QFETCH(QString, part);
    const auto hours = OpeningHours::parse(text);
    QVERIFY(!hours.ok());
    QCOMPARE(hours.error().code, ErrorCode::InvalidInput);
    QVERIFY2(hours.error().message.contains(part), qPrintable(hours.error().message));
}

void TestOpeningHours::isOpenAt_edges_firstMinuteInLastOut()
{
    const OpeningHours hours = parsed("mon-fri 08:00-12:00,13:00-17:00");
    const QDate monday(2026, 3, 2);
    QVERIFY(!hours.isOpenAt(monday, QTime(7, 59, 59)));
    QVERIFY(hours.isOpenAt(monday, QTime(8, 0)));
    QVERIFY(hours.isOpenAt(monday, QTime(11, 59, 59)));
    QVERIFY(!hours.isOpenAt(monday, QTime(12, 0)));
    QVERIFY(hours.isOpenAt(monday, QTime(13, 0)));
    QVERIFY(!hours.isOpenAt(monday, QTime(17, 0)));
    QVERIFY(!hours.isOpenAt(monday.addDays(5), QTime(10, 0)));
}

void TestOpeningHours::holiday_closedOrShort_replacesTheWeek()
{
    OpeningHours hours = parsed("mon-fri 08:00-17:00");
    hours.holidays[QDate(2026, 12, 25)] = {QStringLiteral("Christmas Day"), {}};
    hours.holidays[QDate(2026, 12, 24)] = {QStringLiteral("Christmas Eve"), {{QTime(8, 0), QTime(12, 0)}}};
    QVERIFY(!hours.isOpenAt(QDate(2026, 12, 25), QTime(10, 0)));
    QVERIFY(hours.isOpenAt(QDate(2026, 12, 24), QTime(10, 0)));
    QVERIFY(!hours.isOpenAt(QDate(2026, 12, 24), QTime(13, 0)));
    QVERIFY(hours.isOpenAt(QDate(2026, 12, 23), QTime(13, 0)));
}

void TestOpeningHours::nextOpening_cases_data()
{
    QTest::addColumn<QDateTime>("from");
    QTest::addColumn<QDateTime>("opening");
    const auto row = [](const char *name, QDate day, QTime time, QDate openDay, QTime openTime) {
        QTest::newRow(name) << QDateTime(day, time, NewYork) << QDateTime(openDay, openTime, NewYork);
    };
    // 2026-12-21 is a Monday; Thursday and Friday are holidays, the Thursday with a short morning.
    row("before opening", {2026, 12, 21}, {6, 30}, {2026, 12, 21}, {8, 0});
    row("while open: now", {2026, 12, 21}, {9, 15}, {2026, 12, 21}, {9, 15});
    row("in the lunch break", {2026, 12, 21}, {12, 30}, {2026, 12, 21}, {13, 0});
    row("at closing time", {2026, 12, 21}, {17, 0}, {2026, 12, 22}, {8, 0});
    row("into a short holiday", {2026, 12, 23}, {20, 0}, {2026, 12, 24}, {9, 0});
    row("over a closed holiday and a weekend", {2026, 12, 24}, {12, 0}, {2026, 12, 28}, {8, 0});
    row("on Saturday", {2026, 12, 26}, {10, 0}, {2026, 12, 28}, {8, 0});
}

void TestOpeningHours::nextOpening_cases()
{
    QFETCH(QDateTime, from);
    QFETCH(QDateTime, opening);
    OpeningHours hours = parsed("mon-fri 08:00-12:00,13:00-17:00");
    hours.holidays[QDate(2026, 12, 24)] = {QStringLiteral("Christmas Eve"), {{QTime(9, 0), QTime(11, 0)}}};
    hours.holidays[QDate(2026, 12, 25)] = {QStringLiteral("Christmas Day"), {}};
    const auto found = hours.nextOpening(from);
    QVERIFY(found.has_value());
    QCOMPARE(*found, opening);
}

void TestOpeningHours::nextOpening_neverOpen_isNothing()
{
    QVERIFY(!OpeningHours().nextOpening(QDateTime(QDate(2026, 3, 2), QTime(8, 0), NewYork)).has_value());
}

void TestOpeningHours::nextOpening_daylightSaving_keepsTheLocalHour()
{
    // Clocks in New York go forward on 2026-03-08 and back on 2026-11-01, both Sundays.
    const OpeningHours hours = parsed("mon-fri 08:00-17:00");
    const auto spring = hours.nextOpening(QDateTime(QDate(2026, 3, 7), QTime(12, 0), NewYork));
    QCOMPARE(spring->toUTC(), QDateTime(QDate(2026, 3, 9), QTime(12, 0), Qt::UTC));
    const auto autumn = hours.nextOpening(QDateTime(QDate(2026, 10, 31), QTime(12, 0), NewYork));
    QCOMPARE(autumn->toUTC(), QDateTime(QDate(2026, 11, 2), QTime(13, 0), Qt::UTC));
    const auto sunday = parsed("sun 01:00-05:00").nextOpening(QDateTime(QDate(2026, 3, 8), QTime(0, 30), NewYork));
    QCOMPARE(sunday->toUTC(), QDateTime(QDate(2026, 3, 8), QTime(6, 0), Qt::UTC));
}

QTEST_GUILESS_MAIN(TestOpeningHours)
#include "tst_openinghours.moc"
