#pragma once

#include "shared/core/scheduler.h"

#include <QString>

#include <functional>

namespace Frontdesk::Call {

/// Gathers key presses into one entry: complete at `#`, after ten digits, or when no key came for a while. A lone `0`,
/// the way to a person, waits only briefly; `*` is an entry by itself.
class Keypad {
public:
    using Complete = std::function<void(const QString &keys)>;

    Keypad(Scheduler &scheduler, Complete complete);
    void press(QChar key);

private:
    void flush();

    Scheduler &m_scheduler;
    Complete m_complete;
    QString m_keys;
    Scheduler::JobHandle m_pause;
};

} // namespace Frontdesk::Call
