#pragma once

#include "shared/model/requesttype.h"

#include <QString>

#include <array>
#include <cstdint>
#include <vector>

namespace Frontdesk::Dialogue {

/// The wishes the trained ear listens for, in the order of its file.
inline constexpr std::array HeardWishes{RequestType::AppointmentScheduling,
                                        RequestType::AppointmentRescheduling,
                                        RequestType::AppointmentCancellation,
                                        RequestType::AppointmentConfirmation,
                                        RequestType::GeneralQuestion,
                                        RequestType::InsuranceQuestion,
                                        RequestType::CallbackRequest,
                                        RequestType::ReferralRequest,
                                        RequestType::BillingQuestion,
                                        RequestType::MedicalRecords,
                                        RequestType::PrescriptionRefill,
                                        RequestType::MedicalQuestion,
                                        RequestType::TestResults,
                                        RequestType::Other};

/// What a turn has for that ear: its words, neighbours, beginnings and pieces of words, each as a number that is spread
/// evenly and the same on every machine. Names, numbers, days and relatives count as what they are, so that
/// nobody's name teaches anything. Pure; training reads through the same function.
[[nodiscard]] std::vector<uint32_t> wishFeatures(const QString &utterance);

} // namespace Frontdesk::Dialogue
