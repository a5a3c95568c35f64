#pragma once

#include "service/sealing/secretkey.h"

#include <QFile>

#include <optional>
#include <vector>

namespace Frontdesk::Storage {

/// A file of sealed entries that only grows, until it is emptied as a whole.
///
/// Each entry is its length (four bytes, big-endian) and its sealed bytes, which are bound to their number in the file.
/// One thread at a time.
class JournalFile {
public:
    /// `previousKey`: what earlier entries may be sealed with.
    JournalFile(QString path, Sealing::SecretKey key, std::optional<Sealing::SecretKey> previousKey = {});

    /// Opens the file, making it and its folder when missing, for its owner only, and returns what it holds. An entry that
    /// was being written when the process or the machine died was never acknowledged and is left out.
    /// Corrupt: an entry in the middle cannot be opened; the file is put aside and a new one begun. Conflict: another
    /// process has it.
    [[nodiscard]] Result<std::vector<QByteArray>> open();

    /// On return the entry survives the death of the machine.
    [[nodiscard]] Result<void> append(const QByteArray &entry);
    [[nodiscard]] Result<void> clear();

private:
    Result<std::vector<QByteArray>> read();
    [[nodiscard]] Result<void> take();
    [[nodiscard]] QByteArray place(quint64 number) const;

    QFile m_file;
    Sealing::SecretKey m_key;
    std::optional<Sealing::SecretKey> m_previousKey;
    quint64 m_count = 0;
};

} // namespace Frontdesk::Storage
