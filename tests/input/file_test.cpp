// SPDX-License-Identifier: MIT
#include <filesystem>
#include <fstream>

#include "tests/input/files.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;
using namespace clientele::test;
namespace fs = std::filesystem;

namespace {
struct Folder {
  fs::path path = fs::temp_directory_path() / "clientele-file-test";
  Folder() {
    fs::remove_all(path);
    fs::create_directories(path);
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
};
}  // namespace

TEST_CASE("what cannot be read from the disk says why") {
  const Folder folder;
  std::ofstream(folder.path / "market.yaml") << "market: M\n";
  CHECK(read_file_from_disk(folder.path / "market.yaml") == "market: M\n");
  CHECK(complaint([&] {
          read_file_from_disk(folder.path / "markt.yaml");
        }).ends_with("markt.yaml: there is no such file. Did you mean 'market.yaml'?\n"));
  CHECK(complaint([&] {
          read_file_from_disk(folder.path / "other.txt");
        }).ends_with("there is no such file. Check its name and folder.\n"));
  CHECK(complaint([&] {
          read_file_from_disk(folder.path);
        }).ends_with("is a folder, not a file. Name a file in it.\n"));
  std::ofstream(folder.path / "large.yaml") << std::string(10'000'001, '#');
  CHECK(complaint([&] { read_file_from_disk(folder.path / "large.yaml"); }).find("is larger than 10 MB") !=
        std::string::npos);
}
