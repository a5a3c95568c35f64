#pragma once

namespace Frontdesk::App {

/// Plays a pretended call in each language, so that word lists, rules and the trained second opinion are read (about half
/// a second, 40 MB) before a caller would wait for it. Any thread.
void warmUp();

} // namespace Frontdesk::App
