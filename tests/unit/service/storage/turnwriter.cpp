#include "service/storage/database.h"
#include "tests/support/storefixture.h"
#include "tests/support/testkeys.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Frontdesk;
using namespace Frontdesk::Storage;

/// turnwriter URL CLINIC CALL: saves turn after turn and prints the number of each one once it is acknowledged, until it
/// is killed.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const ClinicId clinic(arguments.at(2));
    const CallId call(arguments.at(3));
    Database database({.url = arguments.at(1), .masterKeys = Frontdesk::Tests::testKeys()});
    for (int number = 1;; ++number) {
        const auto saved = database
                               .run([clinic, turn = Storage::Tests::someTurn(call, number)](Store &store) {
                                   return store.calls().saveTurn(clinic, turn);
                               })
                               .result();
        if (!saved) {
            return 1;
        }
        std::printf("%d\n", number);
        std::fflush(stdout);
    }
}
