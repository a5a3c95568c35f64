#pragma once

#include "shared/core/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>

#include <functional>

namespace Frontdesk::CallSim {

/// One turn as the service wrote it down; times from the start of the stream.
struct RecordedTurn {
    QString speaker; ///< `caller` or `assistant`.
    QString text;    ///< What was heard of it.
    qint64 startMs = 0;
    qint64 endMs = 0;
};

/// What the service recorded of one call.
struct ServiceRecords {
    QString outcome;
    std::vector<RecordedTurn> turns;
    QJsonArray tasks;
};

/// Reads `frontdeskctl calls show --json` and `tasks list --json` of the call with `callSid`.
[[nodiscard]] Result<ServiceRecords> parseRecords(const QByteArray &call, const QByteArray &tasks,
                                                  const QString &callSid);

/// Asks frontdeskctl after a call; one at a time, on the calling thread's event loop.
class RecordsReader final : public QObject {
    Q_OBJECT

public:
    /// `environment` names the database, as for frontdeskctl itself.
    RecordsReader(QString program, QProcessEnvironment environment, QObject *parent = nullptr);

    using Received = std::function<void(Result<ServiceRecords>)>;
    void read(const QString &callSid, Received done);

private:
    using Output = std::function<void(Result<QByteArray>)>;
    void run(const QStringList &arguments, Output done);

    QString m_program;
    QProcessEnvironment m_environment;
};

} // namespace Frontdesk::CallSim
