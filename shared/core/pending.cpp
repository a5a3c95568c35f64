#include "shared/core/pending.h"

#include "shared/core/deletesoon.h"

#include <QObject>

namespace Frontdesk::Internal {

namespace {

/// Lives on a context's thread and dies with the context: what was sent to it and has not arrived dies as well.
struct Postbox {
    std::mutex mutex;
    QObject *open = nullptr;

    QObject *close()
    {
        const std::lock_guard lock(mutex);
        return std::exchange(open, nullptr);
    }
};

} // namespace

std::function<void(std::function<void()>)> throughContext(QObject *context)
{
    const auto postbox = std::make_shared<Postbox>();
    auto *const box = new QObject;
    postbox->open = box;
    box->moveToThread(context->thread());
    QObject::connect(
        context, &QObject::destroyed, box, [postbox] { delete postbox->close(); }, Qt::DirectConnection);
    return [postbox](std::function<void()> work) {
        // Held while posting: the context's thread cannot delete the box meanwhile.
        const std::lock_guard lock(postbox->mutex);
        if (!postbox->open) {
            return;
        }
        QMetaObject::invokeMethod(
            postbox->open,
            [postbox, work = std::move(work)] {
                // Closed first, since the work may delete the context.
                deleteSoon(std::unique_ptr<QObject>(postbox->close()));
                work();
            },
            Qt::QueuedConnection);
    };
}

} // namespace Frontdesk::Internal
