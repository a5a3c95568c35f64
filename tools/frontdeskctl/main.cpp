#include "tools/frontdeskctl/commands.h"
#include "tools/frontdeskctl/frontdeskctl.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <cstdio>

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    // Standard error is for what went wrong; news of the rooms below is not asked for here.
    QLoggingCategory::setFilterRules(QStringLiteral("frontdesk.*.info=false"));
    QTextStream out(stdout);
    QTextStream error(stderr);
    Frontdesk::Ctl::Output output{out, error};
    return Frontdesk::Ctl::runCommandLine(QCoreApplication::arguments().mid(1), Frontdesk::Ctl::allCommands(), output);
}
