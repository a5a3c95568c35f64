#pragma once

#include "shared/core/id.h"
#include "shared/core/result.h"
#include "shared/model/openinghours.h"
#include "shared/model/recordingrule.h"

#include <QJsonObject>
#include <QStringList>
#include <QTimeZone>

#include <vector>

namespace Frontdesk {

/// The clinic's own limits for handing over. The defaults are the specification's starting points.
struct EscalationThresholds {
    int version = 1;                    ///< Counts up with each change; stored with every decision.
    double transcriptConfidence = 0.70; ///< 0 to 1; below: the words are doubtful.
    double audioQuality = 0.60;         ///< 0 to 1; below: ask for a quieter place, then hand over.
    double sentiment = -0.5;            ///< -1 to 1; below: one weak flag.
    int clarifyingQuestions = 2;        ///< How often we may ask again before handing over.
    int callSeconds = 180;              ///< A longer call has something wrong with it.
    int confusedSeconds = 120;          ///< How long extra patience may last.
    double flagsToEscalate = 1.0;       ///< Sum of evidence weights (weak 0.5, strong 1) that hands over.

    friend bool operator==(const EscalationThresholds &, const EscalationThresholds &) = default;
};

struct Provider {
    QString name; ///< As spoken, with title: "Dr. Maria Lopez".
    QString specialty;
    bool female = false;

    friend bool operator==(const Provider &, const Provider &) = default;
};

/// A fact the clinic has written down so that the assistant may say it: what callers ask, and the answer.
struct ClinicFact {
    QStringList topics; ///< Words callers use for it: "parking", "where do i park".
    QString answer;     ///< Spoken as it stands.

    friend bool operator==(const ClinicFact &, const ClinicFact &) = default;
};

/// Everything the assistant may know and say about one clinic.
struct ClinicProfile {
    ClinicId id;
    QString name;
    QString number;     ///< E.164; the number patients call. Finds the clinic for an incoming call.
    QString line;       ///< E.164; the clinic's own line, where people answer.
    QString onCallLine; ///< E.164; rung for emergencies and urgent wishes after hours. Empty: `line`.
    QTimeZone timeZone{QByteArrayLiteral("America/New_York")};
    QString language = QStringLiteral("en"); ///< Of the greeting: `en` or `es`.

    OpeningHours hours;
    QString address;
    QString directions;
    QStringList insurances;
    QStringList services;
    std::vector<Provider> providers;
    std::vector<ClinicFact> facts;

    QString greeting; ///< Replaces the standard greeting; may hold `{clinic}`.
    QString consent;  ///< Replaces the standard words that the call is recorded.
    QString state;    ///< US postal letters; its law says whose consent a recording needs. Empty: the strictest.
    RecordingMode recording = RecordingMode::Off;
    RecordedBy recordedBy = RecordedBy::Assistant;
    QString callbackPromise = QStringLiteral("within 2 hours"); ///< Completes "will call you back ...".
    EscalationThresholds thresholds;

    [[nodiscard]] QDateTime localTime(const QDateTime &utc) const { return utc.toTimeZone(timeZone); }
    [[nodiscard]] bool isOpenAt(const QDateTime &utc) const;

    /// What is wrong with it, each in one plain sentence; empty: usable.
    [[nodiscard]] QStringList problems() const;

    [[nodiscard]] QJsonObject toJson() const;
    /// Missing fields keep their defaults; a field of the wrong kind is an error that names it.
    [[nodiscard]] static Result<ClinicProfile> fromJson(const QJsonObject &json);
};

} // namespace Frontdesk
