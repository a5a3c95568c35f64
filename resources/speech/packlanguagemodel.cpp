/// Writes a language model of text (ARPA) as the binary that pocketsphinx loads a hundred times faster: a decoder loads
/// all models, and may have to while a call waits for it.
///
/// Usage: pack_language_model ARPA BINARY
#include <cstdio>

extern "C" {
#include <sphinxbase/err.h>
#include <sphinxbase/logmath.h>
#include <sphinxbase/ngram_model.h>
}

int main(int argc, char **argv)
{
    err_set_logfp(nullptr);
    if (argc != 3) {
        std::fputs("usage: pack_language_model ARPA BINARY\n", stderr);
        return 1;
    }
    logmath_t *math = logmath_init(1.0001, 0, 0);
    ngram_model_t *model = ngram_model_read(nullptr, argv[1], NGRAM_ARPA, math);
    const bool written = model && ngram_model_write(model, argv[2], NGRAM_BIN) == 0;
    if (!written)
        std::fprintf(stderr, "cannot pack %s\n", argv[1]);
    if (model)
        ngram_model_free(model);
    logmath_free(math);
    return written ? 0 : 1;
}
