/// Prints what the safety rules alone make of labelled turns: id, action and whether danger was named and found
/// harmless. train_second_opinion.py trains and measures beside it.
#include "service/evaluation/escalationitems.h"
#include "service/safety/utterancesafety.h"

#include <QTextStream>

using namespace Frontdesk;

int main(int argc, char *argv[])
{
    QTextStream out(stdout);
    for (int at = 1; at < argc; ++at) {
        const auto items = Evaluation::readEscalationItems(QString::fromLocal8Bit(argv[at]));
        if (!items) {
            QTextStream(stderr) << items.error().message << '\n';
            return 1;
        }
        for (const Evaluation::EscalationItem &item : *items) {
            Safety::UtteranceContext context;
            context.previousAssistant = item.previousAssistant;
            const Safety::Assessment given = assessByRules(item.utterance, context);
            out << item.id << '\t' << Evaluation::actionName(given.action) << '\t'
                << (given.boundedDanger ? "bounded" : "") << '\n';
        }
    }
    return 0;
}
