"""The format of keyword files as a JSON schema, for editors: made from the very classes that check them.

A keyword file that begins with `# yaml-language-server: $schema=schema.json` is checked while it is typed.
"""

from __future__ import annotations

import json
from pathlib import Path

from pmo_resume.resources import folder
from pmo_resume.taxonomy.schema import KeywordFile

NAME = "schema.json"
MODELINE = f"# yaml-language-server: $schema={NAME}"


def schema() -> str:
    """The schema as JSON text, always the same for the same classes."""
    made = KeywordFile.model_json_schema()
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", **made, "title": "Keyword file of pmo-resume"}
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def write(keywords: Path) -> Path:
    """Write the schema beside the keyword files."""
    path = keywords / NAME
    path.write_text(schema(), encoding="utf-8", newline="\n")
    return path


if __name__ == "__main__":
    print(f"wrote {write(folder('keywords'))}")
