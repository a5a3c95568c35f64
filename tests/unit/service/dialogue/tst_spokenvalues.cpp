#include "service/dialogue/internal/spokenvalues.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Dialogue;

namespace {

const QDate Today(2026, 3, 4); // A Wednesday.

SlotMap when(const char *date, const char *days, const char *time)
{
    SlotMap values;
    const auto put = [&](SlotName name, const char *value) {
        if (*value != '\0') {
            values[name].value = QString::fromLatin1(value);
        }
    };
    put(SlotName::PreferredDate, date);
    put(SlotName::PreferredDays, days);
    put(SlotName::PreferredTime, time);
    return values;
}

} // namespace

class SpokenValuesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void when_data()
    {
        QTest::addColumn<QString>("date");
        QTest::addColumn<QString>("days");
        QTest::addColumn<QString>("time");
        QTest::addColumn<QString>("spoken");
        const auto row = [](const char *date, const char *days, const char *time, const char *spoken) {
            QTest::newRow(spoken) << QString::fromLatin1(date) << QString::fromLatin1(days) << QString::fromLatin1(time)
                                  << QString::fromLatin1(spoken);
        };
        row("2026-03-10", "", "morning", "next Tuesday morning");
        row("2026-03-05", "", "14:00", "tomorrow at 2 PM");
        row("2026-03-04", "", "afternoon", "today in the afternoon");
        row("2026-03-06", "", "any", "this Friday");
        row("2026-03-18", "", "09:30", "Wednesday, March 18th at 9:30 AM");
        row("2026-03-09/2026-03-13", "", "afternoon", "next week in the afternoon");
        row("2026-03-04/2026-03-06", "", "", "between today and this Friday");
        row("2026-03-23/2026-03-27", "", "", "the week of March 23rd");
        row("2026-03-09|2026-03-10", "", "afternoon", "next Monday or next Tuesday afternoon");
        row("2026-03-04/..", "", "", "as soon as possible");
        row("2026-03-16/..", "", "", "from Monday, March 16th on");
        row("../2026-03-12", "", "", "by next Thursday");
        row("", "TU,TH", "morning", "on a Tuesday or Thursday in the morning");
        row("", "!MO", "", "but not on Monday");
        row("", "", "10:00-12:00", "between 10 AM and noon");
        row("", "", "-12:00", "before noon");
        row("", "", "15:00-", "from 3 PM");
        row("", "", "10:00|10:30", "at 10 AM or at 10:30 AM");
        row("", "", "", "");
    }
    void when()
    {
        QFETCH(QString, date);
        QFETCH(QString, days);
        QFETCH(QString, time);
        QTEST(spokenWhen(::when(date.toLatin1(), days.toLatin1(), time.toLatin1()), Today), "spoken");
    }

    void number_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("spoken");
        QTest::newRow("5550123") << QStringLiteral("555-0123") << QStringLiteral("five five five, zero one two three");
        QTest::newRow("+12025550107") << QStringLiteral("202-555-0107")
                                      << QStringLiteral("two zero two, five five five, zero one zero seven");
        QTest::newRow("+15125550190;ext=442")
            << QStringLiteral("512-555-0190, extension 442")
            << QStringLiteral("five one two, five five five, zero one nine zero, extension four four two");
    }
    void number()
    {
        const QString canonical = QString::fromLatin1(QTest::currentDataTag());
        QTEST(writtenNumber(canonical), "written");
        QTEST(spokenNumber(canonical), "spoken");
    }

    void reason_data()
    {
        QTest::addColumn<QString>("spoken");
        QTest::newRow("just a regular checkup") << QStringLiteral("a checkup");
        QTest::newRow("annual physical") << QStringLiteral("an annual physical");
        QTest::newRow("flu shot") << QStringLiteral("a flu shot");
        QTest::newRow("school shots") << QStringLiteral("school shots");
        QTest::newRow("x-ray") << QStringLiteral("an x-ray");
        QTest::newRow("knee") << QStringLiteral("your knee");
        QTest::newRow("my wrist hurts when i type") << QString();
        QTest::newRow("physical therapy") << QStringLiteral("physical therapy");
        QTest::newRow("") << QString();
    }
    void reason() { QTEST(spokenReason(QString::fromLatin1(QTest::currentDataTag())), "spoken"); }

    void list_joinsAsPeopleDo()
    {
        QCOMPARE(spokenList({}), QString());
        QCOMPARE(spokenList({QStringLiteral("a")}), QStringLiteral("a"));
        QCOMPARE(spokenList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}),
                 QStringLiteral("a, b and c"));
    }

    void moment_namesDayAndTime()
    {
        QCOMPARE(spokenMoment(QDateTime(Today.addDays(1), QTime(8, 0)), Today), QStringLiteral("tomorrow at 8 AM"));
        QCOMPARE(spokenRanges({{QTime(8, 0), QTime(12, 0)}, {QTime(13, 0), QTime(17, 0)}}),
                 QStringLiteral("8 AM to noon and 1 PM to 5 PM"));
    }
};

QTEST_GUILESS_MAIN(SpokenValuesTest)
#include "tst_spokenvalues.moc"
