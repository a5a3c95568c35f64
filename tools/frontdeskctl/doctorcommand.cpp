#include "tools/frontdeskctl/commands.h"
#include "tools/frontdeskctl/doctor.h"
#include "tools/frontdeskctl/storeaccess.h"

namespace Frontdesk::Ctl {

namespace {

const QString Offline = QStringLiteral("offline");

const char *mark(Finding::Verdict verdict)
{
    switch (verdict) {
    case Finding::Verdict::Well:
        return "ok     ";
    case Finding::Verdict::Warning:
        return "warning";
    case Finding::Verdict::Wrong:
        return "WRONG  ";
    }
    return "";
}

int examine(const QStringList &arguments, Output &output)
{
    std::vector<Option> options = databaseOptions();
    options.push_back({Offline, Option::Kind::Flag});
    const auto line = CommandLine::parse(arguments, options);
    if (!line) {
        return fail(output, line.error());
    }
    const auto settings = serviceSettings(*line);
    if (!settings) {
        return fail(output, settings.error());
    }
    std::vector<Finding> findings = lookAtMachine(*settings);
    QStringList numbers;
    const auto add = [&](const std::vector<Finding> &more) {
        findings.insert(findings.end(), more.begin(), more.end());
    };
    add(lookAtDatabase(*settings, numbers));
    if (!line->has(Offline)) {
        add(lookAtNetwork(*settings, numbers));
    }
    bool isWell = true;
    for (const Finding &finding : findings) {
        isWell = isWell && finding.verdict != Finding::Verdict::Wrong;
        output.out << mark(finding.verdict) << "  " << finding.part << ": " << finding.what << '\n';
    }
    return isWell ? Done : Failed;
}

} // namespace

Command doctorCommand()
{
    return {
        QStringLiteral("doctor"),
        QStringLiteral("Looks at settings, disk, keys, database, vendors, numbers and clock; says what is wrong."),
        QStringLiteral("[--offline] ") + databaseUsage() +
            QStringLiteral("\n\n  Changes nothing. Ends with 1 when something is WRONG. --offline asks nobody else."),
        examine};
}

} // namespace Frontdesk::Ctl
