#include "desktop/app/engine.h"
#include "tests/unit/desktop/deskfixture.h"

#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

/// Resident memory of this process in MB, as the kernel counts it; 0 where there is no /proc.
double residentMegabytes()
{
    QFile statm(u"/proc/self/statm"_s);
    return statm.open(QIODevice::ReadOnly) ? statm.readAll().split(' ').value(1).toDouble() * 4096 / 1e6 : 0;
}

} // namespace

/// The whole client with 10,000 tasks: time to a usable queue, the cost of a frame while it scrolls, of an event and of
/// a keystroke in the search, and memory.
int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    const int tasks = argc > 1 ? QByteArray(argv[1]).toInt() : 10'000;
    Frontdesk::Tests::DeskFixture fixture;
    fixture.service.fillTasks(tasks);
    auto &desk = *fixture.desk;

    QElapsedTimer timer;
    timer.start();
    QQmlApplicationEngine engine;
    Frontdesk::Desktop::prepareEngine(engine);
    desk.preferences()->setServer(fixture.service.url().toString());
    if (!Frontdesk::Desktop::showMainWindow(engine, desk))
        return 1;
    auto *const window = qobject_cast<QQuickWindow *>(engine.rootObjects().first());
    window->grabWindow();
    const auto toSignIn = timer.restart();
    if (!fixture.signIn())
        return 1;
    auto *const list = window->findChild<QQuickItem *>(u"tasks"_s);
    if (!list || !QTest::qWaitFor([&] { return list->property("count").toInt() == tasks; }, 30'000))
        return 1;
    window->grabWindow();
    std::printf("window to sign-in %lld ms; sign-in to a drawn queue of %d %lld ms\n", toSignIn, tasks,
                timer.elapsed());

    std::vector<double> frames;
    for (int at = 0; at < 200; ++at) {
        list->setProperty("contentY", at * 137.0 * tasks / 10'000);
        timer.restart();
        window->grabWindow();
        frames.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(frames.begin(), frames.end());
    std::printf("frame while scrolling, drawn by the processor: median %.1f ms, 95th %.1f ms\n", frames[100],
                frames[190]);

    timer.restart();
    for (int at = 0; at < 200; ++at) {
        auto row = *desk.tasks()->at(at * 7 % tasks);
        row.id = u"event-%1"_s.arg(at);
        desk.tasks()->upsert(row);
    }
    std::printf("a new task into the list: %.3f ms\n", double(timer.nsecsElapsed()) / 1e6 / 200);

    timer.restart();
    for (const auto &text : {u"m"_s, u"ma"_s, u"mar"_s, u"marg"_s})
        desk.tasks()->setSearch(text);
    std::printf("a keystroke in the search: %.1f ms\n", double(timer.nsecsElapsed()) / 1e6 / 4);
    std::printf("memory, the service in the same process: %.0f MB\n", residentMegabytes());
    return 0;
}
