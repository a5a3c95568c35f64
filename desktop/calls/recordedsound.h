#pragma once

#include "desktop/client/apiclient.h"

#include <QTimer>

#include <map>
#include <memory>
#include <optional>
#include <span>

namespace Frontdesk::Calls {

/// A call's recording as it comes from the service: parts of four seconds around the listener, in memory alone and no more
/// than `MostParts` of them. A frame is one sample at 8 kHz, both sides of the line together.
class RecordedSound final : public QObject {
    Q_OBJECT

public:
    static constexpr qint64 PartFrames = 32 * 1024; ///< One sealed block of the service.
    static constexpr qint64 PartsAhead = 4; ///< Fetched before they are needed, so that a short loss is not heard.
    static constexpr size_t MostParts = 32; ///< 2 MB.

    RecordedSound(Client::ApiClient &api, QString callId, QObject *parent = nullptr);

    /// Where the listener is: what comes from there on is fetched.
    void listenFrom(qint64 frame);
    /// The samples from `from` on, silence before the beginning and behind the end. False: they are not all here.
    [[nodiscard]] bool read(qint64 from, std::span<int16_t> out) const;
    /// As many as there were when the last part came; not set: nothing is known yet.
    [[nodiscard]] std::optional<qint64> frames() const { return m_frames; }
    /// At the end: a call that still runs may have grown. `grown` or `ended` follows.
    void lookForMore();
    /// What is here.
    [[nodiscard]] size_t parts() const { return m_parts.size(); }

Q_SIGNALS:
    void arrived();
    void grown();
    void ended();
    /// Nothing comes at the moment; it is tried again until it does.
    void interrupted(const QString &sentence);
    /// It cannot be played.
    void refused(const QString &sentence);

private:
    static constexpr int FirstRetryMs = 250;

    void fetchNext();
    void fetch(qint64 part);
    void onAnswer(qint64 part, const Client::ApiAnswer &answer);
    void keep(qint64 part, QByteArray bytes, qint64 wholeSize);
    [[nodiscard]] bool readHead(const QByteArray &bytes);
    [[nodiscard]] qint64 offsetOf(qint64 part) const;
    [[nodiscard]] qint64 framesIn(qint64 part) const;
    [[nodiscard]] std::optional<qint64> firstMissing() const;
    void forgetTheFarthest();
    void retryLater(const QString &sentence);

    Client::ApiClient &m_api;
    const QString m_callId;
    std::map<qint64, std::vector<int16_t>> m_parts;
    QByteArray m_head; ///< The WAV file's, before the sound.
    int m_channels = 2;
    std::optional<qint64> m_frames;
    qint64 m_at = 0;
    qint64 m_asked = 0;                 ///< The part that is on its way.
    std::unique_ptr<QObject> m_request; ///< Set while one is; without it the answer is not waited for.
    QTimer m_retry;
    int m_retryMs = FirstRetryMs;
    bool m_isLooking = false; ///< Whether there is more.
};

} // namespace Frontdesk::Calls
