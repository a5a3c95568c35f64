#pragma once

#include "service/storage/vendorkeystore.h"

#include <mutex>

namespace Frontdesk::App {

/// The keys of clinics that have accounts of their own with vendors. Safe from any thread.
class VendorKeys {
public:
    /// What holds for calls that begin from now on.
    void replace(const std::vector<Storage::VendorKey> &keys)
    {
        const std::lock_guard lock(m_mutex);
        m_keys.clear();
        for (const Storage::VendorKey &key : keys) {
            m_keys.emplace(std::pair(key.clinic, key.vendor), key.key);
        }
    }

    /// Empty: the clinic uses the operator's account.
    [[nodiscard]] QByteArray of(const ClinicId &clinic, const QString &vendor) const
    {
        const std::lock_guard lock(m_mutex);
        const auto key = m_keys.find({clinic, vendor});
        return key == m_keys.end() ? QByteArray() : key->second;
    }

private:
    mutable std::mutex m_mutex; ///< Guards m_keys.
    std::map<std::pair<ClinicId, QString>, QByteArray> m_keys;
};

} // namespace Frontdesk::App
