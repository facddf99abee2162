#!/usr/bin/env bash
# Makes .venv with the package in it; says in one line what is missing where it cannot.
set -euo pipefail
cd "$(dirname "$0")/.."

find_python() {
  local name
  for name in "${PYTHON:-}" python3.14 python3.13 python3.12 python3.11 python3 python; do
    [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 || continue
    "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$name"; return 0; }
  done
  return 1
}

python=$(find_python) || { echo "pmo-resume needs Python 3.11 or newer; none was found. Install it, or name it: make PYTHON=/path/to/python3" >&2; exit 2; }

if [ ! -x .venv/bin/python ]; then
  echo "Setting up .venv with $("$python" --version) …"
  if ! "$python" -m venv .venv >/dev/null 2>&1; then
    # Debian and Ubuntu ship Python without the module that makes environments.
    rm -rf .venv
    package="python$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"
    . scripts/system.sh
    install_packages "$package" "$package" "" "" "" || true
    "$python" -m venv .venv || { echo "Python cannot make a virtual environment here; type: sudo apt-get install $package" >&2; exit 2; }
  fi
fi
echo "Installing pmo-resume and what it needs into .venv (a minute or two the first time) …"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --editable .
