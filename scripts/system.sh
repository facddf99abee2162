# Sourced. install_packages DEBIAN FEDORA ALPINE ARCH BREW: installs with the system's package manager where that is allowed without
# asking; otherwise sets ADVICE to the one line to type and returns 1. An empty list means the manager has nothing to install.
install_packages() {
  local manager packages command
  ADVICE=""
  if command -v apt-get >/dev/null 2>&1; then manager=apt-get packages=$1 command="apt-get install -y --no-install-recommends"
  elif command -v dnf >/dev/null 2>&1; then manager=dnf packages=$2 command="dnf install -y"
  elif command -v apk >/dev/null 2>&1; then manager=apk packages=$3 command="apk add"
  elif command -v pacman >/dev/null 2>&1; then manager=pacman packages=$4 command="pacman -S --noconfirm"
  elif command -v brew >/dev/null 2>&1; then manager=brew packages=$5 command="brew install"
  else return 1
  fi
  [ -n "$packages" ] || return 1
  local as_root=""
  if [ "$manager" != brew ] && [ "$(id -u)" != 0 ]; then
    as_root="sudo"
    ADVICE="sudo $command $packages"
    sudo -n true >/dev/null 2>&1 || return 1
  fi
  ADVICE="${as_root:+$as_root }$command $packages"
  if [ "$manager" = apt-get ]; then
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq >/dev/null 2>&1 || true
    $as_root env DEBIAN_FRONTEND=noninteractive $command -qq $packages >/dev/null 2>&1
  else
    $as_root $command $packages >/dev/null 2>&1
  fi
}
