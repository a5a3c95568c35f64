#pragma once

#include "service/app/clinicchoices.h"
#include "service/app/vendorkeys.h"
#include "service/outgoing/agreements.h"
#include "service/storage/database.h"
#include "shared/core/scheduler.h"

#include <QObject>

namespace Frontdesk::App {

/// Keeps what the service holds about clinics and vendors (agreements, clinics' own keys and choices) as the database has
/// it, whoever changes it there.
///
/// Lives on the main thread; `agreements`, `keys` and `choices` may be asked on any.
class AgreementWatch final : public QObject {
    Q_OBJECT

public:
    AgreementWatch(Storage::Database &database, Scheduler &scheduler);

    /// Waits for the first reading; while the database is away nothing is covered, and reading is tried again.
    void start();

    [[nodiscard]] const std::shared_ptr<Outgoing::Agreements> &agreements() const { return m_agreements; }
    [[nodiscard]] const std::shared_ptr<VendorKeys> &keys() const { return m_keys; }
    [[nodiscard]] const std::shared_ptr<ClinicChoices> &choices() const { return m_choices; }

Q_SIGNALS:
    void changed();

private:
    struct Inventory {
        Outgoing::Agreements::Inventory platform;
        std::map<ClinicId, Outgoing::Agreements::Inventory> clinics;
        std::vector<Storage::VendorKey> keys;
        std::map<ClinicId, SpeechChoices> choices;

        friend bool operator==(const Inventory &, const Inventory &) = default;
    };

    [[nodiscard]] static Result<Inventory> read(Storage::Store &store);
    void readAgain();
    void readLater();
    void take(const Inventory &inventory);

    Storage::Database &m_database;
    Scheduler &m_scheduler;
    std::shared_ptr<Outgoing::Agreements> m_agreements = std::make_shared<Outgoing::Agreements>();
    std::shared_ptr<VendorKeys> m_keys = std::make_shared<VendorKeys>();
    std::shared_ptr<ClinicChoices> m_choices = std::make_shared<ClinicChoices>();
    Inventory m_known;
    Scheduler::JobHandle m_next;
};

} // namespace Frontdesk::App
