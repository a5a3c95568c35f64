#include "service/languagemodel/internal/eventstream.h"

#include <QTest>

using Frontdesk::LanguageModel::EventStream;

class TestEventStream : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void events_areTheSameHoweverTheyAreCut_data()
    {
        QTest::addColumn<QByteArray>("end");
        QTest::newRow("LF") << QByteArray("\n");
        QTest::newRow("CRLF") << QByteArray("\r\n");
        QTest::newRow("CR") << QByteArray("\r");
    }
    void events_areTheSameHoweverTheyAreCut()
    {
        QFETCH(QByteArray, end);
        QByteArray stream;
        for (const char *line : {": comment", "", "event: x", "data: {\"a\":\"é\"}", "", "data:two", "data: lines", "",
                                 "id: 7", "", "data:", "", "data:  [DONE]", ""}) {
            stream += QByteArray(line) + end;
        }
        const QList<QByteArray> expected{"{\"a\":\"é\"}", "two\nlines", "", " [DONE]"};
        for (qsizetype size = 1; size <= stream.size(); ++size) {
            EventStream events;
            QList<QByteArray> got;
            for (qsizetype at = 0; at < stream.size(); at += size) {
                got += events.feed(stream.mid(at, size));
            }
            QCOMPARE(got, expected);
        }
    }

    void eventWithoutItsEnd_isNone()
    {
        EventStream events;
        QVERIFY(events.feed("data: half\n").isEmpty());
        QCOMPARE(events.feed("\n"), QList<QByteArray>{"half"});
    }
};

QTEST_GUILESS_MAIN(TestEventStream)
#include "tst_eventstream.moc"
