#include "service/safety/internal/language.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>

namespace Frontdesk::Safety {

namespace {

using namespace std::string_view_literals;
using Words = std::unordered_set<std::string_view>;

struct LanguageWords {
    const char *code;
    Words words;
};

/// Everyday words that English does not have; accents taken away as the normalizer does.
const std::vector<LanguageWords> &languages()
{
    static const std::vector<LanguageWords> All{
        {"es", {"hola",    "necesito",   "quiero",   "quisiera",  "una",         "cita",       "para",     "por",
                "favor",   "gracias",    "buenos",   "buenas",    "dias",        "tardes",     "noches",   "doctora",
                "mi",      "hijo",       "hija",     "esposo",    "esposa",      "mama",       "tengo",    "tiene",
                "esta",    "estoy",      "el",       "la",        "los",         "las",        "que",      "puedo",
                "puede",   "hablar",     "habla",    "hablo",     "espanol",     "ingles",     "con",      "medicina",
                "dolor",   "bebe",       "alguien",  "ayuda",     "ayudeme",     "no",         "se",       "hacer",
                "viernes", "lunes",      "martes",   "miercoles", "jueves",      "sabado",     "manana",   "hoy",
                "cambiar", "cancelar",   "como",     "donde",     "cuando",      "cuanto",     "soy",      "es",
                "muy",     "mucho",      "pero",     "porque",    "usted",       "ustedes",    "llamo",    "llamando",
                "nombre",  "senora",     "senor",    "receta",    "pastillas",   "seguro",     "clinica",  "fiebre",
                "nino",    "nina",       "de",       "en",        "del",         "al",         "un",       "su",
                "ya",      "mas",        "me",       "le",        "duele",       "ver",        "hay",      "abierto",
                "abren",   "horario",    "consulta", "medico",    "medicamento", "resultados", "quien",    "desde",
                "ayer",    "ahora",      "siento",   "hacerme",   "saber",       "si",         "yo",       "pueden",
                "llamar",  "trabajando", "atienden", "muela",     "papel",       "dice",       "este",     "numero",
                "todo",    "trata",      "mandaron", "vacuna",    "escuela",     "nosotros",   "estamos",  "tienen",
                "quieren", "semana",     "proxima",  "gente",     "solo",        "poquito",    "entiendo", "digo"}},
        {"fr", {"bonjour", "je",   "voudrais", "prendre", "rendez", "vous", "avec",    "le",     "docteur",
                "merci",   "s'il", "pour",     "mon",     "ma",     "une",  "bonsoir", "parlez", "francais",
                "est",     "suis", "besoin",   "j'ai",    "plait",  "veux", "medecin", "allo",   "oui",
                "annuler", "avez", "un",       "de",      "la",     "et",   "ai",      "fille",  "fils"}},
        {"pt",
         {"ola",     "preciso", "marcar",    "uma",    "consulta", "obrigado", "obrigada", "bom",    "dia",    "meu",
          "minha",   "falar",   "portugues", "quero",  "eu",       "voce",     "nao",      "com",    "medico", "filha",
          "filho",   "tarde",   "boa",       "tenho",  "estou",    "para",     "de",       "marido", "dor",    "pra",
          "precisa", "ela",     "ele",       "vacina", "escola",   "da",       "voces",    "fala",   "amanha", "hoje",
          "sou",     "pode",    "remedio",   "muito",  "esta",     "isso",     "quando"}},
        {"it",
         {"buongiorno", "vorrei", "appuntamento", "grazie", "parla", "italiano", "per", "favore", "il", "dottore",
          "sono", "prenotare", "una", "visita", "mio", "mia", "ho", "bisogno"}},
        {"de",
         {"guten",   "tag",   "ich",  "mochte", "einen", "termin", "bitte", "danke", "sprechen", "sie",  "deutsch",
          "brauche", "meine", "mein", "habe",   "arzt",  "und",    "fur",   "ist",   "morgen",   "nicht"}},
        {"vi", {"xin",  "chao",  "toi",  "muon", "dat", "lich", "hen", "bac", "cam", "noi", "tieng",
                "viet", "khong", "kham", "benh", "gap", "cho",  "con", "can", "co",  "duoc"}},
        {"tl", {"kumusta", "gusto",   "ko",        "po",   "ng",   "mag",    "magpa", "salamat",
                "opo",     "tagalog", "kailangan", "ako",  "sa",   "doktor", "anak",  "nanay",
                "ang",     "na",      "ba",        "kayo", "lang", "naman",  "ho",    "pwede"}},
        {"ht",
         {"bonjou", "mwen", "bezwen", "randevou", "pale", "kreyol", "mesi", "souple", "dokte", "vle", "yon", "pou",
          "pitit"}},
        {"pl",
         {"dzien", "dobry", "chcialbym", "chcialabym", "umowic", "wizyte", "prosze", "dziekuje", "polsku", "sie", "czy",
          "mowi", "na"}},
        {"zh",
         {"ni", "hao", "wo", "yao", "yuyue", "yisheng", "xiexie", "zhongwen", "putonghua", "kan", "xiang", "nihao"}},
        {"ko", {"annyeonghaseyo", "yeyak", "hago", "sipeoyo", "hangugeo", "gamsahamnida"}},
        {"ru", {"zdravstvuyte", "mne", "nuzhno", "zapisatsya", "vrachu", "spasibo", "po", "russki", "khochu"}},
        {"ar", {"marhaba", "ahlan", "salam", "alaikum", "uridu", "mawid", "shukran", "arabi", "areed"}},
        {"so", {"waxaan", "rabaa", "balan", "soomaali", "fadlan"}},
    };
    return All;
}

/// Words of those lists that English also uses, or that stand in names and loan phrases.
const Words &sharedWithEnglish()
{
    static const Words Shared{"no",    "me",   "a",     "can",  "co",  "la",  "el",  "los", "las",  "de",      "con",
                              "as",    "es",   "se",    "le",   "en",  "un",  "al",  "ha",  "is",   "ho",      "na",
                              "po",    "tag",  "su",    "ma",   "del", "si",  "mi",  "hay", "come", "ai",      "san",
                              "for",   "ver",  "dat",   "hen",  "cam", "sie", "ist", "bac", "pale", "dia",     "est",
                              "plait", "para", "il",    "noi",  "per", "kan", "ng",  "ba",  "sa",   "ya",      "mag",
                              "lang",  "un",   "dor",   "pour", "et",  "cho", "mon", "bom", "boa",  "doctora", "ko",
                              "ni",    "wo",   "tarde", "man",  "mas", "oui"};
    return Shared;
}

/// A script that English is never written in.
const char *languageOfScript(const QString &utterance)
{
    for (const QChar character : utterance)
        switch (character.script()) {
        case QChar::Script_Han:
            return "zh";
        case QChar::Script_Hangul:
            return "ko";
        case QChar::Script_Hiragana:
        case QChar::Script_Katakana:
            return "ja";
        case QChar::Script_Cyrillic:
            return "ru";
        case QChar::Script_Arabic:
            return "ar";
        case QChar::Script_Devanagari:
            return "hi";
        case QChar::Script_Hebrew:
            return "he";
        case QChar::Script_Greek:
            return "el";
        case QChar::Script_Thai:
            return "th";
        case QChar::Script_Armenian:
            return "hy";
        case QChar::Script_Bengali:
            return "bn";
        case QChar::Script_Gujarati:
            return "gu";
        case QChar::Script_Gurmukhi:
            return "pa";
        case QChar::Script_Ethiopic:
            return "am";
        case QChar::Script_Khmer:
            return "km";
        default:
            break;
        }
    return nullptr;
}

} // namespace

QString foreignLanguage(const QString &utterance, const Tokens &tokens)
{
    if (const char *script = languageOfScript(utterance))
        return QLatin1String(script);
    const char *best = nullptr;
    int most = 0;
    int mostSure = 0;
    for (const LanguageWords &language : languages()) {
        int all = 0;
        int sure = 0;
        for (const Token &token : tokens)
            if (language.words.count(token.text) > 0) {
                ++all;
                sure += sharedWithEnglish().count(token.text) == 0 ? 1 : 0;
            }
        if (sure > mostSure || (sure == mostSure && all > most)) {
            best = language.code;
            most = all;
            mostSure = sure;
        }
    }
    // Two sure words, or one and most of a short turn.
    const int size = static_cast<int>(tokens.size());
    const bool clear = mostSure >= 2 && most * 5 >= size * 2;
    const bool brief = mostSure == 1 && size >= 2 && most * 3 >= size * 2;
    return clear || brief ? QString(QLatin1String(best)) : QString();
}

} // namespace Frontdesk::Safety
