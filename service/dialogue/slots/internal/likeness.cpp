#include "service/dialogue/slots/internal/likeness.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace Frontdesk::Dialogue {
namespace {

/// Letters that sound alike become one; doubled letters and silent vowels go.
QString phonetic(const QString &word)
{
    QString text;
    for (const QChar c : word.toLower()) {
        if (c.isLetter()) {
            text += c;
        }
    }
    static const struct {
        const char *from;
        const char *to;
    } rules[] = {{"ph", "f"}, {"gh", "g"}, {"ck", "k"}, {"sch", "s"}, {"tch", "c"}, {"wh", "w"},
                 {"kn", "n"}, {"wr", "r"}, {"ng", "n"}, {"z", "s"},   {"y", "i"},   {"q", "k"},
                 {"c", "k"},  {"x", "ks"}, {"v", "f"},  {"ee", "i"},  {"ea", "i"},  {"ou", "u"}};
    for (const auto &rule : rules) {
        text.replace(QLatin1String(rule.from), QLatin1String(rule.to));
    }
    QString result;
    for (const QChar c : text) {
        if (result.isEmpty() || result.back() != c) {
            result += c;
        }
    }
    return result;
}

} // namespace

int editDistance(const QString &a, const QString &b)
{
    std::vector<int> row(static_cast<size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto k = static_cast<size_t>(j);
            const int change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[k];
            row[k] = std::min({row[k] + 1, row[k - 1] + 1, change});
        }
    }
    return row.back();
}

double likeness(const QString &a, const QString &b)
{
    const QString x = phonetic(a);
    const QString y = phonetic(b);
    const auto longest = static_cast<double>(std::max(x.size(), y.size()));
    return longest == 0 ? 0 : 1.0 - editDistance(x, y) / longest;
}

} // namespace Frontdesk::Dialogue
