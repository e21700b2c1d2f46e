// SPDX-License-Identifier: MIT
#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>

#include "sim/base/spelling.hpp"
#include "sim/input/file_text.hpp"
#include "sim/input/read.hpp"

namespace clientele {

namespace {
namespace fs = std::filesystem;

[[noreturn]] void refuse_file(const fs::path& file, std::string reason, std::string remedy) {
  throw BadScenario({{{file.generic_string()}, "", std::move(reason), std::move(remedy)}});
}

std::string nearest_file(const fs::path& file) {
  std::vector<std::string> names;
  std::error_code error;
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    const auto extension = it->path().extension();
    if (extension == ".yaml" || extension == ".yml") names.push_back(it->path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return nearest(file.filename().string(), names);
}
}  // namespace

std::string read_file_from_disk(const fs::path& file) {
  std::error_code error;
  const auto status = fs::status(file, error);
  if (status.type() == fs::file_type::not_found) {
    const std::string meant = nearest_file(file);
    refuse_file(file, "there is no such file",
                meant.empty() ? "Check its name and folder." : "Did you mean '" + meant + "'?");
  }
  if (error)
    refuse_file(file, "cannot be reached (" + error.message() + ")",
                "Check its name and your rights to read it.");
  if (fs::is_directory(status)) refuse_file(file, "is a folder, not a file", "Name a file in it.");
  if (!fs::is_regular_file(status))
    refuse_file(file, "is no ordinary file", "Save the text in a file and name that.");
  const auto size = fs::file_size(file, error);
  if (!error && size > most_bytes_of_a_file)
    refuse_file(file, "is larger than 10 MB, which no scenario needs",
                "Check that this is the file you meant.");
  std::ifstream stream(file, std::ios::binary);
  if (!stream) refuse_file(file, "cannot be opened", "Check your rights to read it.");
  std::string bytes(std::istreambuf_iterator<char>(stream), {});
  if (stream.bad()) refuse_file(file, "cannot be read to its end", "Try again, or copy it elsewhere.");
  return bytes;
}

}  // namespace clientele
