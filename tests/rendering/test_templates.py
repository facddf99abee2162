"""Templates that ship, templates of the user's own, and templates that are broken or mean harm."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from docx import Document

from pmo_resume import rendering
from pmo_resume.errors import OutputError, TemplateError
from pmo_resume.model.tailored import Tailored
from pmo_resume.rendering import context, example, templates


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A copy of the classic look, to be spoilt."""
    return templates.copy("classic", tmp_path / "mine")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def add_to_html(mine: Path, text: str) -> Path:
    """Put a line after the body's start and return the file."""
    path = mine / "resume" / "template.html"
    path.write_text(path.read_text(encoding="utf-8").replace("<header>", f"\n{text}\n<header>"), encoding="utf-8")
    return path


def add_to_word(mine: Path, text: str) -> Path:
    """Add a last paragraph and return the file."""
    path = mine / "resume" / "template.docx"
    document = Document(str(path))
    document.add_paragraph(text)
    document.save(str(path))
    return path


def line_of(path: Path, text: str) -> int:
    return next(number for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1) if text in line)


def test_shipped_looks_are_listed_and_described() -> None:
    assert templates.names() == ("classic", "compact", "executive", "modern", "two-tone")
    assert templates.show("modern")["fonts"] == ["Source Sans Pro (pdf)", "Calibri (word)"]
    for name in templates.names():
        shown = templates.show(name)
        assert shown["name"] == name
        assert shown["page"] == ["A4", "Letter"]
        assert json.loads(json.dumps(shown)) == shown


def variables(value: object, path: str = "") -> list[str]:
    """The dotted names of everything in plain data."""
    if isinstance(value, dict):
        return [name for key, item in value.items() for name in variables(item, f"{path}.{key}" if path else key)]
    if isinstance(value, list):
        return [name for item in value[:1] for name in variables(item, f"{path}[]")]
    return [path]


def test_the_fields_shown_are_the_fields_there_are(tailored: Tailored) -> None:
    assert tailored.letter is not None
    headings = templates.locate("resume", "classic").headings
    assert set(variables(context.resume(tailored, headings))) == set(context.VARIABLES["resume"])
    assert set(variables(context.letter(tailored, tailored.letter))) == set(context.VARIABLES["letter"])
    assert templates.show("classic")["resume_fields"] == list(context.VARIABLES["resume"])


def test_fields_say_what_a_template_prints_in_order() -> None:
    from pmo_resume.proof.fields import SECTIONS

    for name in templates.names():
        assert templates.locate("resume", name).fields == SECTIONS


@pytest.mark.usefixtures("pango")
def test_a_folder_of_ones_own_is_used(mine: Path, out: Path, tailored: Tailored) -> None:
    (mine / "resume" / "template.yaml").write_text(
        (mine / "resume" / "template.yaml").read_text(encoding="utf-8").replace("Key Skills", "What I bring"), encoding="utf-8"
    )
    add_to_word(mine, "Last line of {{ name }}")
    rendering.render(tailored, out, template=str(mine))
    texts = [paragraph.text for paragraph in Document(str(out / "resume.docx")).paragraphs]
    assert "What I bring" in texts
    assert texts[-1] == "Last line of Zoë Ashdown-Þórsdóttir"


def test_a_folder_with_a_cv_template_only_takes_the_letter_from_classic(mine: Path) -> None:
    assert templates.locate("resume", str(mine / "resume")).folder == (mine / "resume").resolve()
    shutil.rmtree(mine / "letter")
    for folder in (mine, mine / "resume"):
        assert templates.locate("letter", str(folder)).folder == templates.locate("letter", "classic").folder


def test_headings_left_out_come_from_classic(mine: Path) -> None:
    path = mine / "resume" / "template.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("headings:")] + "headings: {skills: Skills}\n", encoding="utf-8")
    headings = templates.locate("resume", str(mine)).headings
    assert (headings["skills"], headings["education"]) == ("Skills", "Education")


def test_an_unknown_name_says_which_there_are() -> None:
    with pytest.raises(TemplateError, match=r"clasic: there is no template of this name .* classic, compact, executive, modern, two-tone"):
        templates.locate("resume", "clasic")


def test_a_copy_does_not_overwrite(mine: Path) -> None:
    with pytest.raises(OutputError, match="already exists"):
        templates.copy("modern", mine)


