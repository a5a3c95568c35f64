#include "shared/model/prices.h"

#include <QTest>

using namespace Frontdesk;

class TestPrices : public QObject {
    Q_OBJECT

    static QByteArray table(const QByteArray &entries) { return R"({"currency":"USD","prices":[)" + entries + "]}"; }

private Q_SLOTS:
    void micros_areAtThePriceOfTheDay()
    {
        const auto prices = Prices::fromJson(table(
            R"({"vendor":"deepgram","per":"recognized_minute","price":0.02,"from":"2026-06-01","source":"order 2"},
                     {"vendor":"deepgram","per":"recognized_minute","price":0.01,"from":"2026-01-01","source":"order 1"})"));
        QVERIFY(prices.ok());
        const UsageLine minutes{QStringLiteral("deepgram"), UsageUnit::RecognizedMilliseconds, 90'000};
        QCOMPARE(prices->micros(minutes, QDate(2026, 5, 31)), std::optional<qint64>(15'000));
        QCOMPARE(prices->micros(minutes, QDate(2026, 6, 1)), std::optional<qint64>(30'000));
        QVERIFY(!prices->micros(minutes, QDate(2025, 12, 31)));
    }

    void micros_withoutPrice_areUnknown()
    {
        const auto prices = Prices::fromJson(
            table(R"({"vendor":"openai","per":"million_tokens_out","price":2,"from":"2026-01-01","source":"order"})"));
        const QDate day(2026, 11, 1);
        QCOMPARE(prices->micros({QStringLiteral("openai"), UsageUnit::OutputTokens, 1000}, day),
                 std::optional<qint64>(2000));
        QVERIFY(!prices->micros({QStringLiteral("openai"), UsageUnit::InputTokens, 1000}, day));
        QVERIFY(!prices->micros({QStringLiteral("openai2"), UsageUnit::OutputTokens, 1000}, day));
        QVERIFY(!Prices().micros({QStringLiteral("openai"), UsageUnit::OutputTokens, 1}, day));
    }

    void fromJson_wrong_isRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no table") << QByteArray("[]");
        QTest::newRow("no currency") << QByteArray(R"({"prices":[]})");
        QTest::newRow("unknown quantity")
            << table(R"({"vendor":"x","per":"hour","price":1,"from":"2026-01-01","source":"s"})");
        QTest::newRow("negative") << table(
            R"({"vendor":"x","per":"phone_minute","price":-1,"from":"2026-01-01","source":"s"})");
        QTest::newRow("text") << table(
            R"({"vendor":"x","per":"phone_minute","price":"1","from":"2026-01-01","source":"s"})");
        QTest::newRow("no day") << table(R"({"vendor":"x","per":"phone_minute","price":1,"source":"s"})");
        QTest::newRow("no source") << table(R"({"vendor":"x","per":"phone_minute","price":1,"from":"2026-01-01"})");
    }
    void fromJson_wrong_isRefused()
    {
        QFETCH(QByteArray, json);
        const auto prices = Prices::fromJson(json);
        QVERIFY(!prices.ok());
        QCOMPARE(prices.error().code, ErrorCode::InvalidInput);
    }

    void unitNames_comeBack()
    {
        for (int unit = 0; unit <= static_cast<int>(UsageUnit::PhoneMilliseconds); ++unit) {
            const QString name = usageUnitName(UsageUnit(unit));
            QVERIFY(!name.isEmpty());
            QCOMPARE(usageUnitFromName(name), std::optional(UsageUnit(unit)));
        }
        QVERIFY(!usageUnitFromName(u"hours"));
    }
};

QTEST_APPLESS_MAIN(TestPrices)
#include "tst_prices.moc"
