#include "service/reception/transferdesk.h"

#include "shared/core/log.h"

namespace Frontdesk::Reception {

using Telephony::CallStatus;

namespace {

constexpr int AnyAttempt = 0;

std::optional<Transfer::StaffCall> staffCallOf(CallStatus status)
{
    switch (status) {
    case CallStatus::Queued:
    case CallStatus::Initiated:
        return std::nullopt;
    case CallStatus::Ringing:
        return Transfer::StaffCall::Rings;
    case CallStatus::InProgress:
        return Transfer::StaffCall::Answered;
    case CallStatus::Busy:
        return Transfer::StaffCall::Busy;
    case CallStatus::NoAnswer:
        return Transfer::StaffCall::NoAnswer;
    case CallStatus::Failed:
        return Transfer::StaffCall::Unreachable;
    case CallStatus::Completed:
    case CallStatus::Canceled:
        return Transfer::StaffCall::Over;
    }
    Q_UNREACHABLE();
}

} // namespace

TransferDesk::TransferDesk(std::shared_ptr<const Telephony::TwilioRest> network, const Clock &clock)
    : m_network(std::move(network))
    , m_clock(clock)
{
    m_context.moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("transfers"));
    if (m_network) {
        m_thread.start();
    }
}

TransferDesk::~TransferDesk()
{
    m_thread.quit();
    m_thread.wait();
}

void TransferDesk::ask(std::function<void(const Telephony::TwilioRest &)> question) const
{
    QMetaObject::invokeMethod(
        &m_context, [network = m_network, question = std::move(question)] { question(*network); },
        Qt::QueuedConnection);
}

template <typename Change>
auto TransferDesk::with(const Attempt &attempt, Change change)
{
    Transfer::Orders orders;
    using Told = std::invoke_result_t<Change &, Entry &, Transfer::Orders &>;
    std::optional<Told> told;
    std::optional<Entry> after;
    {
        const QMutexLocker lock(&m_mutex);
        const auto found = m_transfers.find(attempt.callSid);
        if (found == m_transfers.end() || (attempt.number != AnyAttempt && found->attempt != attempt.number)) {
            return told;
        }
        const auto before = found->transfer.failure();
        told = change(*found, orders);
        after = *found;
        if (const auto failure = found->transfer.failure(); failure != before) {
            qCInfo(Log::escalation) << "call" << found->callId << "was not taken:" << transferFailureName(failure);
        }
    }
    carryOut(attempt.callSid, *after, orders);
    return told;
}

bool TransferDesk::begin(const LiveCall &call, const QString &line, const TransferAnswers &answers)
{
    if (!m_network) {
        return false;
    }
    const Attempt attempt{call.record.networkCallId, call.transfers};
    {
        const QMutexLocker lock(&m_mutex);
        m_transfers.insert(attempt.callSid, {Transfer(m_clock.now(), RingTime),
                                             attempt.number,
                                             call.record.id.text(),
                                             {},
                                             answers.address(TransferAnswers::HoldPath)});
    }
    Telephony::NewCall staff;
    staff.to = line;
    staff.from = call.clinic.number;
    staff.url = answers.address(TransferAnswers::StaffPath, call);
    staff.statusCallback = answers.address(TransferAnswers::StaffStatusPath, call);
    staff.statusEvents = {QStringLiteral("ringing"), QStringLiteral("answered"), QStringLiteral("completed")};
    staff.timeout = RingTime;
    staff.machineDetectionCallback = answers.address(TransferAnswers::StaffMachinePath, call);
    ask([this, staff, attempt](const Telephony::TwilioRest &network) {
        network.createCall(staff, [this, attempt](const auto &answer) { onStaffCall(attempt, answer); });
    });
    return true;
}

void TransferDesk::onStaffCall(const Attempt &attempt, const Telephony::TwilioAnswer<Telephony::TwilioResource> &answer)
{
    const auto told = with(attempt, [&](Entry &entry, Transfer::Orders &orders) {
        if (answer) {
            entry.staffCallSid = answer.value->sid;
            orders = entry.transfer.staffCallMade(m_clock.now());
        } else {
            qCWarning(Log::escalation) << "call" << entry.callId
                                       << "rings the clinic directly:" << answer.failure.fault.message;
            orders = entry.transfer.staffCallRefused(m_clock.now(), answer.failure.mayHaveHappened);
        }
        return true;
    });
    if (!told && answer) {
        // The caller left meanwhile.
        ask([sid = answer.value->sid](const Telephony::TwilioRest &network) {
            network.hangUp(sid, [](const auto &) {});
        });
    }
}

