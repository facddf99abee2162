"""Builds every shipped look's folders from `looks/`, so that the page and the Word file of a look come of one definition.

`looks/looks.yaml` says what each look is; `looks/*.html` and `*.css` are the page, `word_template.py` the Word file. Run
`python scripts/build_templates.py` after a change; the same script gives the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from word_template import Fonts, Word, letter, resume

ROOT = Path(__file__).resolve().parent
TEMPLATES = ROOT.parent / "templates"
SOURCES = ROOT / "looks"
KINDS = ("resume", "letter")
MAKERS = {"resume": resume, "letter": letter}
PARTS = {
    "resume": "[name, headline, contact, summary, skills, experience, education, credentials, sections]",
    "letter": "[sender, date, recipient, salutation, subject, paragraphs, closing, signature]",
}
FAMILIES = {
    "sans": ("Source Sans Pro", "SourceSansPro", '"Source Sans Pro", "Noto Sans", "DejaVu Sans", sans-serif', "-0.7em"),
    "serif": ("Source Serif Pro", "SourceSerifPro", '"Source Serif Pro", "Noto Serif", "DejaVu Serif", serif', "-0.77em"),
}
WEIGHTS = {300: "Light", 400: "Regular", 600: "Semibold", 700: "Bold"}
# Type shrinks least, then the side margins, the space between parts, the margins above and below: what the eye misses last goes first.
SCALES = {"normal": 1.0, "snug": 0.95, "close": 0.93, "compact": 0.905}
SMALLEST = 9.5  # points: print below it is hard to read on paper


@dataclass(frozen=True)
class Look:
    """One look of one kind of paper, as written down in `looks.yaml`."""

    name: str
    kind: str
    data: dict[str, Any] = field(repr=False)

    @property
    def margins(self) -> tuple[float, float, float]:
        """Top, bottom and side in millimetres."""
        top, bottom, side = self.data["letter_margins" if self.kind == "letter" else "margins"]
        return top, bottom, side

    @property
    def size(self) -> float:
        """Body type in points; a letter is set a little larger than a CV, and never small."""
        return max(float(self.data["size"]) + 0.4, 10.6) if self.kind == "letter" else float(self.data["size"])

    @property
    def name_size(self) -> float:
        """The name in points; a letter's head is quieter than a CV's."""
        return float(self.data["name"]["size"]) * (0.82 if self.kind == "letter" else 1)

    def word(self) -> Word:
        """The same look as Word is told it."""
        colours, fonts = self.data["colours"], self.data["word_fonts"]
        return Word(
            fonts=Fonts(fonts["body"], fonts["head"]),
            size=round(self.size * 2) / 2,
            line=round(0.82 * self.data["line"], 2),
            name_size=self.name_size,
            name_bold=self.data["name"]["weight"] >= 600,
            margins=self.margins,
            colours=colours,
            **self.data.get("word", {}),
        )


def looks(kind: str) -> tuple[Look, ...]:
    """Every look of a kind, in the order in which they are written down."""
    written = yaml.safe_load((SOURCES / "looks.yaml").read_text(encoding="utf-8"))
    return tuple(Look(name, kind, data) for name, data in written.items())


def style(look: Look) -> str:
    """The style sheet: fonts, measures and colours of the look, then what all looks share, then its own."""
    parts = [f"/* {look.name}: {look.data[look.kind]} */", *_faces(look), "", _measures(look), *_densities(look), ""]
    sheets = ("base.css", f"{look.kind}.css", f"{look.name}.{look.kind}.css")
    return "\n".join(parts) + "\n".join((SOURCES / name).read_text(encoding="utf-8") for name in sheets)


def _faces(look: Look) -> list[str]:
    used = {look.data["fonts"]["body"]: {400, 600, 700}}
    used.setdefault(look.data["fonts"]["head"], {600}).add(look.data["name"]["weight"])
    return [
        f'@font-face {{ font-family: "{FAMILIES[family][0]}"; font-weight: {weight}; '
        f'src: url("font:{FAMILIES[family][1]}-{WEIGHTS[weight]}.ttf") }}'
        for family, weights in used.items()
        for weight in sorted(weights)
    ]


def _measures(look: Look) -> str:
    body, head = (FAMILIES[look.data["fonts"][part]] for part in ("body", "head"))
    name = look.data["name"]
    measures = {
        "font": body[2],
        "head-font": head[2],
        "bullet": body[3],
        "name-size": f"{look.name_size / look.size:.3g}em",
        "name-weight": name["weight"],
        **{key.replace("_", "-"): f"#{value.lower()}" for key, value in look.data["colours"].items()},
    }
    return ":root {\n" + "".join(f"  --{key}: {value};\n" for key, value in measures.items()) + "}"


def _densities(look: Look) -> list[str]:
    """A page and a body rule for each density, roomiest first."""
    rules = []
    for density, scale in SCALES.items():
        top, bottom, side = look.margins
        page = "" if density == "normal" else f" {density}"
        margins = f"{top * scale**3.8:.1f}mm {side * scale**2.2:.1f}mm {bottom * scale**3.8:.1f}mm"
        rules.append(f"@page{page} {{ margin: {margins} }}")
        edges = f"--top: {top * scale**3.8:.1f}mm; --side: {side * scale**2.2:.1f}mm"
        size, line = max(look.size * scale, SMALLEST), max(look.data["line"] * scale**1.25, 1.18)
        small = max(size * 0.96, SMALLEST)
        named = "" if density == "normal" else f"page: {density}; "
        measures = f"--size: {size:.3g}pt; --small: {small:.3g}pt; --line: {line:.3g}; --air: {scale**4.4:.2g}"
        rules.append(f"body.{density} {{ {named}{measures}; {edges} }}")
    return rules


def description(look: Look) -> str:
    """The look's `template.yaml`."""
    families = dict.fromkeys(FAMILIES[look.data["fonts"][part]][0] for part in ("body", "head"))
    word = dict.fromkeys(look.data["word_fonts"].values())
    headings = {
        "summary": "Professional Summary",
        "skills": "Key Skills",
        "experience": "Professional Experience",
        "education": "Education",
        "credentials": "Certifications",
    } | look.data.get("headings", {})
    lines = [
        "# What this look is, for `pmo-resume templates list` and `show`, and the headings it prints.",
        f"name: {look.name}",
        f"kind: {look.kind}",
        f"description: {look.data[look.kind]}",
        "page: [A4, Letter]",
        "fonts:",
        f"  pdf: {', '.join(families)}",
        f"  word: {', '.join(word)}",
        "# In the order in which they are printed; a part without content prints nothing, not even its heading.",
        f"fields: {PARTS[look.kind]}",
    ]
    if look.kind == "resume":
        lines += ["headings:", *(f"  {part}: {words}" for part, words in headings.items())]
    return "\n".join(lines) + "\n"


def build(look: Look, folder: Path) -> None:
    """Write the look's four files into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    page = (SOURCES / f"{look.kind}.html").read_text(encoding="utf-8")
    for name, text in (("template.html", page), ("style.css", style(look)), ("template.yaml", description(look))):
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    MAKERS[look.kind](look.word()).save(folder / "template.docx")


def main() -> None:
    """Write every look's templates."""
    for kind in KINDS:
        for look in looks(kind):
            build(look, TEMPLATES / kind / look.name)


if __name__ == "__main__":
    main()
