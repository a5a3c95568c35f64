#include "tests/fakes/fault.h"

#include <QStringList>

#include <array>

namespace Frontdesk::Fakes {

namespace {

constexpr std::array Names{"none",       "refuse",       "reset",        "accept-then-silent", "keepalive-only",
                           "slow",       "unauthorized", "rate-limited", "server-error",       "truncated",
                           "wrong-json", "empty-audio",  "half-open",    "quota-close"};

} // namespace

FaultKind faultKindFromName(const QString &name, bool *ok)
{
    for (size_t i = 0; i < Names.size(); ++i) {
        if (name == QLatin1String(Names[i])) {
            if (ok != nullptr) {
                *ok = true;
            }
            return static_cast<FaultKind>(i);
        }
    }
    if (ok != nullptr) {
        *ok = false;
    }
    return FaultKind::None;
}

QStringList faultKindNames()
{
    QStringList names;
    for (const char *name : Names) {
        names << QLatin1String(name);
    }
    return names;
}

} // namespace Frontdesk::Fakes
