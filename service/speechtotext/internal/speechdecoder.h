#pragma once

#include "service/flow/expectation.h"
#include "service/flow/transcript.h"
#include "shared/core/result.h"

#include <QSet>
#include <QStringList>

#include <memory>
#include <optional>
#include <span>

struct ps_decoder_s;

namespace Frontdesk::SpeechToText {

/// The spectral mean of a caller's voice and line; the decoder subtracts it from what it hears.
using CepstralMean = std::vector<float>;

/// How one word sounds.
struct Pronunciation {
    QByteArray word;
    QByteArray phones;
};

/// One pocketsphinx decoder: takes samples of a telephone line (8 kHz), one utterance after the other. Not thread-safe,
/// but may move between threads.
class SpeechDecoder {
public:
    /// `speechData`: a folder with the acoustic model `telephone`, clinic.dict and a `<name>.lm.bin` per expected answer.
    /// Takes half a second. Unavailable when a file is missing or damaged.
    [[nodiscard]] static Result<std::unique_ptr<SpeechDecoder>> load(const QString &speechData);
    ~SpeechDecoder();
    SpeechDecoder(const SpeechDecoder &) = delete;
    SpeechDecoder &operator=(const SpeechDecoder &) = delete;

    /// Makes further words known to every model; those already known cost nothing.
    void teach(const std::vector<Pronunciation> &words);

    /// `mean` as the caller's last utterance left it; without one, the model's own.
    [[nodiscard]] bool begin(Flow::Expectation expectation, const std::optional<CepstralMean> &mean);
    void process(std::span<const int16_t> samples);

    /// What was heard so far, quick and rough: no word confidences.
    [[nodiscard]] QString soFar() const;

    /// Ends the utterance. Word times count from its begin.
    [[nodiscard]] Flow::Transcript end();
    [[nodiscard]] CepstralMean mean() const;

private:
    explicit SpeechDecoder(ps_decoder_s *decoder);

    /// The second pass: the whole utterance against its own spectral mean, which the first pass had to guess.
    [[nodiscard]] bool decodeAgain(std::span<const int16_t> samples);

    struct Free {
        void operator()(ps_decoder_s *decoder) const;
    };
    std::unique_ptr<ps_decoder_s, Free> m_decoder;
    const CepstralMean m_startingMean; ///< The acoustic model's own.
    QSet<QByteArray> m_taught;
    std::vector<int16_t> m_heard; ///< Of the running utterance.
    bool m_running = false;
};

} // namespace Frontdesk::SpeechToText
