#include "desktop/calls/machineformat.h"

#include "service/flow/audioframe.h"

#include <QAudioDevice>

namespace Frontdesk::Calls {

QAudioFormat machineFormat(const QAudioDevice &device)
{
    QAudioFormat format;
    format.setSampleRate(Flow::SampleRateHz);
    format.setChannelCount(1);
    format.setSampleFormat(QAudioFormat::Int16);
    if (device.isFormatSupported(format))
        return format;
    format = device.preferredFormat();
    format.setSampleFormat(QAudioFormat::Int16);
    return format;
}

} // namespace Frontdesk::Calls
