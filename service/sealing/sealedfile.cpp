#include "service/sealing/sealedfile.h"

#include "service/sealing/seal.h"

#include <QtEndian>

#include <algorithm>

namespace Frontdesk::Sealing {

namespace {

constexpr qint64 SealBytes = 40; // Nonce and tag, see seal().
constexpr qint64 SealedChunkBytes = SealedFile::ChunkBytes + SealBytes;

} // namespace

SealedFile::SealedFile(SecretKey key, QByteArray context)
    : m_key(std::move(key))
    , m_context(std::move(context))
{}

QByteArray SealedFile::place(qint64 number, bool isLast) const
{
    QByteArray bytes(sizeof(number), Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return m_context + '\0' + bytes + (isLast ? '\1' : '\0');
}

QByteArray SealedFile::sealChunk(qint64 number, const QByteArray &plain, bool isLast) const
{
    return seal(m_key, plain, place(number, isLast));
}

Result<QByteArray> SealedFile::openChunk(qint64 number, const QByteArray &sealed, qint64 sealedSize) const
{
    return open(m_key, sealed, place(number, number + 1 == chunkCount(sealedSize)));
}

qint64 SealedFile::chunkCount(qint64 sealedSize)
{
    if (sealedSize < SealBytes) {
        return 0;
    }
    const qint64 rest = sealedSize % SealedChunkBytes;
    return sealedSize / SealedChunkBytes + (rest > 0 ? 1 : 0);
}

qint64 SealedFile::plainSize(qint64 sealedSize)
{
    const qint64 chunks = chunkCount(sealedSize);
    return chunks == 0 ? 0 : std::max<qint64>(0, sealedSize - chunks * SealBytes);
}

std::pair<qint64, qint64> SealedFile::sealedSpan(qint64 number, qint64 sealedSize)
{
    const qint64 offset = number * SealedChunkBytes;
    return {offset, std::clamp<qint64>(sealedSize - offset, 0, SealedChunkBytes)};
}

} // namespace Frontdesk::Sealing
