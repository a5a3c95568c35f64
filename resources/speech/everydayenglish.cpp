/// Prints the n-grams of a general language model over a chosen vocabulary, as "probability word [word [word]]".
///
/// pocketsphinx's own model of English knows how people talk but not what they say to a clinic, and is far too large to
/// be searched beside a call. This takes what is worth having: the words of standard input and the commonest words, and
/// the pairs and triples that say something their shorter forms do not.
///
/// Usage: everyday_english MODEL COMMONEST_WORDS WORTH < words
#include <algorithm>
#include <cmath>
#include <iostream>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

extern "C" {
#include <sphinxbase/err.h>
#include <sphinxbase/logmath.h>
#include <sphinxbase/ngram_model.h>
}

namespace {

constexpr double SentenceShare = 0.08; // Of all words: how often a sentence begins.
const char *const Begin = "<s>";
const char *const End = "</s>";

struct Follower {
    size_t word;
    double probability;
};

class English {
public:
    explicit English(const char *path)
        : m_math(logmath_init(1.0001, 0, 0))
        , m_model(ngram_model_read(nullptr, path, NGRAM_AUTO, m_math))
    {
        if (!m_model)
            throw std::runtime_error(std::string("cannot read ") + path);
    }
    ~English()
    {
        ngram_model_free(m_model);
        logmath_free(m_math);
    }
    English(const English &) = delete;
    English &operator=(const English &) = delete;

    void choose(const std::set<std::string> &words, size_t commonest)
    {
        std::set<std::string> chosen{Begin, End};
        for (const std::string &word : words) {
            if (ngram_wid(m_model, word.c_str()) != ngram_unknown_wid(m_model))
                chosen.insert(word);
        }
        std::vector<std::pair<double, std::string>> all;
        for (int32 id = 0; id < int32(ngram_model_get_counts(m_model)[0]); ++id)
            all.emplace_back(-probability(id, {}).value_or(0), ngram_word(m_model, id));
        std::ranges::sort(all);
        for (size_t i = 0; i < std::min(commonest, all.size()); ++i)
            chosen.insert(all[i].second);
        for (const std::string &word : chosen) {
            m_words.push_back(word);
            m_ids.push_back(ngram_wid(m_model, word.c_str()));
            m_share.push_back(word == Begin ? SentenceShare : probability(m_ids.back(), {}).value_or(0));
        }
    }

    void print(double worth) const
    {
        double total = -SentenceShare;
        for (const double share : m_share)
            total += share;
        std::vector<std::vector<Follower>> followers;
        for (size_t i = 0; i < m_words.size(); ++i) {
            if (m_words[i] != Begin)
                std::cout << m_share[i] / total << ' ' << m_words[i] << '\n';
            followers.push_back(followersOf(i));
        }
        for (size_t first = 0; first < m_words.size(); ++first)
            printFrom(first, followers, worth);
    }

private:
    /// Nothing when the model has no such n-gram. History: the word before first.
    [[nodiscard]] std::optional<double> probability(int32 word, std::vector<int32> history) const
    {
        int32 used = 0;
        const int32 score = ngram_ng_prob(m_model, word, history.data(), int32(history.size()), &used);
        return size_t(used) == history.size() + 1 ? std::optional(logmath_exp(m_math, score)) : std::nullopt;
    }

    [[nodiscard]] std::vector<Follower> followersOf(size_t first) const
    {
        std::vector<Follower> followers;
        for (size_t word = 0; word < m_words.size() && m_words[first] != End; ++word) {
            const auto value = m_words[word] == Begin ? std::nullopt : probability(m_ids[word], {m_ids[first]});
            if (value)
                followers.push_back({word, *value});
        }
        return followers;
    }

    /// The pairs and triples that begin with the word and change a prediction by at least `worth`.
    void printFrom(size_t first, const std::vector<std::vector<Follower>> &followers, double worth) const
    {
        double seen = 0;
        double seenAlone = 0;
        for (const Follower &next : followers[first]) {
            seen += next.probability;
            seenAlone += m_share[next.word];
        }
        const double backOff = std::max(1e-6, 1 - seen) / std::max(1e-6, 1 - seenAlone);
        for (const Follower &second : followers[first]) {
            const double pair = m_share[first] * second.probability;
            if (pair * std::abs(std::log(second.probability / (backOff * m_share[second.word]))) > worth)
                std::cout << second.probability << ' ' << m_words[first] << ' ' << m_words[second.word] << '\n';
            for (const Follower &third : followers[second.word]) {
                if (pair * third.probability * 4 < worth) // Few triples are four times as likely as their pair.
                    continue;
                const auto value = probability(m_ids[third.word], {m_ids[second.word], m_ids[first]});
                if (value && pair * *value * std::abs(std::log(*value / third.probability)) > worth)
                    std::cout << *value << ' ' << m_words[first] << ' ' << m_words[second.word] << ' '
                              << m_words[third.word] << '\n';
            }
        }
    }

    logmath_t *m_math;
    ngram_model_t *m_model;
    std::vector<std::string> m_words;
    std::vector<int32> m_ids;
    std::vector<double> m_share;
};

} // namespace

int main(int argc, char **argv)
{
    err_set_logfp(nullptr);
    try {
        if (argc != 4)
            throw std::runtime_error("usage: everyday_english MODEL COMMONEST_WORDS WORTH < words");
        std::set<std::string> words;
        for (std::string word; std::cin >> word;)
            words.insert(word);
        English english(argv[1]);
        english.choose(words, std::stoul(argv[2]));
        english.print(std::stod(argv[3]));
    } catch (const std::exception &problem) {
        std::cerr << problem.what() << '\n';
        return 1;
    }
    return std::cout.flush() ? 0 : 1;
}
