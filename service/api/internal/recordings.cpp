#include "service/api/internal/byterange.h"
#include "service/api/internal/listenings.h"
#include "service/api/internal/operations.h"
#include "service/api/problem.h"
#include "shared/core/log.h"

#include <QJsonArray>

#include <limits>

namespace Frontdesk::Api {

namespace {

using Recording::RecordedPart;
using Recording::RecordingReader;
using Recording::WavEncoding;
using Storage::RecordingRecord;

/// The recording of the call that is asked for, when it is one of the clinic's and there is something to play.
Result<RecordingRecord> findRecording(ApiCall &call)
{
    auto found = call.store.recordings().find(call.clinic(), CallId(call.parameter("id")));
    return found && found->isPlayable()
               ? std::move(found)
               : Error{ErrorCode::NotFound, QStringLiteral("There is no recording of this call.")};
}

std::optional<WavEncoding> encodingFrom(const QString &name)
{
    if (name.isEmpty() || name == QLatin1String("mulaw")) {
        return WavEncoding::MuLaw;
    }
    return name == QLatin1String("pcm") ? std::optional(WavEncoding::Pcm) : std::nullopt;
}

/// What a worker could not do, for whoever runs the service: nobody else sees more than its kind.
Http::HttpResponse failure(const RecordingRecord &recording, const Error &error)
{
    qCWarning(Log::api).noquote() << "recording of call" << recording.call.text() << "-" << error.message;
    return problem(error);
}

QByteArray contentRange(const QByteArray &span, qint64 wholeSize)
{
    return "bytes " + span + '/' + QByteArray::number(wholeSize);
}

Http::HttpResponse wavAnswer(int status, QByteArray body)
{
    Http::HttpResponse answer = Http::HttpResponse::empty(status);
    answer.setHeader("Content-Type", "audio/wav");
    answer.setHeader("Accept-Ranges", "bytes");
    answer.setHeader("Cache-Control", "no-store");
    answer.body = std::move(body);
    return answer;
}

Http::HttpResponse partAnswer(const RecordedPart &part)
{
    const QByteArray span =
        QByteArray::number(part.begin) + '-' + QByteArray::number(part.begin + part.bytes.size() - 1);
    return wavAnswer(206, part.bytes).setHeader("Content-Range", contentRange(span, part.wholeSize));
}

/// On a worker: reads, opens and decodes what is asked for.
Http::HttpResponse soundAnswer(const RecordingReader &reader, const RecordingRecord &recording, WavEncoding encoding,
                               const std::optional<ByteRange> &range)
{
    constexpr qint64 All = std::numeric_limits<qint64>::max() / 2;
    if (!range) {
        auto whole = reader.read(recording, encoding, 0, All);
        return whole ? wavAnswer(200, std::move(whole->bytes)) : failure(recording, whole.error());
    }
    const auto head = reader.read(recording, encoding, 0, 0);
    if (!head) {
        return failure(recording, head.error());
    }
    const auto span = spanOf(*range, head->wholeSize);
    if (!span) {
        return problem(416, "outside", QStringLiteral("The recording has no such part."))
            .setHeader("Content-Range", contentRange("*", head->wholeSize));
    }
    const auto part = reader.read(recording, encoding, span->first, span->second);
    return part ? partAnswer(*part) : failure(recording, part.error());
}

/// Writes down that somebody listens; a later part of the same listening is no second one.
Result<void> noteListening(ApiCall &call, Listenings &listenings, const CallId &id, bool isFromTheStart)
{
    const SessionId session = call.caller.session;
    if (!isFromTheStart && listenings.goesOn(session, id, call.now)) {
        return {};
    }
    auto noted = call.audit("recording.played", {QStringLiteral("call"), id.text()});
    if (noted) {
        call.whenKept([&listenings, session, id, now = call.now] { listenings.begin(session, id, now); });
    }
    return noted;
}

Http::HttpResponse sound(ApiCall &call, const RecordingReader &reader, Listenings &listenings)
{
    const auto encoding = encodingFrom(call.query("encoding"));
    const auto recording = findRecording(call);
    if (!encoding || !recording) {
        return encoding ? problem(recording.error())
                        : problem(400, "bad_encoding", QStringLiteral("The encoding is mulaw or pcm."));
    }
    const bool isDownload = call.query("download") == QLatin1String("1");
    const auto range = byteRange(call.request.header("Range"));
    const auto noted = isDownload
                           ? call.audit("recording.downloaded", {QStringLiteral("call"), recording->call.text()})
                           : noteListening(call, listenings, recording->call, !range || range->first.value_or(-1) == 0);
    if (!noted) {
        return problem(noted.error());
    }
    call.answerWith([&reader, isDownload, found = *recording, wanted = *encoding, range] {
        Http::HttpResponse answer = soundAnswer(reader, found, wanted, range);
        if (isDownload) {
            answer.setHeader("Content-Disposition",
                             "attachment; filename=\"call-" + found.call.text().toLatin1() + ".wav\"");
        }
        return answer;
    });
    return Http::HttpResponse::empty();
}

Http::HttpResponse waveform(ApiCall &call, const RecordingReader &reader)
{
    const auto recording = findRecording(call);
    if (!recording) {
        return problem(recording.error());
    }
    call.answerWith([&reader, found = *recording] {
        const auto peaks = reader.peaks(found);
        if (!peaks) {
            return failure(found, peaks.error());
        }
        QJsonArray values;
        for (const char peak : *peaks) {
            values.append(static_cast<uint8_t>(peak));
        }
        return jsonAnswer(200, {{QStringLiteral("interval_ms"), qint64{RecordingRecord::PeakInterval.count()}},
                                {QStringLiteral("peaks"), values}});
    });
    return Http::HttpResponse::empty();
}

} // namespace

std::vector<Operation> recordingOperations(const Recording::RecordingReader *reader)
{
    if (reader == nullptr) {
        return {};
    }
    const QString call = QStringLiteral("/api/v1/calls/{id}");
    const auto play = Identity::Permission::PlayRecordings;
    const auto listenings = std::make_shared<Listenings>();
    return {
        {Http::Method::Get,
         call + QStringLiteral("/recording"),
         play,
         [reader, listenings](ApiCall &asked) { return sound(asked, *reader, *listenings); },
         {}},
        {Http::Method::Get,
         call + QStringLiteral("/waveform"),
         play,
         [reader](ApiCall &asked) { return waveform(asked, *reader); },
         {}},
    };
}

} // namespace Frontdesk::Api
