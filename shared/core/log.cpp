#include "shared/core/log.h"

#include <QDateTime>

#include <cstdio>

namespace Frontdesk::Log {

Q_LOGGING_CATEGORY(app, "frontdesk.app", QtInfoMsg)
Q_LOGGING_CATEGORY(http, "frontdesk.http", QtInfoMsg)
Q_LOGGING_CATEGORY(telephony, "frontdesk.telephony", QtInfoMsg)
Q_LOGGING_CATEGORY(audio, "frontdesk.audio", QtInfoMsg)
Q_LOGGING_CATEGORY(speechToText, "frontdesk.speechtotext", QtInfoMsg)
Q_LOGGING_CATEGORY(textToSpeech, "frontdesk.texttospeech", QtInfoMsg)
Q_LOGGING_CATEGORY(dialogue, "frontdesk.dialogue", QtInfoMsg)
Q_LOGGING_CATEGORY(safety, "frontdesk.safety", QtInfoMsg)
Q_LOGGING_CATEGORY(call, "frontdesk.call", QtInfoMsg)
Q_LOGGING_CATEGORY(escalation, "frontdesk.escalation", QtInfoMsg)
Q_LOGGING_CATEGORY(storage, "frontdesk.storage", QtInfoMsg)
Q_LOGGING_CATEGORY(api, "frontdesk.api", QtInfoMsg)

namespace {

const char *levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "error";
    case QtFatalMsg:
        return "fatal";
    }
    return "info";
}

void writeLine(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    QString oneLine = message;
    oneLine.replace(QLatin1Char('\n'), QLatin1Char(' '));
    const QByteArray line = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toLatin1() + ' ' +
                            levelName(type) + ' ' + (context.category ? context.category : "default") + ' ' +
                            oneLine.toUtf8() + '\n';
    // One write per line keeps lines of different threads apart.
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr);
}

} // namespace

void installHandler()
{
    qInstallMessageHandler(writeLine);
}

void setLevel(const QString &level)
{
    static const QStringList levels{QStringLiteral("debug"), QStringLiteral("info"), QStringLiteral("warning")};
    const qsizetype lowest = levels.contains(level) ? levels.indexOf(level) : levels.size();
    QString rules;
    for (qsizetype i = 0; i < levels.size(); ++i) {
        rules += QStringLiteral("frontdesk.*.%1=%2\n")
                     .arg(levels[i], i >= lowest ? QStringLiteral("true") : QStringLiteral("false"));
    }
    QLoggingCategory::setFilterRules(rules);
}

} // namespace Frontdesk::Log
