#pragma once

#include "service/outgoing/httpclient.h"

#include <memory>
#include <optional>

namespace Frontdesk::Outgoing {

/// The grammar of one answer, fed with bytes as they come.
class ResponseReader {
public:
    explicit ResponseReader(qint64 mostBytes);
    ~ResponseReader();

    struct Step {
        bool broken = false;
        std::optional<HttpHead> head; ///< When it is complete, once.
        QByteArray body;              ///< What this step gave of it.
        bool complete = false;
    };

    [[nodiscard]] Step feed(const QByteArray &bytes);
    /// The connection ended: complete only if the answer was to end with it.
    [[nodiscard]] Step end();

    /// The connection may serve another request.
    [[nodiscard]] bool keepAlive() const;
    /// Not a single byte of the answer has come.
    [[nodiscard]] bool untouched() const { return !m_touched; }

private:
    struct Beast;

    [[nodiscard]] Step take();

    std::unique_ptr<Beast> m_beast;
    QByteArray m_kept; ///< Bytes the grammar could not use yet.
    bool m_touched = false;
    bool m_headGiven = false;
};

} // namespace Frontdesk::Outgoing
