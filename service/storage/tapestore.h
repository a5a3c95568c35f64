#pragma once

#include "shared/core/id.h"
#include "shared/core/result.h"

#include <QByteArray>
#include <QDateTime>

#include <vector>

namespace Frontdesk::Storage {

/// What conversations were told, word for word, so that past calls can be played again under other thresholds.
class TapeStore {
public:
    virtual ~TapeStore() = default;

    /// Keeps a call's tape, or replaces it. NotFound: no such call.
    virtual Result<void> save(const ClinicId &clinic, const CallId &call, const QByteArray &tape) = 0;
    /// NotFound when there is none.
    virtual Result<QByteArray> find(const ClinicId &clinic, const CallId &call) = 0;
    /// Calls of the clinic that have a tape and began in [from, until), oldest first.
    virtual Result<std::vector<CallId>> list(const ClinicId &clinic, const QDateTime &from, const QDateTime &until) = 0;
};

} // namespace Frontdesk::Storage
