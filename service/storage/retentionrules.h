#pragma once

#include <QJsonObject>
#include <QStringList>

namespace Frontdesk::Storage {

/// How long a clinic keeps what, in days.
struct RetentionRules {
    /// Six years, as 45 CFR 164.316(b)(2)(i) has it for audit logs.
    static constexpr int SixYears = 2192;
    static constexpr int Longest = 36'525;

    int callsDays = SixYears; ///< A call and everything that belongs to it, its tasks too.
    int recordingsDays = 90;
    int transcriptsDays = SixYears; ///< Every word that was said; that there was a call, and its tasks, stay.
    int auditDays = SixYears;       ///< Never less.
    bool legalHold = false;         ///< Nothing at all of the clinic is deleted.

    /// The name of the clinic's setting that holds them.
    static constexpr char SettingName[] = "retention";

    /// What is missing or no number is as it is by default.
    [[nodiscard]] static RetentionRules fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;

    struct Problem {
        QString field;
        QString message;
    };
    /// What cannot be; empty when all is well.
    [[nodiscard]] QList<Problem> problems() const;
};

} // namespace Frontdesk::Storage
