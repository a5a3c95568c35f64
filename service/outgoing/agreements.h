#pragma once

#include "shared/core/id.h"

#include <QUrl>

#include <map>
#include <memory>
#include <mutex>

namespace Frontdesk::Outgoing {

/// Which vendors may get patient data: those with whom a business associate agreement is signed. A clinic's own entry
/// goes before the platform's; a vendor that neither names gets none. Safe from any thread.
class Agreements {
public:
    /// By the vendor's name: whether it may get patient data.
    using Inventory = std::map<QString, bool>;

    /// What holds from now on, also for calls that run.
    void replace(Inventory platform, std::map<ClinicId, Inventory> clinics);

    [[nodiscard]] bool cover(const ClinicId &clinic, const QString &vendor) const;
    /// The same for a vendor at this address: on this very machine the entry `loopback` is as good as the vendor's own,
    /// for servers of our own and for fakes.
    [[nodiscard]] bool coverAt(const QUrl &address, const ClinicId &clinic, const QString &vendor) const;

    static constexpr char Loopback[] = "loopback";

private:
    mutable std::mutex m_mutex; ///< Guards both.
    Inventory m_platform;
    std::map<ClinicId, Inventory> m_clinics;
};

/// Leave to send something to a vendor, which every request and every connection carries: without one nothing leaves.
class Permit {
public:
    Permit() = default; ///< None.

    /// For patient data of the clinic, to a vendor at this address: good as long as an agreement covers it.
    Permit(std::shared_ptr<const Agreements> agreements, ClinicId clinic, QString vendor, QUrl address);

    /// For what names no patient: fixed sentences, text whose names and numbers were taken out.
    [[nodiscard]] static Permit withoutPatientData();

    /// Asked before every request, so that a running call notices when an agreement ends.
    [[nodiscard]] bool isGood() const;

private:
    bool m_harmless = false;
    std::shared_ptr<const Agreements> m_agreements;
    ClinicId m_clinic;
    QString m_vendor;
    QUrl m_address;
};

} // namespace Frontdesk::Outgoing
