#pragma once

#include "shared/core/clock.h"
#include "shared/core/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>

#include <deque>
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
    QStringList escalations; ///< Reasons.
};

/// Reads what `frontdeskctl calls show ID --json` wrote.
[[nodiscard]] Result<ServiceRecords> parseRecords(const QByteArray &json);

/// Asks frontdeskctl after a call, on the calling thread's event loop. Each answer comes later, once. One program runs at a
/// time, below everything else: others are still on the line, and their next 20 ms come first.
class RecordsReader final : public QObject {
    Q_OBJECT

public:
    /// `environment` names the database, as for frontdeskctl itself.
    RecordsReader(QString program, QProcessEnvironment environment, QObject *parent = nullptr);

    using Received = std::function<void(Result<ServiceRecords>)>;

    /// Asks again for a while when the call is not there yet or has no outcome.
    void read(const QString &callSid, Received done);

private:
    void attempt(const QString &callSid, int attemptsLeft, const Received &done);
    void runNext();
    void ended(QProcess *process, Result<ServiceRecords> records);

    struct Question {
        QString callSid;
        Received done;
    };

    QString m_program;
    QProcessEnvironment m_environment;
    std::deque<Question> m_questions; ///< The first is being asked.
};

} // namespace Frontdesk::CallSim
