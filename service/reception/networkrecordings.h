#pragma once

#include "service/reception/networkcallrecording.h"
#include "service/recording/recordings.h"
#include "service/telephony/twiliodownload.h"

namespace Frontdesk::Reception {

/// Recordings that the phone network makes, for clinics that want it so: fetched, sealed like our own, and deleted there
/// once our store has them (docs/adr/0020).
///
/// What is left to do is what the database notes and the phone network still lists; its news only hurry. So nothing is
/// lost or left there whoever dies in between, and any node goes on. One recording at a time. Lives on one thread with an
/// event loop; `hurry` and what begins calls are safe from any thread.
class NetworkRecordings final : public QObject {
    Q_OBJECT

public:
    struct Rooms {
        Storage::Database &database;
        Recording::Recordings &recordings;
        std::shared_ptr<const Outgoing::Agreements> agreements;
        QUrl address; ///< Of the phone network, for the agreements.
    };

    /// All given outlives it; it outlives the calls.
    NetworkRecordings(NetworkRecordingTools tools, Rooms rooms, Scheduler &scheduler);

    void start();

    /// For a call that begins. Null: no agreement lets the phone network keep the voices of this clinic's callers.
    [[nodiscard]] std::unique_ptr<NetworkCallRecording> newRecording(const ClinicId &clinic, const CallId &call,
                                                                     const QString &networkCallId) const;

    /// The phone network has news of this call's recording.
    void hurry(const QString &networkCallId);

    static constexpr char CallbackPath[] = "/twilio/recording";

    /// Longer than anything may take; a process that dies is followed after this.
    static constexpr Milliseconds Lease{600'000};
    static constexpr Milliseconds LookEvery{60'000};

Q_SIGNALS:
    /// Nothing is due; it looks again later.
    void idle();

private:
    using Noted = Storage::NetworkRecording;
    /// What our side knows of one.
    struct Known {
        Storage::RecordingRecord record; ///< Erased when nobody knows it, or its call, any more.
        bool callIsOver = true;
    };
    /// What the phone network has of it.
    struct There {
        QStringList complete;
        bool isBusy = false; ///< More is coming.
    };
    /// One on its way here.
    struct Fetching {
        std::unique_ptr<Telephony::TwilioDownload> download;
        std::unique_ptr<Recording::FetchedRecording> file;
    };

    [[nodiscard]] static Result<Known> known(Storage::Store &store, const Noted &noted);
    void look();
    void lookLater();
    void work(const Noted &noted);
    void askNetwork(const Noted &noted, const Known &known);
    void decide(const Noted &noted, const Known &known, const There &there);
    void noteNothingThere(const Noted &noted, Storage::RecordingRecord record);
    void fetch(const Noted &noted, const Storage::RecordingRecord &record, const QString &sid);
    void finishFetching(const Noted &noted);
    /// `mayGrow`: more may come after these.
    void deleteThere(const Noted &noted, QStringList complete, bool mayGrow);
    void done(const Noted &noted);
    void again(const Noted &noted, Milliseconds pause);
    void failed(const Noted &noted, const QString &why);
    /// Notes what comes next, and takes the next one.
    void settle(const Noted &noted, std::function<Result<void>(Storage::Store &)> write);
    void next();

    const NetworkRecordingTools m_tools;
    const Rooms m_rooms;
    Scheduler &m_scheduler;
    Scheduler::JobHandle m_next;
    Milliseconds m_pause = LookEvery; ///< Until the soonest that this process has put off.
    bool m_atWork = false;
    bool m_hasNews = false;
    Fetching m_fetching;
};

} // namespace Frontdesk::Reception
