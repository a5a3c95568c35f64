#include "shared/model/recordingrule.h"

#include "shared/model/consentlaws.h"
#include "shared/model/enumnames.h"

#include <algorithm>
#include <array>

namespace Frontdesk {

namespace {

using enum ConsentRule;

struct StateLaw {
    const char *state;
    ConsentRule rule;
    const char *source;
};

// Facts from each state's own code, as of 2026. Where courts and the words of a statute differ, or a statute asks less on
// the telephone than it does face to face, the stricter reading that may apply to a telephone call stands here:
// Connecticut's civil statute, Delaware's privacy statute, Michigan's before Sullivan v. Gray (1982), Nevada's wire
// statute after Lane v. Allstate (1998). Oregon and Vermont want one party's consent on the telephone; Vermont has no
// statute, so 18 U.S.C. 2511(2)(d) stands.
constexpr std::array Laws{
    StateLaw{"AK", OneParty, "Alaska Stat. 42.20.310"},
    StateLaw{"AL", OneParty, "Ala. Code 13A-11-30, 13A-11-31"},
    StateLaw{"AR", OneParty, "Ark. Code 5-60-120"},
    StateLaw{"AZ", OneParty, "Ariz. Rev. Stat. 13-3005, 13-3012"},
    StateLaw{"CA", AllParty, "Cal. Penal Code 632, 632.7"},
    StateLaw{"CO", OneParty, "Colo. Rev. Stat. 18-9-303"},
    StateLaw{"CT", AllParty, "Conn. Gen. Stat. 52-570d"},
    StateLaw{"DC", OneParty, "D.C. Code 23-542"},
    StateLaw{"DE", AllParty, "Del. Code tit. 11, 1335"},
    StateLaw{"FL", AllParty, "Fla. Stat. 934.03"},
    StateLaw{"GA", OneParty, "Ga. Code 16-11-62, 16-11-66"},
    StateLaw{"HI", OneParty, "Haw. Rev. Stat. 803-42"},
    StateLaw{"IA", OneParty, "Iowa Code 727.8, 808B.2"},
    StateLaw{"ID", OneParty, "Idaho Code 18-6702"},
    StateLaw{"IL", AllParty, "720 ILCS 5/14-2"},
    StateLaw{"IN", OneParty, "Ind. Code 35-31.5-2-176, 35-33.5-5-5"},
    StateLaw{"KS", OneParty, "Kan. Stat. 21-6101"},
    StateLaw{"KY", OneParty, "Ky. Rev. Stat. 526.010, 526.020"},
    StateLaw{"LA", OneParty, "La. Rev. Stat. 15:1303"},
    StateLaw{"MA", AllParty, "Mass. Gen. Laws ch. 272, 99"},
    StateLaw{"MD", AllParty, "Md. Code, Cts. & Jud. Proc. 10-402"},
    StateLaw{"ME", OneParty, "Me. Rev. Stat. tit. 15, 709, 710"},
    StateLaw{"MI", AllParty, "Mich. Comp. Laws 750.539c"},
    StateLaw{"MN", OneParty, "Minn. Stat. 626A.02"},
    StateLaw{"MO", OneParty, "Mo. Rev. Stat. 542.402"},
    StateLaw{"MS", OneParty, "Miss. Code 41-29-531"},
    StateLaw{"MT", AllParty, "Mont. Code 45-8-213"},
    StateLaw{"NC", OneParty, "N.C. Gen. Stat. 15A-287"},
    StateLaw{"ND", OneParty, "N.D. Cent. Code 12.1-15-02"},
    StateLaw{"NE", OneParty, "Neb. Rev. Stat. 86-290"},
    StateLaw{"NH", AllParty, "N.H. Rev. Stat. 570-A:2"},
    StateLaw{"NJ", OneParty, "N.J. Stat. 2A:156A-3, 2A:156A-4"},
    StateLaw{"NM", OneParty, "N.M. Stat. 30-12-1"},
    StateLaw{"NV", AllParty, "Nev. Rev. Stat. 200.620"},
    StateLaw{"NY", OneParty, "N.Y. Penal Law 250.00, 250.05"},
    StateLaw{"OH", OneParty, "Ohio Rev. Code 2933.52"},
    StateLaw{"OK", OneParty, "Okla. Stat. tit. 13, 176.4"},
    StateLaw{"OR", OneParty, "Or. Rev. Stat. 165.540"},
    StateLaw{"PA", AllParty, "18 Pa. Cons. Stat. 5703, 5704"},
    StateLaw{"RI", OneParty, "R.I. Gen. Laws 11-35-21"},
    StateLaw{"SC", OneParty, "S.C. Code 17-30-30"},
    StateLaw{"SD", OneParty, "S.D. Codified Laws 23A-35A-20"},
    StateLaw{"TN", OneParty, "Tenn. Code 39-13-601"},
    StateLaw{"TX", OneParty, "Tex. Penal Code 16.02"},
    StateLaw{"UT", OneParty, "Utah Code 77-23a-4"},
    StateLaw{"VA", OneParty, "Va. Code 19.2-62"},
    StateLaw{"VT", OneParty, "18 U.S.C. 2511(2)(d)"},
    StateLaw{"WA", AllParty, "Wash. Rev. Code 9.73.030"},
    StateLaw{"WI", OneParty, "Wis. Stat. 968.31"},
    StateLaw{"WV", OneParty, "W. Va. Code 62-1D-3"},
    StateLaw{"WY", OneParty, "Wyo. Stat. 7-3-702"},
};

const StateLaw *lawOf(const QString &letters)
{
    const auto found = std::find_if(Laws.begin(), Laws.end(),
                                    [&](const StateLaw &law) { return letters == QLatin1String(law.state); });
    return found == Laws.end() ? nullptr : &*found;
}

constexpr EnumNames<RecordedBy, 2> Recorders{{{
    {RecordedBy::Assistant, QLatin1String("assistant")},
    {RecordedBy::PhoneNetwork, QLatin1String("network")},
}}};
constexpr EnumNames<RecordingMode, 3> Modes{{{
    {RecordingMode::Off, QLatin1String("off")},
    {RecordingMode::On, QLatin1String("on")},
    {RecordingMode::WithConsent, QLatin1String("with_consent")},
}}};
constexpr EnumNames<RecordingConsent, 3> Consents{{{
    {RecordingConsent::NotNeeded, QLatin1String("not_needed")},
    {RecordingConsent::Heard, QLatin1String("heard")},
    {RecordingConsent::Declined, QLatin1String("declined")},
}}};

} // namespace

QString recordedByName(RecordedBy who)
{
    return Recorders.name(who);
}

std::optional<RecordedBy> recordedByFromName(QStringView name)
{
    return Recorders.value(name);
}

QString recordingModeName(RecordingMode mode)
{
    return Modes.name(mode);
}

std::optional<RecordingMode> recordingModeFromName(QStringView name)
{
    return Modes.value(name);
}

QString recordingConsentName(RecordingConsent consent)
{
    return Consents.name(consent);
}

std::optional<RecordingConsent> recordingConsentFromName(QStringView name)
{
    return Consents.value(name);
}

ConsentLaw consentLawOf(const QString &state)
{
    const StateLaw *law = lawOf(state);
    return law == nullptr ? ConsentLaw() : ConsentLaw{law->rule, QString::fromLatin1(law->source)};
}

std::vector<std::pair<QString, ConsentLaw>> consentLaws()
{
    std::vector<std::pair<QString, ConsentLaw>> laws;
    for (const StateLaw &law : Laws) {
        laws.emplace_back(QString::fromLatin1(law.state), ConsentLaw{law.rule, QString::fromLatin1(law.source)});
    }
    return laws;
}

bool isUsState(const QString &letters)
{
    return lawOf(letters) != nullptr;
}

bool needsConsent(RecordingMode mode, const QString &state)
{
    return mode == RecordingMode::WithConsent ||
           (mode == RecordingMode::On && consentLawOf(state).rule == ConsentRule::AllParty);
}

} // namespace Frontdesk
