#include "service/dialogue/slots/slotextraction.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Dialogue;
using Flow::Expectation;

/// What is rendered in the ways people say it reads back as what it was.
class TstReadingProperties : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void phoneNumbers_saidInManyWays_readBack();
    void dates_saidInManyWays_readBackOnEveryDayOfTwoYears();
    void clockTimes_saidInManyWays_readBack();
    void spelledNames_readBack();
    void garbage_isReadInBoundedTime();
};

namespace {

const QStringList kDigits = QStringLiteral("oh one two three four five six seven eight nine").split(QLatin1Char(' '));
const QStringList kTeens =
    QStringLiteral("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
        .split(QLatin1Char(' '));
const QStringList kTens =
    QStringLiteral("- - twenty thirty forty fifty sixty seventy eighty ninety").split(QLatin1Char(' '));
const QStringList kOrdinals = QStringLiteral("- first second third fourth fifth sixth seventh eighth ninth tenth "
                                             "eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
                                             "seventeenth eighteenth nineteenth twentieth")
                                  .split(QLatin1Char(' '));

QString twoDigits(int value)
{
    if (value < 10) {
        return QStringLiteral("oh ") + kDigits[value];
    }
    if (value < 20) {
        return kTeens[value - 10];
    }
    return value % 10 == 0 ? kTens[value / 10] : kTens[value / 10] + QLatin1Char(' ') + kDigits[value % 10];
}

QString singly(const QString &digits, QRandomGenerator &chance)
{
    QStringList words;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const QString word = digits[i] == QLatin1Char('0') && chance.bounded(2) ? QStringLiteral("zero")
                                                                                : kDigits[digits[i].digitValue()];
        if (i + 1 < digits.size() && digits[i] == digits[i + 1] && chance.bounded(3) == 0) {
            words.append(QStringLiteral("double ") + word);
            ++i;
        } else {
            words.append(word);
        }
    }
    return words.join(QLatin1Char(' '));
}

QString ordinal(int day)
{
    if (day <= 20) {
        return kOrdinals[day];
    }
    return day == 30 ? QStringLiteral("thirtieth") : kTens[day / 10] + QLatin1Char(' ') + kOrdinals[day % 10];
}

QString read(const QString &said, Expectation expectation, SlotName name, QDate today = QDate(2026, 3, 4))
{
    ReadingContext context;
    context.localNow = QDateTime(today, QTime(9, 20), QTimeZone(QByteArrayLiteral("America/New_York")));
    context.expectation = expectation;
    const SlotReading reading = readSlots(said, context);
    const auto found = reading.slotValues.find(name);
    return found == reading.slotValues.end() ? QString() : found->second.value;
}

} // namespace

void TstReadingProperties::phoneNumbers_saidInManyWays_readBack()
{
    QRandomGenerator chance(20260304);
    for (int i = 0; i < 1500; ++i) {
        const QString area = QString::number(chance.bounded(22, 100)) + QString::number(chance.bounded(2, 10));
        const QString exchange = QString::number(chance.bounded(22, 100)) + QString::number(chance.bounded(2, 10));
        const QString line = QString::number(chance.bounded(10000)).rightJustified(4, QLatin1Char('0'));
        QString tail = singly(line, chance);
        if (chance.bounded(3) == 0 && line[2] != QLatin1Char('0') && line[0] != QLatin1Char('0')) {
            tail = twoDigits(line.left(2).toInt()) + QLatin1Char(' ') + twoDigits(line.right(2).toInt());
        }
        const QStringList lead = {QString(), QStringLiteral("it's "), QStringLiteral("area code "),
                                  QStringLiteral("my cell is "), QStringLiteral("one ")};
        const QStringList pause = {QStringLiteral(" "), QStringLiteral(", "), QStringLiteral(" uh "),
                                   QStringLiteral(" and then ")};
        const QString said = lead[chance.bounded(5)] + singly(area, chance) + pause[chance.bounded(4)] +
                             singly(exchange, chance) + pause[chance.bounded(4)] + tail;
        QVERIFY2(
            read(said, Expectation::PhoneNumber, SlotName::CallbackNumber) ==
                QLatin1String("+1") + area + exchange + line,
            qPrintable(said + QStringLiteral(" -> ") + read(said, Expectation::PhoneNumber, SlotName::CallbackNumber)));
    }
}

