#pragma once

#include "desktop/app/desk.h"
#include "tests/fakes/api/fakeservice.h"
#include "tests/support/virtualscheduler.h"

#include <QTemporaryDir>

#include <memory>

namespace Frontdesk::Tests {

/// A keychain in memory.
class FakeSecrets final : public Client::SecretStore {
public:
    void read(const QString &key, std::function<void(const QString &)> handler) override { handler(kept.value(key)); }
    void write(const QString &key, const QString &secret, std::function<void(bool)> handler) override
    {
        kept.insert(key, secret);
        handler(true);
    }
    void remove(const QString &key) override { kept.remove(key); }

    QHash<QString, QString> kept;
};

/// A desk before the fake service; its clock moves only when a test says so, its settings live in a folder that goes.
class DeskFixture {
public:
    DeskFixture();

    /// True once the person is in and the queue is there.
    [[nodiscard]] bool signIn(Desktop::Desk &desk, const QString &email = QStringLiteral("ana@oakstreet.example"));
    [[nodiscard]] bool signIn() { return signIn(*desk); }

    /// A second desk at the same service, with a clock of its own.
    [[nodiscard]] std::unique_ptr<Desktop::Desk> anotherDesk();

    QTemporaryDir settings;
    FakeService service;
    VirtualScheduler time;
    VirtualScheduler otherTime;
    FakeSecrets secrets;
    std::unique_ptr<Desktop::Desk> desk;
};

} // namespace Frontdesk::Tests
