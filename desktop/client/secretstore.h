#pragma once

#include <QString>

#include <functional>

namespace Frontdesk::Client {

/// Where a refresh token may rest between two starts: the system's keychain, never a file of ours.
class SecretStore {
public:
    virtual ~SecretStore() = default;

    /// Hands over the secret; empty when there is none, or the keychain is locked or missing.
    virtual void read(const QString &key, std::function<void(const QString &)> handler) = 0;

    /// `handler` learns whether it was really kept.
    virtual void write(const QString &key, const QString &secret, std::function<void(bool)> handler) = 0;
    virtual void remove(const QString &key) = 0;
};

} // namespace Frontdesk::Client
