# Sourced. install_packages DEBIAN FEDORA ALPINE ARCH BREW: installs with the system's package manager where that is allowed without
# asking, and says so with $WHAT; otherwise returns 1 with the one line to type in ADVICE ("type: …"), empty where no manager is known.
# An empty list means that the manager has nothing to install.
install_packages() {
  local packages command as_root=""
  ADVICE=""
  if command -v apt-get >/dev/null 2>&1; then packages=$1 command="apt-get install -y --no-install-recommends"
  elif command -v dnf >/dev/null 2>&1; then packages=$2 command="dnf install -y"
  elif command -v apk >/dev/null 2>&1; then packages=$3 command="apk add"
  elif command -v pacman >/dev/null 2>&1; then packages=$4 command="pacman -S --noconfirm"
  elif command -v brew >/dev/null 2>&1; then packages=$5 command="brew install"
  else return 1
  fi
  [ -n "$packages" ] || return 1
  if [ "${command%% *}" != brew ] && [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
      ADVICE="type as root: $(line "$command $packages")"
      return 1
    fi
    as_root="sudo"
  fi
  ADVICE="type: $(line "$command $packages")"
  [ -z "$as_root" ] || sudo -n true >/dev/null 2>&1 || return 1
  echo "Installing $WHAT …"
  if [ "${command%% *}" = apt-get ]; then
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq >/dev/null 2>&1 || true
    $as_root env DEBIAN_FRONTEND=noninteractive $command -qq $packages >/dev/null 2>&1
  else
    $as_root $command $packages >/dev/null 2>&1
  fi
}

# A command as a person types it; a system that has never fetched its lists of packages needs them first.
line() {
  local prefix="${as_root:+$as_root }"
  [ "${1%% *}" != apt-get ] || compgen -G '/var/lib/apt/lists/*Packages*' >/dev/null || printf '%s' "${prefix}apt-get update && "
  printf '%s' "$prefix$1"
}
