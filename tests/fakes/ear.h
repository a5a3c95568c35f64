#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace Frontdesk::Fakes {

struct HeardWord {
    QString text;
    double start = 0; ///< Seconds of audio since the ear began.
    double end = 0;
    double confidence = 0.9;
};

/// What a fake recognizer recognizes with. Hears each byte once.
class Ear {
public:
    virtual ~Ear() = default;

    /// Words that are complete with these bytes.
    [[nodiscard]] virtual std::vector<HeardWord> hear(const QByteArray &muLaw) = 0;
    /// A word has begun and is not complete.
    [[nodiscard]] virtual bool inWord() const = 0;
};

using EarMaker = std::function<std::unique_ptr<Ear>()>;

/// Audio that says exactly these words to a MarkedEar and is a voice to everybody else: about 80 ms a letter, a short gap
/// after each word. A word that ends in `?` is mumbled: it is heard without the mark, and with little confidence.
[[nodiscard]] QByteArray markedSpeech(const QStringList &words);
[[nodiscard]] QByteArray markedSilence(int milliseconds);

/// Reads marked speech. A word whose beginning it has not heard becomes `<cut>`, so that lost audio is seen; on a line with
/// noise any other sound is no word.
class MarkedEar final : public Ear {
public:
    enum class Line { Clean, Noisy };

    explicit MarkedEar(Line line = Line::Clean)
        : m_line(line)
    {}
    [[nodiscard]] std::vector<HeardWord> hear(const QByteArray &muLaw) override;
    [[nodiscard]] bool inWord() const override { return m_state != State::Between; }

private:
    enum class State { Between, Length, Text, Sounding };

    void begin(char byte);
    [[nodiscard]] HeardWord finished(bool whole) const;

    const Line m_line;
    State m_state = State::Between;
    qint64 m_position = 0;
    qint64 m_wordStart = 0;
    int m_letters = 0;
    QByteArray m_text;
};

/// Takes each utterance of a real voice for the next line of a script. Its words come with its first stretch of sound;
/// a speaker who takes a breath within a line is still saying it.
class ScriptedEar final : public Ear {
public:
    /// `lines` is shared by the ears of one recognizer, and used up; sound without a line left is heard as no words.
    explicit ScriptedEar(std::shared_ptr<QStringList> lines)
        : m_lines(std::move(lines))
    {}
    [[nodiscard]] std::vector<HeardWord> hear(const QByteArray &muLaw) override;
    [[nodiscard]] bool inWord() const override { return m_loud > 0; }

private:
    [[nodiscard]] bool isWordEnd(bool loud);
    void takeLine(std::vector<HeardWord> &words);

    std::shared_ptr<QStringList> m_lines;
    qint64 m_position = 0;
    qint64 m_begin = 0;
    qint64 m_loud = 0;    ///< Loud bytes of the running stretch.
    qint64 m_quiet = 0;   ///< Quiet bytes since the last loud one.
    qint64 m_lineEnd = 0; ///< A stretch that begins before belongs to the line before.
};

} // namespace Frontdesk::Fakes
