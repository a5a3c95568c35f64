#pragma once

#include "shared/core/id.h"
#include "shared/model/speechchoices.h"

#include <map>
#include <mutex>

namespace Frontdesk::App {

/// What clinics wish for the speech of their calls. Safe from any thread.
class ClinicChoices {
public:
    /// What holds for calls that begin from now on.
    void replace(std::map<ClinicId, SpeechChoices> choices)
    {
        const std::lock_guard lock(m_mutex);
        m_choices = std::move(choices);
    }

    /// Empty: the clinic wishes nothing of its own.
    [[nodiscard]] SpeechChoices of(const ClinicId &clinic) const
    {
        const std::lock_guard lock(m_mutex);
        const auto choices = m_choices.find(clinic);
        return choices == m_choices.end() ? SpeechChoices() : choices->second;
    }

private:
    mutable std::mutex m_mutex; ///< Guards m_choices.
    std::map<ClinicId, SpeechChoices> m_choices;
};

} // namespace Frontdesk::App
