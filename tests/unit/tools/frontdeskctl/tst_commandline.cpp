#include "tools/frontdeskctl/commandline.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Ctl;

class TestCommandLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parse_everyKind_isTakenApart();
    void parse_wrongLines_sayWhy_data();
    void parse_wrongLines_sayWhy();

private:
    const std::vector<Option> m_options{{QStringLiteral("json"), Option::Kind::Flag},
                                        {QStringLiteral("name")},
                                        {QStringLiteral("plan"), Option::Kind::Values}};
};

void TestCommandLine::parse_everyKind_isTakenApart()
{
    const auto line = CommandLine::parse({QStringLiteral("first"), QStringLiteral("--plan"), QStringLiteral("A"),
                                          QStringLiteral("--json"), QStringLiteral("--name=x=y"),
                                          QStringLiteral("--plan="), QStringLiteral("second")},
                                         m_options);
    QVERIFY(line.ok());
    QVERIFY(line->has(QStringLiteral("json")));
    QCOMPARE(line->value(QStringLiteral("name")), QStringLiteral("x=y"));
    QCOMPARE(line->values(QStringLiteral("plan")), QStringList({QStringLiteral("A"), QString()}));
    QCOMPARE(line->words(), QStringList({QStringLiteral("first"), QStringLiteral("second")}));
    QVERIFY(!CommandLine::parse({}, m_options)->has(QStringLiteral("json")));
}

void TestCommandLine::parse_wrongLines_sayWhy_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    QTest::newRow("unknown") << QStringList{QStringLiteral("--nmae"), QStringLiteral("x")} << QStringLiteral("--nmae");
    QTest::newRow("no value") << QStringList{QStringLiteral("--name")} << QStringLiteral("needs a value");
    QTest::newRow("twice") << QStringList{QStringLiteral("--name=a"), QStringLiteral("--name=b")}
                           << QStringLiteral("only once");
    QTest::newRow("flag with value") << QStringList{QStringLiteral("--json=yes")} << QStringLiteral("takes no value");
}

void TestCommandLine::parse_wrongLines_sayWhy()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const auto line = CommandLine::parse(arguments, m_options);
    QVERIFY(!line.ok());
    QVERIFY2(line.error().message.contains(named), qPrintable(line.error().message));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
