#pragma once

#include <QThread>

#include <memory>

namespace Frontdesk {

/// Deletes an object of this thread whose own signal may have brought us here: once the event loop has control again, or
/// at once where the loop is over, since then nobody would.
template <typename Object>
void deleteSoon(std::unique_ptr<Object> object)
{
    if (object && !QThread::currentThread()->isFinished()) {
        object.release()->deleteLater();
    }
}

} // namespace Frontdesk
