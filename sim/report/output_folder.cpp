// SPDX-License-Identifier: MIT
#include "sim/report/output_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

#include "sim/base/problem.hpp"

namespace clientele {

namespace {
std::string reason_now() { return std::generic_category().message(errno); }

[[noreturn]] void refuse(const std::filesystem::path& folder, const std::string& reason) {
  throw RunFailed(fmt::format("cannot write to {}: {}. Choose another with --out", folder.string(), reason));
}

/// A file under a temporary name, which disappears unless it is renamed.
class Temporary {
 public:
  Temporary(const std::filesystem::path& folder, const std::string& name)
      : folder_(folder), path_(folder / fmt::format(".{}.{}.part", name, ::getpid())) {
    file_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (file_ < 0) refuse(folder_, reason_now());
  }
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  ~Temporary() {
    if (file_ >= 0) ::close(file_);
    if (!path_.empty()) ::unlink(path_.c_str());
  }

  void write(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t written = ::write(file_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) refuse(folder_, reason_now());
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(file_) != 0 && errno != EINVAL && errno != ENOTSUP) refuse(folder_, reason_now());
    const int closed = ::close(file_);
    file_ = -1;
    if (closed != 0) refuse(folder_, reason_now());
  }

  void become(const std::filesystem::path& target) {
    if (::rename(path_.c_str(), target.c_str()) != 0) refuse(folder_, reason_now());
    path_.clear();
  }

 private:
  std::filesystem::path folder_;
  std::filesystem::path path_;
  int file_ = -1;
};
}  // namespace

OutputFolder::OutputFolder(std::filesystem::path folder) : folder_(std::move(folder)) {
  std::error_code error;
  std::filesystem::create_directories(folder_, error);
  if (error) refuse(folder_, error.message());
  if (!std::filesystem::is_directory(folder_, error)) refuse(folder_, "it is not a folder");
  Temporary(folder_, "trial").write("trial");
}

void OutputFolder::write(const std::string& name, std::string_view bytes) const {
  Temporary file(folder_, name);
  file.write(bytes);
  file.become(folder_ / name);
}

}  // namespace clientele
