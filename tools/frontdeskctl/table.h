#pragma once

#include <QStringList>
#include <QTextStream>

#include <vector>

namespace Frontdesk::Ctl {

/// Writes a heading and rows in columns as wide as their widest cell, for reading on a terminal.
void writeTable(QTextStream &to, const QStringList &heading, const std::vector<QStringList> &rows);

/// The text with control characters replaced, so that what a caller said cannot steer the terminal.
[[nodiscard]] QString printable(QString text);

/// Milliseconds from a call's start as `1:02.3`.
[[nodiscard]] QString callTime(qint64 milliseconds);

} // namespace Frontdesk::Ctl