@pytest.mark.parametrize("name", ["template.docx", "template.yaml"])
def test_a_missing_file_is_named(name: str, mine: Path, out: Path, tailored: Tailored) -> None:
    (mine / "resume" / name).unlink()
    with pytest.raises(TemplateError, match=f"{name}: the template lacks this file"):
        rendering.render(tailored, out, ("docx",), str(mine))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("name: [", "line .*: this is not readable YAML"),
        ("- a\n- b\n", "not a mapping"),
        ("name: x\ndescription: y\npage: A4\n", "'page' must be a list of words"),
        ("name: x\ndescription: y\npage: [A4]\nfonts: {pdf: 1}\n", "'fonts' must be a mapping"),
        ("description: y\n", "'name' must be a text"),
        ("kind: letter\nname: x\n", "kind 'letter', not 'resume'"),
        ("name: x\ndescription: y\npage: [A4]\nfonts: {pdf: a}\nfields: [name]\n", "'fields' must name each of name, headline"),
    ],
)
def test_a_broken_description_is_named(text: str, problem: str, mine: Path) -> None:
    (mine / "resume" / "template.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(TemplateError, match=rf"template\.yaml.*{problem}"):
        templates.locate("resume", str(mine))


@pytest.mark.usefixtures("pango")
@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("<p>{{ nmae }}</p>", "asks for a field that does not exist: 'nmae' is undefined"),
        ("<p>{{ document.colour }}</p>", "asks for a field that does not exist: .* 'colour'"),
        ("<p>{% if name %}</p>", "cannot be understood: "),
        ("<p>{{ name|no_such_filter }}</p>", "cannot be understood: .*no_such_filter"),
        ("{% include 'absent.html' %}", "the template lacks the file absent.html"),
        ("{% include '../../secret.txt' %}", "the template lacks the file"),
        ("<p>{{ 1 // 0 }}</p>", "cannot be filled in: ZeroDivisionError"),
    ],
)
def test_a_fault_in_a_page_template_is_named_with_its_line(line: str, problem: str, mine: Path, out: Path, tailored: Tailored) -> None:
    (mine.parent / "secret.txt").write_text("secret", encoding="utf-8")
    path = add_to_html(mine, line)
    with pytest.raises(TemplateError, match=rf"template\.html, line \d+: {problem}") as caught:
        rendering.render(tailored, out, ("pdf",), str(mine))
    if "if name" not in line:  # an unclosed tag is found where the file ends
        assert f"line {line_of(path, line)}:" in str(caught.value)
    assert list(out.iterdir()) == []


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{{ nmae }}", "asks for a field that does not exist: 'nmae' is undefined"),
        ("{{ document.colour }}", "asks for a field that does not exist: .* 'colour'"),
        ("{% if %}", "cannot be understood: "),
        ("{{ ''.__class__ }}", "asks for something that a template may not touch: .*__class__"),
    ],
)
def test_a_fault_in_a_word_template_is_named_with_its_paragraph(line: str, problem: str, mine: Path, out: Path, tailored: Tailored) -> None:
    path = add_to_word(mine, line)
    number = len(Document(str(path)).paragraphs)
    with pytest.raises(TemplateError, match=rf"template\.docx, line {number}: {problem}"):
        rendering.render(tailored, out, ("docx",), str(mine))
    assert list(out.iterdir()) == []


@pytest.mark.usefixtures("pango")
@pytest.mark.parametrize(
    "attack",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ name.__class__.__base__.__subclasses__() }}",
        "{{ ''|attr('__class__') }}",
        "{{ '{0.__class__}'.format(name) }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ self.__init__.__globals__ }}",
        "{% set x = contact.append('x') %}{{ x }}",
        "{{ contact.clear() }}",
    ],
)
def test_a_template_cannot_reach_python_or_change_the_data(attack: str, mine: Path, out: Path, tailored: Tailored) -> None:
    add_to_html(mine, attack)
    with pytest.raises(TemplateError, match=r"may not touch|does not exist"):
        rendering.render(tailored, out, ("pdf",), str(mine))


