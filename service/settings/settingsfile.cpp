#include "service/settings/settings.h"

#include <QFile>

#include <algorithm>
#include <limits>

namespace Frontdesk {

namespace {

/// Levenshtein distance, so that a slip of the finger is answered with the name that was meant.
int editDistance(const QString &a, const QString &b)
{
    std::vector<int> row(static_cast<size_t>(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j) {
        row[j] = static_cast<int>(j);
    }
    for (qsizetype i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i);
        for (size_t j = 1; j < row.size(); ++j) {
            const int substituted = diagonal + (a[i - 1] == b[static_cast<qsizetype>(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
        }
    }
    return row.back();
}

QString nearestKey(const QString &name)
{
    QString nearest;
    int best = std::numeric_limits<int>::max();
    for (const SettingKey &key : Settings::keys()) {
        if (const int distance = editDistance(name.toUpper(), key.name); distance < best) {
            best = distance;
            nearest = key.name;
        }
    }
    return nearest;
}

bool isKnown(const QString &name)
{
    const auto &keys = Settings::keys();
    return std::any_of(keys.begin(), keys.end(), [&](const SettingKey &key) { return key.name == name; });
}

QString unquoted(const QString &value)
{
    const bool quoted = value.size() >= 2 && value.startsWith(QLatin1Char('"')) && value.endsWith(QLatin1Char('"'));
    return quoted ? value.mid(1, value.size() - 2) : value;
}

Error invalid(const QString &message)
{
    return {ErrorCode::InvalidInput, message};
}

const QString EnvironmentPrefix = QStringLiteral("FRONTDESK_");

} // namespace

Result<Settings> Settings::load(const QString &path, const QProcessEnvironment &environment)
{
    Settings settings;
    if (!path.isEmpty()) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            return invalid(QStringLiteral("Settings file %1 cannot be read: %2.").arg(path, file.errorString()));
        }
        const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const QString line = lines[i].trimmed();
            if (line.isEmpty() || line.startsWith(QLatin1Char('#'))) {
                continue;
            }
            const QString where = QStringLiteral("%1, line %2").arg(path).arg(i + 1);
            const qsizetype equals = line.indexOf(QLatin1Char('='));
            if (equals < 1) {
                return invalid(where + QStringLiteral(": write KEY = value."));
            }
            QString name = line.left(equals).trimmed();
            if (name.startsWith(EnvironmentPrefix)) {
                name = name.mid(EnvironmentPrefix.size());
            }
            if (!isKnown(name)) {
                return invalid(QStringLiteral("%1: there is no setting \"%2\"; did you mean %3?")
                                   .arg(where, name, nearestKey(name)));
            }
            settings.put(name, unquoted(line.mid(equals + 1).trimmed()), Source::File);
        }
    }
    for (const SettingKey &key : keys()) {
        // An empty variable counts as not set, as in most container set-ups.
        if (const QString value = environment.value(EnvironmentPrefix + key.name); !value.isEmpty()) {
            settings.put(key.name, value, Source::Environment);
        }
    }
    return settings;
}

} // namespace Frontdesk
