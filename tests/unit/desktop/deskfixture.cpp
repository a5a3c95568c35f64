#include "tests/unit/desktop/deskfixture.h"

#include <QTest>

namespace Frontdesk::Tests {

DeskFixture::DeskFixture()
{
    qputenv("XDG_CONFIG_HOME", settings.path().toLocal8Bit());
    service.dropTotp();
    desk = std::make_unique<Desktop::Desk>(time, &secrets);
}

bool DeskFixture::signIn(Desktop::Desk &who, const QString &email)
{
    who.session()->signIn(service.url().toString(), email, FakeService::Password, false);
    return QTest::qWaitFor([&] { return who.tasks()->loaded(); });
}

std::unique_ptr<Desktop::Desk> DeskFixture::anotherDesk()
{
    return std::make_unique<Desktop::Desk>(otherTime, nullptr);
}

} // namespace Frontdesk::Tests
