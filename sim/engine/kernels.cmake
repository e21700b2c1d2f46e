# SPDX-License-Identifier: MIT
# One translation unit a target, each compiled for its own instructions; the program chooses among them when it starts.
include(CheckCXXCompilerFlag)
target_include_directories(clientele_engine SYSTEM PRIVATE ${HIGHWAY_INCLUDE} ${RANDOM123_INCLUDE})
target_compile_options(clientele_engine PRIVATE $<$<CONFIG:Release>:-O3>)
set_source_files_properties(engine/kernel_scalar.cpp engine/kernel_avx2.cpp engine/kernel_avx512.cpp PROPERTIES
  SKIP_PRECOMPILE_HEADERS ON SKIP_UNITY_BUILD_INCLUSION ON)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  set(engine ${CMAKE_CURRENT_SOURCE_DIR}/engine)
  set_source_files_properties(${engine}/kernel_avx2.cpp PROPERTIES COMPILE_OPTIONS
    "-mavx2;-mfma;-mf16c;-mbmi;-mbmi2;-mlzcnt;-mpopcnt;-maes;-mpclmul")
  set_source_files_properties(${engine}/kernel_avx512.cpp PROPERTIES COMPILE_OPTIONS
    "-march=skylake-avx512;-mprefer-vector-width=512;-maes;-mpclmul")
endif()

# Under a sanitizer Highway checks what it is given, and says so from its library.
if(CMAKE_CXX_FLAGS MATCHES "-fsanitize=")
  target_link_libraries(clientele_engine PRIVATE hwy)
endif()

# Kernels work on memory of their own block and start no thread. Under ThreadSanitizer the wide ones go without its checks, which
# would take minutes; the plain one, the same source, keeps them. For parallel.cpp see there.
if(CMAKE_CXX_FLAGS MATCHES "fsanitize=thread")
  foreach(unit kernel_avx2 kernel_avx512 parallel)
    set_property(SOURCE ${CMAKE_CURRENT_SOURCE_DIR}/engine/${unit}.cpp APPEND PROPERTY COMPILE_OPTIONS -fno-sanitize=thread)
  endforeach()
  set_property(SOURCE ${CMAKE_CURRENT_SOURCE_DIR}/engine/parallel.cpp APPEND PROPERTY COMPILE_DEFINITIONS CLIENTELE_THREAD_SANITIZER)
  set_property(SOURCE ${CMAKE_CURRENT_SOURCE_DIR}/engine/parallel.cpp PROPERTY SKIP_PRECOMPILE_HEADERS ON)
endif()
