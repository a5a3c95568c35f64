#pragma once

#include "tests/fakes/fakeserver.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Frontdesk::Tests {

/// Another program of the clinic's, which is told what happens.
class WebhookReceiver final : public Fakes::FakeServer {
public:
    int status = 200; ///< What it answers.

    [[nodiscard]] QString address() const { return url().toString() + QStringLiteral("/hook"); }
    /// The kinds it was told of so far, refused ones included.
    [[nodiscard]] QStringList kinds() const
    {
        QStringList told;
        for (const auto &request : requests())
            told << QJsonDocument::fromJson(request.body).object().value(QLatin1String("kind")).toString();
        return told;
    }

protected:
    void answer(const Fakes::FakeRequest &, Fakes::FakeAnswer answer, Fakes::FaultKind) override
    {
        answer.send(status, "application/json", "{}");
    }
    void refuse(Fakes::FakeAnswer answer, Fakes::FaultKind) override { answer.send(503, "application/json", "{}"); }
};

} // namespace Frontdesk::Tests
