#pragma once

#include "service/app/vendorkeys.h"
#include "service/faultpolicy/vendor.h"

namespace Frontdesk::App {

/// With whose account a vendor works for a clinic.
struct VendorAccount {
    QByteArray key;
    std::shared_ptr<FaultPolicy::Vendor> vendor; ///< How that account has done with the service asked for.
};

/// Chooses between the operator's accounts and clinics' own (docs/adr/0017). Safe from any thread.
class VendorAccounts {
public:
    VendorAccounts(std::shared_ptr<FaultPolicy::VendorBoard> operators, std::shared_ptr<const VendorKeys> clinics);

    [[nodiscard]] VendorAccount of(const ClinicId &clinic, const QString &vendor, FaultPolicy::Service service,
                                   const QByteArray &operatorsKey);
    [[nodiscard]] VendorAccount ofOperator(const QString &vendor, FaultPolicy::Service service,
                                           const QByteArray &key) const
    {
        return {key, m_operators->vendor(vendor, service)};
    }

private:
    const std::shared_ptr<FaultPolicy::VendorBoard> m_operators;
    const std::shared_ptr<const VendorKeys> m_clinics;
    std::mutex m_mutex; ///< Guards m_own.
    /// A refused key is that clinic's trouble alone.
    std::map<std::tuple<ClinicId, QString, FaultPolicy::Service>, VendorAccount> m_own;
};

} // namespace Frontdesk::App
