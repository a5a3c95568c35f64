#pragma once

#include "service/storage/store.h"

#include <QTemporaryDir>

#include <memory>

namespace Frontdesk::Storage::Tests {

/// Adds the global data rows over which every store test runs: one for each kind of database.
void addBackends();

[[nodiscard]] QDateTime someTime(int secondsLater = 0);

/// An empty database of the kind named by the global row, and rows to put in it.
class StoreFixture {
public:
    explicit StoreFixture(const QString &backend);

    [[nodiscard]] Store &store() { return *m_store; }
    [[nodiscard]] QString file() const { return m_folder.filePath(QStringLiteral("test.sqlite")); }

    /// Keeps a clinic that is reached under `number`.
    ClinicProfile givenClinic(const QString &number = QStringLiteral("+15550100000"),
                              const QByteArray &timeZone = QByteArrayLiteral("America/New_York"));
    /// Keeps a running call of the clinic.
    CallRecord givenCall(const ClinicProfile &clinic, const QString &networkCallId = QStringLiteral("CA1"),
                         const QDateTime &startedAt = someTime());

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Store> m_store;
};

[[nodiscard]] ClinicProfile someClinic();
[[nodiscard]] TurnRecord someTurn(const CallId &call, int number);

} // namespace Frontdesk::Storage::Tests
