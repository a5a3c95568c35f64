#pragma once

#include "tests/fakes/fakeserver.h"

#include <map>

namespace Frontdesk::Fakes {

/// A store that speaks S3, with one bucket in path style: put, get with ranges, head, delete. Every signature (AWS
/// Signature Version 4) is computed anew from what arrived, and what does not fit is refused in S3's own words.
class FakeS3 final : public FakeServer {
    Q_OBJECT

public:
    static constexpr const char *Bucket = "calls";
    static constexpr const char *Region = "us-east-1";
    static constexpr const char *AccessKey = "TESTKEY";
    static constexpr const char *SecretKey = "TEST:SECRET/+";

    explicit FakeS3(QObject *parent = nullptr);

    /// What is kept, by name.
    [[nodiscard]] const std::map<QString, QByteArray> &objects() const { return m_objects; }
    void put(const QString &name, const QByteArray &bytes) { m_objects[name] = bytes; }
    /// Clients must know this secret from now on.
    void changeSecret(const QByteArray &secret) { m_secret = secret; }
    /// Ranges are ignored, as some small stores do.
    void ignoreRanges() { m_knowsRanges = false; }

    /// The signature of a request with these headers, as lower-case hex (see AWS, "Authenticating Requests").
    [[nodiscard]] static QByteArray signature(const FakeRequest &request, const QList<QByteArray> &signedNames,
                                              const QByteArray &amzDate, const QByteArray &region,
                                              const QByteArray &secret);

protected:
    void answer(const FakeRequest &request, FakeAnswer answer, FaultKind fault) override;
    void refuse(FakeAnswer answer, FaultKind fault) override;

private:
    [[nodiscard]] QByteArray refusalOf(const FakeRequest &request) const;
    void answerGet(const FakeRequest &request, const FakeAnswer &answer, FaultKind fault) const;

    QByteArray m_secret = SecretKey;
    std::map<QString, QByteArray> m_objects;
    bool m_knowsRanges = true;
};

} // namespace Frontdesk::Fakes
