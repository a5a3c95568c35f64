#include "service/storage/sql/postgreswalls.h"

namespace Frontdesk::Storage {

namespace {

// Roles belong to the whole server: another database's first start may make it at the same moment.
const char MakeRole[] = R"sql(
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'frontdesk_service') THEN
        CREATE ROLE frontdesk_service NOLOGIN;
    END IF;
    IF NOT pg_has_role(current_user, 'frontdesk_service', 'MEMBER') THEN
        GRANT frontdesk_service TO CURRENT_USER;
    END IF;
EXCEPTION
    WHEN duplicate_object OR unique_violation THEN NULL;
END $$)sql";

// A right that a layout step has taken from the service stays taken: rights are given to new tables only.
const char GuardTables[] = R"sql(
DO $$ DECLARE
    found record;
BEGIN
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO frontdesk_service', current_schema());
    FOR found IN
        SELECT c.oid, c.relname, c.relrowsecurity, EXISTS (
            SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'clinic_id' AND NOT a.attisdropped
        ) AS of_clinic
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p')
    LOOP
        IF NOT has_table_privilege('frontdesk_service', found.oid, 'SELECT') THEN
            EXECUTE format('GRANT SELECT ON %I TO frontdesk_service', found.relname);
            IF found.relname <> 'schema_migrations' THEN
                EXECUTE format('GRANT INSERT, UPDATE, DELETE ON %I TO frontdesk_service', found.relname);
            END IF;
        END IF;
        IF found.of_clinic AND NOT found.relrowsecurity THEN
            EXECUTE format(
                'CREATE POLICY frontdesk_clinic ON %I TO frontdesk_service USING ('
                'clinic_id = (SELECT current_setting(''frontdesk.clinic_id'', true)) '
                'OR (SELECT current_setting(''frontdesk.clinic_id'', true)) = ''*'')', found.relname);
            EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', found.relname);
        END IF;
    END LOOP;
END $$)sql";

} // namespace

Result<void> raiseWalls(SqlConnection &owner)
{
    if (const auto made = owner.command(QString::fromLatin1(MakeRole)); !made) {
        return Error{made.error().code,
                     QStringLiteral("The role frontdesk_service is missing and the database user may not make it (%1) "
                                    "docs/runbook.md tells how to set it up.")
                         .arg(made.error().message)};
    }
    return owner.transaction([&]() -> Result<void> {
        if (auto alone = owner.lock(QStringLiteral("layout")); !alone) {
            return alone;
        }
        return owner.command(QString::fromLatin1(GuardTables));
    });
}

} // namespace Frontdesk::Storage
