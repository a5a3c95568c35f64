#include "tools/frontdeskctl/table.h"

#include <QTest>

using namespace Frontdesk::Ctl;

class TestTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writeTable_cellsOfAnyWidth_lineUp();
    void printable_controlCharacters_areReplaced();
    void callTime_anyLength_isReadable();
};

void TestTable::writeTable_cellsOfAnyWidth_lineUp()
{
    QString text;
    QTextStream stream(&text);
    writeTable(stream, {QStringLiteral("A"), QStringLiteral("LONG")},
               {{QStringLiteral("wide cell"), QStringLiteral("x")}, {QStringLiteral("b"), QString()}});
    QCOMPARE(text, QStringLiteral("A          LONG\nwide cell  x\nb\n"));
}

void TestTable::printable_controlCharacters_areReplaced()
{
    QCOMPARE(printable(QStringLiteral("a\x1b[31mb\nc é")), QStringLiteral("a [31mb c é"));
}

void TestTable::callTime_anyLength_isReadable()
{
    QCOMPARE(callTime(0), QStringLiteral("0:00.0"));
    QCOMPARE(callTime(62'345), QStringLiteral("1:02.3"));
    QCOMPARE(callTime(3'600'000), QStringLiteral("60:00.0"));
}

QTEST_GUILESS_MAIN(TestTable)
#include "tst_table.moc"
