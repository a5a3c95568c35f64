#include "service/app/vendoraccounts.h"

#include "shared/core/log.h"

namespace Frontdesk::App {

VendorAccounts::VendorAccounts(std::shared_ptr<FaultPolicy::VendorBoard> operators,
                               std::shared_ptr<const VendorKeys> clinics)
    : m_operators(std::move(operators))
    , m_clinics(std::move(clinics))
{}

VendorAccount VendorAccounts::of(const ClinicId &clinic, const QString &vendor, FaultPolicy::Service service,
                                 const QByteArray &operatorsKey)
{
    const QByteArray own = m_clinics->of(clinic, vendor);
    if (own.isEmpty()) {
        return ofOperator(vendor, service, operatorsKey);
    }
    const std::lock_guard lock(m_mutex);
    VendorAccount &account = m_own[{clinic, vendor, service}];
    if (account.key != own) {
        // What is known about the key of before says nothing about this one.
        const auto listener = [clinic](const FaultPolicy::Vendor &failing, bool began, FaultPolicy::FaultKind kind) {
            qCWarning(Log::app).noquote()
                << "clinic" << clinic.text() << "with its own key for" << failing.title()
                << (began ? QStringLiteral("is refused or not served: ") + FaultPolicy::faultKindName(kind)
                          : QStringLiteral("is served again"));
        };
        account = {own, std::make_shared<FaultPolicy::Vendor>(vendor, service, std::make_shared<SystemClock>(),
                                                              FaultPolicy::BreakerSettings{}, listener)};
    }
    return account;
}

} // namespace Frontdesk::App
