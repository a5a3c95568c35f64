#include "tools/callsim/callsim.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    qputenv("QT_NO_GLIB", "1"); // As the service; see there.
    const QCoreApplication app(argc, argv);
    return Frontdesk::CallSim::runCallsim(QCoreApplication::arguments(), QProcessEnvironment::systemEnvironment());
}
