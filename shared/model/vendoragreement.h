#pragma once

#include <QDate>
#include <QJsonObject>
#include <QString>

#include <map>
#include <vector>

namespace Frontdesk {

/// What is agreed with somebody outside who could see patient data.
struct VendorAgreement {
    QDate signedOn;           ///< Of the business associate agreement; invalid: there is none.
    bool patientData = false; ///< May get patient data; never without an agreement.
    QString data;             ///< What of it, in words.

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static VendorAgreement fromJson(const QJsonObject &json);

    /// Whether patient data may go there.
    [[nodiscard]] bool covers() const { return patientData && signedOn.isValid(); }
};

/// By the vendor's name.
using VendorAgreements = std::map<QString, VendorAgreement>;

[[nodiscard]] VendorAgreements vendorAgreementsFromJson(const QJsonObject &json);

/// Name under which the settings of a clinic, and of the platform, keep them.
inline constexpr char VendorAgreementsSetting[] = "vendors";

/// A vendor that this program can work with.
struct KnownVendor {
    QString name;
    QString sees;             ///< What patient data it would see, in words.
    bool takesOwnKey = false; ///< A clinic may have an account of its own.
};
[[nodiscard]] const std::vector<KnownVendor> &knownVendors();

} // namespace Frontdesk
