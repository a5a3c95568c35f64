#include "tools/callsim/servicerecords.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Frontdesk;
using namespace Frontdesk::CallSim;

class TestServiceRecords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answer_becomesTurnsAndTasks();
    void heardText_winsOverWhatWasMeant();
    void garbage_isCorrupt();
    void program_notAnsweringInJson_isCorrupt();
    void program_missing_isSaid();
    void program_failing_givesItsComplaint();
    void program_givesWayToThoseOnTheLine();
    void manyQuestions_areAskedOneAfterTheOther();

private:
    [[nodiscard]] Result<ServiceRecords> readWith(const QString &program);
};

namespace {

const QByteArray Call = R"({"id": "u1", "outcome": "completed",
    "turns": [{"speaker": "assistant", "text": "Hello there", "heard_text": "Hello", "start_ms": 10, "end_ms": 400},
              {"speaker": "caller", "text": "Hi", "start_ms": 900, "end_ms": 1200}],
    "tasks": [{"request_type": "other"}]})";

/// A stand-in for frontdeskctl that does this in a shell.
QString programIn(const QTemporaryDir &folder, const QByteArray &does)
{
    QFile program(folder.filePath(QStringLiteral("frontdeskctl")));
    if (program.open(QIODevice::WriteOnly)) {
        program.write("#!/bin/sh\n" + does + '\n');
    }
    program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return program.fileName();
}

} // namespace

Result<ServiceRecords> TestServiceRecords::readWith(const QString &program)
{
    RecordsReader reader(program, QProcessEnvironment::systemEnvironment());
    std::optional<Result<ServiceRecords>> received;
    reader.read(QStringLiteral("CA1"), [&](Result<ServiceRecords> records) { received = std::move(records); });
    if (!QTest::qWaitFor([&] { return received.has_value(); }, 10000)) {
        return Error{ErrorCode::Timeout, QStringLiteral("nothing came")};
    }
    return *received;
}

void TestServiceRecords::answer_becomesTurnsAndTasks()
{
    const auto records = parseRecords(Call);
    QVERIFY(records);
    QCOMPARE(records->outcome, QStringLiteral("completed"));
    QCOMPARE(records->turns.size(), 2U);
    QCOMPARE(records->turns[1].startMs, 900);
    QCOMPARE(records->tasks.size(), 1);
}

void TestServiceRecords::heardText_winsOverWhatWasMeant()
{
    const auto records = parseRecords(Call);
    QVERIFY(records);
    QCOMPARE(records->turns[0].text, QStringLiteral("Hello"));
    QCOMPARE(records->turns[1].text, QStringLiteral("Hi"));
}

void TestServiceRecords::garbage_isCorrupt()
{
    QCOMPARE(parseRecords("oops").error().code, ErrorCode::Corrupt);
    QCOMPARE(parseRecords("[]").error().code, ErrorCode::Corrupt);
}

void TestServiceRecords::program_notAnsweringInJson_isCorrupt()
{
    // echo's answer is its arguments, which are no JSON.
    QCOMPARE(readWith(QStringLiteral("echo")).error().code, ErrorCode::Corrupt);
}

void TestServiceRecords::program_missing_isSaid()
{
    QCOMPARE(readWith(QStringLiteral("/no/such/frontdeskctl")).error().code, ErrorCode::NotFound);
}

void TestServiceRecords::program_failing_givesItsComplaint()
{
    const auto records = readWith(QStringLiteral("false"));
    QVERIFY(!records);
    QCOMPARE(records.error().code, ErrorCode::Unavailable);
}

void TestServiceRecords::program_givesWayToThoseOnTheLine()
{
    const QTemporaryDir folder;
    const auto records = readWith(programIn(folder, "echo \"{\\\"outcome\\\": \\\"$(nice)\\\"}\""));
    QVERIFY(records);
    QCOMPARE(records->outcome, QStringLiteral("19"));
}

void TestServiceRecords::manyQuestions_areAskedOneAfterTheOther()
{
    const QTemporaryDir folder;
    const QString program = programIn(folder, "here=$(dirname \"$0\")\n"
                                              "mkdir \"$here/asked\" && found=alone || found=crowded\n"
                                              "echo \"{\\\"outcome\\\": \\\"$found\\\"}\"\n"
                                              "rmdir \"$here/asked\"");
    RecordsReader reader(program, QProcessEnvironment::systemEnvironment());
    QStringList answers;
    for (const char *call : {"a", "b", "c", "d", "e", "f"}) {
        reader.read(QLatin1String(call), [&answers, call](const Result<ServiceRecords> &records) {
            answers << QLatin1String(call) + QLatin1Char(' ') + (records ? records->outcome : QString());
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(answers.join(QLatin1Char(',')),
                              QStringLiteral("a alone,b alone,c alone,d alone,e alone,f alone"), 10000);
}

QTEST_GUILESS_MAIN(TestServiceRecords)
#include "tst_servicerecords.moc"
