#include "tools/frontdeskctl/table.h"

#include <algorithm>

namespace Frontdesk::Ctl {

namespace {

void writeRow(QTextStream &to, const QStringList &row, const std::vector<qsizetype> &widths)
{
    QString line;
    for (qsizetype i = 0; i < row.size(); ++i) {
        line += row[i].leftJustified(widths[static_cast<size_t>(i)] + 2);
    }
    while (line.endsWith(QLatin1Char(' '))) {
        line.chop(1);
    }
    to << line << '\n';
}

} // namespace

void writeTable(QTextStream &to, const QStringList &heading, const std::vector<QStringList> &rows)
{
    std::vector<qsizetype> widths;
    for (qsizetype i = 0; i < heading.size(); ++i) {
        qsizetype width = heading[i].size();
        for (const QStringList &row : rows) {
            width = std::max(width, row[i].size());
        }
        widths.push_back(width);
    }
    writeRow(to, heading, widths);
    for (const QStringList &row : rows) {
        writeRow(to, row, widths);
    }
}

QString printable(QString text)
{
    std::replace_if(
        text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; }, QLatin1Char(' '));
    return text;
}

QString callTime(qint64 milliseconds)
{
    const qint64 tenths = milliseconds / 100;
    return QStringLiteral("%1:%2.%3").arg(tenths / 600).arg(tenths / 10 % 60, 2, 10, QLatin1Char('0')).arg(tenths % 10);
}

} // namespace Frontdesk::Ctl
