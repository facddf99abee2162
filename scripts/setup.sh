#!/usr/bin/env bash
# Makes .venv with the package in it; says in one line what is missing where it cannot.
set -euo pipefail
cd "$(dirname "$0")/.."

find_python() {
  local name
  for name in "${PYTHON:-}" python3.13 python3.12 python3.11 python3.14 python3 python; do
    [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 || continue
    "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$name"; return 0; }
  done
  return 1
}

stop() { echo "$1" >&2; exit 2; }

# An environment whose making was cut short has no pip; it is made again.
make_environment() {
  rm -rf .venv
  reason=$("$python" -m venv .venv 2>&1) || { rm -rf .venv; return 1; }
}

# Scripts in an environment name the folder it was made in; after a move they would run the old checkout or nothing.
moved() { [ -s .venv/.installed ] && [ "$(cat .venv/.installed)" != "$(pwd -P)" ]; }

python=$(find_python) || stop "pmo-resume needs Python 3.11 or newer; none was found. Install it, or name it: make PYTHON=/path/to/python3"

if moved || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
  echo "Setting up .venv with $("$python" --version) …"
  if ! make_environment; then
    # Debian and Ubuntu ship Python without the module that makes environments.
    package="python$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"
    . scripts/system.sh
    WHAT="$package, which Python needs to make an environment"
    install_packages "$package" "" "" "" "" || true
    make_environment || stop "Python cannot make a virtual environment here; ${ADVICE:-it says: ${reason##*$'\n'}}"
  fi
fi
echo "Installing pmo-resume and what it needs into .venv (a minute or two the first time) …"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --editable . ||
  stop "The packages could not be fetched or installed (pip's reason stands above). Check the network connection, then run the same command again."
pwd -P > .venv/.installed