void TransferDesk::carryOut(const QString &callSid, const Entry &entry, Transfer::Orders orders) const
{
    const auto tell = [call = entry.callId](const char *what) {
        return [call, what](const Telephony::TwilioAnswer<Telephony::TwilioResource> &answer) {
            if (!answer) {
                qCWarning(Log::escalation) << "call" << call << what << answer.failure.fault.message;
            }
        };
    };
    if (orders.hurryCaller) {
        ask([callSid, url = entry.holdUrl, told = tell("could not be hurried:")](const Telephony::TwilioRest &network) {
            network.redirectCall(callSid, url, told);
        });
    }
    if (orders.endStaffCall && !entry.staffCallSid.isEmpty()) {
        ask([sid = entry.staffCallSid, told = tell("could not end its call to the clinic:")](
                const Telephony::TwilioRest &network) { network.hangUp(sid, told); });
    }
}

void TransferDesk::staffCallIs(const Attempt &attempt, const QString &staffCallSid, CallStatus status)
{
    const auto is = staffCallOf(status);
    with(attempt, [&](Entry &entry, Transfer::Orders &orders) {
        entry.staffCallSid = staffCallSid;
        if (is) {
            orders = entry.transfer.staffCallIs(*is, m_clock.now());
        }
        return true;
    });
}

bool TransferDesk::staffAsks(const Attempt &attempt, const QString &staffCallSid)
{
    return with(attempt,
                [&](Entry &entry, Transfer::Orders &) {
                    entry.staffCallSid = staffCallSid;
                    return entry.transfer.staffAsks(m_clock.now());
                })
        .value_or(false);
}

bool TransferDesk::keyPressed(const Attempt &attempt, const QString &keys)
{
    return with(attempt,
                [&](Entry &entry, Transfer::Orders &orders) { return entry.transfer.keyPressed(keys, orders); })
        .value_or(false);
}

void TransferDesk::machineAnswered(const Attempt &attempt)
{
    with(attempt, [](Entry &entry, Transfer::Orders &orders) {
        orders = entry.transfer.machineAnswered();
        return true;
    });
}

void TransferDesk::talkBegins(const Attempt &attempt)
{
    with(attempt, [](Entry &entry, Transfer::Orders &) {
        entry.transfer.talkBegins();
        return true;
    });
}

Transfer::Next TransferDesk::callerAsks(const QString &callSid)
{
    return with({callSid, AnyAttempt},
                [this](Entry &entry, Transfer::Orders &orders) {
                    return entry.transfer.callerAsks(m_clock.now(), orders);
                })
        .value_or(Transfer::Next::RingDirectly);
}

bool TransferDesk::somebodyComes(const QString &callSid)
{
    return with({callSid, AnyAttempt},
                [](Entry &entry, Transfer::Orders &orders) {
                    const bool comes = entry.transfer.state() != Transfer::State::Failed;
                    orders.hurryCaller = !comes;
                    return comes;
                })
        .value_or(true);
}

std::optional<bool> TransferDesk::talkEnds(const QString &callSid)
{
    return with({callSid, AnyAttempt},
                [](Entry &entry, Transfer::Orders &) -> std::optional<bool> {
                    if (entry.transfer.state() == Transfer::State::Direct) {
                        return std::nullopt;
                    }
                    return entry.transfer.talkEnds();
                })
        .value_or(std::nullopt);
}

bool TransferDesk::callerLeft(const QString &callSid)
{
    const bool left = with({callSid, AnyAttempt}, [](Entry &entry, Transfer::Orders &orders) {
                          orders = entry.transfer.callerLeft();
                          return entry.transfer.failure() == Transfer::Failure::CallerLeft;
                      }).value_or(false);
    const QMutexLocker lock(&m_mutex);
    m_transfers.remove(callSid);
    return left;
}

Transfer::Failure TransferDesk::failureOf(const QString &callSid) const
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_transfers.find(callSid);
    return found == m_transfers.end() ? Transfer::Failure::NoAnswer : found->transfer.failure();
}

} // namespace Frontdesk::Reception
