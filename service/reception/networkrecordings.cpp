#include "service/reception/networkrecordings.h"

#include "shared/core/log.h"

#include <QPointer>

#include <algorithm>

namespace Frontdesk::Reception {

using Storage::RecordingRecord;
using Storage::RecordingState;
using Telephony::NetworkSound;
using Telephony::TwilioAnswer;
using Telephony::TwilioResource;

namespace {

/// Doubles with each failure; a sound that was just told to be complete is often there a moment later only.
constexpr Milliseconds FirstPause{2'000};
constexpr Milliseconds LongestPause{3'600'000};
/// For a call that is still running, or a recording that the phone network is still working on.
constexpr Milliseconds WhileItRuns{60'000};
constexpr int NoSuchThing = 20404;

bool isComing(const QString &status)
{
    static const QStringList words{QStringLiteral("in-progress"), QStringLiteral("paused"), QStringLiteral("stopped"),
                                   QStringLiteral("processing")};
    return words.contains(status);
}

} // namespace

NetworkRecordings::NetworkRecordings(NetworkRecordingTools tools, Rooms rooms, Scheduler &scheduler)
    : m_tools(std::move(tools))
    , m_rooms(std::move(rooms))
    , m_scheduler(scheduler)
{
    connect(&m_rooms.recordings, &Recording::Recordings::handedOn, this, &NetworkRecordings::look,
            Qt::QueuedConnection);
}

void NetworkRecordings::start()
{
    look();
}

std::unique_ptr<NetworkCallRecording> NetworkRecordings::newRecording(const ClinicId &clinic, const CallId &call,
                                                                      const QString &networkCallId) const
{
    const Outgoing::Permit permit(m_rooms.agreements, clinic, QStringLiteral("twilio"), m_rooms.address);
    return permit.isGood() ? std::make_unique<NetworkCallRecording>(m_tools, clinic, call, networkCallId, permit)
                           : nullptr;
}

void NetworkRecordings::hurry(const QString &networkCallId)
{
    m_rooms.database
        .run([networkCallId, now = m_scheduler.utcNow()](Storage::Store &store) {
            return store.recordings().hurryNetwork(networkCallId, now);
        })
        .then(this, [this](const Result<void> &) { look(); });
}

void NetworkRecordings::look()
{
    m_hasNews = m_atWork;
    if (m_atWork) {
        return;
    }
    m_atWork = true;
    m_next.reset();
    const QDateTime now = m_scheduler.utcNow();
    m_rooms.database
        .run([now](Storage::Store &store) {
            return store.recordings().claimFromNetwork(now, now.addMSecs(Lease.count()));
        })
        .then(this, [this](const Result<std::optional<Noted>> &claimed) {
            if (claimed && *claimed) {
                work(**claimed);
            } else {
                lookLater();
            }
        });
}

void NetworkRecordings::lookLater()
{
    m_atWork = false;
    if (std::exchange(m_hasNews, false)) {
        look();
        return;
    }
    m_next = m_scheduler.after(std::exchange(m_pause, LookEvery), [this] { look(); });
    Q_EMIT idle();
}

void NetworkRecordings::next()
{
    m_atWork = false;
    look();
}

Result<NetworkRecordings::Known> NetworkRecordings::known(Storage::Store &store, const Noted &noted)
{
    const auto record = store.recordings().find(noted.clinic, noted.call);
    const auto call = store.calls().find(noted.call);
    for (const auto &error : {record ? Error{} : record.error(), call ? Error{} : call.error()}) {
        if (!error.message.isEmpty() && error.code != ErrorCode::NotFound) {
            return error;
        }
    }
    Known known;
    known.record = record.valueOr({.clinic = noted.clinic, .call = noted.call, .state = RecordingState::Erased});
    known.callIsOver = !call || call->endedAt.isValid();
    return known;
}

void NetworkRecordings::work(const Noted &noted)
{
    m_rooms.database
        .run(Storage::Scope::of(noted.clinic, noted.call),
             [noted](Storage::Store &store) { return known(store, noted); })
        .then(this, [this, noted](const Result<Known> &known) {
            if (known) {
                askNetwork(noted, *known);
            } else {
                failed(noted, known.error().message);
            }
        });
}

void NetworkRecordings::askNetwork(const Noted &noted, const Known &known)
{
    m_tools.network->recordingsOf(noted.networkCallId, [self = QPointer(this), noted,
                                                        known](const TwilioAnswer<std::vector<NetworkSound>> &answer) {
        if (!self) {
            return;
        }
        if (!answer && answer.failure.code != NoSuchThing) {
            self->failed(noted, answer.failure.fault.message);
            return;
        }
        There there;
        for (const NetworkSound &sound : answer.value.value_or(std::vector<NetworkSound>())) {
            there.isBusy = there.isBusy || isComing(sound.status);
            if (sound.status == QLatin1String("completed")) {
                there.complete << sound.sid;
            }
        }
        self->decide(noted, known, there);
    });
}

void NetworkRecordings::decide(const Noted &noted, const Known &known, const There &there)
{
    const bool mayGrow = there.isBusy || !known.callIsOver;
    const bool isEmpty = there.complete.isEmpty();
    if (known.record.state == RecordingState::AtNetwork && !isEmpty) {
        fetch(noted, known.record, there.complete.first());
    } else if (known.record.state == RecordingState::AtNetwork && !mayGrow) {
        noteNothingThere(noted, known.record);
    } else if (known.record.state >= RecordingState::Kept && !isEmpty) {
        deleteThere(noted, there.complete, mayGrow);
    } else if (known.record.state >= RecordingState::Kept && !mayGrow) {
        done(noted);
    } else {
        // It is to come, or on its way from this or another node's disk into the store, which makes it due.
        again(noted, WhileItRuns);
    }
}

void NetworkRecordings::noteNothingThere(const Noted &noted, RecordingRecord record)
{
    record.state = RecordingState::Erased;
    record.duration = Milliseconds(0);
    record.changedAt = m_scheduler.utcNow();
    settle(noted, [noted, record](Storage::Store &store) {
        const auto kept = store.recordings().save(record);
        return kept ? store.recordings().networkDone(noted) : kept;
    });
}

void NetworkRecordings::fetch(const Noted &noted, const RecordingRecord &record, const QString &sid)
{
    m_fetching = {m_tools.network->downloadRecording(sid), m_rooms.recordings.newFetched(record)};
    Telephony::TwilioDownload *const download = m_fetching.download.get();
    connect(download, &Telephony::TwilioDownload::received, this,
            [this](const QByteArray &bytes) { m_fetching.file->add(bytes); });
    connect(download, &Telephony::TwilioDownload::finished, this, [this, noted] { finishFetching(noted); });
    connect(download, &Telephony::TwilioDownload::failed, this, [this, noted](const FaultPolicy::Fault &fault) {
        m_fetching.download.release()->deleteLater(); // It is telling us so just now.
        m_fetching.file.reset();
        failed(noted, fault.message);
    });
    download->begin();
}

void NetworkRecordings::finishFetching(const Noted &noted)
{
    m_fetching.download.release()->deleteLater(); // As above.
    const auto file = std::move(m_fetching.file);
    file->finish().then(this, [this, noted](const Result<void> &kept) {
        if (kept) {
            next(); // Our claim stands until the store has it.
        } else {
            failed(noted, kept.error().message);
        }
    });
}

void NetworkRecordings::done(const Noted &noted)
{
    settle(noted, [noted](Storage::Store &store) { return store.recordings().networkDone(noted); });
}

void NetworkRecordings::deleteThere(const Noted &noted, QStringList complete, bool mayGrow)
{
    if (complete.isEmpty()) {
        mayGrow ? again(noted, WhileItRuns) : done(noted);
        return;
    }
    const QString sid = complete.takeFirst();
    m_tools.network->deleteRecording(
        sid, [self = QPointer(this), noted, complete, mayGrow](const TwilioAnswer<TwilioResource> &answer) {
            if (!self) {
                return;
            }
            if (answer || answer.failure.code == NoSuchThing) {
                self->deleteThere(noted, complete, mayGrow);
            } else {
                self->failed(noted, answer.failure.fault.message);
            }
        });
}

void NetworkRecordings::again(const Noted &noted, Milliseconds pause)
{
    m_pause = std::min(m_pause, pause);
    const QDateTime at = m_scheduler.utcNow().addMSecs(pause.count());
    settle(noted, [noted, at](Storage::Store &store) { return store.recordings().lookAtNetwork(noted, 0, at); });
}

void NetworkRecordings::failed(const Noted &noted, const QString &why)
{
    constexpr int MostDoublings = 11;
    const int failures = noted.failures + 1;
    const Milliseconds pause = std::min(FirstPause * (1 << std::min(noted.failures, MostDoublings)), LongestPause);
    qCWarning(Log::telephony).noquote() << "recording of call" << noted.call.text() << "at the phone network:" << why
                                        << "- trying again in" << pause.count() / 1000 << "s";
    m_pause = std::min(m_pause, pause);
    const QDateTime at = m_scheduler.utcNow().addMSecs(pause.count());
    settle(noted, [noted, failures, at](Storage::Store &store) {
        return store.recordings().lookAtNetwork(noted, failures, at);
    });
}

void NetworkRecordings::settle(const Noted &noted, std::function<Result<void>(Storage::Store &)> write)
{
    m_rooms.database.run(Storage::Scope::of(noted.clinic, noted.call), std::move(write))
        .then(this, [this](const Result<void> &) { next(); }); // What could not be noted is due when our claim ends.
}

} // namespace Frontdesk::Reception
