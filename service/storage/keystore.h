#pragma once

#include "shared/core/id.h"
#include "shared/core/result.h"

#include <QDateTime>

namespace Frontdesk::Storage {

/// How far the bodies of a clinic have been moved to its newest key.
struct ResealProgress {
    int table = 0;       ///< Tables that are done.
    QString key{};       ///< In the next one, rows up to here are done ...
    qint64 number = -1;  ///< ... and here.
    qint64 resealed = 0; ///< Rows that had another key.
    bool done = false;
};

/// The keys that seal the clinics' patient data. They change while everything goes on: a new key seals what is new, then
/// what is there is moved to it step by step. A rotation that was cut off is gone on with by another one.
class KeyStore {
public:
    virtual ~KeyStore() = default;

    /// Gives the clinic a new key, which seals everything from now on. Other programs on the same database follow within a
    /// minute. Returns the key's version. NotFound: no such clinic.
    virtual Result<int> rotate(const ClinicId &clinic, const QDateTime &now) = 0;

    /// Moves sealed bodies to the newest key, looking at no more than `limit` rows; a default progress begins.
    virtual Result<ResealProgress> reseal(const ClinicId &clinic, const ResealProgress &from, int limit) = 0;

    /// Forgets keys whose successor was made before `before`. Only after a reseal that found nothing to do, and with a
    /// `before` some minutes ago. Returns how many.
    virtual Result<qint64> dropReplaced(const ClinicId &clinic, const QDateTime &before) = 0;

    /// Wraps with the current master key what the previous one wrapped. Returns how many keys.
    virtual Result<qint64> rewrap(const ClinicId &clinic) = 0;
};

} // namespace Frontdesk::Storage
