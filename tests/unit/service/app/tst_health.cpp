#include "service/app/readiness.h"
#include "service/app/servicemetrics.h"
#include "shared/core/logsink.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::App;

class TestHealth : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void metrics_ofAPhoneDay_areInThePage()
    {
        Reception::CallCounts counts;
        counts.callBegan();
        counts.callBegan();
        counts.callEnded(QStringLiteral("completed"));
        counts.escalated(EscalationReason::HumanRequest);
        counts.turnTaken(true);
        counts.turnTaken(false);
        counts.turnTaken(false);
        counts.taskLeft();
        counts.replied(Milliseconds(700));
        counts.replied(Milliseconds(550));
        ServiceFigures figures;
        figures.calls = counts.figures();
        figures.storageQueue = 3;
        figures.journalBacklog = 17;
        figures.liveClients = 5;
        const QByteArray page = serviceMetrics(figures);
        for (const char *line :
             {"frontdesk_calls_total 2\n", "frontdesk_calls_ended_total{outcome=\"completed\"} 1\n",
              "frontdesk_escalations_total{reason=\"human_request\"} 1\n",
              "frontdesk_turns_total{speaker=\"caller\"} 1\n", "frontdesk_turns_total{speaker=\"assistant\"} 2\n",
              "frontdesk_tasks_total 1\n", "frontdesk_replies_total 2\n", "frontdesk_reply_seconds_total 1.250\n",
              "frontdesk_storage_queue 3\n", "frontdesk_journal_backlog 17\n", "frontdesk_live_clients 5\n"}) {
            QVERIFY2(page.contains(line), line);
        }
    }

    void metrics_everyLine_isWellFormed()
    {
        const QList<QByteArray> lines = serviceMetrics({}).split('\n');
        QVERIFY(lines.size() > 20);
        for (const QByteArray &line : lines) {
            QVERIFY2(line.isEmpty() || line.startsWith("# ") || line.count(' ') == 1, line.constData());
        }
    }

    void readiness_onePartDown_isNamed()
    {
        ReadinessParts parts;
        QCOMPARE(readinessJson(parts).value(QLatin1String("status")).toString(), QStringLiteral("ready"));
        parts.database.isUp = false;
        parts.database.detail = QStringLiteral("The server refused.");
        const QJsonObject json = readinessJson(parts);
        QCOMPARE(json.value(QLatin1String("status")).toString(), QStringLiteral("degraded"));
        const QJsonArray list = json.value(QLatin1String("parts")).toArray();
        QCOMPARE(list.at(0).toObject().value(QLatin1String("state")).toString(), QStringLiteral("up"));
        QCOMPARE(list.at(1).toObject().value(QLatin1String("name")).toString(), QStringLiteral("database"));
        QCOMPARE(list.at(1).toObject().value(QLatin1String("state")).toString(), QStringLiteral("down"));
        QCOMPARE(list.at(1).toObject().value(QLatin1String("detail")).toString(), parts.database.detail);
    }

    void readiness_isLostOnlyWhenCallsCannotBeTaken_data()
    {
        QTest::addColumn<QString>("down");
        QTest::addColumn<QString>("status");
        QTest::newRow("database") << "database"
                                  << "degraded";
        QTest::newRow("journal") << "journal"
                                 << "degraded";
        QTest::newRow("disk") << "disk"
                              << "degraded";
        QTest::newRow("database and journal") << "database journal"
                                              << "not ready";
        QTest::newRow("database and disk") << "database disk"
                                           << "not ready";
        QTest::newRow("phone") << "phone"
                               << "not ready";
    }
    void readiness_isLostOnlyWhenCallsCannotBeTaken()
    {
        QFETCH(QString, down);
        QFETCH(QString, status);
        ReadinessParts parts;
        for (PartState *part : {&parts.phone, &parts.database, &parts.journal, &parts.disk}) {
            part->isUp = !down.split(QLatin1Char(' ')).contains(part->name);
        }
        QCOMPARE(readinessJson(parts).value(QLatin1String("status")).toString(), status);
        QCOMPARE(parts.canTakeCalls(), status != QLatin1String("not ready"));
    }

    void logLine_asJson_namesTheCall()
    {
        const QString call = QStringLiteral("019368a4-7b1e-7000-8000-000000000001");
        const QByteArray line = Log::formatLine(Log::Format::Json, "2026-11-22T10:00:00.000Z", "info", "frontdesk.call",
                                                QStringLiteral("call %1 came in\nhere").arg(call));
        QVERIFY(line.endsWith('\n'));
        QCOMPARE(line.count('\n'), 1);
        const QJsonObject json = QJsonDocument::fromJson(line).object();
        QCOMPARE(json.value(QLatin1String("call")).toString(), call);
        QCOMPARE(json.value(QLatin1String("level")).toString(), QStringLiteral("info"));
        const QByteArray other = Log::formatLine(Log::Format::Json, {}, "info", "x", QStringLiteral("call back later"));
        QVERIFY(!QJsonDocument::fromJson(other).object().contains(QLatin1String("call")));
        QCOMPARE(Log::formatLine(Log::Format::Text, "T", "info", "x", QStringLiteral("a\nb")),
                 QByteArray("T info x a b\n"));
    }
};

QTEST_APPLESS_MAIN(TestHealth)
#include "tst_health.moc"
