#pragma once

#include "service/app/clinicchoices.h"
#include "service/app/vendoraccounts.h"
#include "service/faultpolicy/vendor.h"
#include "service/outgoing/agreements.h"
#include "service/reception/callline.h"
#include "service/settings/settings.h"

#include <memory>

namespace Frontdesk::App {

/// Makes the ears, the voice and the language model of each call, as the settings choose them: the named vendors in
/// their order or the clinic's, each watched by one circuit breaker for all calls, with the clinic's own key where it has
/// one, and without those whom no agreement lets have the clinic's patient data.
///
/// Made on the main thread; `parts` may be used on every call thread as long as this lives.
class SpeechFactory {
public:
    /// What clinics can choose among, and what holds for those that do not.
    [[nodiscard]] static SpeechChoices available(const Settings &settings);

    /// Loads the built-in recognizer's models if they are chosen; takes about a second.
    [[nodiscard]] static Result<std::unique_ptr<SpeechFactory>>
    create(const Settings &settings, std::shared_ptr<FaultPolicy::VendorBoard> vendors,
           std::shared_ptr<const Outgoing::Agreements> agreements,
           std::shared_ptr<const VendorKeys> keys = std::make_shared<VendorKeys>(),
           std::shared_ptr<const ClinicChoices> choices = std::make_shared<ClinicChoices>());
    ~SpeechFactory();

    [[nodiscard]] Reception::SpeechParts parts() const;

    /// Has the clinic's fixed sentences synthesized in the background by every voice that may serve it, so that its calls need not wait
    /// for them and safety needs no vendor.
    void prepare(const ClinicProfile &clinic);

private:
    struct Shared;

    explicit SpeechFactory(std::shared_ptr<Shared> shared);

    std::shared_ptr<Shared> m_shared;
};

} // namespace Frontdesk::App
