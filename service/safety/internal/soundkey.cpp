#include "service/safety/internal/soundkey.h"

#include <algorithm>
#include <array>
#include <vector>

namespace Frontdesk::Safety {

namespace {

char soundOf(char letter, char next)
{
    switch (letter) {
    case 'b':
        return 'b';
    case 'c':
        return next == 'e' || next == 'i' || next == 'y' ? 's' : (next == 'h' ? 'x' : 'k');
    case 'd':
        return 'd';
    case 'f':
    case 'v':
        return 'f';
    case 'g':
    case 'j':
        return 'g';
    case 'k':
    case 'q':
        return 'k';
    case 'l':
    case 'm':
    case 'n':
    case 'r':
        return letter;
    case 'p':
        return next == 'h' ? 'f' : 'p';
    case 's':
    case 'z':
        return next == 'h' ? 'x' : 's';
    case 't':
        return next == 'h' ? 'f' : 't';
    case 'x':
        return 'x';
    default:
        return '\0';
    }
}

} // namespace

std::string soundKey(std::string_view word)
{
    std::string key;
    if (!word.empty() && std::string_view("aeiou").find(word.front()) != std::string_view::npos)
        key += 'a';
    for (size_t at = 0; at < word.size(); ++at) {
        const char sound = soundOf(word[at], at + 1 < word.size() ? word[at + 1] : '\0');
        if (sound != '\0' && (key.empty() || key.back() != sound))
            key += sound;
    }
    return key;
}

int editDistance(std::string_view left, std::string_view right)
{
    const size_t width = right.size() + 1;
    std::vector<int> before(width);
    std::vector<int> above(width);
    std::vector<int> row(width);
    for (size_t column = 0; column < width; ++column)
        above[column] = static_cast<int>(column);
    for (size_t line = 1; line <= left.size(); ++line) {
        row[0] = static_cast<int>(line);
        for (size_t column = 1; column < width; ++column) {
            const int change = left[line - 1] == right[column - 1] ? 0 : 1;
            row[column] = std::min({above[column] + 1, row[column - 1] + 1, above[column - 1] + change});
            const bool swapped =
                line > 1 && column > 1 && left[line - 1] == right[column - 2] && left[line - 2] == right[column - 1];
            if (swapped)
                row[column] = std::min(row[column], before[column - 2] + 1);
        }
        before.swap(above);
        above.swap(row);
    }
    return above[width - 1];
}

} // namespace Frontdesk::Safety
