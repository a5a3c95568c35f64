#pragma once

#include "service/sealing/masterkey.h"

#include <QString>

#include <memory>

namespace Frontdesk::Storage {

/// Where the records are kept and how they are reached.
struct DatabaseSettings {
    /// `sqlite:PATH`, or `postgresql://USER:PASSWORD@HOST/NAME` (PostgreSQL 15 or newer). Secret.
    QString url{};
    /// PostgreSQL: the login that owns the layout, where `url` is one that does not. Empty: `url`. Secret.
    QString ownerUrl{};
    /// PostgreSQL: connections, each with its thread; 1 to 64. SQLite has one.
    int connections = 4;
    /// What wraps the keys that seal patient data. Never null.
    std::shared_ptr<const Sealing::MasterKeys> masterKeys{};
};

} // namespace Frontdesk::Storage
