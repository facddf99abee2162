"""Writes `keywords/rows.json`: the forms of the vocabulary in normal words (see `nlp.known_rows`).

python scripts/build_rows.py
"""

from pmo_resume import api
from pmo_resume.nlp import known_rows
from pmo_resume.resources import folder

if __name__ == "__main__":
    path = folder("keywords") / known_rows.NAME
    path.write_text(known_rows.text(api.load_taxonomy()), encoding="utf-8", newline="\n")
    print(f"wrote {path}")
