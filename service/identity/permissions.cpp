#include "service/identity/permissions.h"

#include <algorithm>
#include <array>

namespace Frontdesk::Identity {

namespace {

struct Row {
    Permission permission;
    QLatin1String name;
    bool receptionist;
    bool doctor;
    bool admin;
    bool platformOperator;
};

constexpr bool Yes = true;
constexpr bool No_ = false;

// Operators look after clinics and may look into them when something is wrong; they do not work in them.
// clang-format off
constexpr std::array Table{
    //                                                             recept. doctor admin operator
    Row{Permission::OwnAccount,             QLatin1String("account.own"),             Yes, Yes, Yes, Yes},
    Row{Permission::ReadTasks,              QLatin1String("tasks.read"),              Yes, Yes, Yes, Yes},
    Row{Permission::WorkOnTasks,            QLatin1String("tasks.work"),              Yes, Yes, Yes, No_},
    Row{Permission::DecideApprovals,        QLatin1String("approvals.decide"),        No_, Yes, No_, No_},
    Row{Permission::ReadCalls,              QLatin1String("calls.read"),              Yes, Yes, Yes, Yes},
    Row{Permission::PlayRecordings,         QLatin1String("recordings.play"),         Yes, Yes, Yes, No_},
    Row{Permission::TakeOverCalls,          QLatin1String("calls.take_over"),         Yes, Yes, Yes, No_},
    Row{Permission::AcknowledgeEscalations, QLatin1String("escalations.acknowledge"), Yes, Yes, Yes, No_},
    Row{Permission::ReadClinic,             QLatin1String("clinic.read"),             Yes, Yes, Yes, Yes},
    Row{Permission::ChangeClinic,           QLatin1String("clinic.change"),           No_, No_, Yes, Yes},
    Row{Permission::TestAssistant,          QLatin1String("assistant.test"),          No_, No_, Yes, Yes},
    Row{Permission::ManageUsers,            QLatin1String("users.manage"),            No_, No_, Yes, Yes},
    Row{Permission::ReadAudit,              QLatin1String("audit.read"),              No_, No_, Yes, Yes},
    Row{Permission::ReadAnalytics,          QLatin1String("analytics.read"),          No_, Yes, Yes, Yes},
    Row{Permission::ReadHealth,             QLatin1String("health.read"),             Yes, Yes, Yes, Yes},
    Row{Permission::ExportData,             QLatin1String("data.export"),             No_, No_, Yes, No_},
    Row{Permission::ErasePatients,          QLatin1String("data.erase"),              No_, No_, Yes, No_},
    Row{Permission::ManageWebhooks,         QLatin1String("webhooks.manage"),         No_, No_, Yes, Yes},
    Row{Permission::ReadFhir,               QLatin1String("fhir.read"),               No_, Yes, Yes, No_},
};
// clang-format on

const Row &rowOf(Permission permission)
{
    return *std::find_if(Table.begin(), Table.end(), [&](const Row &row) { return row.permission == permission; });
}

} // namespace

QString permissionName(Permission permission)
{
    return rowOf(permission).name;
}

std::optional<Permission> permissionFromName(QStringView name)
{
    const auto row = std::find_if(Table.begin(), Table.end(), [&](const Row &r) { return name == r.name; });
    return row == Table.end() ? std::nullopt : std::optional(row->permission);
}

const std::vector<Permission> &allPermissions()
{
    static const std::vector<Permission> all = [] {
        std::vector<Permission> permissions;
        for (const Row &row : Table) {
            permissions.push_back(row.permission);
        }
        return permissions;
    }();
    return all;
}

bool allows(Role role, Permission permission)
{
    const Row &row = rowOf(permission);
    switch (role) {
    case Role::Receptionist:
        return row.receptionist;
    case Role::Doctor:
        return row.doctor;
    case Role::Admin:
        return row.admin;
    case Role::Operator:
        return row.platformOperator;
    }
    return false;
}

} // namespace Frontdesk::Identity
