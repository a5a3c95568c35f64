#pragma once

#include "service/storage/sql/sqlconnection.h"

#include <exception>
#include <optional>
#include <string>

namespace Frontdesk::Storage {

/// A parameter in PostgreSQL's text form; nothing for NULL. InvalidInput: a text with the character 0, which PostgreSQL
/// cannot hold.
[[nodiscard]] Result<std::optional<std::string>> toPostgresText(const SqlValue &value);

/// A value in PostgreSQL's text form back, by the number of its type (pg_type.oid).
[[nodiscard]] SqlValue fromPostgresText(unsigned type, const char *text, size_t size);

/// What an exception of libpqxx means to us. Never holds values of a row: only messages about the statement itself are
/// handed on.
[[nodiscard]] Error postgresError(const std::exception &exception);

} // namespace Frontdesk::Storage
