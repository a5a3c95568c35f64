#include "service/dialogue/slots/internal/nameintroductions.h"

namespace Frontdesk::Dialogue {

const std::vector<NameIntroduction> &nameIntroductions()
{
    static const std::vector<NameIntroduction> all = [] {
        const auto cue = [](NameCue strength, NamedRole role, const char *words) {
            return NameIntroduction{Phrase(words), strength, role};
        };
        return std::vector<NameIntroduction>{
            cue(NameCue::Strong, NamedRole::Patient,
                "(?:(?:his|her|their|hers|patient|child|baby|kid|son|daughter|mom|mother|dad|father|wife|husband|"
                "brother|sister|grandson|granddaughter|partner|client|aunt|uncle|grandmother|grandma|grandpa|"
                "grandfather|friend|neighbor|cousin|niece|nephew|boy|girl)(?: 's)?|the|patients) (?:full |legal |real "
                ")?names? (?:is|'s|are|will be|would be|on the chart is)"),
            cue(NameCue::Fair, NamedRole::Patient,
                "(?:the )?patient(?: (?:is|'s|'s name is|'s name 's|named|by the name of|called)|(?= "
                "(?:missus|mister|miss)))|(?:one of )?(?:your|our|my) (?:patients?|clients?|residents?|students?)(?: "
                "(?:named|called|by the name "
                "of))?|guardian (?:for|of)|(?:mother|father|mom|dad|parent|daughter|son|wife|husband) "
                "of|(?:named|called|by the name "
                "of)|on behalf of|(?:he|she) goes by|under(?: the name(?: of)?)?|for (?:a )?patient"),
            cue(NameCue::Fair, NamedRole::Patient,
                "(?:under|by|use|it 's|still) (?:my|her|his|our) (?:maiden|married|old|new) name(?: of| is)?|(?:a|one "
                "of "
                "our|another) (?:student|patient|resident|client|member|sister|brother)s?(?: (?:of yours|here|of "
                "ours))"),
            cue(NameCue::Weak, NamedRole::Speaker, "(?:it|that|this) (?:will|would|should) be"),
            cue(NameCue::Strong, NamedRole::Speaker,
                "(?:my|the|full|legal|birth) (?:full |legal |real |maiden )?name (?:is|'s|would be|be)|name 's|name "
                "is"),
            cue(NameCue::Fair, NamedRole::Speaker,
                "(?:this is(?: just)?|name of|you are (?:speaking|talking) (?:with|to)|it is me|it 's me|just "
                "put|put(?: it)? (?:down )?under|put down)"),
            cue(NameCue::Weak, NamedRole::Speaker,
                "(?:it 's|it is|i am|that 's|hi|hello|hey|yeah|yes|morning|afternoon|evening|there)"),
            cue(NameCue::Fair, NamedRole::Patient, "for (?:my|our|a) (?:client|patient|resident|student)"),
            cue(NameCue::Weak, NamedRole::Patient,
                "(?:for|about|see|bring|it 's for|for me|patient|client|resident|student)"),
            cue(NameCue::Weak, NamedRole::Patient, "(?:he|she) (?:'s|is)"),
        };
    }();
    return all;
}

} // namespace Frontdesk::Dialogue
