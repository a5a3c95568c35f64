#include "desktop/app/desk.h"
#include "desktop/app/engine.h"
#include "tests/fakes/api/fakeservice.h"

#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Frontdesk {

namespace {

/// Takes a picture of each page, as each role, in the looks and languages asked for.
class Photographer {
public:
    explicit Photographer(QString folder)
        : m_folder(std::move(folder))
        , m_desk(m_scheduler, nullptr)
    {
        Desktop::prepareEngine(m_engine);
        m_service.dropTotp();
        m_desk.preferences()->setServer(m_service.url().toString());
        m_desk.preferences()->setLockMinutes(0);
    }

    bool take(const QString &theme, const QString &language, const QStringList &only)
    {
        m_suffix = "-"_L1 + theme + "-"_L1 + language;
        m_only = only;
        m_desk.preferences()->setTheme(theme);
        m_desk.preferences()->setLanguage(language);
        Desktop::useLanguage(m_engine, language);
        if (!window() && !Desktop::showMainWindow(m_engine, m_desk))
            return false;
        resize(1280, 800);
        picture(u"sign-in"_s);
        receptionist();
        doctor();
        admin();
        return m_ok;
    }

private:
    void receptionist()
    {
        if (!signIn(u"ana@oakstreet.example"_s))
            return;
        page(u"queue"_s);
        picture(u"queue-empty-detail"_s);
        open(u"t-3"_s);
        picture(u"queue"_s);
        open(u"t-1"_s);
        picture(u"queue-emergency"_s);
        m_desk.escalations()->acknowledge(u"e-1"_s);
        m_desk.escalations()->acknowledge(u"e-2"_s);
        settle([this] { return m_desk.escalations()->count() == 0; });
        open(u"t-10"_s);
        resize(640, 760);
        picture(u"queue-narrow"_s);
        resize(1280, 800);
        m_desk.preferences()->setTextScale(2);
        picture(u"queue-200"_s);
        m_desk.preferences()->setTextScale(1);
        m_desk.detail()->setTaskId({});
        page(u"calls"_s);
        m_service.pushWords(u"c-live1"_s, 4, u"caller"_s, u"Carmen Delgado, and any day next week would"_s);
        m_service.pushWords(u"c-live2"_s, 4, u"caller"_s, u"No, that was all, thank you"_s);
        QMetaObject::invokeMethod(pageItem(), "open", Q_ARG(QString, u"c-live1"_s), Q_ARG(QVariant, QVariant()));
        picture(u"calls"_s);
        page(u"settings"_s);
        picture(u"settings"_s);
        m_desk.session()->lock();
        picture(u"locked"_s);
        m_desk.session()->signOut();
    }

    void doctor()
    {
        if (!signIn(u"lopez@oakstreet.example"_s))
            return;
        settle([this] { return m_desk.approvals()->loaded(); });
        page(u"approvals"_s);
        picture(u"approvals"_s);
        m_desk.session()->signOut();
    }

    void admin()
    {
        if (!signIn(u"sam@oakstreet.example"_s))
            return;
        for (const auto &name :
             {u"insights"_s, u"clinic"_s, u"thresholds"_s, u"people"_s, u"vendors"_s, u"health"_s, u"audit"_s}) {
            page(name);
            picture(name);
        }
        m_desk.session()->signOut();
    }

    bool signIn(const QString &email)
    {
        m_desk.session()->signIn(m_service.url().toString(), email, Tests::FakeService::Password, false);
        const bool in = settle([this] { return m_desk.tasks()->loaded() && shell(); });
        m_ok = m_ok && in;
        return in;
    }

    void page(const QString &name)
    {
        shell()->setProperty("page", name);
        pause(250);
    }

    void open(const QString &taskId)
    {
        m_desk.detail()->setTaskId(taskId);
        settle([this] { return m_desk.detail()->ready(); });
    }

    void picture(const QString &name)
    {
        if (!m_only.isEmpty() && !m_only.contains(name))
            return;
        if (shell() && name != "queue-toast"_L1)
            QMetaObject::invokeMethod(shell(), "quiet");
        pause(350);
        const auto file = m_folder + u'/' + name + m_suffix + ".png"_L1;
        const bool saved = window()->grabWindow().save(file);
        std::printf("%s%s\n", qPrintable(file), saved ? "" : ": could not be written");
        m_ok = m_ok && saved;
    }

    void resize(int width, int height)
    {
        window()->resize(width, height);
        pause(100);
    }

    /// Lets the client work until `done`; false after five seconds.
    bool settle(const std::function<bool()> &done)
    {
        QElapsedTimer waited;
        waited.start();
        while (!done() && waited.elapsed() < 5000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
        return done();
    }

    void pause(int ms)
    {
        QEventLoop loop;
        QTimer::singleShot(ms, &loop, &QEventLoop::quit);
        loop.exec();
    }

    [[nodiscard]] QQuickWindow *window() const
    {
        return m_engine.rootObjects().isEmpty() ? nullptr
                                                : qobject_cast<QQuickWindow *>(m_engine.rootObjects().first());
    }
    [[nodiscard]] QObject *shell() const { return window()->property("shell").value<QObject *>(); }
    [[nodiscard]] QObject *pageItem() const { return shell()->property("pageItem").value<QObject *>(); }

    QString m_folder;
    QString m_suffix;
    QStringList m_only;
    SystemScheduler m_scheduler;
    Tests::FakeService m_service;
    Desktop::Desk m_desk;
    QQmlApplicationEngine m_engine;
    bool m_ok = true;
};

} // namespace

} // namespace Frontdesk

/// frontdesk-pictures FOLDER [light,dark,contrast] [en,es] [page,...]
int main(int argc, char **argv)
{
    if (argc < 2) {
        std::fprintf(stderr, "Usage: frontdesk-pictures FOLDER [light,dark] [en,es] [page,...]\n");
        return 2;
    }
    QGuiApplication app(argc, argv);
    QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering);
    const auto list = [&](int at, const QStringList &fallback) {
        return app.arguments().size() > at ? app.arguments().at(at).split(u',') : fallback;
    };
    const auto folder = app.arguments().at(1);
    if (!QDir().mkpath(folder))
        return 1;
    bool ok = true;
    for (const auto &language : list(3, {u"en"_s, u"es"_s})) {
        for (const auto &theme : list(2, {u"light"_s, u"dark"_s}))
            ok = Frontdesk::Photographer(folder).take(theme, language, list(4, {})) && ok;
    }
    return ok ? 0 : 1;
}
