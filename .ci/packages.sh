# SPDX-License-Identifier: MIT
# Sourced by quickstart.sh, test.sh and .ci/run: installs what is missing, asking first if a person is there.

build_packages="g++ cmake ninja-build git libboost-dev libboost-program-options-dev librandom123-dev libhwy-dev
  libtbb-dev libyaml-cpp-dev libfmt-dev nlohmann-json3-dev libssl-dev libeigen3-dev"
test_packages="catch2 python3"
sanitizer_packages="clang-14 libclang-rt-14-dev"

need_packages() {
  local missing="" package
  if ! command -v dpkg-query >/dev/null; then
    echo "This is no Debian system; make sure that these, or what they are called here, are installed: $*" >&2
    return 0
  fi
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
  done
  [ -z "$missing" ] && return 0
  local root=""
  if [ "$(id -u)" != 0 ]; then root="sudo"; fi
  if [ -t 0 ] && [ -t 1 ]; then
    echo "Clientele needs these Debian packages:$missing"
    read -r -p "Install them now with '${root:+$root }apt-get install'? [Y/n] " answer
    case "$answer" in [nN]*) echo "Nothing was installed." >&2; exit 1 ;; esac
  fi
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086
  { $root apt-get update -qq && $root apt-get install -y -qq --no-install-recommends $missing; } >/tmp/clientele-packages.$$ 2>&1 || {
    cat /tmp/clientele-packages.$$ >&2
    echo "The packages could not be installed:$missing" >&2
    exit 1
  }
  rm -f /tmp/clientele-packages.$$
}
