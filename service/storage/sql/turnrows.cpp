#include "service/storage/sql/turnrows.h"

#include "service/storage/sql/rows.h"
#include "shared/model/callrecordjson.h"

#include <tuple>

namespace Frontdesk::Storage {

namespace {

BodyPlace placeOfTurn(const ClinicId &clinic, const QString &call, qint64 number)
{
    return {QLatin1String("turns"), clinic, QStringLiteral("%1/%2").arg(call).arg(number)};
}

QJsonObject turnBody(const TurnRecord &turn)
{
    return {{QStringLiteral("text"), turn.text},
            {QStringLiteral("heard_text"), turn.heardText},
            {QStringLiteral("words"), wordsToJson(turn.words)}};
}

auto openColumns(const TurnRecord &turn)
{
    return std::tie(turn.callId, turn.number, turn.speaker, turn.confidence, turn.audioQuality, turn.start, turn.end,
                    turn.at);
}

} // namespace

Result<TurnRecord> readTurn(SealedBodies &bodies, const ClinicId &clinic, const SqlRow &row)
{
    const auto body = bodies.unpack(placeOfTurn(clinic, row.text(0), row.integer(1)), row.bytes(8));
    if (!body) {
        return body.error();
    }
    const auto speaker = speakerFromName(row.text(2));
    if (!speaker) {
        return unreadable("turn");
    }
    auto words = wordsFromJson(body->value(QLatin1String("words")).toArray());
    if (!words) {
        return unreadable("turn");
    }
    TurnRecord turn;
    turn.callId = CallId(row.text(0));
    turn.number = static_cast<int>(row.integer(1));
    turn.speaker = *speaker;
    turn.confidence = row.real(3);
    turn.audioQuality = row.real(4);
    turn.start = Milliseconds(row.integer(5));
    turn.end = Milliseconds(row.integer(6));
    turn.at = row.time(7);
    turn.text = body->value(QLatin1String("text")).toString();
    turn.heardText = body->value(QLatin1String("heard_text")).toString();
    turn.words = std::move(words).value();
    return turn;
}

Result<QByteArray> packTurn(SealedBodies &bodies, const ClinicId &clinic, const TurnRecord &turn)
{
    return bodies.pack(placeOfTurn(clinic, turn.callId.text(), turn.number), turnBody(turn));
}

bool isSameTurn(const TurnRecord &a, const TurnRecord &b)
{
    return openColumns(a) == openColumns(b) && turnBody(a) == turnBody(b);
}

} // namespace Frontdesk::Storage
