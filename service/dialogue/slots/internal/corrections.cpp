#include "service/dialogue/slots/internal/corrections.h"

#include "service/dialogue/slots/internal/phrase.h"

namespace Frontdesk::Dialogue {
namespace {

/// Between the correction and the new value stand at most a few small words ("make that the").
constexpr int kFarthestWords = 6;

} // namespace

std::vector<WordSpan> correctionsIn(const SpokenText &text)
{
    static const Phrase marker(
        "(?:oh |oops |okay |or )?(?:no(?: (?:no|wait|sorry|actually|make (?:that|it)|i am sorry|i mean|hold on|excuse "
        "me|not that|"
        "it 's|that 's(?: (?:wrong|not right))?|let 's (?:do|say|make it)|scratch that|my bad))+|wait(?: "
        "(?:no|actually|sorry|"
        "make that))*|sorry(?: (?:no|i mean|i meant|make that|that 's))*|i (?:mean|meant)(?: to say)?|scratch "
        "that|strike that|"
        "correction|my mistake|make that|(?<!not )(?<!could )(?<!can )(?<!to )make it|rather|actually(?: (?:no|make "
        "(?:that|it)|let 's (?:do|say|make it)|sorry))*|"
        "excuse me|oops|never ?mind|on second thought|better yet|let me correct that|change that(?: to)?|no)");
    std::vector<WordSpan> spans;
    for (const Phrase::Match &match : marker.findAll(text)) {
        if (match.all.first > 0) {
            spans.push_back(match.all);
        }
    }
    return spans;
}

size_t firstStanding(const std::vector<WordSpan> &spans, const std::vector<WordSpan> &corrections)
{
    size_t standing = 0;
    for (const WordSpan &correction : corrections) {
        for (size_t i = 1; i < spans.size(); ++i) {
            const bool between = spans[i - 1].first < correction.first && spans[i].first >= correction.first;
            if (between && spans[i].first - correction.last <= kFarthestWords) {
                standing = std::max(standing, i);
            }
        }
    }
    return standing;
}

} // namespace Frontdesk::Dialogue
