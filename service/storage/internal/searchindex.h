#pragma once

#include "service/sealing/blindindex.h"
#include "service/storage/internal/keyring.h"

#include <array>

namespace Frontdesk::Storage {

/// What a row can be found by.
struct Findable {
    QStringList names{};
    QStringList numbers{};
};

/// The blind index of calls and tasks over one connection.
class SearchIndex {
public:
    static constexpr char Calls[] = "call";
    static constexpr char Tasks[] = "task";

    SearchIndex(SqlConnection &connection, KeyRing &keys)
        : m_connection(connection)
        , m_keys(keys)
    {}

    /// The subject is found by these as well.
    [[nodiscard]] Result<void> add(const char *subject, const ClinicId &clinic, const QString &id, const Findable &by);
    /// The subject is found by these and nothing else.
    [[nodiscard]] Result<void> replace(const char *subject, const ClinicId &clinic, const QString &id,
                                       const Findable &by);
    [[nodiscard]] Result<void> remove(const char *subject, const ClinicId &clinic, const QString &id);

    /// The parameters of a statement's search: how many tokens a row must have (0: no search), and the tokens.
    struct Wanted {
        qint64 count = 0;
        std::array<QByteArray, Sealing::BlindIndex::MostWanted + 1> tokens{};
    };
    /// InvalidInput: what was typed cannot be searched for, or there is no clinic to search in.
    [[nodiscard]] Result<Wanted> wanted(const ClinicId &clinic, const QString &name, const QString &number);

private:
    SqlConnection &m_connection;
    KeyRing &m_keys;
};

} // namespace Frontdesk::Storage
