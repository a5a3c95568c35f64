#pragma once

#include "shared/model/callusage.h"

#include <map>
#include <memory>
#include <mutex>

namespace Frontdesk::Flow {

/// Adds up what vendors are used for. Safe from any thread.
class UsageMeter {
public:
    /// What is added here is added to `whole` too.
    explicit UsageMeter(std::shared_ptr<UsageMeter> whole = nullptr);

    void add(const QString &vendor, UsageUnit unit, qint64 amount);

    [[nodiscard]] CallUsage usage() const;

private:
    const std::shared_ptr<UsageMeter> m_whole;
    mutable std::mutex m_mutex;
    std::map<std::pair<QString, UsageUnit>, qint64> m_amounts;
};

} // namespace Frontdesk::Flow
