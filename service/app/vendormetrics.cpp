#include "service/app/vendormetrics.h"

namespace Frontdesk::App {

namespace {

QByteArray seconds(Milliseconds time)
{
    return QByteArray::number(static_cast<double>(time.count()) / 1000.0, 'f', 3);
}

QByteArray labels(const FaultPolicy::VendorCounts &counts)
{
    return "vendor=\"" + counts.vendor.toUtf8() + "\",service=\"" + FaultPolicy::serviceName(counts.service).toUtf8() +
           '"';
}

QByteArray line(const char *name, const FaultPolicy::VendorCounts &counts, const QString &outcome,
                const QByteArray &value)
{
    return QByteArray(name) + '{' + labels(counts) + ",outcome=\"" + outcome.toUtf8() + "\"} " + value + '\n';
}

} // namespace

QByteArray vendorMetrics(const std::vector<FaultPolicy::VendorCounts> &vendors, const CallUsage &usage)
{
    constexpr const char *requests = "frontdesk_vendor_requests_total";
    constexpr const char *time = "frontdesk_vendor_seconds_total";
    const QString success = QStringLiteral("success");
    QByteArray counts = "# HELP frontdesk_vendor_requests_total Uses of a vendor's service by outcome.\n"
                        "# TYPE frontdesk_vendor_requests_total counter\n";
    QByteArray times = "# HELP frontdesk_vendor_seconds_total Time to the first useful byte, or to the failure.\n"
                       "# TYPE frontdesk_vendor_seconds_total counter\n";
    QByteArray resting = "# HELP frontdesk_vendor_resting 1 while a failing service of a vendor is left alone.\n"
                         "# TYPE frontdesk_vendor_resting gauge\n";
    for (const FaultPolicy::VendorCounts &vendor : vendors) {
        counts += line(requests, vendor, success, QByteArray::number(vendor.successes));
        times += line(time, vendor, success, seconds(vendor.timeInSuccesses));
        for (const auto &[kind, count] : vendor.failures) {
            counts += line(requests, vendor, FaultPolicy::faultKindName(kind), QByteArray::number(count));
            times += line(time, vendor, FaultPolicy::faultKindName(kind), seconds(vendor.timeInFailures.at(kind)));
        }
        resting += "frontdesk_vendor_resting{" + labels(vendor) + "} " + (vendor.resting ? "1" : "0") + '\n';
    }
    QByteArray used = "# HELP frontdesk_vendor_usage_total What vendors were used for, in the unit they bill.\n"
                      "# TYPE frontdesk_vendor_usage_total counter\n";
    for (const UsageLine &line : usage) {
        used += "frontdesk_vendor_usage_total{vendor=\"" + line.vendor.toUtf8() + "\",unit=\"" +
                usageUnitName(line.unit).toUtf8() + "\"} " + QByteArray::number(line.amount) + '\n';
    }
    return counts + times + resting + used;
}

} // namespace Frontdesk::App
