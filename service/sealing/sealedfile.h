#pragma once

#include "service/sealing/secretkey.h"

#include <utility>

namespace Frontdesk::Sealing {

/// A large file, such as a recording, sealed in chunks that open one by one: a player that jumps into the middle needs
/// the chunks there and no others (docs/adr/0009).
///
/// Each file has a key of its own, drawn at random and kept sealed in its row: with the row the file is gone for good.
/// The chunks hold `ChunkBytes` of plain data each, the last one less. Their numbers and which one is the last are part of
/// the seal, so that none can be changed, left out, moved or cut off unnoticed.
class SealedFile {
public:
    static constexpr qsizetype ChunkBytes = 64 * 1024;

    /// `context` names what the file is, such as clinic and recording; it must be the same for writing and reading.
    SealedFile(SecretKey key, QByteArray context);

    /// The sealed form of chunk `number`, from 0. Every chunk but the last has ChunkBytes of data; the last one may be empty.
    [[nodiscard]] QByteArray sealChunk(qint64 number, const QByteArray &plain, bool isLast) const;

    /// The data of chunk `number` of a file of `sealedSize` bytes. Corrupt: changed, moved or cut off.
    [[nodiscard]] Result<QByteArray> openChunk(qint64 number, const QByteArray &sealed, qint64 sealedSize) const;

    /// How many chunks a sealed file of this size has; 0: it cannot be one.
    [[nodiscard]] static qint64 chunkCount(qint64 sealedSize);
    /// How much data a sealed file of this size holds.
    [[nodiscard]] static qint64 plainSize(qint64 sealedSize);
    /// Where chunk `number` lies in the sealed file: its offset and its size.
    [[nodiscard]] static std::pair<qint64, qint64> sealedSpan(qint64 number, qint64 sealedSize);

    /// The data from `begin` on, at most `length` bytes, of the file that `read(offset, size)` reads from.
    template <typename Read>
    [[nodiscard]] Result<QByteArray> openRange(qint64 begin, qint64 length, qint64 sealedSize, Read read) const
    {
        const qint64 end = std::min(begin + length, plainSize(sealedSize));
        QByteArray data;
        for (qint64 chunk = begin / ChunkBytes; chunk * ChunkBytes < end; ++chunk) {
            const auto [offset, size] = sealedSpan(chunk, sealedSize);
            auto opened = openChunk(chunk, read(offset, size), sealedSize);
            if (!opened) {
                return opened;
            }
            const qint64 from = std::max<qint64>(0, begin - chunk * ChunkBytes);
            data += opened->mid(from, end - chunk * ChunkBytes - from);
        }
        return data;
    }

private:
    [[nodiscard]] QByteArray place(qint64 number, bool isLast) const;

    SecretKey m_key;
    QByteArray m_context;
};

} // namespace Frontdesk::Sealing
