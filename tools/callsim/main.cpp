#include "tools/callsim/callsim.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    return Frontdesk::CallSim::runCallsim(QCoreApplication::arguments(), QProcessEnvironment::systemEnvironment());
}
