#include "service/call/sentences.h"

#include <QTest>

using namespace Frontdesk::Call;

class TestSentences : public QObject {
    Q_OBJECT

    static QStringList split(const char *text)
    {
        QStringList parts;
        for (const Sentence &sentence : splitSentences(QString::fromUtf8(text))) {
            parts << sentence.text;
        }
        return parts;
    }

private Q_SLOTS:
    void split_endsOfSentences()
    {
        QCOMPARE(split("Got it. What's next? Go!"),
                 (QStringList{QStringLiteral("Got it."), QStringLiteral("What's next?"), QStringLiteral("Go!")}));
    }
    void split_titlesTimesAndDecimals_stayWhole()
    {
        QCOMPARE(split("Dr. Lopez is in at 9:30 a.m. tomorrow. It is 3.5 miles.").size(), 2);
        QCOMPARE(split("Turn onto Oak St. and park."), QStringList{QStringLiteral("Turn onto Oak St. and park.")});
    }
    void split_noFinalMark_keepsTheRest()
    {
        QCOMPARE(split("Hello. I'm connecting you NOW"),
                 (QStringList{QStringLiteral("Hello."), QStringLiteral("I'm connecting you NOW")}));
    }
    void split_nothing()
    {
        QVERIFY(split("").isEmpty());
        QVERIFY(split("   ").isEmpty());
    }
    void split_offsetsCoverTheText()
    {
        const QString text = QStringLiteral("One two. Three four? Five.");
        const auto sentences = splitSentences(text);
        QCOMPARE(sentences.front().begin, 0);
        QCOMPARE(sentences.back().end, text.size());
        for (size_t i = 1; i < sentences.size(); ++i) {
            QCOMPARE(sentences[i].begin, sentences[i - 1].end);
        }
    }
    void wholeWords_cutsBeforeTheUnfinishedWord()
    {
        const QString text = QStringLiteral("May I have your name");
        QCOMPARE(wholeWords(text, 13), QStringLiteral("May I have"));
        QCOMPARE(wholeWords(text, 100), text);
        QCOMPARE(wholeWords(text, 2), QString());
        QCOMPARE(wholeWords(text, 0), QString());
    }
};

QTEST_APPLESS_MAIN(TestSentences)
#include "tst_sentences.moc"
