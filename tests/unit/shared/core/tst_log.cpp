#include "shared/core/log.h"

#include <QRegularExpression>
#include <QTemporaryFile>
#include <QTest>

#include <unistd.h>

#include <cstdio>

using namespace Frontdesk;

class TestLog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void message_anyLevel_isOneLineWithTimeLevelAndCategory();
};

void TestLog::message_anyLevel_isOneLineWithTimeLevelAndCategory()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    std::fflush(stderr);
    const int saved = dup(STDERR_FILENO);
    dup2(file.handle(), STDERR_FILENO);
    const QtMessageHandler before = qInstallMessageHandler(nullptr);
    Log::installHandler();
    qCDebug(Log::call) << "hidden";
    qCInfo(Log::call) << "call 1\nbegan";
    qCWarning(Log::storage) << "disk is slow";
    qCCritical(Log::telephony) << "socket lost";
    qInstallMessageHandler(before);
    std::fflush(stderr);
    dup2(saved, STDERR_FILENO);
    close(saved);

    QVERIFY(file.seek(0));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    static const QRegularExpression form(
        QStringLiteral("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z (\\w+) (frontdesk\\.\\w+) (.*)$"));
    const QStringList wanted{QStringLiteral("info|frontdesk.call|call 1 began"),
                             QStringLiteral("warning|frontdesk.storage|disk is slow"),
                             QStringLiteral("error|frontdesk.telephony|socket lost")};
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const auto match = form.match(lines[i]);
        QVERIFY2(match.hasMatch(), qPrintable(lines[i]));
        QStringList parts = match.capturedTexts().mid(1);
        parts[2].remove(QLatin1Char('"'));
        QCOMPARE(parts.join(QLatin1Char('|')), wanted[i]);
    }
}

QTEST_GUILESS_MAIN(TestLog)
#include "tst_log.moc"
