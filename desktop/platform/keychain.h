#pragma once

#include "desktop/client/secretstore.h"

namespace Frontdesk::Platform {

/// The system's keychain: Credential Manager, Keychain, or the Secret Service.
class Keychain final : public Client::SecretStore {
public:
    void read(const QString &key, std::function<void(const QString &)> handler) override;
    void write(const QString &key, const QString &secret, std::function<void(bool)> handler) override;
    void remove(const QString &key) override;
};

} // namespace Frontdesk::Platform
