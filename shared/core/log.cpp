#include "shared/core/log.h"

#include "shared/core/logsink.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <atomic>
#include <cstdio>
#include <mutex>

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

std::atomic<Format> s_format = Format::Text;

struct Listener {
    std::mutex mutex;
    ErrorListener listener;
};

Listener &errorListener()
{
    static Listener listener;
    return listener;
}

/// Of lines that begin with `call ID`.
QString callIn(const QString &message)
{
    constexpr qsizetype UuidLength = 36;
    const QLatin1String word("call ");
    const QString id = message.mid(word.size(), UuidLength);
    const bool isCall = message.startsWith(word) && id.size() == UuidLength && id.count(QLatin1Char('-')) == 4;
    return isCall ? id : QString();
}

void tellOfError(const QString &category, bool isFatal)
{
    Listener &known = errorListener();
    ErrorListener listener;
    {
        const std::lock_guard lock(known.mutex);
        listener = known.listener;
    }
    if (listener) {
        listener(category, isFatal);
    }
}

void writeLine(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const char *category = context.category ? context.category : "default";
    const QByteArray line = formatLine(s_format, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toLatin1(),
                                       levelName(type), category, message);
    // One write per line keeps lines of different threads apart.
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr);
    if (type == QtCriticalMsg || type == QtFatalMsg) {
        tellOfError(QString::fromLatin1(category), type == QtFatalMsg);
    }
}

} // namespace

void setFormat(Format format)
{
    s_format = format;
}

void setErrorListener(ErrorListener listener)
{
    const std::lock_guard lock(errorListener().mutex);
    errorListener().listener = std::move(listener);
}

QByteArray formatLine(Format format, const QByteArray &time, const char *level, const char *category,
                      const QString &message)
{
    if (format == Format::Json) {
        QJsonObject line{{QStringLiteral("time"), QString::fromLatin1(time)},
                         {QStringLiteral("level"), QLatin1String(level)},
                         {QStringLiteral("category"), QLatin1String(category)},
                         {QStringLiteral("message"), message}};
        if (const QString call = callIn(message); !call.isEmpty()) {
            line.insert(QStringLiteral("call"), call);
        }
        return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    }
    QString oneLine = message;
    oneLine.replace(QLatin1Char('\n'), QLatin1Char(' '));
    return time + ' ' + level + ' ' + category + ' ' + oneLine.toUtf8() + '\n';
}

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
