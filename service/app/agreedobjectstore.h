#pragma once

#include "service/outgoing/agreements.h"
#include "service/recording/objectstore.h"

#include <QUrl>

namespace Frontdesk::App {

/// An object store of a vendor, which gets recordings of those clinics only whose agreement names it: sealed sound of
/// patients is patient data all the same. Until then they wait where they are (Refused). What is there already can be read and
/// removed in any case.
class AgreedObjectStore final : public Recording::ObjectStore {
public:
    /// `vendor` and `address`: as in the inventory of agreements.
    AgreedObjectStore(std::unique_ptr<Recording::ObjectStore> store,
                      std::shared_ptr<const Outgoing::Agreements> agreements, QString vendor, QUrl address);

    Result<void> put(const QString &name, const QString &file) override;
    Result<qint64> size(const QString &name) override { return m_store->size(name); }
    Result<QByteArray> read(const QString &name, qint64 offset, qint64 size) override
    {
        return m_store->read(name, offset, size);
    }
    Result<void> remove(const QString &name) override { return m_store->remove(name); }
    Result<void> check() override { return m_store->check(); }
    void stop() override { m_store->stop(); }

private:
    const std::unique_ptr<Recording::ObjectStore> m_store;
    const std::shared_ptr<const Outgoing::Agreements> m_agreements;
    const QString m_vendor;
    const QUrl m_address;
};

} // namespace Frontdesk::App
