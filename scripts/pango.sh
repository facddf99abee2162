#!/usr/bin/env bash
# PDF needs Pango, the library that sets text. Where it is missing: install it if that is allowed, else say the one line to type.
# Never fails: without Pango the tool still writes DOCX and says that PDF was left out.
set -uo pipefail
cd "$(dirname "$0")/.."
python=$1

works() { "$python" -c 'import weasyprint' >/dev/null 2>&1; }

works && exit 0
echo "PDF needs Pango, the system library that sets text; it is not on this machine. Installing it …"
. scripts/system.sh
install_packages "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" "pango" "pango" "pango" "pango"
if works; then
  echo "Pango is installed."
else
  echo "Pango could not be installed, so only DOCX files will be made. To get PDF, type: ${ADVICE:-install Pango 1.44 or newer (doc.courtbouillon.org/weasyprint)}" >&2
fi
