#include "service/call/keypad.h"

namespace Frontdesk::Call {

namespace {

constexpr Milliseconds BetweenKeys{2500};
/// `0` may begin a number, so it waits a little for company.
constexpr Milliseconds AfterLoneZero{800};
constexpr qsizetype PhoneNumberDigits = 10;

} // namespace

Keypad::Keypad(Scheduler &scheduler, Complete complete)
    : m_scheduler(scheduler)
    , m_complete(std::move(complete))
{}

void Keypad::press(QChar key)
{
    if (key == u'#') {
        flush();
        return;
    }
    m_keys += key;
    if (m_keys == QLatin1String("*") || m_keys.size() >= PhoneNumberDigits) {
        flush();
        return;
    }
    m_pause = m_scheduler.after(m_keys == QLatin1String("0") ? AfterLoneZero : BetweenKeys, [this] { flush(); });
}

void Keypad::flush()
{
    m_pause.reset();
    if (const QString keys = std::exchange(m_keys, {}); !keys.isEmpty()) {
        m_complete(keys);
    }
}

} // namespace Frontdesk::Call
