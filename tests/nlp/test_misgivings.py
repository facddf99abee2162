"""Files that may have been read wrongly say so, with the place; ordinary ones say nothing."""

import datetime

import pytest

from pmo_resume.nlp.misgivings import misgivings
from pmo_resume.nlp.posting_signs import reads_as_posting
from pmo_resume.nlp.reader import Reader

ORDINARY = """
Meg Adair
Leeds | 0113 496 0101 | meg@example.org
# Experience
PMO Lead, Harbour Rail Ltd, Leeds, March 2021 - Present
- Kept the risk register of 12 projects
- Led nine analysts
Project Officer, Tarn Council, 2016 - 2021
- Planned the move of 300 people
# Education
BSc Geography, University of Tarn, 2015
# Certifications
PMP, 2019
"""


def doubts(read_cv, written: str) -> list[str]:
    return list(misgivings(read_cv(written)))


def test_an_ordinary_cv_raises_no_doubt(read_cv) -> None:
    assert doubts(read_cv, ORDINARY) == []


@pytest.mark.parametrize(
    ("line", "instead", "told"),
    [
        ("PMO Lead, Harbour Rail Ltd, Leeds, March 2021 - Present", "March 2021 - Present", "A role was read without a title (“March 2021"),
        ("- Led nine analysts", "- Present", "A date stands alone among the lines of a role (“Present”)"),
        (
            "- Led nine analysts",
            "- 0113 496 0101 meg@example.org",
            "Contact details were read among the lines of a role (“meg@example.org”",
        ),
        ("BSc Geography, University of Tarn, 2015", "2012 - 2015", "Education was read as nothing but dates (“2012 - 2015”)"),
        (
            "PMP, 2019",
            "Handled 300 queries of members each week.",
            "Lines of a role were read among the certificates (“Handled 300 queries",
        ),
    ],
)
def test_what_is_doubtful_is_told_with_its_words(read_cv, line: str, instead: str, told: str) -> None:
    written = ORDINARY.replace("Leeds | 0113 496 0101 | meg@example.org\n", "Leeds\n") if "meg@" in instead else ORDINARY
    found = doubts(read_cv, written.replace(line, instead))
    assert [one for one in found if one.startswith(told)], found


def test_a_heading_that_is_not_known_among_the_lines_of_a_role_is_told(read_cv) -> None:
    written = ORDINARY.replace("# Education", "# Where I went to school and what I did there")
    assert any(one.startswith("A heading was read as a line of a role (“Where I went to school") for one in doubts(read_cv, written))


def test_a_cv_without_dates_and_one_without_headings_say_so(read_cv) -> None:
    undated = ORDINARY.replace(", March 2021 - Present", "").replace(", 2016 - 2021", "")
    assert any(one.startswith("No role with its dates was read") for one in doubts(read_cv, undated))
    loose = "Meg Adair\n" + "\n".join(f"Wrote the plans and the reports of the office of line {number}" for number in "abcdefghij")
    assert any("stand in no section" in one for one in doubts(read_cv, loose))


GERMAN = "Wir suchen für unser Team in Köln eine Projektleitung, die mit uns die Planung der Projekte und das Berichtswesen übernimmt. " * 3
SPANISH = "Buscamos para la oficina de proyectos una persona con experiencia en la gestión de los riesgos y del presupuesto. " * 3
FRENCH = "Nous cherchons pour notre bureau des projets une personne avec une bonne expérience dans la gestion des risques. " * 3


@pytest.mark.parametrize(("text", "language"), [(GERMAN, "German"), (SPANISH, "Spanish"), (FRENCH, "French")])
def test_a_posting_in_another_language_is_told(read_posting, text: str, language: str) -> None:
    assert [line.split(",")[0] for line in read_posting(text).misgivings] == [f"The posting seems to be in {language}"]


def test_other_letters_are_told_and_foreign_names_are_not(read_posting, read_cv) -> None:
    assert (
        "a language that is not English"
        in read_posting("Мы ищем руководителя проектного офиса в Москве для работы с портфелем. " * 3).misgivings[0]
    )
    named = ORDINARY.replace("University of Tarn", "Universidad de la Costa y de los Andes del Sur").replace(
        "Tarn Council", "Gesellschaft für Bau"
    )
    assert doubts(read_cv, named) == []


ADVERT = """
PMO Manager
Harbour Point Group is looking for a PMO manager.
# What you'll do
- Brief the board; you will report to the director
# Required qualifications
- PMP certification
- Bachelor's degree
"""


def test_a_posting_given_as_a_cv_is_told_from_a_cv(document, taxonomy, read_cv) -> None:
    advert = Reader(taxonomy).resume(document(ADVERT), datetime.date(2026, 11, 1))
    assert reads_as_posting(advert)
    assert not reads_as_posting(
        read_cv(ORDINARY + "# About me\nYou will find a planner with whom our team works well; the role is clear to her.\n")
    )
    career_changer = (
        "Meg Adair\n0113 496 0101\n# Profile\nI am looking for a first job in an office.\n# Skills\nExcel, planning\n# Education\nBA, 2020"
    )
    assert not reads_as_posting(read_cv(career_changer))
