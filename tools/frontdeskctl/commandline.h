#pragma once

#include "shared/core/result.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace Frontdesk::Ctl {

/// An option as a command knows it.
struct Option {
    QString name;                                               ///< Without the dashes.
    enum class Kind { Flag, Value, Values } kind = Kind::Value; ///< Values: may be given several times.
};

/// A command's arguments, taken apart: `--name VALUE`, `--name=VALUE`, flags, and the words between them.
class CommandLine {
public:
    /// InvalidInput, as one sentence: an unknown option, a missing value, a value given twice.
    [[nodiscard]] static Result<CommandLine> parse(const QStringList &arguments, const std::vector<Option> &options);

    [[nodiscard]] bool has(const QString &name) const { return m_values.contains(name); }
    /// The value of an option given once; empty when it was not given.
    [[nodiscard]] QString value(const QString &name) const { return values(name).value(0); }
    /// All values of an option in the order given.
    [[nodiscard]] QStringList values(const QString &name) const { return m_values.value(name); }
    [[nodiscard]] const QStringList &words() const { return m_words; }

private:
    QHash<QString, QStringList> m_values;
    QStringList m_words;
};

} // namespace Frontdesk::Ctl
