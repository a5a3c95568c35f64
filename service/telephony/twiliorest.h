#pragma once

#include "service/faultpolicy/vendor.h"
#include "service/outgoing/httpclients.h"

#include <chrono>
#include <functional>
#include <optional>

namespace Frontdesk::Telephony {

class TwilioDownload;

struct TwilioAccount {
    QUrl url; ///< `https://api.twilio.com`, a region's own, or loopback.
    QString accountSid;
    QByteArray authToken;
    FaultPolicy::Budgets budgets{Milliseconds(1500), Milliseconds(4000), Milliseconds(2000), Milliseconds(8000)};
    Milliseconds longestWait{3000}; ///< A `retry-after` beyond this is not waited for.
};

/// Why something did not come about, or may not have.
struct TwilioFailure {
    FaultPolicy::Fault fault; ///< Its message names no number and no text.
    int code = 0;             ///< Twilio's own error number, such as 21211; 0: none was given.
    /// The request left and its answer did not come, or was a 5xx: look before doing it again.
    bool mayHaveHappened = false;
};

template <typename Value>
struct TwilioAnswer {
    std::optional<Value> value;
    TwilioFailure failure; ///< Only without a value.

    explicit operator bool() const { return value.has_value(); }
};

template <typename Value>
using TwilioDone = std::function<void(const TwilioAnswer<Value> &answer)>;

/// A call or message as Twilio has it.
struct TwilioResource {
    QString sid;    ///< CA.. or SM..
    QString status; ///< Twilio's word: queued, ringing, in-progress, sent ...
};

/// A call that we make. The addresses are ours; Twilio posts to them.
struct NewCall {
    QString to;   ///< E.164.
    QString from; ///< A number of the account, or one it has verified.
    QString url;  ///< Asked when the call is answered.
    QString statusCallback;
    QStringList statusEvents;         ///< initiated, ringing, answered, completed.
    std::chrono::seconds timeout{30}; ///< Of ringing; at most 600.
    QString machineDetectionCallback; ///< Not empty: Twilio listens whether a machine answers and tells this address.
};

struct NewMessage {
    QString to;   ///< E.164.
    QString from; ///< A number of the account; or `messagingServiceSid`.
    QString messagingServiceSid;
    QString body;           ///< 1 to 1600 characters.
    QString statusCallback; ///< May be empty.
};

/// A recording as Twilio has it.
struct NetworkSound {
    QString sid;    ///< RE..
    QString status; ///< Twilio's word: in-progress, paused, stopped, processing, completed, absent ...
};

/// Where calls to one of the account's numbers go.
struct NumberRouting {
    QString voiceUrl;
    QString voiceMethod;
    QString voiceFallbackUrl;
    QString voiceFallbackMethod;
    QString statusCallback;
    QString statusCallbackMethod;

    bool operator==(const NumberRouting &) const = default;
};

struct OwnedNumber {
    QString sid; ///< PN..
    QString number;
    QString name; ///< As the account calls it.
    NumberRouting routing;
};

/// Twilio's REST API of 2010-04-01: calls, messages, recordings, numbers.
///
/// A request is repeated only where that cannot do anything twice: always after 429 and when Twilio was not reached,
/// after other failures only if it asks or sets. While the vendor's circuit is open it fails at once.
/// Threads: any with an event loop; `done` is called there, once and later. May be destroyed before.
class TwilioRest {
public:
    /// `clients` outlives it.
    TwilioRest(TwilioAccount account, std::shared_ptr<FaultPolicy::Vendor> vendor, Outgoing::HttpClients &clients);

    void createCall(const NewCall &call, TwilioDone<TwilioResource> done) const;
    /// The call leaves what it is doing and asks `url` what is next. An ended call: Rejected, code 21220.
    void redirectCall(const QString &callSid, const QString &url, TwilioDone<TwilioResource> done) const;
    /// The same with the answer at once: TwiML of at most 4000 characters.
    void updateCall(const QString &callSid, const QByteArray &twiml, TwilioDone<TwilioResource> done) const;
    void hangUp(const QString &callSid, TwilioDone<TwilioResource> done) const;

    void sendMessage(const NewMessage &message, TwilioDone<TwilioResource> done) const;

    /// Records a call that is in progress from now on, caller and assistant on channels of their own. `callback` (may be
    /// empty) is told when the recording is complete. `permit`: that Twilio may keep a patient's voice.
    void startRecording(const QString &callSid, const QString &callback, const Outgoing::Permit &permit,
                        TwilioDone<TwilioResource> done) const;
    void stopRecording(const QString &callSid, const QString &recordingSid, TwilioDone<TwilioResource> done) const;
    /// What there is of a call. An unknown call: Rejected, code 20404.
    void recordingsOf(const QString &callSid, TwilioDone<std::vector<NetworkSound>> done) const;
    /// Only of a completed one. One that is gone already: Rejected, code 20404.
    void deleteRecording(const QString &recordingSid, TwilioDone<TwilioResource> done) const;
    /// Its sound, from the moment `begin` is called.
    [[nodiscard]] std::unique_ptr<TwilioDownload> downloadRecording(const QString &recordingSid) const;

    /// The account's number; nothing is found: Rejected, code 20404.
    void findNumber(const QString &e164, TwilioDone<OwnedNumber> done) const;
    void routeNumber(const QString &numberSid, const NumberRouting &routing, TwilioDone<OwnedNumber> done) const;

private:
    using Parameters = std::vector<std::pair<const char *, QString>>;
    [[nodiscard]] Outgoing::HttpCall request(const QByteArray &method, const QString &path) const;
    enum class Repeat { Harmless, OnlyIfNothingHappened };
    template <typename Value>
    void ask(const QByteArray &method, const QString &path, const Parameters &parameters, Repeat repeat,
             std::optional<Value> (*read)(const QJsonObject &), TwilioDone<Value> done,
             const Outgoing::Permit &permit = Outgoing::Permit::withoutPatientData()) const;
    void changeCall(const QString &callSid, const Parameters &change, TwilioDone<TwilioResource> done) const;

    const TwilioAccount m_account;
    const std::shared_ptr<FaultPolicy::Vendor> m_vendor;
    Outgoing::HttpClients &m_clients;
};

} // namespace Frontdesk::Telephony
