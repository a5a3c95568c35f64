#include "service/app/vendorhealth.h"

#include "service/app/speechfactory.h"

#include <algorithm>
#include <set>

namespace Frontdesk::App {

namespace {

using FaultPolicy::Service;

/// Names in STT, LLM and TTS that are part of this program.
bool isOurs(const QString &name)
{
    return name == QLatin1String("pocketsphinx") || name == QLatin1String("rules") || name == QLatin1String("flite");
}

} // namespace

VendorHealth::VendorHealth(const Settings &settings, std::shared_ptr<FaultPolicy::VendorBoard> vendors,
                           std::shared_ptr<const Outgoing::Agreements> agreements,
                           std::shared_ptr<const ClinicChoices> choices)
    : m_operators(SpeechFactory::available(settings))
    , m_vendors(std::move(vendors))
    , m_agreements(std::move(agreements))
    , m_choices(std::move(choices))
{
    const auto add = [this, &settings](const QStringList &names, Service service) {
        for (const QString &name : names) {
            if (isOurs(name)) {
                continue;
            }
            auto known = std::find_if(m_chosen.begin(), m_chosen.end(),
                                      [&](const Chosen &chosen) { return chosen.name == name; });
            if (known == m_chosen.end()) {
                const QUrl address(settings.value(name.toUpper() + QStringLiteral("_URL")));
                known = m_chosen.insert(known, {name, address});
            }
            known->services.push_back(service);
        }
    };
    add(settings.speechToText(), Service::SpeechToText);
    add(settings.languageModel(), Service::LanguageModel);
    add(settings.textToSpeech(), Service::TextToSpeech);
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

std::vector<Service> VendorHealth::servicesFor(const ClinicId &clinic, const QString &vendor) const
{
    const SpeechChoices chosen = m_choices->of(clinic).within(m_operators);
    std::vector<Service> services;
    for (const auto &[names, service] : {std::pair(chosen.speechToText, Service::SpeechToText),
                                         std::pair(chosen.languageModel, Service::LanguageModel),
                                         std::pair(chosen.textToSpeech, Service::TextToSpeech)}) {
        if (names.contains(vendor)) {
            services.push_back(service);
        }
    }
    return services;
}

QString VendorHealth::gap(const Chosen &vendor) const
{
    const std::lock_guard lock(m_mutex);
    int without = 0;
    std::set<Service> withheld;
    for (const ClinicId &clinic : m_clinics) {
        const std::vector<Service> services = servicesFor(clinic, vendor.name);
        if (!services.empty() && !m_agreements->coverAt(vendor.address, clinic, vendor.name)) {
            ++without;
            withheld.insert(services.begin(), services.end());
        }
    }
    if (without == 0) {
        return {};
    }
    QStringList instead;
    for (const Service service : withheld) {
        instead << (service == Service::LanguageModel
                        ? QStringLiteral("names and numbers are taken out of what its language model gets")
                        : QStringLiteral("its %1 gets nothing and the next choice does the work")
                              .arg(FaultPolicy::serviceTitle(service)));
    }
    return QStringLiteral("No signed agreement lets %1 have patient data of %2 of %3 clinics: %4. "
                          "Once it is signed: frontdeskctl vendor set %1 --baa-signed DATE --phi TEXT.")
        .arg(vendor.name)
        .arg(without)
        .arg(m_clinics.size())
        .arg(instead.join(QStringLiteral(", ")));
}

QString VendorHealth::failing(const Chosen &vendor) const
{
    QStringList titles;
    for (const Service service : vendor.services) {
        if (m_vendors->vendor(vendor.name, service)->counts().resting) {
            titles << FaultPolicy::serviceTitle(service);
        }
    }
    return titles.isEmpty() ? QString()
                            : QStringLiteral("It fails as %1 and is left alone for a while; the next choice does the "
                                             "work.")
                                  .arg(titles.join(QStringLiteral(", ")));
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
        health.detail = failing(vendor);
        if (health.detail.isEmpty()) {
            health.detail = gap(vendor);
        }
        health.isWell = health.detail.isEmpty();
        components.push_back(std::move(health));
    }
    return components;
}

} // namespace Frontdesk::App
