#include "service/telephony/twilioform.h"

#include <QString>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Telephony;

class TestTwilioForm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parse_typicalBody_keepsEverythingInOrder()
    {
        const auto form = TwilioForm::parse("To=%2B15550100001&CallerName=&x=%C3%A9+b%26&x=2&=1");
        QVERIFY(!form);
        const auto good = TwilioForm::parse("To=%2B15550100001&CallerName=&x=%C3%A9+b%26&x=2&y=a=b");
        QVERIFY(good);
        QCOMPARE(good->parameters().size(), size_t{5});
        QCOMPARE(good->text("To"), QStringLiteral("+15550100001"));
        QVERIFY(good->contains("CallerName"));
        QVERIFY(good->text("CallerName").isEmpty());
        QCOMPARE(good->text("x"), QStringLiteral("é b&"));
        QCOMPARE(good->parameters()[3].value, QByteArray("2"));
        QCOMPARE(good->text("y"), QStringLiteral("a=b"));
        QVERIFY(!good->contains("to"));
    }

    void parse_empty_isAnEmptyForm() { QVERIFY(TwilioForm::parse("")->parameters().empty()); }

    void parse_malformed_isAnErrorWithoutItsContent_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("broken escape") << QByteArray("From=%2");
        QTest::newRow("no hex") << QByteArray("From=%zz1555");
        QTest::newRow("no name") << QByteArray("=secret");
        QTest::newRow("no value") << QByteArray("secret");
        QTest::newRow("empty item") << QByteArray("a=1&&b=2");
        QTest::newRow("not utf-8") << QByteArray("a=%ff");
        QTest::newRow("name not utf-8") << QByteArray("%ff=a");
        QTest::newRow("nul") << QByteArray("a=%00");
        QTest::newRow("too many") << QByteArray("a=1&").repeated(201).chopped(1);
    }
    void parse_malformed_isAnErrorWithoutItsContent()
    {
        QFETCH(QByteArray, body);
        const auto form = TwilioForm::parse(body);
        QVERIFY(!form);
        QCOMPARE(form.error().code, ErrorCode::InvalidInput);
        QVERIFY(!form.error().message.contains(QLatin1String("secret")));
    }
};

QTEST_APPLESS_MAIN(TestTwilioForm)
#include "tst_twilioform.moc"
