#include "service/languagemodel/internal/partialobject.h"

#include <QTest>

using namespace Frontdesk::LanguageModel;

class TestPartialObject : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyBeginning_givesOnlyWhatIsComplete()
    {
        const QByteArray object = "```{\"a\":\"x, \\\"y\\\"\",\"b\":[1,{\"c\":2}],\"d\":true,"
                                  "\"e\":\"One. Two\\u00e9\\\\\",\"f\":null}";
        QStringList names;
        for (qsizetype size = 0; size <= object.size(); ++size) {
            const PartialObject partial = readPartialObject(object.left(size));
            const QStringList now = partial.whole.keys();
            QVERIFY2(now.size() >= names.size(), object.left(size).constData());
            names = now;
            for (const QString &name : now) {
                const QJsonObject whole = readPartialObject(object).whole;
                QCOMPARE(partial.whole.value(name), whole.value(name));
            }
            if (partial.openName == QLatin1String("e")) {
                QVERIFY(QStringLiteral("One. Two\u00e9\\").startsWith(partial.openText));
            }
        }
        QCOMPARE(names.size(), 5);
    }

    void openText_isWhatHasCome()
    {
        const PartialObject partial = readPartialObject("{\"danger\":\"none\",\"say\":\"Thank you. I");
        QCOMPARE(partial.whole.size(), 1);
        QCOMPARE(partial.openName, QStringLiteral("say"));
        QCOMPARE(partial.openText, QStringLiteral("Thank you. I"));
        QVERIFY(readPartialObject("{\"danger\":\"none\",\"sa").openName.isEmpty());
        QVERIFY(readPartialObject("{\"inner\":{\"say\":\"Th").openName.isEmpty());
    }

    void noJson_givesNothing()
    {
        for (const char *text : {"", "Sure, I can", "{{{", "}", "[1,2"}) {
            QVERIFY(readPartialObject(text).whole.isEmpty());
        }
    }

    void wholeSentences_endWhereMoreFollows_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("whole");
        QTest::newRow("none yet") << QStringLiteral("Thank you") << QString();
        QTest::newRow("may go on") << QStringLiteral("Thank you.") << QString();
        QTest::newRow("one") << QStringLiteral("Thank you. I") << QStringLiteral("Thank you.");
        QTest::newRow("two") << QStringLiteral("Thank you! Got that. I") << QStringLiteral("Thank you! Got that.");
        QTest::newRow("short") << QStringLiteral("I see. Tell") << QStringLiteral("I see.");
        QTest::newRow("title") << QStringLiteral("Dr. Lopez sees") << QString();
        QTest::newRow("figures") << QStringLiteral("It is 3.5 miles") << QString();
    }
    void wholeSentences_endWhereMoreFollows()
    {
        QFETCH(QString, text);
        QFETCH(QString, whole);
        QCOMPARE(wholeSentences(text), whole);
    }
};

QTEST_APPLESS_MAIN(TestPartialObject)
#include "tst_partialobject.moc"
