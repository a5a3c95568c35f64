#include "desktop/app/desk.h"
#include "desktop/app/engine.h"

#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTextStream>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Frontdesk {

namespace {

/// Takes a picture of each page, as each role, in the looks and languages asked for.
class Photographer {
public:
    Photographer(QString server, QString password, QString folder)
        : m_server(std::move(server))
        , m_password(std::move(password))
        , m_folder(std::move(folder))
        , m_desk(m_scheduler, nullptr)
    {
        Desktop::prepareEngine(m_engine);
        m_desk.preferences()->setServer(m_server);
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
        open(u"John Smith"_s);
        picture(u"queue"_s);
        open(u"Margaret Ellis"_s);
        picture(u"queue-emergency"_s);
        m_desk.escalations()->clear(); // For the eye only; the service still knows them.
        open(u"Joan Briggs"_s);
        resize(640, 760);
        picture(u"queue-narrow"_s);
        resize(1280, 800);
        m_desk.preferences()->setTextScale(2);
        picture(u"queue-200"_s);
        m_desk.preferences()->setTextScale(1);
        m_desk.detail()->setTaskId({});
        calls();
        page(u"settings"_s);
        picture(u"settings"_s);
        m_desk.session()->lock();
        picture(u"locked"_s);
        m_desk.session()->signOut();
    }

    void calls()
    {
        if (!wanted(u"calls"_s))
            return;
        page(u"calls"_s);
        // Until the caller has said something.
        const auto &calls = *m_desk.calls();
        const auto hasSpoken = [&calls] {
            return calls.count() > 0 &&
                   calls.data(calls.index(0), Calls::LiveCallModel::LastSpeakerRole).toString() == "caller"_L1;
        };
        if (settle(hasSpoken, 60'000))
            QMetaObject::invokeMethod(pageItem(), "open", Q_ARG(QString, m_desk.calls()->idAt(0)),
                                      Q_ARG(QVariant, QVariant()));
        picture(u"calls"_s);
    }

    void doctor()
    {
        if (!signIn(u"lopez@oakstreet.example"_s))
            return;
        m_desk.escalations()->clear();
        settle([this] { return m_desk.approvals()->loaded(); });
        page(u"approvals"_s);
        picture(u"approvals"_s);
        page(u"settings"_s);
        picture(u"settings-doctor"_s);
        m_desk.session()->signOut();
    }

    void admin()
    {
        if (!signIn(u"sam@oakstreet.example"_s))
            return;
        m_desk.escalations()->clear();
        const auto pages = shell()->property("pages").toList();
        for (const auto &entry : pages) {
            const auto name = entry.toMap().value(u"page"_s).toString();
            if (name == "queue"_L1 || name == "calls"_L1 || !wanted(name))
                continue;
            page(name);
            settle([this] { return !pageItem()->property("busy").toBool(); });
            picture(name);
            if (name == "clinic"_L1 || name == "insights"_L1)
                below(name);
        }
        m_desk.session()->signOut();
    }

    /// The same page, scrolled to its middle and its end.
    void below(const QString &name)
    {
        const auto flickables = pageItem()->findChildren<QQuickItem *>();
        for (auto *const one : flickables) {
            const double more = one->property("contentHeight").toDouble() - one->height();
            if (!one->inherits("QQuickFlickable") || more <= 0 || one->height() < window()->height() / 2)
                continue;
            one->setProperty("contentY", more * 0.55);
            picture(name + "-middle"_L1);
            one->setProperty("contentY", more);
            picture(name + "-end"_L1);
        }
    }

    bool signIn(const QString &email)
    {
        m_desk.session()->signIn(m_server, email, m_password, false);
        const bool in = settle([this] { return m_desk.tasks()->loaded() && shell(); });
        m_ok = m_ok && in;
        return in;
    }

    void page(const QString &name)
    {
        shell()->setProperty("page", name);
        pause(250);
    }

    /// Opens the newest task of this patient.
    void open(const QString &patient)
    {
        auto &tasks = *m_desk.tasks();
        for (const auto show : {Queue::TaskModel::Show::New, Queue::TaskModel::Show::InProgress}) {
            tasks.setShow(show);
            for (int row = 0; row < tasks.count(); ++row) {
                if (tasks.at(row)->patientName == patient) {
                    m_desk.detail()->setTaskId(tasks.at(row)->id);
                    settle([this] { return m_desk.detail()->ready(); });
                    return;
                }
            }
        }
        std::printf("%s has no task\n", qPrintable(patient));
        m_ok = false;
    }

    [[nodiscard]] bool wanted(const QString &name) const { return m_only.isEmpty() || m_only.contains(name); }

    void picture(const QString &name)
    {
        if (!wanted(name.section(u'-', 0, 0)) && !wanted(name))
            return;
        if (shell())
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

    /// Lets the client work until `done`; false when that takes too long.
    bool settle(const std::function<bool()> &done, int patienceMs = 10'000)
    {
        QElapsedTimer waited;
        waited.start();
        while (!done() && waited.elapsed() < patienceMs)
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

    QString m_server;
    QString m_password;
    QString m_folder;
    QString m_suffix;
    QStringList m_only;
    SystemScheduler m_scheduler;
    Desktop::Desk m_desk;
    QQmlApplicationEngine m_engine;
    bool m_ok = true;
};

} // namespace

} // namespace Frontdesk

/// frontdesk-pictures SERVER FOLDER [light,dark,contrast] [en,es] [page,...], everybody's password on standard input.
int main(int argc, char **argv)
{
    if (argc < 3) {
        std::fprintf(stderr, "Usage: frontdesk-pictures SERVER FOLDER [light,dark] [en,es] [page,...] <PASSWORD\n");
        return 2;
    }
    QGuiApplication app(argc, argv);
    QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering);
    const auto arguments = QGuiApplication::arguments();
    const auto list = [&](int at, const QStringList &fallback) {
        return arguments.size() > at ? arguments.at(at).split(u',') : fallback;
    };
    const auto folder = arguments.at(2);
    const auto password = QTextStream(stdin).readLine();
    if (!QDir().mkpath(folder))
        return 1;
    bool ok = true;
    for (const auto &language : list(4, {u"en"_s, u"es"_s})) {
        for (const auto &theme : list(3, {u"light"_s, u"dark"_s})) {
            Frontdesk::Photographer photographer(arguments.at(1), password, folder);
            ok = photographer.take(theme, language, list(5, {})) && ok;
        }
    }
    return ok ? 0 : 1;
}
