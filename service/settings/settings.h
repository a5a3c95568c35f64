#pragma once

#include "shared/core/result.h"

#include <QHash>
#include <QProcessEnvironment>
#include <QStringList>
#include <QUrl>

#include <vector>

namespace Frontdesk {

/// One thing that can be set. The table of all of them is the only place where a key is described: reading, checking,
/// `--check-config` and the documentation are made from it.
struct SettingKey {
    QString name;         ///< In the file, for example `LISTEN`; in the environment with `FRONTDESK_` before it.
    QString defaultValue; ///< As text; empty: nothing is set.
    QString meaning;      ///< One sentence for the person who sets it.
    bool secret = false;  ///< Never shown.
};

/// What the operator decided, from the settings file and the environment (which wins).
class Settings {
public:
    /// All keys in the order they are documented.
    [[nodiscard]] static const std::vector<SettingKey> &keys();

    /// Reads `KEY = value` lines (`#` begins a comment line, blank lines are ignored, a value may stand in double
    /// quotes); an empty path reads no file. InvalidInput: unreadable file, unknown key (the nearest known one is
    /// named), a line that is no setting; with its line number.
    [[nodiscard]] static Result<Settings> load(const QString &path, const QProcessEnvironment &environment);

    /// Overrides one key; used for command line options. `name` must be a known key.
    void set(const QString &name, const QString &value);

    /// The set or default text of a key. `name` must be a known key.
    [[nodiscard]] QString value(const QString &name) const;

    [[nodiscard]] QString listenAddress() const; ///< An IP address; `[::1]:8080` gives `::1`.
    [[nodiscard]] quint16 listenPort() const;    ///< 0: any free port.
    [[nodiscard]] QUrl publicUrl() const;        ///< Empty: not set.
    [[nodiscard]] QString tlsCertificateFile() const;
    [[nodiscard]] QString tlsKeyFile() const;
    [[nodiscard]] int connectionsPerAddress() const; ///< 0: any number.
    [[nodiscard]] QString dataDir() const;           ///< Absolute.
    [[nodiscard]] QString databaseUrl() const; ///< What Storage::Database takes; the default is a file in dataDir().
    [[nodiscard]] QString databaseOwnerUrl() const; ///< Secret. Empty: the same login.
    [[nodiscard]] int databaseConnections() const;
    [[nodiscard]] QString masterKeyFile() const;
    [[nodiscard]] QString previousMasterKeyFile() const; ///< Empty: none.
    [[nodiscard]] QString twilioAccountSid() const;
    [[nodiscard]] QString twilioAuthToken() const; ///< Secret.
    [[nodiscard]] QUrl twilioApiUrl() const;
    [[nodiscard]] QStringList speechToText() const;  ///< Names of recognizers in order of choice.
    [[nodiscard]] QStringList languageModel() const; ///< Names of what understands, in order of choice.
    [[nodiscard]] QStringList textToSpeech() const;  ///< Names of voices in order of choice.
    [[nodiscard]] bool keepsRecordingsInS3() const;
    [[nodiscard]] QUrl s3Url() const;
    [[nodiscard]] bool s3BucketInHost() const;
    [[nodiscard]] int threads() const;      ///< Threads for calls, at least 1.
    [[nodiscard]] QString logLevel() const; ///< debug, info, warning or error.

    /// What is wrong, each in one plain sentence without secrets; empty: the service can start. Looks at the files and
    /// folders that are named.
    [[nodiscard]] QStringList problems() const;

    /// All settings as `KEY = value` lines that show where each comes from; secrets only as set or not set.
    [[nodiscard]] QString describe() const;

private:
    enum class Source { Default, File, Environment, CommandLine };
    struct Entry {
        QString value;
        Source source = Source::Default;
    };

    void put(const QString &name, const QString &value, Source source);

    QHash<QString, Entry> m_entries; ///< Only what is set; defaults are in keys().
};

} // namespace Frontdesk
