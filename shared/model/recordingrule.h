#pragma once

#include <QString>

#include <optional>

namespace Frontdesk {

/// What a clinic wants recorded. The text forms `off`, `on` and `with_consent` are stored and sent.
enum class RecordingMode {
    Off,
    On,          ///< With the caller's consent where the state's law wants it of all parties.
    WithConsent, ///< With the caller's consent everywhere.
};
[[nodiscard]] QString recordingModeName(RecordingMode mode);
[[nodiscard]] std::optional<RecordingMode> recordingModeFromName(QStringView name);

/// Who makes the recording. The text forms `assistant` and `network` are stored and sent.
enum class RecordedBy {
    Assistant,    ///< We do, from the stream that we have anyway: sealed from the first byte.
    PhoneNetwork, ///< The phone network does; it is fetched after the call, sealed, and deleted there.
};
[[nodiscard]] QString recordedByName(RecordedBy who);
[[nodiscard]] std::optional<RecordedBy> recordedByFromName(QStringView name);

/// Whose consent a state's law wants before a telephone conversation is recorded.
enum class ConsentRule { OneParty, AllParty };

/// What the law says, and where it says so.
struct ConsentLaw {
    ConsentRule rule = ConsentRule::AllParty;
    QString source; ///< The statute; for people who want to read it.
};

/// The law of a state by its postal letters, also the District of Columbia. An unknown or empty state gets the stricter
/// rule and no source. A starting point for the clinic's counsel, not advice.
[[nodiscard]] ConsentLaw consentLawOf(const QString &state);
[[nodiscard]] bool isUsState(const QString &letters);

/// The caller must have heard that the call is recorded before it is.
[[nodiscard]] bool needsConsent(RecordingMode mode, const QString &state);

/// How the caller stands to the recording of one call. The text forms are stored and sent.
enum class RecordingConsent {
    NotNeeded, ///< Recorded without asking: the law wants one party's consent, and the clinic gave it.
    Heard,     ///< The caller heard that the call is recorded, and went on.
    Declined,  ///< The caller does not want it.
};
[[nodiscard]] QString recordingConsentName(RecordingConsent consent);
[[nodiscard]] std::optional<RecordingConsent> recordingConsentFromName(QStringView name);

} // namespace Frontdesk
