// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace clientele {

/// Where results land. It exists and takes files before any work starts.
class OutputFolder {
 public:
  /// Creates the folder and tries to write in it; throws RunFailed if that cannot be done.
  explicit OutputFolder(std::filesystem::path folder);

  /// Writes a file under a temporary name in the folder and renames it, so that a crash leaves the old file
  /// or the new one. Throws RunFailed, with nothing left behind, if it cannot be written in full.
  void write(const std::string& name, std::string_view bytes) const;

  const std::filesystem::path& path() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

}  // namespace clientele
