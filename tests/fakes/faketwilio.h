#pragma once

#include "tests/fakes/fakeserver.h"

#include <QJsonObject>

#include <map>

namespace Frontdesk::Fakes {

/// Twilio's REST API of 2010-04-01 as its documentation has it: calls, messages, recordings and numbers of one account,
/// with its refusals and error numbers. It rings nobody: whoever plays the telephones listens to its signals, asks the calls'
/// addresses and says what became of them.
class FakeTwilio final : public FakeServer {
    Q_OBJECT

public:
    static constexpr const char *AccountSid = "AC00000000000000000000000000000000";
    static constexpr const char *AuthToken = "0123456789abcdef0123456789abcdef";

    /// One of the account's calls, with the parameters it was made with.
    struct Call {
        QString sid;
        QString status = QStringLiteral("queued");
        std::multimap<QString, QString> parameters;

        [[nodiscard]] QString parameter(const QString &name) const;
        [[nodiscard]] QStringList all(const QString &name) const;
        [[nodiscard]] bool isOver() const;
    };

    /// One of a call's recordings.
    struct Sound {
        QString sid;
        QString callSid;
        QString status = QStringLiteral("in-progress");
        std::multimap<QString, QString> parameters; ///< It was started with.
        QByteArray wav;                             ///< Once it is completed.
        bool isDual = true;

        [[nodiscard]] QString parameter(const QString &name) const;
    };

    explicit FakeTwilio(QObject *parent = nullptr);

    void useAccount(const QByteArray &sid, const QByteArray &token);
    /// A number of the account.
    void addNumber(const QString &e164);
    /// A call that came in, so that it can be changed.
    void addCall(const QString &sid);
    /// What became of a call: ringing, in-progress, completed ...
    void setStatus(const QString &sid, const QString &status);

    [[nodiscard]] const std::map<QString, Call> &calls() const { return m_calls; }
    /// Those that were not deleted, by sid.
    [[nodiscard]] const std::map<QString, Sound> &sounds() const { return m_sounds; }
    /// The call's recording is done, as it sounds; without any sound it is absent.
    void completeSound(const QString &sid, const QByteArray &wav, bool isDual = true);
    /// The next requests for sound come too early (404), and the next deletions fail (500).
    void hideMedia(int times) { m_hiddenMedia = times; }
    void failDeletions(int times) { m_failingDeletions = times; }
    /// The next sound breaks off in the middle.
    void cutMedia(int times) { m_cutMedia = times; }

    /// The form of each message that was taken.
    [[nodiscard]] const std::vector<std::multimap<QString, QString>> &messages() const { return m_messages; }
    /// As `IncomingPhoneNumbers` shows it.
    [[nodiscard]] QJsonObject number(const QString &e164) const { return m_numbers.value(e164); }

Q_SIGNALS:
    void callCreated(const QString &sid);
    /// The service sends it to a new address.
    void callRedirected(const QString &sid, const QString &url);
    void callGivenTwiml(const QString &sid, const QString &twiml);
    void callEnded(const QString &sid);
    /// The last of `messages`.
    void messageTaken();
    void soundStarted(const QString &sid);
    void soundStopped(const QString &sid);
    void soundDeleted(const QString &sid);

protected:
    void answer(const FakeRequest &request, FakeAnswer answer, FaultKind fault) override;
    void refuse(FakeAnswer answer, FaultKind fault) override;

private:
    using Form = std::multimap<QString, QString>;
    struct Reply {
        int status = 200;
        QByteArray body;
    };

    [[nodiscard]] Reply replyTo(const FakeRequest &request);
    [[nodiscard]] Reply createCall(const Form &form);
    [[nodiscard]] Reply changeCall(const QString &sid, const Form &form);
    [[nodiscard]] Reply sendMessage(const Form &form);
    [[nodiscard]] Reply callsSounds(const QString &method, const QString &callSid, const QString &sid,
                                    const Form &form);
    [[nodiscard]] Reply startSound(const Call &call, const Form &form);
    [[nodiscard]] Reply deleteSound(const QString &sid);
    [[nodiscard]] QJsonObject soundJson(const Sound &sound) const;
    /// Whether it was a request for sound, and is answered.
    bool playSound(const FakeRequest &request, const FakeAnswer &to, FaultKind fault);
    [[nodiscard]] Reply listNumbers(const FakeRequest &request) const;
    [[nodiscard]] Reply changeNumber(const QString &sid, const Form &form);
    [[nodiscard]] static Reply error(int status, int code, const char *message);
    [[nodiscard]] QJsonObject callJson(const Call &call) const;

    QByteArray m_accountSid = AccountSid;
    QByteArray m_authToken = AuthToken;
    std::map<QString, Call> m_calls;
    std::vector<Form> m_messages;
    QHash<QString, QJsonObject> m_numbers;
    std::map<QString, Sound> m_sounds;
    int m_hiddenMedia = 0;
    int m_cutMedia = 0;
    int m_failingDeletions = 0;
    int m_made = 0;
};

} // namespace Frontdesk::Fakes
