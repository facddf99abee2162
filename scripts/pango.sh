#!/usr/bin/env bash
# PDF needs Pango, the library that sets text. Where it is missing: install it if that is allowed, else say the one line to type.
# Never fails: without Pango the tool still writes DOCX and says that PDF was left out.
set -uo pipefail
cd "$(dirname "$0")/.."
python=$1

works() { "$python" "$@" -c 'import weasyprint' >/dev/null 2>&1; }

# WeasyPrint warns where HarfBuzz-Subset, which embeds fonts several times faster, is missing: then it is set up too, if it may be.
works -W error::DeprecationWarning:weasyprint.text.ffi && exit 0
. scripts/system.sh
WHAT="Pango, the library that sets text, which PDF needs"
install_packages "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" "pango" "pango" "pango" "pango"
works && exit 0
how="install Pango 1.44 or newer (how: https://doc.courtbouillon.org/weasyprint/stable/first_steps.html)"
echo "Only DOCX is made: PDF needs Pango, the library that sets text, and this machine has none. To get PDF too, ${ADVICE:-$how}" >&2
