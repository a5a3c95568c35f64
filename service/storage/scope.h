#pragma once

#include "shared/core/id.h"

namespace Frontdesk::Storage {

/// For whom a piece of work is done, and which other work it has to stay in line with.
///
/// In PostgreSQL a clinic's scope is a wall: rows of other clinics do not exist for the work, whatever its queries ask
/// for (row-level security). SQLite has no such wall; there the queries alone name the clinic.
class Scope {
public:
    /// All clinics: for what is asked before the clinic is known (a number that was called, a login), and for recovery
    /// and upkeep. Such work is done one after the other.
    [[nodiscard]] static Scope platform() { return {{}, QStringLiteral("platform")}; }

    /// One clinic. Its work is done one after the other.
    [[nodiscard]] static Scope of(const ClinicId &clinic) { return {clinic, clinic.text()}; }

    /// One call of a clinic: the work for this call is done one after the other, beside that of other calls.
    [[nodiscard]] static Scope of(const ClinicId &clinic, const CallId &call) { return {clinic, call.text()}; }

    /// One clinic, in no order: reading beside everything else. What was acknowledged before it was given is seen.
    [[nodiscard]] static Scope reading(const ClinicId &clinic) { return {clinic, {}}; }

    /// All clinics, in no order.
    [[nodiscard]] static Scope reading() { return {{}, {}}; }

    /// Empty for the platform.
    [[nodiscard]] const ClinicId &clinic() const { return m_clinic; }
    /// Work of the same lane keeps its order; empty: no order.
    [[nodiscard]] const QString &lane() const { return m_lane; }

private:
    Scope(ClinicId clinic, QString lane)
        : m_clinic(std::move(clinic))
        , m_lane(std::move(lane))
    {}

    ClinicId m_clinic;
    QString m_lane;
};

} // namespace Frontdesk::Storage
