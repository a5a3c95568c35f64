#include "service/evaluation/tapedcalls.h"

#include "service/dialogue/calltape.h"

namespace Frontdesk::Evaluation {

Result<TapedCalls> TapedCalls::of(Storage::Store &store, const ClinicId &clinic, const QDateTime &from,
                                  const QDateTime &until)
{
    auto calls = store.tapes().list(clinic, from, until);
    return calls ? Result<TapedCalls>(TapedCalls(store, clinic, std::move(calls).value())) : calls.error();
}

TapedCalls::TapedCalls(Storage::Store &store, ClinicId clinic, std::vector<CallId> calls)
    : m_store(store)
    , m_clinic(std::move(clinic))
    , m_calls(std::move(calls))
{}

std::optional<StoredCall> TapedCalls::next()
{
    while (m_next < m_calls.size()) {
        const CallId &id = m_calls[m_next++];
        const auto bytes = m_store.tapes().find(m_clinic, id);
        auto tape = bytes ? Dialogue::CallTape::fromBytes(*bytes) : Result<Dialogue::CallTape>(bytes.error());
        if (tape) {
            return StoredCall{id.text(), std::move(tape->briefing), std::move(tape->events)};
        }
        ++m_unreadable;
    }
    return std::nullopt;
}

} // namespace Frontdesk::Evaluation
