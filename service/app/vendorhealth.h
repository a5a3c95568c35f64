#pragma once

#include "service/api/apiroutes.h"
#include "service/app/clinicchoices.h"
#include "service/faultpolicy/vendor.h"
#include "service/outgoing/agreements.h"
#include "service/settings/settings.h"

#include <mutex>

namespace Frontdesk::App {

/// How the vendors are that the settings choose: whether they answer, and whether agreements let them have patient
/// data. Safe from any thread.
class VendorHealth {
public:
    VendorHealth(const Settings &settings, std::shared_ptr<FaultPolicy::VendorBoard> vendors,
                 std::shared_ptr<const Outgoing::Agreements> agreements,
                 std::shared_ptr<const ClinicChoices> choices = std::make_shared<ClinicChoices>());

    /// Whom agreements must cover.
    void setClinics(std::vector<ClinicId> clinics);
    [[nodiscard]] std::vector<ClinicId> clinics() const;

    [[nodiscard]] std::vector<Api::ComponentHealth> components() const;

    /// One plain sentence for each vendor that serves a clinic, by its own choice or the settings', without an agreement.
    [[nodiscard]] QStringList gaps() const;

private:
    struct Chosen {
        QString name;
        QUrl address;
        std::vector<FaultPolicy::Service> services{}; ///< What the settings choose it for.
    };

    [[nodiscard]] QString gap(const Chosen &vendor) const;
    /// What the vendor is to do for this clinic.
    [[nodiscard]] std::vector<FaultPolicy::Service> servicesFor(const ClinicId &clinic, const QString &vendor) const;
    [[nodiscard]] QString failing(const Chosen &vendor) const;

    const SpeechChoices m_operators; ///< What the settings choose.
    std::vector<Chosen> m_chosen;
    const std::shared_ptr<FaultPolicy::VendorBoard> m_vendors;
    const std::shared_ptr<const Outgoing::Agreements> m_agreements;
    const std::shared_ptr<const ClinicChoices> m_choices;
    mutable std::mutex m_mutex; ///< Guards m_clinics.
    std::vector<ClinicId> m_clinics;
};

} // namespace Frontdesk::App
