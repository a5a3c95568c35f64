#include "service/app/application.h"
#include "service/app/terminationsignals.h"
#include "shared/core/log.h"
#include "shared/core/logsink.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

using namespace Frontdesk;

namespace {

int complain(const QStringList &problems)
{
    for (const QString &problem : problems) {
        std::fprintf(stderr, "%s\n", qPrintable(problem));
    }
    return problems.isEmpty() ? EXIT_SUCCESS : EXIT_FAILURE;
}

} // namespace

int main(int argc, char *argv[])
{
    // Qt's own event loop costs less than glib's for each time it wakes, and nothing here needs glib.
    qputenv("QT_NO_GLIB", "1");
    QCoreApplication qt(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("frontdeskd"));
    QCoreApplication::setApplicationVersion(QStringLiteral(FRONTDESK_VERSION));
    Log::installHandler();

    QCommandLineParser arguments;
    arguments.setApplicationDescription(QStringLiteral("Frontdesk's call service."));
    arguments.addHelpOption();
    arguments.addVersionOption();
    const QCommandLineOption config(QStringLiteral("config"), QStringLiteral("Read settings from FILE."),
                                    QStringLiteral("FILE"));
    const QCommandLineOption check(QStringLiteral("check-config"),
                                   QStringLiteral("Say what is wrong with the settings, and stop."));
    arguments.addOptions({config, check});
    arguments.process(qt);

    auto settings = Settings::load(arguments.value(config), QProcessEnvironment::systemEnvironment());
    if (!settings) {
        return complain({settings.error().message});
    }
    const QStringList problems = settings->problems();
    if (arguments.isSet(check)) {
        std::printf("%s", qPrintable(settings->describe()));
        std::printf("%s\n", problems.isEmpty() ? "The settings are fine." : "What is wrong:");
        return complain(problems);
    }
    if (!problems.isEmpty()) {
        return complain(problems);
    }
    Log::setLevel(settings->logLevel());
    if (settings->value(QStringLiteral("LOG_FORMAT")) == QLatin1String("json")) {
        Log::setFormat(Log::Format::Json);
    }

    App::Application application(std::move(settings).value());
    App::TerminationSignals termination;
    QObject::connect(&termination, &App::TerminationSignals::terminationRequested, &application, [&](int count) {
        if (count > 1) {
            std::_Exit(EXIT_FAILURE);
        }
        application.shutDown();
    });
    QObject::connect(&application, &App::Application::finished, &qt, &QCoreApplication::quit);
    if (const auto started = application.start(); !started) {
        return complain({started.error().message});
    }
    return QCoreApplication::exec();
}
