#include "desktop/app/desk.h"
#include "desktop/app/engine.h"
#include "desktop/platform/singleinstance.h"
#ifdef FRONTDESK_HAS_KEYCHAIN
#include "desktop/platform/keychain.h"
#endif

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QQuickWindow>
#include <QTextStream>

int main(int argc, char **argv)
{
    using namespace Frontdesk;
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("Frontdesk"));
    QGuiApplication::setOrganizationName(QStringLiteral("Frontdesk"));
    QGuiApplication::setApplicationVersion(QStringLiteral(FRONTDESK_VERSION));
    // The system's own glyphs: sharper at reading sizes than scaled distance fields.
    QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering);

    QCommandLineParser parser;
    const QCommandLineOption server(QStringLiteral("server"), QStringLiteral("Address of the service."),
                                    QStringLiteral("address"));
    const QCommandLineOption session(
        QStringLiteral("session-from-stdin"),
        QStringLiteral("Signs in with a session's refresh token, read from standard input (demonstrations, tests)."));
    parser.addOptions({server, session});
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(app);

    // A session handed over on standard input is somebody's own wish for another window.
    Platform::SingleInstance instance(QStringLiteral("frontdesk-client"));
    if (!parser.isSet(session) && !instance.begin())
        return 0;

    SystemScheduler scheduler;
    Client::SecretStore *secrets = nullptr;
#ifdef FRONTDESK_HAS_KEYCHAIN
    Platform::Keychain keychain;
    secrets = &keychain;
#endif
    Desktop::Desk desk(scheduler, secrets);
    if (parser.isSet(server))
        desk.preferences()->setServer(parser.value(server));
    app.installEventFilter(&desk);

    QQmlApplicationEngine engine;
    Desktop::prepareEngine(engine);
    Desktop::useLanguage(engine, desk.preferences()->language());
    QObject::connect(desk.preferences(), &Platform::Preferences::changed, &engine,
                     [&] { Desktop::useLanguage(engine, desk.preferences()->language()); });
    if (!Desktop::showMainWindow(engine, desk))
        return 1;
    QGuiApplication::setQuitOnLastWindowClosed(false);
    auto *const window = engine.rootObjects().constFirst();
    QObject::connect(&instance, &Platform::SingleInstance::startedAgain, window,
                     [window] { QMetaObject::invokeMethod(window, "bringForward"); });
    if (parser.isSet(session))
        desk.session()->resume(desk.preferences()->server(), QTextStream(stdin).readLine());
    else
        desk.start();
    return QGuiApplication::exec();
}
