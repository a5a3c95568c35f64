#include "shared/core/id.h"

#include <QDateTime>
#include <QMutex>
#include <QRandomGenerator>
#include <QUuid>

#include <array>

namespace Frontdesk {

namespace {

/// Never returns the same or an earlier millisecond and counter twice, also when the system clock steps back.
struct MonotonicStamp {
    quint64 milliseconds = 0;
    quint16 counter = 0;
};

MonotonicStamp nextStamp()
{
    static QMutex mutex;
    static MonotonicStamp last;
    const QMutexLocker lock(&mutex);
    const auto now = static_cast<quint64>(QDateTime::currentMSecsSinceEpoch());
    if (now > last.milliseconds) {
        last = {now, static_cast<quint16>(QRandomGenerator::global()->bounded(0x400))};
    } else if (++last.counter > 0xFFF) {
        last = {last.milliseconds + 1, 0};
    }
    return last;
}

} // namespace

QString newUuid7()
{
    const MonotonicStamp stamp = nextStamp();
    std::array<quint8, 16> bytes{};
    for (int i = 0; i < 6; ++i) {
        bytes[static_cast<size_t>(i)] = static_cast<quint8>(stamp.milliseconds >> (8 * (5 - i)));
    }
    bytes[6] = static_cast<quint8>(0x70 | (stamp.counter >> 8));
    bytes[7] = static_cast<quint8>(stamp.counter);
    const quint64 random = QRandomGenerator::system()->generate64();
    for (size_t i = 8; i < 16; ++i) {
        bytes[i] = static_cast<quint8>(random >> (8 * (i - 8)));
    }
    bytes[8] = static_cast<quint8>((bytes[8] & 0x3F) | 0x80);
    const QByteArray raw(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    return QUuid::fromRfc4122(raw).toString(QUuid::WithoutBraces);
}

} // namespace Frontdesk
