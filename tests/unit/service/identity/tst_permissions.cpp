#include "service/identity/permissions.h"

#include <QSet>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Identity;

class TestPermissions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void names_areUniqueAndReadBack()
    {
        QSet<QString> names;
        for (const Permission permission : allPermissions()) {
            names.insert(permissionName(permission));
            QCOMPARE(permissionFromName(permissionName(permission)), std::optional(permission));
        }
        QCOMPARE(names.size(), static_cast<qsizetype>(allPermissions().size()));
        QVERIFY(!permissionFromName(u"tasks.everything"));
    }
    void receptionist_worksButDoesNotGovern()
    {
        QVERIFY(allows(Role::Receptionist, Permission::WorkOnTasks));
        QVERIFY(allows(Role::Receptionist, Permission::PlayRecordings));
        for (const Permission permission :
             {Permission::DecideApprovals, Permission::ChangeClinic, Permission::ManageUsers, Permission::ReadAudit,
              Permission::ReadAnalytics, Permission::ExportData, Permission::ErasePatients, Permission::ManageWebhooks,
              Permission::ReadFhir}) {
            QVERIFY(!allows(Role::Receptionist, permission));
        }
    }
    void onlyDoctors_decideApprovals()
    {
        QVERIFY(allows(Role::Doctor, Permission::DecideApprovals));
        QVERIFY(!allows(Role::Admin, Permission::DecideApprovals));
        QVERIFY(!allows(Role::Operator, Permission::DecideApprovals));
    }
    void doctor_doesNotGovern()
    {
        for (const Permission permission : {Permission::ChangeClinic, Permission::ManageUsers, Permission::ReadAudit,
                                            Permission::ExportData, Permission::ErasePatients}) {
            QVERIFY(!allows(Role::Doctor, permission));
            QVERIFY(allows(Role::Admin, permission));
        }
    }
    void operator_neitherWorksNorListensNorExports()
    {
        for (const Permission permission :
             {Permission::WorkOnTasks, Permission::PlayRecordings, Permission::TakeOverCalls,
              Permission::AcknowledgeEscalations, Permission::ExportData, Permission::ErasePatients}) {
            QVERIFY(!allows(Role::Operator, permission));
        }
        QVERIFY(allows(Role::Operator, Permission::ManageUsers));
    }
    void everybody_hasAnAccount()
    {
        for (const Role role : {Role::Receptionist, Role::Doctor, Role::Admin, Role::Operator}) {
            QVERIFY(allows(role, Permission::OwnAccount));
            QCOMPARE(roleFromName(roleName(role)), std::optional(role));
        }
    }
};

QTEST_GUILESS_MAIN(TestPermissions)
#include "tst_permissions.moc"
