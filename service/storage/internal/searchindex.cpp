#include "service/storage/internal/searchindex.h"

#include <algorithm>

namespace Frontdesk::Storage {

namespace {

constexpr size_t MostAtOnce = 64;

const QString RemoveSubject = QStringLiteral(R"sql(
    DELETE FROM blind_index WHERE clinic_id = $1 AND subject = $2 AND subject_id = $3)sql");

/// One statement for so many tokens, from $4 on.
QString insertText(size_t tokens)
{
    QStringList rows;
    for (size_t i = 0; i < tokens; ++i) {
        rows << QStringLiteral("($1, $2, $3, $%1)").arg(i + 4);
    }
    return QStringLiteral("INSERT INTO blind_index (clinic_id, subject, subject_id, token) VALUES ") +
           rows.join(QLatin1String(", ")) + QStringLiteral(" ON CONFLICT DO NOTHING");
}

std::vector<QByteArray> tokensOf(const Sealing::BlindIndex &index, const Findable &by)
{
    std::vector<QByteArray> tokens;
    const auto take = [&](const std::vector<QByteArray> &more) {
        tokens.insert(tokens.end(), more.begin(), more.end());
    };
    for (const QString &name : by.names) {
        take(index.tokensOfName(name));
    }
    for (const QString &number : by.numbers) {
        take(index.tokensOfNumber(number));
    }
    std::sort(tokens.begin(), tokens.end());
    tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
    return tokens;
}

} // namespace

Result<void> SearchIndex::add(const char *subject, const ClinicId &clinic, const QString &id, const Findable &by)
{
    const auto keys = m_keys.keys(clinic);
    if (!keys) {
        return keys.error();
    }
    const std::vector<QByteArray> tokens = tokensOf(Sealing::BlindIndex((*keys)->index), by);
    for (size_t from = 0; from < tokens.size(); from += MostAtOnce) {
        const size_t count = std::min(MostAtOnce, tokens.size() - from);
        std::vector<SqlValue> parameters{clinic.text(), QString::fromLatin1(subject), id};
        const auto begin = tokens.begin() + static_cast<std::ptrdiff_t>(from);
        parameters.insert(parameters.end(), begin, begin + static_cast<std::ptrdiff_t>(count));
        if (const auto done = m_connection.execute(insertText(count), parameters); !done) {
            return done.error();
        }
    }
    return {};
}

Result<void> SearchIndex::replace(const char *subject, const ClinicId &clinic, const QString &id, const Findable &by)
{
    auto removed = remove(subject, clinic, id);
    return removed ? add(subject, clinic, id, by) : removed;
}

Result<void> SearchIndex::remove(const char *subject, const ClinicId &clinic, const QString &id)
{
    const auto removed = m_connection.execute(RemoveSubject, {clinic.text(), QString::fromLatin1(subject), id});
    return removed ? Result<void>() : removed.error();
}

Result<SearchIndex::Wanted> SearchIndex::wanted(const ClinicId &clinic, const QString &name, const QString &number)
{
    if (name.isEmpty() && number.isEmpty()) {
        return Wanted();
    }
    if (clinic.isEmpty()) {
        return Error{ErrorCode::InvalidInput, QStringLiteral("A search by name or phone is within one clinic.")};
    }
    const auto keys = m_keys.keys(clinic);
    if (!keys) {
        return keys.error();
    }
    const Sealing::BlindIndex index((*keys)->index);
    std::vector<QByteArray> tokens;
    if (!name.isEmpty()) {
        auto words = index.wantedName(name);
        if (!words) {
            return words.error();
        }
        tokens = std::move(words).value();
    }
    if (!number.isEmpty()) {
        const auto digits = index.wantedNumber(number);
        if (!digits) {
            return digits.error();
        }
        tokens.insert(tokens.end(), digits->begin(), digits->end());
    }
    Wanted wanted;
    wanted.count = static_cast<qint64>(tokens.size());
    std::copy(tokens.begin(), tokens.end(), wanted.tokens.begin());
    return wanted;
}

} // namespace Frontdesk::Storage
