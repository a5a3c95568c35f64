#pragma once

#include "service/safety/internal/lexicon.h"

namespace Frontdesk::Safety {

/// Reads the notation of resources/safety (explained in its README) into a lexicon.
class LexiconReader {
public:
    LexiconReader(Lexicon &lexicon, std::string fileName);

    void readLine(std::string_view line);

private:
    void readConcept(std::string_view line);
    void readRuleHead(std::string_view line);
    void readPattern(std::string_view line);
    void readMisheard(std::string_view line);
    void addPhrases(std::string_view list);
    std::vector<Sequence> readSequence(std::string_view text);
    bool readElement(std::string_view word, std::vector<Element> &elements);
    bool readAlternatives(std::string_view word, Element &element);
    int phraseConcept(const std::string &phrase);
    void problem(const std::string &what);

    Lexicon &m_lexicon;
    std::string m_fileName;
    int m_line = 0;
    enum class Block { None, Concept, Rule, Misheard, Guarded, Ordinary };
    Block m_block = Block::None;
    int m_concept = -1;
};

} // namespace Frontdesk::Safety
