#include "tools/callsim/servicerecords.h"

#include <QJsonDocument>

namespace Frontdesk::CallSim {

namespace {

Error unreadable(const QString &what)
{
    return Error{ErrorCode::Corrupt,
                 QStringLiteral("frontdeskctl's answer to \"%1\" is not what was expected").arg(what)};
}

/// The member `name`, or the document itself when it is the value alone.
QJsonValue memberOrWhole(const QJsonDocument &document, QLatin1String name)
{
    if (document.isArray()) {
        return document.array();
    }
    const QJsonObject object = document.object();
    return object.contains(name) ? object.value(name) : QJsonValue(object);
}

RecordedTurn turnFrom(const QJsonObject &json)
{
    const QString heard = json.value(QLatin1String("heard_text")).toString();
    return {json.value(QLatin1String("speaker")).toString(),
            heard.isEmpty() ? json.value(QLatin1String("text")).toString() : heard,
            json.value(QLatin1String("start_ms")).toInteger(), json.value(QLatin1String("end_ms")).toInteger()};
}

} // namespace

Result<ServiceRecords> parseRecords(const QByteArray &call, const QByteArray &tasks, const QString &callSid)
{
    const auto callDocument = QJsonDocument::fromJson(call);
    const auto tasksDocument = QJsonDocument::fromJson(tasks);
    if (!callDocument.isObject()) {
        return unreadable(QStringLiteral("calls show"));
    }
    if (tasksDocument.isNull()) {
        return unreadable(QStringLiteral("tasks list"));
    }
    ServiceRecords records;
    const QJsonObject record = memberOrWhole(callDocument, QLatin1String("call")).toObject();
    records.outcome = record.value(QLatin1String("outcome")).toString();
    const QJsonArray turns = callDocument.object().value(QLatin1String("turns")).toArray();
    for (const QJsonValue turn : turns) {
        records.turns.push_back(turnFrom(turn.toObject()));
    }
    const QString callId =
        record.value(QLatin1String("call_id")).toString(record.value(QLatin1String("id")).toString());
    const QJsonArray all = memberOrWhole(tasksDocument, QLatin1String("tasks")).toArray();
    for (const QJsonValue task : all) {
        const QString owner = task.toObject().value(QLatin1String("call_id")).toString();
        if (owner.isEmpty() || owner == callId || owner == callSid) {
            records.tasks.append(task);
        }
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
    const QString json = QStringLiteral("--json");
    run({QStringLiteral("calls"), QStringLiteral("show"), callSid, json},
        [this, json, callSid, done](const Result<QByteArray> &call) {
            if (!call) {
                done(call.error());
                return;
            }
            run({QStringLiteral("tasks"), QStringLiteral("list"), json},
                [call = *call, callSid, done](const Result<QByteArray> &tasks) {
                    done(tasks ? parseRecords(call, *tasks, callSid) : Result<ServiceRecords>(tasks.error()));
                });
        });
}

void RecordsReader::run(const QStringList &arguments, Output done)
{
    auto *process = new QProcess(this);
    process->setProcessEnvironment(m_environment);
    connect(process, &QProcess::errorOccurred, this, [this, process, done](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            process->deleteLater();
            done(Error{ErrorCode::NotFound, QStringLiteral("%1: %2").arg(m_program, process->errorString())});
        }
    });
    connect(process, &QProcess::finished, this, [process, done](int exitCode, QProcess::ExitStatus status) {
        process->deleteLater();
        if (status != QProcess::NormalExit || exitCode != 0) {
            const QString complaint = QString::fromUtf8(process->readAllStandardError()).trimmed();
            done(Error{ErrorCode::Unavailable, QStringLiteral("frontdeskctl: %1").arg(complaint)});
            return;
        }
        done(process->readAllStandardOutput());
    });
    process->start(m_program, arguments);
}

} // namespace Frontdesk::CallSim
