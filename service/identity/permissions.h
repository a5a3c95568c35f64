#pragma once

#include "shared/model/user.h"

#include <vector>

namespace Frontdesk::Identity {

/// What can be allowed or not. Each route of the API names exactly one.
enum class Permission {
    OwnAccount, ///< One's own name, password, sessions: everybody who is signed in.
    ReadTasks,
    WorkOnTasks, ///< Claim, start, complete, note, flag, hand to a doctor, undo.
    DecideApprovals,
    ReadCalls, ///< Calls, transcripts, escalations.
    PlayRecordings,
    TakeOverCalls,
    AcknowledgeEscalations,
    ReadClinic, ///< The clinic's own facts, thresholds and colleagues' names.
    ChangeClinic,
    TestAssistant, ///< Hear its voice, call it.
    ManageUsers,
    ReadAudit,
    ReadAnalytics,
    ReadHealth,
    ExportData,
    ErasePatients,
    ManageWebhooks,
    ReadFhir,
};

/// As in the OpenAPI document's `x-permission`: `tasks.read`.
[[nodiscard]] QString permissionName(Permission permission);
[[nodiscard]] std::optional<Permission> permissionFromName(QStringView name);
[[nodiscard]] const std::vector<Permission> &allPermissions();

/// The one place that says who may do what. An operator's permissions hold for a named clinic and a written reason.
[[nodiscard]] bool allows(Role role, Permission permission);

} // namespace Frontdesk::Identity
