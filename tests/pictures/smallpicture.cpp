#include "tests/pictures/smallpicture.h"

#include <QHash>

#include <algorithm>

namespace Frontdesk {

namespace {

constexpr qsizetype MostColours = 256;
constexpr int SameToTheEye = 3 * 4 * 4; ///< Squared distance: four steps of 255 in each of red, green and blue.

int distance(QRgb a, QRgb b)
{
    const int red = qRed(a) - qRed(b);
    const int green = qGreen(a) - qGreen(b);
    const int blue = qBlue(a) - qBlue(b);
    return red * red + green * green + blue * blue;
}

/// The most frequent ones that differ.
QList<QRgb> palette(const QImage &picture)
{
    QHash<QRgb, int> counts;
    for (int y = 0; y < picture.height(); ++y) {
        const auto *const line = reinterpret_cast<const QRgb *>(picture.constScanLine(y));
        for (int x = 0; x < picture.width(); ++x)
            ++counts[line[x]];
    }
    auto colours = counts.keys();
    // Equal counts in a fixed order: the same picture makes the same file.
    std::sort(colours.begin(), colours.end(),
              [&](QRgb a, QRgb b) { return counts[a] == counts[b] ? a < b : counts[a] > counts[b]; });
    // What looks the same needs one place; a small spot of a colour of its own keeps its own.
    QList<QRgb> chosen;
    for (const QRgb colour : std::as_const(colours)) {
        const bool isNew = std::none_of(chosen.cbegin(), chosen.cend(),
                                        [&](QRgb one) { return distance(one, colour) < SameToTheEye; });
        if (isNew && chosen.size() < MostColours)
            chosen << colour;
    }
    return chosen;
}

} // namespace

QImage withFewColours(const QImage &picture)
{
    const QImage whole = picture.convertToFormat(QImage::Format_RGB32);
    const auto colours = palette(whole);
    QImage few(whole.size(), QImage::Format_Indexed8);
    few.setColorTable(colours);
    QHash<QRgb, uchar> nearest;
    for (qsizetype at = 0; at < colours.size(); ++at)
        nearest.insert(colours[at], uchar(at));
    for (int y = 0; y < whole.height(); ++y) {
        const auto *const line = reinterpret_cast<const QRgb *>(whole.constScanLine(y));
        uchar *const out = few.scanLine(y);
        for (int x = 0; x < whole.width(); ++x) {
            auto known = nearest.constFind(line[x]);
            if (known == nearest.constEnd()) {
                const auto best = std::min_element(colours.begin(), colours.end(), [&](QRgb a, QRgb b) {
                    return distance(a, line[x]) < distance(b, line[x]);
                });
                known = nearest.insert(line[x], uchar(best - colours.begin()));
            }
            out[x] = *known;
        }
    }
    return few;
}

} // namespace Frontdesk
