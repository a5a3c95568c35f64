#pragma once

#include "service/storage/databasesettings.h"

namespace Frontdesk::Tests {

/// The master key of all tests, also of the programs they start.
[[nodiscard]] inline std::shared_ptr<const Sealing::MasterKeys> testKeys()
{
    static const auto keys = std::make_shared<const Sealing::MasterKeys>(
        Sealing::MasterKeys{Sealing::SecretKey::fromBytes(QByteArray(Sealing::SecretKey::Size, 'k')).value()});
    return keys;
}

} // namespace Frontdesk::Tests
