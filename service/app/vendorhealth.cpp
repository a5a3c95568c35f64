#include "service/app/vendorhealth.h"

#include <algorithm>

namespace Frontdesk::App {

namespace {

/// Names in STT, LLM and TTS that are part of this program.
bool isOurs(const QString &name)
{
    return name == QLatin1String("pocketsphinx") || name == QLatin1String("rules") || name == QLatin1String("flite");
}

} // namespace

VendorHealth::VendorHealth(const Settings &settings, std::shared_ptr<FaultPolicy::VendorBoard> vendors,
                           std::shared_ptr<const Outgoing::Agreements> agreements)
    : m_vendors(std::move(vendors))
    , m_agreements(std::move(agreements))
{
    const auto add = [this, &settings](const QStringList &names, bool understands) {
        for (const QString &name : names) {
            const bool isNew = std::none_of(m_chosen.begin(), m_chosen.end(),
                                            [&](const Chosen &chosen) { return chosen.name == name; });
            if (!isOurs(name) && isNew) {
                m_chosen.push_back({name, QUrl(settings.value(name.toUpper() + QStringLiteral("_URL"))), understands});
            }
        }
    };
    add(settings.speechToText(), false);
    add(settings.languageModel(), true);
    add(settings.textToSpeech(), false);
}

void VendorHealth::setClinics(std::vector<ClinicId> clinics)
{
    const std::lock_guard lock(m_mutex);
    m_clinics = std::move(clinics);
}

std::vector<ClinicId> VendorHealth::clinics() const
{
    const std::lock_guard lock(m_mutex);
    return m_clinics;
}

QString VendorHealth::gap(const Chosen &vendor) const
{
    const std::lock_guard lock(m_mutex);
    const auto without = std::count_if(m_clinics.begin(), m_clinics.end(), [&](const ClinicId &clinic) {
        return !m_agreements->coverAt(vendor.address, clinic, vendor.name);
    });
    if (without == 0) {
        return {};
    }
    const QString what = vendor.understands ? QStringLiteral("names and numbers are taken out of what it gets")
                                            : QStringLiteral("it gets nothing and the next choice does its work");
    return QStringLiteral("No signed agreement lets %1 have patient data of %2 of %3 clinics: %4. "
                          "Once it is signed: frontdeskctl vendor set %1 --baa-signed DATE --phi TEXT.")
        .arg(vendor.name)
        .arg(without)
        .arg(m_clinics.size())
        .arg(what);
}

QStringList VendorHealth::gaps() const
{
    QStringList found;
    for (const Chosen &vendor : m_chosen) {
        if (const QString text = gap(vendor); !text.isEmpty()) {
            found << text;
        }
    }
    return found;
}

std::vector<Api::ComponentHealth> VendorHealth::components() const
{
    std::vector<Api::ComponentHealth> components;
    for (const Chosen &vendor : m_chosen) {
        Api::ComponentHealth health{vendor.name};
        if (m_vendors->vendor(vendor.name)->counts().resting) {
            health.isWell = false;
            health.detail = QStringLiteral("It fails and is left alone for a while; the next choice does its work.");
        } else if (health.detail = gap(vendor); !health.detail.isEmpty()) {
            health.isWell = false;
        }
        components.push_back(std::move(health));
    }
    return components;
}

} // namespace Frontdesk::App
