#pragma once

#include "shared/core/result.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <vector>

namespace Frontdesk::Telephony {

struct SayOptions {
    QString voice;    ///< For example `Polly.Joanna-Neural`; empty: the account's own.
    QString language; ///< For example `en-US`.
};

struct DialNumber {
    QString e164;
    QString whisperUrl; ///< Played to the person who answers, before the two are joined.
};

/// Rings all numbers at once; the first to answer gets the call.
struct DialOptions {
    std::vector<DialNumber> numbers;  ///< 1 to 10.
    QString actionUrl;                ///< Asked afterwards; with it, later verbs never run.
    std::chrono::seconds timeout{25}; ///< 5 to 600.
    bool answerOnBridge = false;      ///< Keeps the caller ringing; only for a call not yet answered.
    QString callerId;                 ///< Empty: the caller's own number.
};

/// Asks for keys; what is spoken meanwhile can be interrupted by pressing.
struct GatherOptions {
    QString prompt;
    QString actionUrl; ///< Gets `Digits`; not asked when nothing is pressed: then the next verb runs.
    int digits = 1;
    std::chrono::seconds timeout{6}; ///< After the prompt.
};

/// A room in which calls meet. It begins when two are in it.
struct ConferenceOptions {
    QString name;            ///< No personal data: Twilio keeps it.
    QString waitUrl;         ///< What somebody alone hears; empty: Twilio's music. Not repeated by itself.
    QString statusCallback;  ///< Told when the room begins and ends; may be empty.
    bool endsForAll = false; ///< When this call leaves, the room is over.
    QString actionUrl;       ///< Asked afterwards; with it, later verbs never run.
};

struct StreamParameter {
    QString name;
    QString value; ///< Name and value together below 500 characters.
};

struct StreamOptions {
    QString url; ///< wss, without a query: Twilio drops one.
    std::vector<StreamParameter> parameters;
    QString actionUrl; ///< Of the <Connect>; what follows this verb runs only if the action is empty.
};

/// One answer to Twilio, verb by verb.
///
///     TwiML().connectStream({...}).dial({...}).document()
///
/// Nothing that is wrong with an argument stops the building; `document` says it.
class TwiML {
public:
    TwiML &say(const QString &text, const SayOptions &options = {});
    TwiML &play(const QString &url, int loop = 1); ///< loop 0: until the call ends.
    TwiML &pause(std::chrono::seconds length = std::chrono::seconds(1));
    TwiML &dial(const DialOptions &options);
    TwiML &conference(const ConferenceOptions &options);
    TwiML &gather(const GatherOptions &options);
    TwiML &connectStream(const StreamOptions &options);
    TwiML &redirect(const QString &url);
    TwiML &hangUp();

    enum class Rejection { Rejected, Busy };

    /// Only as the first verb is the call neither answered nor billed.
    TwiML &reject(Rejection reason = Rejection::Rejected);

    /// The whole document, `<?xml` first, or what was wrong with the first wrong verb, or with its size: Twilio takes
    /// 64 kB (error 11750). Characters that XML cannot carry are left out.
    [[nodiscard]] Result<QByteArray> document() const;

private:
    using Attributes = std::vector<std::pair<const char *, QString>>;
    void open(const char *verb, const Attributes &attributes = {});
    void close(const char *verb);
    void leaf(const char *verb, const Attributes &attributes, const QString &text = {});
    void reportUnless(bool good, const char *problem);

    QByteArray m_verbs;
    QString m_problem;
};

} // namespace Frontdesk::Telephony
