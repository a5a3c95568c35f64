# Everything that decides how our code is compiled. Targets get it by linking Frontdesk::BuildSettings;
# no other file sets a flag.
option(FRONTDESK_WARNINGS_AS_ERRORS "Treat compiler warnings as errors" OFF)
option(FRONTDESK_COVERAGE "Measure line coverage (gcc only)" OFF)
option(FRONTDESK_FUZZERS "Build the fuzz programs (clang only)" OFF)
option(BUILD_TESTING "Build the tests" ON)
set(FRONTDESK_SANITIZE "" CACHE STRING "Sanitizers to build with, for example address,undefined")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

find_program(FRONTDESK_CCACHE ccache)
if(FRONTDESK_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # Without this ccache would refuse to work with precompiled headers.
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros "${FRONTDESK_CCACHE}")
endif()

add_library(frontdesk_build_settings INTERFACE)
add_library(Frontdesk::BuildSettings ALIAS frontdesk_build_settings)
target_include_directories(frontdesk_build_settings INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(frontdesk_build_settings INTERFACE
  QT_NO_CAST_FROM_ASCII
  QT_NO_CAST_TO_ASCII
  QT_NO_FOREACH
  QT_NO_KEYWORDS
  QT_NO_URL_CAST_FROM_STRING
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  QT_DISABLE_DEPRECATED_BEFORE=0x060400
  FRONTDESK_VERSION="${PROJECT_VERSION}")
target_compile_options(frontdesk_build_settings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wimplicit-fallthrough
  $<$<BOOL:${FRONTDESK_WARNINGS_AS_ERRORS}>:-Werror>)
if(FRONTDESK_SANITIZE)
  target_compile_options(frontdesk_build_settings INTERFACE -fsanitize=${FRONTDESK_SANITIZE} -fno-omit-frame-pointer
    -fno-sanitize-recover=undefined)
  target_link_options(frontdesk_build_settings INTERFACE -fsanitize=${FRONTDESK_SANITIZE})
endif()
if(FRONTDESK_COVERAGE)
  target_compile_options(frontdesk_build_settings INTERFACE --coverage -fprofile-update=atomic)
  target_link_options(frontdesk_build_settings INTERFACE --coverage)
endif()

# What nearly every source includes, compiled once for all targets: reading Qt is most of the time of a build.
option(FRONTDESK_PRECOMPILE "Precompile the headers that everybody includes" ON)
if(FRONTDESK_PRECOMPILE)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Core)
  file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/precompiled.cpp" CONTENT "// Carries the precompiled header.\n")
  add_library(frontdesk_precompiled OBJECT "${CMAKE_BINARY_DIR}/precompiled.cpp")
  target_link_libraries(frontdesk_precompiled PRIVATE Frontdesk::BuildSettings Qt6::Core)
  target_precompile_headers(frontdesk_precompiled PRIVATE
    <QByteArray> <QDateTime> <QHash> <QJsonArray> <QJsonObject> <QObject> <QString> <QStringList>
    <algorithm> <chrono> <functional> <map> <memory> <optional> <utility> <variant> <vector>)
  set_target_properties(frontdesk_precompiled PROPERTIES AUTOMOC OFF POSITION_INDEPENDENT_CODE ON)
endif()
