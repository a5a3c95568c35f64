#include "tools/callsim/servicerecords.h"

#include <QJsonDocument>
#include <QTimer>

#include <unistd.h>

namespace Frontdesk::CallSim {

namespace {

/// The service writes the end of a call down after the phone network was answered.
constexpr int Attempts = 20;
constexpr Milliseconds Interval{200};

constexpr int ReaderNiceness = 19;

RecordedTurn turnFrom(const QJsonObject &json)
{
    const QString meant = json.value(QLatin1String("text")).toString();
    return {json.value(QLatin1String("speaker")).toString(), json.value(QLatin1String("heard_text")).toString(meant),
            json.value(QLatin1String("start_ms")).toInteger(), json.value(QLatin1String("end_ms")).toInteger()};
}

} // namespace

Result<ServiceRecords> parseRecords(const QByteArray &json)
{
    const auto document = QJsonDocument::fromJson(json);
    if (!document.isObject()) {
        return Error{ErrorCode::Corrupt, QStringLiteral("frontdeskctl's answer about the call is no JSON object")};
    }
    const QJsonObject call = document.object();
    ServiceRecords records;
    records.outcome = call.value(QLatin1String("outcome")).toString();
    records.tasks = call.value(QLatin1String("tasks")).toArray();
    for (const QJsonValue escalation : call.value(QLatin1String("escalations")).toArray()) {
        records.escalations.append(escalation.toObject().value(QLatin1String("reason")).toString());
    }
    const QJsonArray turns = call.value(QLatin1String("turns")).toArray();
    for (const QJsonValue turn : turns) {
        records.turns.push_back(turnFrom(turn.toObject()));
    }
    return records;
}

RecordsReader::RecordsReader(QString program, QProcessEnvironment environment, QObject *parent)
    : QObject(parent)
    , m_program(std::move(program))
    , m_environment(std::move(environment))
{}

void RecordsReader::read(const QString &callSid, Received done)
{
    attempt(callSid, Attempts, std::move(done));
}

void RecordsReader::attempt(const QString &callSid, int attemptsLeft, const Received &done)
{
    const auto received = [this, callSid, attemptsLeft, done](Result<ServiceRecords> records) {
        const bool tooEarly = records ? records->outcome.isEmpty() : records.error().retryMayHelp();
        if (tooEarly && attemptsLeft > 1) {
            QTimer::singleShot(Interval, this, [=, this] { attempt(callSid, attemptsLeft - 1, done); });
            return;
        }
        done(std::move(records));
    };
    m_questions.push_back({callSid, received});
    if (m_questions.size() == 1) {
        runNext();
    }
}

void RecordsReader::runNext()
{
    auto *process = new QProcess(this);
    process->setProcessEnvironment(m_environment);
    process->setChildProcessModifier([] { static_cast<void>(::nice(ReaderNiceness)); });
    connect(process, &QProcess::errorOccurred, this, [this, process](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            ended(process, Error{ErrorCode::NotFound, QStringLiteral("%1: %2").arg(m_program, process->errorString())});
        }
    });
    connect(process, &QProcess::finished, this, [this, process](int exitCode, QProcess::ExitStatus status) {
        if (status != QProcess::NormalExit || exitCode != 0) {
            const QString complaint = QString::fromUtf8(process->readAllStandardError()).trimmed();
            ended(process, Error{ErrorCode::Unavailable, QStringLiteral("frontdeskctl: %1").arg(complaint)});
            return;
        }
        ended(process, parseRecords(process->readAllStandardOutput()));
    });
    process->start(m_program, {QStringLiteral("calls"), QStringLiteral("show"), m_questions.front().callSid,
                               QStringLiteral("--json")});
}

void RecordsReader::ended(QProcess *process, Result<ServiceRecords> records)
{
    process->deleteLater();
    const Received done = std::move(m_questions.front().done);
    m_questions.pop_front();
    if (!m_questions.empty()) {
        runNext();
    }
    done(std::move(records));
}

} // namespace Frontdesk::CallSim
