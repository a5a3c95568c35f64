#pragma once

#include "service/api/apiroutes.h"
#include "service/identity/secrets.h"

namespace Frontdesk::Api {

/// 400 or 415 for a body that is there and is not one JSON object.
[[nodiscard]] std::optional<Http::HttpResponse> refuseBody(const Http::HttpRequest &request);

// One file per resource; each lists what can be asked of it.
[[nodiscard]] std::vector<Operation> accountOperations(const Identity::SealingKeys &sealingKeys);
[[nodiscard]] std::vector<Operation> userOperations();
[[nodiscard]] std::vector<Operation> taskOperations();
[[nodiscard]] std::vector<Operation> approvalOperations();
[[nodiscard]] std::vector<Operation> approvalRuleOperations();
[[nodiscard]] std::vector<Operation> callOperations(const std::function<bool(const CallId &)> &takeOverHook,
                                                    const Prices &prices);
[[nodiscard]] std::vector<Operation> recordingOperations(const Recording::RecordingReader *reader);
[[nodiscard]] std::vector<Operation> clinicOperations(const ApiHooks &hooks);
[[nodiscard]] std::vector<Operation> vendorOperations();
[[nodiscard]] std::vector<Operation> speechOperations(const SpeechChoices &operators);
[[nodiscard]] std::vector<Operation> rehearsalOperations(const Rehearsal &rehearsal);
[[nodiscard]] std::vector<Operation> notificationOperations();
[[nodiscard]] std::vector<Operation> webhookOperations(const Webhooks::NetworkRule &rule);
[[nodiscard]] std::vector<Operation> auditOperations(const Storage::AuditSeal &seal);
[[nodiscard]] std::vector<Operation> analyticsOperations(const Prices &prices);
[[nodiscard]] std::vector<Operation> hindsightOperations(const Hindsight &hindsight);
[[nodiscard]] std::vector<Operation> holdOperations();
/// `shelf` may be null.
[[nodiscard]] std::vector<Operation> patientOperations(Storage::RecordingShelf *shelf);
[[nodiscard]] std::vector<Operation> fhirOperations();
[[nodiscard]] std::vector<Operation> documentOperations();

} // namespace Frontdesk::Api
