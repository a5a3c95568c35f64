#pragma once

#include <QAudioFormat>

QT_BEGIN_NAMESPACE
class QAudioDevice;
QT_END_NAMESPACE

namespace Frontdesk::Calls {

/// As near to a telephone line's own as the device goes: 8 kHz, mono; 16 bits in any case.
[[nodiscard]] QAudioFormat machineFormat(const QAudioDevice &device);

} // namespace Frontdesk::Calls
