#include "service/http/percentencoding.h"

#include <QTest>

using namespace Frontdesk::Http;

class TestPercentEncoding : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decoded_escapes_areBytes()
    {
        QCOMPARE(percentDecoded("a%20b%C3%b6", false).value(), QByteArray("a b\xC3\xB6"));
        QCOMPARE(percentDecoded("%00", false).value(), QByteArray(1, '\0'));
        QCOMPARE(percentDecoded("", true).value(), QByteArray(""));
    }
    void decoded_plus_isASpaceInFormsOnly()
    {
        QCOMPARE(percentDecoded("a+b%2B", true).value(), QByteArray("a b+"));
        QCOMPARE(percentDecoded("a+b", false).value(), QByteArray("a+b"));
    }
    void decoded_brokenEscape_isNothing_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"%", "a%2", "%G0", "%0g", "%%20"}) {
            QTest::newRow(text) << QByteArray(text);
        }
    }
    void decoded_brokenEscape_isNothing()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!percentDecoded(text, true));
    }
};

QTEST_GUILESS_MAIN(TestPercentEncoding)
#include "tst_percentencoding.moc"
