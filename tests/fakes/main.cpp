#include "service/texttospeech/internal/fliteengine.h"
#include "service/texttospeech/internal/telephonevoice.h"
#include "tests/fakes/fakevendors.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QSocketNotifier>
#include <QTextStream>

#include <unistd.h>

using namespace Frontdesk;

namespace {

QByteArray spokenByFlite(const QString &text)
{
    const auto wave = TextToSpeech::Flite::synthesize(QStringLiteral("rms"), text, TextToSpeech::Pace::Normal);
    return wave ? TextToSpeech::telephoneVoice(*wave) : QByteArray();
}

std::shared_ptr<QStringList> linesOf(const QString &path)
{
    auto lines = std::make_shared<QStringList>();
    QFile file(path);
    if (!path.isEmpty() && path != QLatin1String("-") && file.open(QIODevice::ReadOnly)) {
        *lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    }
    return lines;
}

/// Lines become audible as they are typed, or sent by a program that knows what is being said.
void readAlong(const std::shared_ptr<QStringList> &lines, QObject *owner)
{
    auto *input = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, owner);
    QObject::connect(input, &QSocketNotifier::activated, owner, [input, lines, rest = QByteArray()]() mutable {
        QByteArray piece(4096, '\0');
        const ssize_t got = ::read(STDIN_FILENO, piece.data(), size_t(piece.size()));
        if (got <= 0) {
            input->setEnabled(false);
            return;
        }
        rest += piece.left(got);
        for (qsizetype end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
            lines->append(QString::fromUtf8(rest.left(end)));
            rest.remove(0, end + 1);
        }
    });
}

/// Writes down everything that vendors are asked, as they get it; of WebSockets only what opens them.
void writeDown(const QString &path, Fakes::FakeVendors &all)
{
    const auto file = std::make_shared<QFile>(path);
    if (!file->open(QIODevice::WriteOnly)) {
        QTextStream(stderr) << "Cannot write " << path << ".\n";
        return;
    }
    Fakes::FakeSmtp &mails = all.smtp();
    QObject::connect(&mails, &Fakes::FakeSmtp::received, &mails, [file, &mails] {
        const Fakes::FakeSmtp::Received &mail = mails.mails().constLast();
        file->write("MAIL " + mail.from.toUtf8() + ' ' + mail.to.join(QLatin1Char(' ')).toUtf8() + '\n' + mail.text +
                    '\n');
        file->flush();
    });
    const auto vendors = all.all();
    for (Fakes::FakeServer *vendor : vendors) {
        QObject::connect(vendor, &Fakes::FakeServer::requested, vendor, [file, vendor] {
            const Fakes::FakeRequest &request = vendor->requests().constLast();
            file->write(request.method + ' ' + request.path.toUtf8() + '?' +
                        request.query.toString(QUrl::FullyDecoded).toUtf8() + '\n');
            for (auto header = request.headers.begin(); header != request.headers.end(); ++header) {
                file->write(header.key() + ": " + header.value() + '\n');
            }
            file->write(request.body + '\n');
            file->flush();
        });
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser options;
    options.setApplicationDescription(QStringLiteral("Fake Deepgram, OpenAI, ElevenLabs, Twilio (REST), S3 and a mail "
                                                     "server on this machine. Prints the settings that lead to them.\n"
                                                     "Faults: %1.")
                                          .arg(Fakes::faultKindNames().join(QStringLiteral(", "))));
    options.addHelpOption();
    options.addOptions(
        {{QStringLiteral("first-port"), QStringLiteral("Ports begin here."), QStringLiteral("port"),
          QStringLiteral("9101")},
         {QStringLiteral("hear"),
          QStringLiteral("What Deepgram hears, a line for each utterance; - reads them from the standard input."),
          QStringLiteral("file")},
         {QStringLiteral("voice"),
          QStringLiteral("What ElevenLabs sounds like: flite (its synthesis costs time), or hum, which costs none."),
          QStringLiteral("voice"), QStringLiteral("flite")},
         {QStringLiteral("number"), QStringLiteral("A number of the Twilio account; may be repeated."),
          QStringLiteral("number"), QStringLiteral("+15550100000")},
         {QStringLiteral("wire"), QStringLiteral("Everything that vendors are asked is written there."),
          QStringLiteral("file")},
         {QStringLiteral("fault"), QStringLiteral("VENDOR=FAULT or VENDOR=FAULT:TIMES; may be repeated."),
          QStringLiteral("fault")}});
    options.process(app);

    const auto lines = linesOf(options.value(QStringLiteral("hear")));
    QObject listener;
    if (options.value(QStringLiteral("hear")) == QLatin1String("-")) {
        readAlong(lines, &listener);
    }
    const bool hums = options.value(QStringLiteral("voice")) == QLatin1String("hum");
    Fakes::FakeVendors vendors([lines] { return std::make_unique<Fakes::ScriptedEar>(lines); },
                               hums ? Fakes::FakeElevenLabs::Voice() : spokenByFlite);
    const auto first = static_cast<quint16>(options.value(QStringLiteral("first-port")).toUShort());
    for (const QString &number : options.values(QStringLiteral("number"))) {
        vendors.twilio().addNumber(number);
    }
    if (!vendors.listen(first)) {
        QTextStream(stderr) << "The ports from " << first << " on are not free.\n";
        return 1;
    }
    if (const QString path = options.value(QStringLiteral("wire")); !path.isEmpty()) {
        writeDown(path, vendors);
    }
    for (const QString &fault : options.values(QStringLiteral("fault"))) {
        if (!vendors.setFaults(fault)) {
            QTextStream(stderr) << "Not understood: --fault " << fault << "; see --help.\n";
            return 2;
        }
    }
    auto settings = vendors.settings();
    settings[QStringLiteral("STT")] += QStringLiteral(",pocketsphinx");
    settings[QStringLiteral("TTS")] += QStringLiteral(",flite");
    settings[QStringLiteral("SMS_FROM")] = options.values(QStringLiteral("number")).constFirst();
    QTextStream out(stdout);
    out << "export";
    for (auto setting = settings.cbegin(); setting != settings.cend(); ++setting) {
        out << " FRONTDESK_" << setting.key() << '=' << setting.value();
    }
    out << '\n';
    out.flush();
    return QCoreApplication::exec();
}
