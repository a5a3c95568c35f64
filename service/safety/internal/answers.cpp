#include "service/safety/internal/answers.h"

#include <algorithm>
#include <initializer_list>

namespace Frontdesk::Safety {

bool saysYes(const Tokens &tokens)
{
    if (tokens.empty())
        return false;
    static const std::vector<std::string> Yes{"yes",     "yeah",  "yep",        "yup",  "si",     "sure",
                                              "correct", "right", "definitely", "kind", "little", "maybe"};
    const std::string &first = tokens.front().text;
    if (std::find(Yes.begin(), Yes.end(), first) != Yes.end())
        return true;
    const auto startsWith = [&](std::initializer_list<const char *> words) {
        return tokens.size() >= words.size() &&
               std::equal(words.begin(), words.end(), tokens.begin(),
                          [](const char *word, const Token &token) { return token.text == word; });
    };
    if (tokens.size() > 2 && tokens[2].text == "not")
        return false;
    return startsWith({"i", "am"}) || startsWith({"he", "is"}) || startsWith({"she", "is"}) ||
           startsWith({"i", "think"}) || startsWith({"a", "little"}) || startsWith({"a", "bit"}) ||
           startsWith({"it", "is"}) || startsWith({"i", "do"});
}

} // namespace Frontdesk::Safety
