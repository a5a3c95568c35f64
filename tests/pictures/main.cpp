#include "desktop/app/desk.h"
#include "desktop/app/engine.h"
#include "desktop/records/recordlist.h"
#include "tests/pictures/smallpicture.h"
#include "tests/support/drawnitems.h"

#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QKeyEvent>
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
    Photographer(QString server, QString password, QString folder, QStringList sizes, QStringList only)
        : m_server(std::move(server))
        , m_password(std::move(password))
        , m_folder(std::move(folder))
        , m_sizes(std::move(sizes))
        , m_only(std::move(only))
        , m_desk(m_scheduler, nullptr)
    {
        Desktop::prepareEngine(m_engine);
        m_desk.preferences()->setServer(m_server);
        m_desk.preferences()->setLockMinutes(0);
    }

    bool take(const QString &theme, const QString &language)
    {
        m_suffix = "-"_L1 + theme + "-"_L1 + language;
        m_desk.preferences()->setTheme(theme);
        m_desk.preferences()->setLanguage(language);
        Desktop::useLanguage(m_engine, language);
        if (!window() && !Desktop::showMainWindow(m_engine, m_desk))
            return false;
        everySize(u"sign-in"_s);
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
        usual(u"queue-empty-detail"_s);
        open(u"John Smith"_s);
        usual(u"queue"_s);
        open(u"Margaret Ellis"_s);
        usual(u"queue-emergency"_s);
        m_desk.escalations()->clear(); // For the eye only; the service still knows them.
        m_desk.detail()->setTaskId({});
        everySize(u"queue-list"_s);
        open(u"Joan Briggs"_s);
        everySize(u"task"_s);
        sheet(u"noteDialog"_s, u"task-note"_s);
        recorded();
        m_desk.detail()->setTaskId({});
        calls();
        page(u"settings"_s);
        everySize(u"settings"_s);
        sheet(u"shortcutSheet"_s, u"keys"_s);
        m_desk.session()->lock();
        everySize(u"locked"_s);
        m_desk.session()->signOut();
    }

    /// A task whose call was recorded: those of the calls that are simulated meanwhile.
    void recorded()
    {
        if (!wanted(u"recorded"_s))
            return;
        auto &tasks = *m_desk.tasks();
        tasks.setShow(Queue::TaskModel::Show::New);
        QSet<QString> seen;
        const bool found = settle(
            [&] {
                for (int row = 0; row < tasks.count(); ++row) {
                    const auto id = tasks.at(row)->id;
                    if (seen.contains(id))
                        continue;
                    m_desk.detail()->setTaskId(id);
                    if (!settle([this] { return m_desk.detail()->ready(); }))
                        return false;
                    if (m_desk.detail()->task().value(u"has_recording"_s).toBool())
                        return true;
                    seen.insert(id);
                }
                return false;
            },
            Patience);
        if (!found)
            complain(u"no task has a recording"_s);
        everySize(u"recorded"_s);
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
        if (settle(hasSpoken, Patience))
            QMetaObject::invokeMethod(pageItem(), "open", Q_ARG(QString, m_desk.calls()->idAt(0)),
                                      Q_ARG(QVariant, QVariant()));
        else
            complain(u"nobody is on the line"_s);
        everySize(u"calls"_s);
        pageItem()->setProperty("past", true);
        auto *const past = pageItem()->findChild<Records::RecordList *>(u"pastCalls"_s);
        past->reload();
        if (!settle([past] { return past->ready() && past->count() > 0; })) {
            complain(u"no call is past"_s);
            return;
        }
        QMetaObject::invokeMethod(pageItem(), "open", Q_ARG(QString, past->get(0).value(u"id"_s).toString()),
                                  Q_ARG(QVariant, past->get(0)));
        everySize(u"calls-past"_s);
    }

    void doctor()
    {
        if (!signIn(u"lopez@oakstreet.example"_s))
            return;
        m_desk.escalations()->clear();
        settle([this] { return m_desk.approvals()->loaded(); });
        page(u"approvals"_s);
        everySize(u"approvals"_s);
        sheet(u"reasonDialog"_s, u"approvals-reason"_s);
        page(u"settings"_s);
        everySize(u"settings-doctor"_s);
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
            everySize(name);
            if (name == "thresholds"_L1)
                movedLimit();
            if (name == "webhooks"_L1)
                sheet(u"webhookDialog"_s, u"webhooks-new"_s);
            if (name == "people"_L1)
                sheet(u"inviteDialog"_s, u"people-invite"_s);
        }
        m_desk.session()->signOut();
    }

    /// The hand-over limits with one of them moved, and what that would have done.
    void movedLimit()
    {
        auto *const limit = Tests::itemBelow(window()->contentItem(), u"limit-transcript_confidence"_s);
        if (!limit)
            return;
        limit->forceActiveFocus(Qt::TabFocusReason);
        for (int step = 0; step < 3; ++step) {
            for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
                QKeyEvent right(type, Qt::Key_Right, Qt::NoModifier);
                QCoreApplication::sendEvent(window(), &right);
            }
        }
        pause(2500);
        everySize(u"thresholds-moved"_s);
    }

    /// A sheet over the page, opened by its name.
    void sheet(const QString &object, const QString &name)
    {
        if (!wanted(name))
            return;
        auto *const dialog = window()->findChild<QObject *>(object);
        if (!dialog) {
            complain(object + " is not there"_L1);
            return;
        }
        QMetaObject::invokeMethod(dialog, "open");
        everySize(name);
        QMetaObject::invokeMethod(dialog, "close");
        pause(100);
    }

    /// As it is usually seen, all of a long page, in the narrowest window, and with everything twice as large.
    void everySize(const QString &name)
    {
        if (!wanted(name))
            return;
        resize(1280, 800);
        if (m_sizes.contains(u"normal"_s))
            picture(name);
        if (m_sizes.contains(u"whole"_s) && grow())
            picture(name + "-whole"_L1);
        if (m_sizes.contains(u"narrow"_s)) {
            resize(600, 800);
            grow();
            picture(name + "-narrow"_L1);
        }
        if (m_sizes.contains(u"200"_s)) {
            resize(1280, 800);
            m_desk.preferences()->setTextScale(2);
            pause(100);
            grow();
            picture(name + "-200"_L1);
            m_desk.preferences()->setTextScale(1);
        }
        resize(1280, 800);
    }

    /// As it is usually seen.
    void usual(const QString &name)
    {
        if (wanted(name) && m_sizes.contains(u"normal"_s))
            picture(name);
    }

    /// Makes the window as high as the longest thing that scrolls in it; false when all of it is in sight already.
    bool grow()
    {
        constexpr double Highest = 3200;
        double more = 0;
        for (auto *const one : Tests::itemsBelow(window()->contentItem())) {
            if (one->inherits("QQuickFlickable") && !one->inherits("QQuickListView") && one->isVisible())
                more = qMax(more, one->property("contentHeight").toDouble() - one->height());
        }
        if (more > 0)
            resize(window()->width(), int(qMin(Highest, window()->height() + more)));
        return more > 0;
    }

    void complain(const QString &what)
    {
        std::printf("%s\n", qPrintable(what));
        m_ok = false;
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
        QMetaObject::invokeMethod(shell(), "show", Q_ARG(QString, name));
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
        complain(patient + " has no task"_L1);
    }

    /// "calls" stands for "calls-past" too.
    [[nodiscard]] bool wanted(const QString &name) const
    {
        return m_only.isEmpty() || std::any_of(m_only.begin(), m_only.end(), [&](const QString &only) {
                   return name == only || name.startsWith(only + u'-');
               });
    }

    void picture(const QString &name)
    {
        if (shell())
            QMetaObject::invokeMethod(shell(), "quiet");
        pause(350);
        const auto file = m_folder + u'/' + name + m_suffix + ".png"_L1;
        const bool saved = withFewColours(window()->grabWindow()).save(file, "PNG", 0); // 0: as small as can be.
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

    static constexpr int Patience = 90'000; ///< In ms, for what the callers of the demo bring.

    QString m_server;
    QString m_password;
    QString m_folder;
    QString m_suffix;
    QStringList m_sizes;
    QStringList m_only;
    SystemScheduler m_scheduler;
    Desktop::Desk m_desk;
    QQmlApplicationEngine m_engine;
    bool m_ok = true;
};

} // namespace

} // namespace Frontdesk

/// frontdesk-pictures SERVER FOLDER [light,dark,contrast] [en,es] [normal,whole,narrow,200] [page,...], everybody's password
/// on standard input.
int main(int argc, char **argv)
{
    if (argc < 3) {
        std::fprintf(stderr,
                     "Usage: frontdesk-pictures SERVER FOLDER [light,dark] [en,es] [normal,whole,narrow,200] [page,...]"
                     " <PASSWORD\n");
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
            Frontdesk::Photographer photographer(arguments.at(1), password, folder,
                                                 list(5, {u"normal"_s, u"whole"_s, u"narrow"_s, u"200"_s}),
                                                 list(6, {}));
            ok = photographer.take(theme, language) && ok;
        }
    }
    return ok ? 0 : 1;
}
