#pragma once

#include "service/sealing/secretkey.h"

#include <QStringList>

#include <vector>

namespace Frontdesk::Sealing {

/// Finds sealed names and numbers without storing them: each beginning of each word of a name, and each way a number is
/// asked for, becomes a token that only the holder of the clinic's index key can compute (keyed BLAKE2b, 16 bytes).
///
/// A token tells whoever reads the database which rows share a beginning, not which. That is the price of searching.
class BlindIndex {
public:
    explicit BlindIndex(SecretKey key)
        : m_key(std::move(key))
    {}

    /// Under which a name is found. Words count from two letters on, without accents and case.
    [[nodiscard]] std::vector<QByteArray> tokensOfName(const QString &name) const;
    /// Under which a number is found: whole, by its last seven and its last four digits. Extensions do not count.
    [[nodiscard]] std::vector<QByteArray> tokensOfNumber(const QString &number) const;

    /// All of which a row must have: one for each word that was typed, in any order, each the beginning of a word.
    /// InvalidInput: no word of two letters, or more than four words.
    [[nodiscard]] Result<std::vector<QByteArray>> wantedName(const QString &typed) const;
    /// InvalidInput: neither a whole number, nor its last seven, nor its last four digits.
    [[nodiscard]] Result<std::vector<QByteArray>> wantedNumber(const QString &typed) const;

    /// As many tokens as a search may want at most.
    static constexpr int MostWanted = 4;

private:
    [[nodiscard]] QByteArray token(const char *kind, const QString &value) const;

    SecretKey m_key;
};

/// The words of a name as they are compared: lower case, accents removed, split at everything that is no letter.
[[nodiscard]] QStringList nameWords(const QString &name);

} // namespace Frontdesk::Sealing
