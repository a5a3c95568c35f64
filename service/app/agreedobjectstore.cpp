#include "service/app/agreedobjectstore.h"

namespace Frontdesk::App {

AgreedObjectStore::AgreedObjectStore(std::unique_ptr<Recording::ObjectStore> store,
                                     std::shared_ptr<const Outgoing::Agreements> agreements, QString vendor,
                                     QUrl address)
    : m_store(std::move(store))
    , m_agreements(std::move(agreements))
    , m_vendor(std::move(vendor))
    , m_address(std::move(address))
{}

Result<void> AgreedObjectStore::put(const QString &name, const QString &file)
{
    const ClinicId clinic(name.section(QLatin1Char('/'), 0, 0)); // Recordings lie in a folder for each clinic.
    if (!m_agreements->coverAt(m_address, clinic, m_vendor)) {
        return Error{
            ErrorCode::Refused,
            QStringLiteral("No signed agreement lets the object store have this clinic's recordings; they wait "
                           "here. Once it is signed: frontdeskctl vendor set %1 --baa-signed DATE --phi TEXT.")
                .arg(m_vendor)};
    }
    return m_store->put(name, file);
}

} // namespace Frontdesk::App
