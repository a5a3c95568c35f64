#include "desktop/app/engine.h"
#include "tests/realservice/realservice.h"

#include <QGuiApplication>
#include <QQuickWindow>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace Frontdesk;

namespace {

void print(const char *what, std::vector<qint64> values)
{
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) { return values[size_t(share * double(values.size() - 1))]; };
    std::printf("%-46s median %lld ms, 95th %lld ms, longest %lld ms\n", what, at(0.5), at(0.95), values.back());
}

} // namespace

/// bench_notifications [CALLS] [AT_ONCE]: from the moment a rule decided to hand a real call over (the service's own
/// record) to the client asking the system for attention and its notification, and to the frame that shows the banner.
/// Service, calls and client share this machine and its clock.
int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    const int calls = argc > 1 ? QByteArray(argv[1]).toInt() : 6;
    const int atOnce = argc > 2 ? QByteArray(argv[2]).toInt() : 6;
    QTemporaryDir settings;
    qputenv("XDG_CONFIG_HOME", settings.path().toLocal8Bit());
    Tests::RealService service;
    SystemScheduler scheduler;
    Desktop::Desk desk(scheduler, nullptr);
    desk.preferences()->setLockMinutes(0);
    QQmlApplicationEngine engine;
    Desktop::prepareEngine(engine);
    if (!Desktop::showMainWindow(engine, desk))
        return 1;
    auto *const window = qobject_cast<QQuickWindow *>(engine.rootObjects().constFirst());
    desk.session()->signIn(service.url(), Tests::RealService::Ana, Tests::RealService::Password, false);
    if (!QTest::qWaitFor([&] { return desk.tasks()->loaded(); }, 60'000))
        return 1;

    std::vector<qint64> toNotification;
    std::vector<qint64> toFrame;
    std::vector<QDateTime> waitingForFrame;
    auto &escalations = *desk.escalations();
    QObject::connect(&escalations, &Alerts::EscalationModel::raised, window, [&](const QString &id) {
        for (int row = 0; row < escalations.count(); ++row) {
            if (escalations.idAt(row) != id)
                continue;
            const auto decided =
                escalations.data(escalations.index(row), Alerts::EscalationModel::DecidedAtRole).toDateTime();
            toNotification.push_back(decided.msecsTo(QDateTime::currentDateTimeUtc()));
            waitingForFrame.push_back(decided);
        }
        escalations.acknowledge(id);
    });
    QObject::connect(window, &QQuickWindow::frameSwapped, window, [&] {
        for (const auto &decided : std::exchange(waitingForFrame, {}))
            toFrame.push_back(decided.msecsTo(QDateTime::currentDateTimeUtc()));
    });
    std::vector<std::unique_ptr<QProcess>> callers;
    int started = 0;
    const bool isDone = QTest::qWaitFor(
        [&] {
            std::erase_if(callers, [](const auto &caller) { return caller->state() == QProcess::NotRunning; });
            while (started < calls && int(callers.size()) < atOnce) {
                callers.push_back(service.call(u"0"_s));
                ++started;
            }
            return int(toFrame.size()) >= calls || (started >= calls && callers.empty());
        },
        (calls + atOnce - 1) / atOnce * 75'000);
    if (toFrame.empty()) {
        std::fprintf(stderr, isDone ? "no call was handed over\n" : "the calls took too long\n");
        return 1;
    }
    std::printf("%zu of %d calls handed over\n", toFrame.size(), calls);
    print("rule fired to notification and sound asked for", toNotification);
    print("rule fired to the banner drawn", toFrame);
    return 0;
}
