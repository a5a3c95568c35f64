#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace Frontdesk::App {

/// SIGTERM and SIGINT as Qt signals on the thread that made this; one per process.
class TerminationSignals final : public QObject {
    Q_OBJECT

public:
    TerminationSignals();
    ~TerminationSignals() override;

Q_SIGNALS:
    /// The `count`th time, from 1.
    void terminationRequested(int count);

private:
    void onReadable();

    std::unique_ptr<QSocketNotifier> m_notifier;
    int m_count = 0;
};

} // namespace Frontdesk::App
