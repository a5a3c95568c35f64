#include "service/outgoing/agreements.h"

#include "service/outgoing/endpoint.h"

#include <optional>

namespace Frontdesk::Outgoing {

namespace {

std::optional<bool> entry(const Agreements::Inventory &inventory, const QString &vendor)
{
    const auto found = inventory.find(vendor);
    return found == inventory.end() ? std::nullopt : std::optional(found->second);
}

} // namespace

void Agreements::replace(Inventory platform, std::map<ClinicId, Inventory> clinics)
{
    const std::lock_guard lock(m_mutex);
    m_platform = std::move(platform);
    m_clinics = std::move(clinics);
}

bool Agreements::cover(const ClinicId &clinic, const QString &vendor) const
{
    const std::lock_guard lock(m_mutex);
    const auto own = m_clinics.find(clinic);
    const auto said = own == m_clinics.end() ? std::nullopt : entry(own->second, vendor);
    return said.value_or(entry(m_platform, vendor).value_or(false));
}

bool Agreements::coverAt(const QUrl &address, const ClinicId &clinic, const QString &vendor) const
{
    return cover(clinic, vendor) || (isThisMachine(address) && cover(clinic, QString::fromLatin1(Loopback)));
}

Permit::Permit(std::shared_ptr<const Agreements> agreements, ClinicId clinic, QString vendor, QUrl address)
    : m_agreements(std::move(agreements))
    , m_clinic(std::move(clinic))
    , m_vendor(std::move(vendor))
    , m_address(std::move(address))
{}

Permit Permit::withoutPatientData()
{
    Permit permit;
    permit.m_harmless = true;
    return permit;
}

bool Permit::isGood() const
{
    return m_harmless || (m_agreements && m_agreements->coverAt(m_address, m_clinic, m_vendor));
}

} // namespace Frontdesk::Outgoing
