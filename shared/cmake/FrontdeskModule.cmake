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

# frontdesk_add_view_models(desktop_queue URI Frontdesk.Queue SOURCES ... USES ... PRIVATE ...)
# is a room whose classes QML may name. Its types are registered by calling qml_register_types_Frontdesk_Queue().
function(frontdesk_add_view_models name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "URI" "SOURCES;USES;PRIVATE;IMPORTS")
  frontdesk_add_module(${name} USES ${arg_USES} Qt6::Qml PRIVATE ${arg_PRIVATE})
  string(REPLACE "." "/" path ${arg_URI})
  qt_add_qml_module(${name} URI ${arg_URI} VERSION 1.0 NO_PLUGIN NO_CACHEGEN RESOURCE_PREFIX /qt/qml
    OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/qml/${path}" SOURCES ${arg_SOURCES} DEPENDENCIES QtQml ${arg_IMPORTS})
  # The generated registration includes headers by their bare names.
  target_include_directories(${name} PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}")
endfunction()

# frontdesk_add_qml(qml_controls URI Frontdesk.Controls SINGLETONS Theme.qml FILES ... USES ...)
# is a QML module without C++; programs reach it under qrc:/qt/qml once they link it.
function(frontdesk_add_qml name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "URI" "FILES;SINGLETONS;USES;RESOURCES")
  set_source_files_properties(${arg_SINGLETONS} PROPERTIES QT_QML_SINGLETON_TYPE TRUE)
  # A file lies in a folder by its subject, but its type is known by its name alone.
  string(REPLACE "." "/" path ${arg_URI})
  add_library(${name} STATIC)
  qt_add_qml_module(${name} URI ${arg_URI} VERSION 1.0 NO_PLUGIN NO_CACHEGEN RESOURCE_PREFIX /qt/qml
    OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/qml/${path}" QML_FILES ${arg_SINGLETONS} ${arg_FILES} RESOURCES ${arg_RESOURCES})
  target_link_libraries(${name} PUBLIC Frontdesk::BuildSettings Qt6::Quick ${arg_USES})
endfunction()
