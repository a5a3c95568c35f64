#pragma once

#include "tests/fakes/databaserelay.h"
#include "tests/fakes/fakedeepgram.h"
#include "tests/fakes/fakeelevenlabs.h"
#include "tests/fakes/fakeopenai.h"
#include "tests/fakes/fakes3.h"
#include "tests/fakes/fakesmtp.h"
#include "tests/fakes/faketwilio.h"

namespace Frontdesk::Fakes {

/// All fake vendors together, on ports one after the other, by the names that settings and faults use: deepgram, openai,
/// elevenlabs, twilio, s3, smtp; and database, where there is one to stand before.
class FakeVendors {
public:
    explicit FakeVendors(EarMaker ears, FakeElevenLabs::Voice voice = {});

    /// Ports that `listen` takes.
    static constexpr quint16 Ports = 6;

    /// False: one of the ports is not free.
    [[nodiscard]] bool listen(quint16 firstPort);
    /// Stands before the PostgreSQL of this unix socket, on this port.
    [[nodiscard]] bool relayDatabase(const QString &socket, quint16 port);
    /// The settings of a Frontdesk that uses them, first choices only.
    [[nodiscard]] QMap<QString, QString> settings() const;

    /// `VENDOR=FAULT` or `VENDOR=FAULT:TIMES`, several with spaces between; false when it cannot be read.
    [[nodiscard]] bool setFaults(const QString &text);
    /// Everything is well again.
    void heal();
    [[nodiscard]] static bool areFaults(const QString &text);

    /// Those that are asked over HTTP.
    [[nodiscard]] QList<FakeServer *> all() { return {&m_deepgram, &m_openAi, &m_elevenLabs, &m_twilio, &m_s3}; }
    [[nodiscard]] const FakeS3 &s3() const { return m_s3; }
    [[nodiscard]] FakeTwilio &twilio() { return m_twilio; }
    [[nodiscard]] FakeSmtp &smtp() { return m_smtp; }

    /// How often each vendor met what is wrong with it, by name.
    [[nodiscard]] QMap<QString, int> faultsMet() const;

private:
    FakeDeepgram m_deepgram;
    FakeOpenAi m_openAi;
    FakeElevenLabs m_elevenLabs;
    FakeTwilio m_twilio;
    FakeS3 m_s3;
    FakeSmtp m_smtp;
    std::unique_ptr<DatabaseRelay> m_database;
};

} // namespace Frontdesk::Fakes
