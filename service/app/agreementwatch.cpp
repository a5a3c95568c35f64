#include "service/app/agreementwatch.h"

#include "shared/core/log.h"
#include "shared/model/vendoragreement.h"

namespace Frontdesk::App {

namespace {

/// Another program on the same SQLite file cannot wake us.
constexpr Milliseconds LookAgain{5'000};

Outgoing::Agreements::Inventory inventoryFrom(const QJsonObject &json)
{
    Outgoing::Agreements::Inventory inventory;
    for (const auto &[name, agreement] : vendorAgreementsFromJson(json)) {
        inventory.emplace(name, agreement.covers());
    }
    return inventory;
}

} // namespace

AgreementWatch::AgreementWatch(Storage::Database &database, Scheduler &scheduler)
    : m_database(database)
    , m_scheduler(scheduler)
{
    connect(&database.events(), &Storage::EventSignal::raised, this, [this](const QString &topic) {
        if (topic == QLatin1String(Storage::SettingTopic)) {
            readAgain();
        }
    });
}

void AgreementWatch::start()
{
    if (const auto inventory = m_database.run(&AgreementWatch::read).result()) {
        take(*inventory);
    } else {
        qCWarning(Log::app).noquote() << "agreements with vendors are not known yet:" << inventory.error().message;
    }
    readLater();
}

Result<AgreementWatch::Inventory> AgreementWatch::read(Storage::Store &store)
{
    const QString name = QString::fromLatin1(VendorAgreementsSetting);
    const auto platform = store.clinicSettings().findOfPlatform(name);
    if (!platform) {
        return platform.error();
    }
    const auto clinics = store.clinicSettings().ofAllClinics(name);
    if (!clinics) {
        return clinics.error();
    }
    auto keys = store.vendorKeys().all();
    if (!keys) {
        return keys.error();
    }
    const auto choices = store.clinicSettings().ofAllClinics(QString::fromLatin1(SpeechChoicesSetting));
    if (!choices) {
        return choices.error();
    }
    Inventory inventory{inventoryFrom(platform->value), {}, std::move(keys).value(), {}};
    for (const auto &[clinic, value] : *clinics) {
        inventory.clinics.emplace(clinic, inventoryFrom(value));
    }
    for (const auto &[clinic, value] : *choices) {
        inventory.choices.emplace(clinic, SpeechChoices::fromJson(value).valueOr({}));
    }
    return inventory;
}

void AgreementWatch::readAgain()
{
    m_database.run(&AgreementWatch::read).then(this, [this](const Result<Inventory> &inventory) {
        readLater();
        // While the database is away, what was agreed still holds.
        if (inventory && *inventory != m_known) {
            take(*inventory);
            qCInfo(Log::app) << "agreements with vendors, clinics' own keys or their choices have changed";
            Q_EMIT changed();
        }
    });
}

void AgreementWatch::readLater()
{
    m_next = m_scheduler.after(LookAgain, [this] { readAgain(); });
}

void AgreementWatch::take(const Inventory &inventory)
{
    m_known = inventory;
    m_agreements->replace(inventory.platform, inventory.clinics);
    m_keys->replace(inventory.keys);
    m_choices->replace(inventory.choices);
}

} // namespace Frontdesk::App
