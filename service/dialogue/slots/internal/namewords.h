#pragma once

#include <QString>

namespace Frontdesk::Dialogue {

/// Ordinary words of such calls that are no one's name: "i", "need", "appointment".
[[nodiscard]] bool isNeverName(const QString &word);
/// Names that are ordinary words too ("will", "may", "price"): names only where one is expected.
[[nodiscard]] bool isSeldomName(const QString &word);
/// A common given name in the United States.
[[nodiscard]] bool isGivenName(const QString &word);
/// A common surname, or the shape of one ("o'brien", "mcallister").
[[nodiscard]] bool isSurname(const QString &word);
/// "De", "la", "van": part of the surname that follows.
[[nodiscard]] bool isParticle(const QString &word);
/// "Mister", "missus": not part of the name.
[[nodiscard]] bool isTitle(const QString &word);
/// "Junior", "senior", "iii" and how a chart writes it; empty: none.
[[nodiscard]] QString nameSuffix(const QString &word);

/// As written on a chart: "o'brien" is O'Brien, "mcdonald" McDonald, "de la cruz" de la Cruz.
[[nodiscard]] QString chartCased(const QString &name);

} // namespace Frontdesk::Dialogue
