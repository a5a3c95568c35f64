#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace Frontdesk::Account {

/// A QR code (ISO/IEC 18004) of up to 213 bytes, with medium error correction: what authenticator apps scan.
class QrCode {
public:
    /// Nothing when `content` is too long.
    [[nodiscard]] static std::optional<QrCode> encode(const QByteArray &content);

    /// Modules on each side, without the quiet zone of four around them.
    [[nodiscard]] int size() const { return m_size; }
    [[nodiscard]] bool isDark(int x, int y) const { return m_dark[size_t(y * m_size + x)]; }

private:
    explicit QrCode(int version);

    void set(int x, int y, bool dark);
    void drawFunctions();
    void drawFinder(int x, int y);
    void drawAlignment(int x, int y);
    void drawFormat(int mask);
    void drawVersion();
    void drawCodewords(const QByteArray &codewords);
    void applyMask(int mask);
    [[nodiscard]] int penalty() const;
    [[nodiscard]] int linePenalty(bool isColumn, int at) const;

    int m_version;
    int m_size;
    std::vector<bool> m_dark;
    std::vector<bool> m_isFunction; ///< Not data: not masked.
};

} // namespace Frontdesk::Account
