# One room is one static library; one test program tests one class.

function(_frontdesk_reuse_precompiled name)
  if(FRONTDESK_PRECOMPILE)
    target_precompile_headers(${name} REUSE_FROM frontdesk_precompiled)
  endif()
endfunction()

# frontdesk_add_module(service_call
#     SOURCES callsession.cpp ...
#     USES    Frontdesk::ServiceFlow ...   # our rooms and libraries whose headers our headers show
#     PRIVATE Qt6::Network ...)            # what only our sources need
# makes the target `service_call` and its alias `Frontdesk::ServiceCall`.
function(frontdesk_add_module name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;USES;PRIVATE")
  add_library(${name} STATIC ${arg_SOURCES})
  target_link_libraries(${name} PUBLIC Frontdesk::BuildSettings Qt6::Core ${arg_USES} PRIVATE ${arg_PRIVATE})
  _frontdesk_reuse_precompiled(${name})
  string(REPLACE "_" ";" words ${name})
  set(alias "")
  foreach(word IN LISTS words)
    string(SUBSTRING ${word} 0 1 first)
    string(SUBSTRING ${word} 1 -1 rest)
    string(TOUPPER ${first} first)
    string(APPEND alias ${first}${rest})
  endforeach()
  add_library(Frontdesk::${alias} ALIAS ${name})
endfunction()

# frontdesk_add_program(callsim SOURCES main.cpp USES Frontdesk::ToolsCallsim)
function(frontdesk_add_program name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;USES")
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE Frontdesk::BuildSettings Qt6::Core ${arg_USES})
  _frontdesk_reuse_precompiled(${name})
endfunction()

# frontdesk_add_test(tst_playbackledger LABEL unit USES Frontdesk::ServiceCall [TIMEOUT seconds] [SOURCES ...])
# builds tst_playbackledger.cpp (or SOURCES) and registers it with ctest under the label.
function(frontdesk_add_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "LABEL;TIMEOUT" "SOURCES;USES;ARGUMENTS")
  if(NOT arg_LABEL)
    message(FATAL_ERROR "${name}: every test says what it needs with LABEL")
  endif()
  if(NOT arg_SOURCES)
    set(arg_SOURCES ${name}.cpp)
  endif()
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 60)
  endif()
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE Frontdesk::BuildSettings Qt6::Test ${arg_USES})
  _frontdesk_reuse_precompiled(${name})
  target_compile_definitions(${name} PRIVATE FRONTDESK_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  add_test(NAME ${name} COMMAND ${name} ${arg_ARGUMENTS})
  set_tests_properties(${name} PROPERTIES LABELS "${arg_LABEL}" TIMEOUT ${arg_TIMEOUT}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;ASAN_OPTIONS=detect_stack_use_after_return=1;UBSAN_OPTIONS=print_stacktrace=1")
endfunction()
