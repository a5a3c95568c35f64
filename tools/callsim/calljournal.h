#pragma once

#include "shared/core/clock.h"

#include <QString>

#include <functional>
#include <vector>

namespace Frontdesk::CallSim {

enum class Party { Phone, Caller, Assistant, Callee, Service };

[[nodiscard]] QString partyName(Party party);

/// One thing that happened in a call.
struct JournalEntry {
    Milliseconds at{0}; ///< Since the first webhook went out.
    Party party = Party::Phone;
    QString what;
};

/// What happened, in order; tells a listener at once.
class CallJournal {
public:
    using Listener = std::function<void(const JournalEntry &)>;

    explicit CallJournal(const Clock &clock, Listener listener = {});

    void add(Party party, const QString &what);
    [[nodiscard]] const std::vector<JournalEntry> &entries() const { return m_entries; }
    [[nodiscard]] Milliseconds now() const;

private:
    const Clock &m_clock;
    Instant m_start;
    Listener m_listener;
    std::vector<JournalEntry> m_entries;
};

} // namespace Frontdesk::CallSim
