#include "service/texttospeech/spokenform.h"

#include <QTest>

using Frontdesk::TextToSpeech::spokenForm;
using Frontdesk::TextToSpeech::spokenSentences;

class TestSpokenForm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void form_written_isSpeakable_data();
    void form_written_isSpeakable();
    void sentences_text_areCutAtTheirEnds();
};

void TestSpokenForm::form_written_isSpeakable_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("spoken");
    const auto add = [](const char *written, const char *spoken) {
        QTest::newRow(written) << QString::fromUtf8(written) << QString::fromUtf8(spoken);
    };
    add("How can I help today?", "How can I help today?");
    add("Call 555-0123.", "Call five five five, zero one, two three.");
    add("at +15550100 or", "at five five five, zero one, zero zero or");
    add("+16175550123", "six one seven, five five five, zero one, two three");
    add("(617) 555-0123", "six one seven, five five five, zero one, two three");
    add("1-617-555-0123", "six one seven, five five five, zero one, two three");
    add("617.555.0123", "six one seven, five five five, zero one, two three");
    add("We open at 9:30.", "We open at nine thirty.");
    add("9:30 AM", "nine thirty ay em");
    add("at 2:05 p.m. today", "at two oh five pee em today");
    add("5:00 PM", "five pee em");
    add("at 9:00", "at nine o'clock");
    add("from 8 AM to 5pm", "from eight ay em to five pee em");
    add("Hang up and call 911 or 988.", "Hang up and call nine one one or nine eight eight.");
    add("Dr. Smith & Mrs. Lee", "Doctor Smith and Missus Lee");
    add("on March 4", "on March fourth");
    add("on March 21st, 2026", "on March twenty first, twenty twenty six");
    add("2026-03-04", "March fourth, twenty twenty six");
    add("3/31/2005", "March thirty first, two thousand five");
    add("born in 1906", "born in nineteen oh six");
    add("born in 1900", "born in nineteen hundred");
    add("the 30th", "the thirtieth");
    add("12 Main St., Ste. 4", "12 Main Street, Suite 4");
    add("$20 or $7.50", "20 dollars or 7 dollars and fifty cents");
    add("open 24/7", "open twenty four seven");
    add("number 0001234567890", "number zero zero zero one two three four five six seven eight nine zero");
    add("within 2 hours", "within 2 hours");
    add("2026-13-04 is no date", "twenty twenty six-13-04 is no date");
    add("I\u2019m here \u2014 really", "I'm here, really");
    add("", "");
}

void TestSpokenForm::form_written_isSpeakable()
{
    QFETCH(QString, written);
    QFETCH(QString, spoken);
    QCOMPARE(spokenForm(written), spoken);
}

void TestSpokenForm::sentences_text_areCutAtTheirEnds()
{
    QCOMPARE(spokenSentences(QStringLiteral("Thank you, John. What's next?  Go!")),
             (QStringList{QStringLiteral("Thank you, John."), QStringLiteral("What's next?"), QStringLiteral("Go!")}));
    QVERIFY(spokenSentences(QString()).isEmpty());
}

QTEST_APPLESS_MAIN(TestSpokenForm)
#include "tst_spokenform.moc"
