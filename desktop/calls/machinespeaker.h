#pragma once

#include "desktop/calls/loudspeaker.h"

#include <QCoreApplication>

#include <memory>

QT_BEGIN_NAMESPACE
class QAudioSink;
class QIODevice;
QT_END_NAMESPACE

namespace Frontdesk::Calls {

/// This computer's speakers or headphones, at whatever rate they have.
class MachineSpeaker final : public Loudspeaker {
    Q_DECLARE_TR_FUNCTIONS(Frontdesk::Calls::MachineSpeaker)

public:
    MachineSpeaker();
    ~MachineSpeaker() override;

    QString start(Fill fill) override;
    void stop() override;

private:
    std::unique_ptr<QIODevice> m_samples;
    std::unique_ptr<QAudioSink> m_sink; ///< Reads from the samples: goes first.
};

} // namespace Frontdesk::Calls
