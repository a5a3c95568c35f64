#include "service/flow/usagemeter.h"

namespace Frontdesk::Flow {

UsageMeter::UsageMeter(std::shared_ptr<UsageMeter> whole)
    : m_whole(std::move(whole))
{}

void UsageMeter::add(const QString &vendor, UsageUnit unit, qint64 amount)
{
    if (amount == 0) {
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_amounts[{vendor, unit}] += amount;
    }
    if (m_whole) {
        m_whole->add(vendor, unit, amount);
    }
}

CallUsage UsageMeter::usage() const
{
    const std::lock_guard lock(m_mutex);
    CallUsage usage;
    for (const auto &[what, amount] : m_amounts) {
        usage.push_back({what.first, what.second, amount});
    }
    return usage;
}

} // namespace Frontdesk::Flow
