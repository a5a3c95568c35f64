#include "tests/fuzz/entrypoints.h"

/// libFuzzer's door; FRONTDESK_FUZZ_ENTRY is the entry point that this program is built for.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Frontdesk::Fuzz::FRONTDESK_FUZZ_ENTRY({data, size});
    return 0;
}
