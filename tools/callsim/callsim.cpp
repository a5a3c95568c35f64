#include "tools/callsim/callsim.h"

#include "tools/callsim/commandline.h"
#include "tools/callsim/handset.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSaveFile>
#include <QSocketNotifier>
#include <QTextStream>

#include <unistd.h>

#include <array>

namespace Frontdesk::CallSim {

namespace {

enum ExitCode { AsExpected = 0, NotAsExpected = 1, Misused = 2 };

int complain(const QString &why)
{
    QTextStream(stderr) << "callsim: " << why << Qt::endl;
    return Misused;
}

Result<void> writeReport(const std::vector<JudgedCall> &calls, const QString &path)
{
    QJsonArray all;
    for (const JudgedCall &call : calls) {
        all.append(toJson(call));
    }
    QSaveFile file(path);
    const QByteArray json = QJsonDocument(all).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit()) {
        return Error{ErrorCode::Unavailable, QStringLiteral("%1: %2").arg(path, file.errorString())};
    }
    return {};
}

} // namespace

int runCallsim(const QStringList &arguments, const QProcessEnvironment &environment)
{
    QTextStream out(stdout);
    const auto line = parseCommandLine(arguments, environment);
    if (!line) {
        return complain(line.error().message);
    }
    if (!line->answer.isEmpty()) {
        out << line->answer << Qt::flush;
        return AsExpected;
    }
    std::unique_ptr<Handset> handset;
    if (line->microphone) {
        auto opened = openMicrophone(line->fullDuplex);
        if (!opened) {
            return complain(opened.error().message);
        }
        handset = std::move(opened).value();
    }
    SystemScheduler scheduler;
    CallFleet fleet(line->plan, scheduler);
    QObject::connect(&fleet, &CallFleet::printed, &fleet, [&out](const QString &text) { out << text << Qt::endl; });
    QObject::connect(&fleet, &CallFleet::callStarting, &fleet,
                     [&handset](SimulatedCall &call) { call.line().setHandset(handset.get()); });
    Result<void> written;
    bool isOver = false;
    bool mayLeave = !line->plan.stays;
    QObject::connect(&fleet, &CallFleet::finished, &fleet, [&] {
        isOver = true;
        if (!line->jsonFile.isEmpty()) {
            written = writeReport(fleet.calls(), line->jsonFile);
        }
        if (mayLeave) {
            QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
        }
    });
    if (const auto started = fleet.start(); !started) {
        return complain(started.error().message);
    }
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &fleet, [&] {
        std::array<char, 256> typed{};
        if (::read(STDIN_FILENO, typed.data(), typed.size()) > 0) {
            isOver ? fleet.heal() : fleet.begin();
            return;
        }
        input.setEnabled(false);
        mayLeave = true;
        isOver ? QCoreApplication::quit() : fleet.begin();
    });
    input.setEnabled(line->plan.waits || line->plan.stays);
    QCoreApplication::exec();
    if (const QString told = fleet.vendorsTold(); !told.isEmpty()) {
        out << told << Qt::endl;
    }
    if (!written) {
        return complain(written.error().message);
    }
    return fleet.allPassed() ? AsExpected : NotAsExpected;
}

} // namespace Frontdesk::CallSim
