#pragma once

#include "service/api/gate.h"
#include "service/identity/passwordhash.h"
#include "service/recording/recordingreader.h"
#include "service/storage/database.h"
#include "service/webhooks/networkrule.h"
#include "shared/core/clock.h"
#include "shared/model/prices.h"
#include "shared/model/speechchoices.h"

#include <memory>

namespace Frontdesk::Api {

struct ApiSecrets {
    QByteArray tokens;            ///< 32 bytes; what access tokens are signed with comes from it.
    QByteArray sealing;           ///< 32 bytes; seals what people prove themselves with.
    QByteArray audit;             ///< 32 bytes; what the audit log is sealed with, to verify it.
    QByteArray previousSealing{}; ///< As `sealing` and `audit`, of the master key of before; empty: none.
    QByteArray previousAudit{};
};

/// How a part of the service is, for people.
struct ComponentHealth {
    QString name; ///< `speech recognition`
    bool isWell = true;
    QDateTime since{}; ///< Invalid: not known.
    QString detail{};  ///< One plain sentence without patient data.
};

/// What past calls tell; see Evaluation::previewThresholds and missedEmergencies. Thread: the database's.
struct Hindsight {
    using Changes = std::vector<std::pair<QString, double>>;
    std::function<Result<QJsonObject>(Storage::Store &, const ClinicId &, const Changes &, const QDateTime &from,
                                      const QDateTime &until)>
        previewThresholds{};
    std::function<Result<QJsonObject>(Storage::Store &, const ClinicId &, const QDateTime &from,
                                      const QDateTime &until)>
        missedEmergencies{};
};

/// How people try their assistant out.
struct Rehearsal {
    /// The sentence as a WAV file, in the voice of the clinic's calls. Waits for it: asked on a worker.
    std::function<Result<QByteArray>(const ClinicId &, const QString &text, const QString &language)> speak{};
    /// Opens the door for one test call; see openapi.json. Any thread.
    std::function<QJsonObject(const ClinicId &)> testCall{};
};

/// What the API can ask of the rooms it does not know. Each may be called on any thread and must not block;
/// where one is missing, there is nothing of the kind.
struct ApiHooks {
    /// Connects a running call to the clinic's own line. False: this node has no such call.
    std::function<bool(const CallId &)> takeOver{};
    /// A clinic's profile was changed and kept.
    std::function<void(const ClinicProfile &)> clinicChanged{};
    /// Where recordings are, to take an erased patient's away. May be null.
    Storage::RecordingShelf *recordings = nullptr;
    Hindsight hindsight{};
    Rehearsal rehearsal{};
    /// Plays recordings; outlives the routes. Null: there are none.
    const Recording::RecordingReader *player = nullptr;
    /// What vendors cost.
    Prices prices{};
    /// Who can listen, understand and speak: what the operator has set up.
    SpeechChoices speech{};
    /// Where clinics' webhooks may lead.
    Webhooks::NetworkRule webhookNetworks{};
    /// How the other parts are.
    std::function<std::vector<ComponentHealth>()> health{};
};

/// `/api/v1` and `/fhir`: what the desktop and other programs ask for. docs/api.md tells the manners,
/// resources/api/openapi.json every operation.
///
/// Handlers run on the server's worker threads and answer from the database's; passwords are worked on by a small pool.
/// Must outlive the server it was added to.
class ApiRoutes {
public:
    ApiRoutes(const ApiSecrets &secrets, Storage::Database &database, AuditTrail &trail, const Clock &clock,
              ApiHooks hooks = {}, const Identity::HashCost &hashCost = {});
    ~ApiRoutes();
    ApiRoutes(const ApiRoutes &) = delete;
    ApiRoutes &operator=(const ApiRoutes &) = delete;

    void addTo(Http::Router &router) const;

    /// Everything that can be asked, in the order of the document.
    [[nodiscard]] const std::vector<Operation> &operations() const;

    /// For doors beside these routes, such as the live socket.
    [[nodiscard]] const Gate &gate() const;

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace Frontdesk::Api
