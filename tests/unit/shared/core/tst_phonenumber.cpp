#include "shared/core/phonenumber.h"

#include <QTest>

using namespace Frontdesk;

class TestPhoneNumber : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isE164_shapes_data();
    void isE164_shapes();
};

void TestPhoneNumber::isE164_shapes_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<bool>("valid");
    const auto row = [](const char *number, bool valid) {
        QTest::newRow(number) << QString::fromLatin1(number) << valid;
    };
    row("+15550100000", true);
    row("+1234567", true);
    row("+123456789012345", true);
    row("+123456", false);
    row("+1234567890123456", false);
    row("+05550100000", false);
    row("15550100000", false);
    row("+1555010000x", false);
    row("+1 555 010 0000", false);
    row("", false);
}

void TestPhoneNumber::isE164_shapes()
{
    QFETCH(QString, number);
    QTEST(isE164(number), "valid");
}

QTEST_GUILESS_MAIN(TestPhoneNumber)
#include "tst_phonenumber.moc"