@pytest.mark.usefixtures("pango")
@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("file:///etc/passwd", "outside the template's folder"),
        ("../../secret.png", "outside the template's folder"),
        ("http://192.0.2.1/a.png", "may not use the network"),
        ("https://example.com/a.png", "may not use the network"),
        ("ftp://example.com/a.png", "may not use the network"),
        ("font:../../secret.png", "not a font that ships"),
        ("absent.png", "which is missing"),
    ],
)
def test_a_template_gets_no_file_from_outside_its_folder(address: str, why: str, mine: Path, out: Path, tailored: Tailored) -> None:
    (mine.parent / "secret.png").write_bytes(b"secret")
    add_to_html(mine, f'<img src="{address}" alt="">')
    with pytest.raises(TemplateError, match=why):
        rendering.render(tailored, out, ("pdf",), str(mine))


@pytest.mark.usefixtures("pango")
def test_a_link_out_of_the_folder_is_refused(mine: Path, out: Path, tailored: Tailored) -> None:
    (mine.parent / "secret.css").write_text("p { color: red }", encoding="utf-8")
    (mine / "resume" / "style.css").unlink()
    (mine / "resume" / "style.css").symlink_to(mine.parent / "secret.css")
    with pytest.raises(TemplateError, match="outside the template's folder"):
        rendering.render(tailored, out, ("pdf",), str(mine))


def test_a_word_template_that_is_none_is_named(mine: Path, out: Path, tailored: Tailored) -> None:
    (mine / "resume" / "template.docx").write_bytes(b"not a zip")
    with pytest.raises(TemplateError, match=r"template\.docx: this is not a Word file"):
        rendering.render(tailored, out, ("docx",), str(mine))


@pytest.mark.usefixtures("pango")
def test_a_page_template_that_is_not_utf_8_is_named(mine: Path, out: Path, tailored: Tailored) -> None:
    (mine / "resume" / "template.html").write_bytes("<p>é</p>".encode("latin-1"))
    with pytest.raises(TemplateError, match=r"template\.html: this is not UTF-8 text"):
        rendering.render(tailored, out, ("pdf",), str(mine))


@pytest.mark.usefixtures("pango")
@pytest.mark.parametrize("look", templates.names())
def test_shipped_looks_have_no_faults(look: str) -> None:
    assert rendering.check(look) == ()


def test_the_invented_person_of_the_previews_has_every_field_and_no_other() -> None:
    for kind in templates.KINDS:
        assert set(variables(example.context(templates.locate(kind, "classic")))) == set(context.VARIABLES[kind])


@pytest.mark.usefixtures("pango")
def test_a_preview_is_written_into_a_new_folder(tmp_path: Path) -> None:
    files = rendering.preview("executive", tmp_path / "new")
    assert sorted(path.name for path in files) == ["cover-letter.docx", "cover-letter.pdf", "resume.docx", "resume.pdf"]
    with pytest.raises(OutputError, match="already exists"):
        rendering.preview("executive", tmp_path / "new")


@pytest.mark.usefixtures("pango")
def test_dates_that_float_are_told_as_out_of_order(mine: Path) -> None:
    style = mine / "resume" / "style.css"
    style.write_text(style.read_text(encoding="utf-8") + ".dates { float: right }", encoding="utf-8")
    problems = rendering.check(str(mine))
    assert any("resume/template.html: PDFium does not find 'March 2020 – Present' where it belongs" in problem for problem in problems)


@pytest.mark.usefixtures("pango")
def test_a_font_that_only_this_machine_has_is_named(mine: Path) -> None:
    style = mine / "letter" / "style.css"
    style.write_text(style.read_text(encoding="utf-8") + "body { font-family: serif }", encoding="utf-8")
    problems = rendering.check(str(mine))
    assert problems
    assert all("letter/template.html: uses the font" in problem and "Source" not in problem for problem in problems)


@pytest.mark.usefixtures("pango")
def test_all_faults_of_a_template_are_found_at_once(mine: Path) -> None:
    page = mine / "resume" / "template.html"
    page.write_text(page.read_text(encoding="utf-8").replace("{{ job.dates }}", ""), encoding="utf-8")
    (mine / "letter" / "style.css").unlink()
    add_to_word(mine, "{{ experience[0].title }}")
    problems = rendering.check(str(mine))
    assert len(problems) == 3
    assert problems[0].endswith("resume/template.html: does not print experience[].dates")
    assert "template.docx" in problems[1]
    assert "when every optional part is empty" in problems[1]
    assert "style.css, which is missing" in problems[2]
