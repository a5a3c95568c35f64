#include "tools/demodata/democlinic.h"
#include "tools/demodata/pastdays.h"
#include "tools/frontdeskctl/storeaccess.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

namespace {

using namespace Frontdesk;

int fill(const QStringList &arguments, Ctl::Output &output)
{
    return Ctl::withStore(
        arguments, {{QStringLiteral("clinic")}, {QStringLiteral("days")}, {QStringLiteral("staff")}}, 1, output,
        [](const Ctl::CommandLine &line, Storage::Store &store) -> Result<int> {
            QFile file(line.words().first());
            if (!file.open(QIODevice::ReadOnly)) {
                return Error{ErrorCode::InvalidInput, file.fileName() + QStringLiteral(" cannot be read.")};
            }
            const auto demo = QJsonDocument::fromJson(file.readAll()).object();
            const auto clinic = Ctl::findClinic(store, line.value(QStringLiteral("clinic")));
            const auto staff = store.users().findByEmail(line.value(QStringLiteral("staff")));
            if (!clinic || !staff) {
                return clinic ? staff.error() : clinic.error();
            }
            const auto now = QDateTime::currentDateTimeUtc();
            const int days = line.value(QStringLiteral("days")).toInt();
            const auto past = DemoData::addPastDays(store, *clinic, staff->id, days, now);
            const auto today = past ? DemoData::DemoClinic(store, *clinic, demo, now).fill() : past;
            return today ? Result<int>(days) : today.error();
        },
        [&output](const Ctl::CommandLine &, int days) {
            output.out << "Today and " << days << " days before it are in the database.\n";
            return Ctl::Done;
        });
}

} // namespace

/// frontdesk-demodata FILE --clinic NUMBER --staff EMAIL [--days N] [--data-dir FOLDER]
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    QTextStream error(stderr);
    Ctl::Output output{out, error};
    return fill(QCoreApplication::arguments().mid(1), output);
}
