#include "shared/core/result.h"

#include <QTest>

#include <memory>
#include <set>

using namespace Frontdesk;

class TestResult : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void value_given_isOkAndReachable();
    void error_given_isNotOk();
    void moveOnlyValue_taken_isMoved();
    void valueOr_error_givesTheOther();
    void voidResult_bothWays_tells();
    void errorCodes_all_haveNamesOfTheirOwn();
    void retryMayHelp_onlyForPassingTroubles();
};

void TestResult::value_given_isOkAndReachable()
{
    Result<QString> result(QStringLiteral("a"));
    QVERIFY(result.ok());
    QVERIFY(result);
    QCOMPARE(*result, QStringLiteral("a"));
    QCOMPARE(result->size(), 1);
    result.value() += QLatin1Char('b');
    QCOMPARE(result.value(), QStringLiteral("ab"));
}

void TestResult::error_given_isNotOk()
{
    const Result<int> result(Error{ErrorCode::NotFound, QStringLiteral("Gone.")});
    QVERIFY(!result.ok());
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::NotFound);
    QCOMPARE(result.error().message, QStringLiteral("Gone."));
}

void TestResult::moveOnlyValue_taken_isMoved()
{
    Result<std::unique_ptr<int>> result(std::make_unique<int>(7));
    const std::unique_ptr<int> taken = std::move(result).value();
    QCOMPARE(*taken, 7);
}

void TestResult::valueOr_error_givesTheOther()
{
    QCOMPARE(Result<int>(Error{}).valueOr(9), 9);
    QCOMPARE(Result<int>(3).valueOr(9), 3);
}

void TestResult::voidResult_bothWays_tells()
{
    QVERIFY(Result<void>().ok());
    const Result<void> failed(Error{ErrorCode::Refused, QStringLiteral("No.")});
    QVERIFY(!failed);
    QCOMPARE(failed.error().code, ErrorCode::Refused);
}

void TestResult::errorCodes_all_haveNamesOfTheirOwn()
{
    std::set<QString> names;
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
        names.insert(errorCodeName(static_cast<ErrorCode>(code)));
    }
    QCOMPARE(names.size(), size_t{8});
    QCOMPARE(errorCodeName(ErrorCode::InvalidInput), QStringLiteral("invalid_input"));
}

void TestResult::retryMayHelp_onlyForPassingTroubles()
{
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
        const Error error{static_cast<ErrorCode>(code), QString()};
        QCOMPARE(error.retryMayHelp(), error.code == ErrorCode::Unavailable || error.code == ErrorCode::Timeout);
    }
}

QTEST_GUILESS_MAIN(TestResult)
#include "tst_result.moc"
