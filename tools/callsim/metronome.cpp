#include "tools/callsim/metronome.h"

#include "service/flow/audioframe.h"

#include <algorithm>

namespace Frontdesk::CallSim {

Metronome::Metronome(Scheduler &scheduler)
    : m_scheduler(scheduler)
{}

Metronome::Place Metronome::join(Beat beat)
{
    auto place = std::make_shared<const Beat>(std::move(beat));
    m_due.emplace(m_scheduler.now(), place);
    schedule();
    return place;
}

void Metronome::beatDue()
{
    // What falls due meanwhile waits for the next turn: who cannot keep up must see to the sockets as well.
    const Instant until = m_scheduler.now();
    while (!m_due.empty() && m_due.begin()->first <= until) {
        auto next = m_due.extract(m_due.begin());
        if (const Place place = next.mapped().lock()) {
            (*place)(std::chrono::duration_cast<Milliseconds>(m_scheduler.now() - next.key()));
        }
        if (!next.mapped().expired()) {
            next.key() += Flow::FrameDuration;
            m_due.insert(std::move(next));
        }
    }
    schedule();
}

void Metronome::schedule()
{
    if (m_due.empty()) {
        m_next.reset();
        return;
    }
    const auto wait = std::chrono::ceil<Milliseconds>(m_due.begin()->first - m_scheduler.now());
    m_next = m_scheduler.after(std::max(Milliseconds(0), wait), [this] { beatDue(); });
}

} // namespace Frontdesk::CallSim