void TstReadingProperties::dates_saidInManyWays_readBackOnEveryDayOfTwoYears()
{
    QRandomGenerator chance(29);
    const QLocale english(QLocale::English);
    for (QDate today(2027, 6, 1); today < QDate(2029, 6, 1); today = today.addDays(1)) {
        const QDate date = today.addDays(chance.bounded(1, 300));
        const QString month = english.monthName(date.month()).toLower();
        const QStringList ways = {
            month + QLatin1Char(' ') + ordinal(date.day()),
            QStringLiteral("the %1 of %2").arg(ordinal(date.day()), month),
            QStringLiteral("%1 the %2").arg(month, ordinal(date.day())),
            QStringLiteral("%1/%2").arg(date.month()).arg(date.day()),
            QStringLiteral("%1 %2 %3").arg(english.dayName(date.dayOfWeek()).toLower(), month, ordinal(date.day())),
            QStringLiteral("%1 %2, %3").arg(english.monthName(date.month())).arg(date.day()).arg(date.year())};
        const QString said = ways[chance.bounded(static_cast<int>(ways.size()))];
        QVERIFY2(read(said, Expectation::DateTime, SlotName::PreferredDate, today) == date.toString(Qt::ISODate),
                 qPrintable(today.toString(Qt::ISODate) + QLatin1Char(' ') + said));
        const QDate near = today.addDays(chance.bounded(1, 8));
        QCOMPARE(
            read(english.dayName(near.dayOfWeek()).toLower(), Expectation::DateTime, SlotName::PreferredDate, today),
            near.toString(Qt::ISODate));
        QCOMPARE(read(QStringLiteral("tomorrow"), Expectation::DateTime, SlotName::PreferredDate, today),
                 today.addDays(1).toString(Qt::ISODate));
        const QString dayOnly =
            read(QStringLiteral("the ") + ordinal(date.day()), Expectation::DateTime, SlotName::PreferredDate, today);
        const QDate next = QDate::fromString(dayOnly, Qt::ISODate);
        QVERIFY(next.isValid() && next >= today && next.day() == date.day() && today.daysTo(next) <= 62);
    }
}

void TstReadingProperties::clockTimes_saidInManyWays_readBack()
{
    for (int hour = 8; hour < 18; ++hour) {
        const int spoken = hour > 12 ? hour - 12 : hour;
        const QString name = spoken < 10 ? kDigits[spoken] : kTeens[spoken - 10];
        const QString after = QStringLiteral("%1").arg(hour, 2, 10, QLatin1Char('0'));
        // Without a half of the day the usual hours of a clinic decide.
        const bool usual = hour < 19 && !(hour < 7);
        if (usual) {
            QCOMPARE(read(QStringLiteral("at ") + name, Expectation::DateTime, SlotName::PreferredTime),
                     after + QStringLiteral(":00"));
            QCOMPARE(read(name + QStringLiteral(" thirty"), Expectation::DateTime, SlotName::PreferredTime),
                     after + QStringLiteral(":30"));
            QCOMPARE(read(QStringLiteral("half past ") + name, Expectation::DateTime, SlotName::PreferredTime),
                     after + QStringLiteral(":30"));
            QCOMPARE(read(QStringLiteral("after ") + name, Expectation::DateTime, SlotName::PreferredTime),
                     after + QStringLiteral(":00-"));
        }
        const QString half = hour < 12 ? QStringLiteral("am") : QStringLiteral("pm");
        QCOMPARE(read(QStringLiteral("%1:45 %2").arg(spoken).arg(half), Expectation::DateTime, SlotName::PreferredTime),
                 after + QStringLiteral(":45"));
    }
}

void TstReadingProperties::spelledNames_readBack()
{
    QRandomGenerator chance(7);
    for (int i = 0; i < 400; ++i) {
        QString name;
        const int letters = chance.bounded(4, 10);
        for (int k = 0; k < letters; ++k) {
            name += QLatin1Char(static_cast<char>('a' + chance.bounded(26)));
        }
        // A run beginning with the articles or ending in the pronoun is another matter.
        const QString said = name.split(QString(), Qt::SkipEmptyParts).join(QLatin1Char(' '));
        const QString got = read(said, Expectation::Spelling, SlotName::PatientName).toLower();
        QVERIFY2(got == name, qPrintable(said + QStringLiteral(" -> ") + got));
    }
}

void TstReadingProperties::garbage_isReadInBoundedTime()
{
    QRandomGenerator chance(99);
    const QStringList words = QStringLiteral("no not the of week next monday after before between and or first last "
                                             "name is five double hundred oh a i k z as in with my "
                                             "mother doctor to from half past quarter may march thirty one cancel "
                                             "appointment call me back it's that's 's - ' 9:99 31/31 0000 "
                                             "\u00f1 \u4f60\u597d uh huh um")
                                  .split(QLatin1Char(' '));
    qint64 longest = 0;
    for (int i = 0; i < 1500; ++i) {
        QString said;
        const int count = chance.bounded(1, 40);
        for (int k = 0; k < count; ++k) {
            said += chance.bounded(12) == 0 ? QString(QChar(static_cast<char16_t>(chance.bounded(1, 0xd7ff))))
                                            : words[chance.bounded(static_cast<int>(words.size()))];
            said += chance.bounded(8) == 0 ? QStringLiteral(", ") : QStringLiteral(" ");
        }
        ReadingContext context;
        context.localNow = QDateTime(QDate(2028, 2, 29), QTime(9, 20));
        context.expectation = static_cast<Expectation>(chance.bounded(static_cast<int>(Expectation::Question) + 1));
        context.offered[SlotName::CallbackNumber].value = QStringLiteral("212555");
        QElapsedTimer timer;
        timer.start();
        const SlotReading reading = readSlots(said, context);
        longest = std::max(longest, i < 20 ? 0 : timer.nsecsElapsed());
        for (const auto &[name, value] : reading.slotValues) {
            QVERIFY(!value.value.isEmpty());
        }
    }
    (void)readSlots(QStringLiteral("five ").repeated(5000), {});
    // Five milliseconds on a quiet machine; other work beside the test must not fail it.
    QVERIFY2(longest < 100'000'000, qPrintable(QString::number(longest)));
}

QTEST_GUILESS_MAIN(TstReadingProperties)
#include "tst_readingproperties.moc"
