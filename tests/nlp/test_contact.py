"""Name, headline and contact details, wherever people put them."""

import dataclasses
import datetime
import re

import pytest
import spacy

from pmo_resume.model.text import Address, Block, Document, Link, Place
from pmo_resume.nlp.places import is_place
from pmo_resume.nlp.resume import assemble

AS_OF = datetime.date(2026, 11, 1)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Jane Roe", "Jane Roe"),
        ("JANE ROE", "JANE ROE"),
        ("Jane Roe, PMP, CSM", "Jane Roe"),
        ("Jane Roe PMP MBA", "Jane Roe"),
        ("Jane O'Roe-Page BSc (Hons) MAPM ChPP", "Jane O'Roe-Page"),
        ("Jane Roe | Senior PMO Manager", "Jane Roe"),
        ("Jane Roe – Head of PMO", "Jane Roe"),
        ("Mrs. Jane Roe", "Jane Roe"),
        ("Dr Jane Roe", "Dr Jane Roe"),
        ("Name: Jane Roe", "Jane Roe"),
        ("Curriculum Vitae of Jane Roe", "Jane Roe"),
        ("Siobhán O'Achterberg-Łęcka", "Siobhán O'Achterberg-Łęcka"),
        ("Alex R. Nguyen", "Alex R. Nguyen"),
        ("Ludwig van der Berg", "Ludwig van der Berg"),
        ("عائشة الراوي", "عائشة الراوي"),
        ("李 小龙", "李 小龙"),
        ("J A N E   R O E", "JANE ROE"),
        ("Perpetua “Pet” Holloway", "Perpetua “Pet” Holloway"),
        ('Perpetua "Pet" Holloway', 'Perpetua "Pet" Holloway'),
        ("Perpetua ‘Pet’ Holloway-Strand", "Perpetua ‘Pet’ Holloway-Strand"),
        ("Perpetua (Pet) Holloway, PMP", "Perpetua (Pet) Holloway"),
        ("Jane Roe (PMP)", "Jane Roe"),
    ],
)
def test_names(read_cv, line: str, name: str) -> None:
    resume = read_cv(f"{line}\nroe@example.com\n# Profile\nPMO lead.")
    assert resume.name is not None
    assert resume.name.value == name


@pytest.mark.parametrize(
    "line",
    [
        "Curriculum Vitae",
        "RESUME",
        "Personal Details",
        "London, UK",
        "Senior PMO Manager",
        "Acme Ltd",
        "PMP, CSM",
        "Acme “North” Ltd",
        "D A T A  A N A L Y S T",
        "Citizen of Ireland",
        "Northmoor State University",
        "BI Tools",
        "DESCRIPTION WORK EXPIRIENCE",
        "Harbour House, Mountain View, CA, USA",
        "2009 – 2011 Jane Roe",
    ],
)
def test_what_is_no_name(read_cv, line: str) -> None:
    assert read_cv(f"{line}\nroe@example.com\n# Profile\nPMO lead.").name is None


@pytest.mark.parametrize(
    ("line", "email", "name"),
    [
        ("perpetua strand", "p.strand@example.com", "perpetua strand"),
        ("Grace Page", "grace.page@example.com", "Grace Page"),
        ("# Grace Page", "hello@example.com", "Grace Page"),
        ("Grace Page", "hello@example.com", None),
        ("Ian Head", "ian.head@example.com", "Ian Head"),
        ("# Project Manager", "manager@example.com", None),
        ("# Director of Finance", "hello@example.com", None),
        ("# Quillon Ltd", "hello@example.com", None),
    ],
)
def test_a_name_that_does_not_read_as_one(read_cv, line: str, email: str, name: str | None) -> None:
    found = read_cv(f"{line}\n{email}\n# Profile\nPMO lead.").name
    assert (found.value if found else None) == name


def test_a_document_title_above_the_name(read_cv) -> None:
    resume = read_cv("CURRICULUM VITAE\nJane Roe\nPMO Manager\n# Profile\nPMO lead.")
    assert resume.name.value == "Jane Roe"
    assert resume.headline.value == "PMO Manager"


@pytest.mark.parametrize(
    ("written", "headline"),
    [
        ("Jane Roe, PMP\nSenior PMO Manager | PMP\njane@example.com", "Senior PMO Manager | PMP"),
        ("Jane Roe | Head of PMO\njane@example.com", "Head of PMO"),
        ("Jane Roe\nPMO Analyst | jane@example.com | 020 7946 0123", "PMO Analyst"),
        ("Jane Roe\nLeeds, UK\njane@example.com", None),
    ],
)
def test_headlines(read_cv, written: str, headline: str | None) -> None:
    found = read_cv(f"{written}\n# Profile\nPMO lead.").headline
    assert (found.value if found else None) == headline


@pytest.mark.parametrize("separator", [" | ", " • ", " · ", "\t", " ; ", "    "])
def test_several_details_on_one_line(read_cv, separator: str) -> None:
    line = separator.join(["London, UK", "+44 7700 900123", "jane.roe@example.com", "linkedin.com/in/janeroe"])
    resume = read_cv(f"Jane Roe\n{line}\n# Profile\nPMO lead.")
    assert resume.location.value == "London, UK"
    assert resume.phone.value == "+44 7700 900123"
    assert resume.email.value == "jane.roe@example.com"
    assert [link.value for link in resume.links] == ["linkedin.com/in/janeroe"]


@pytest.mark.parametrize(
    "phone",
    [
        "07700 900123",
        "+44 7700 900123",
        "+44 (0)20 7946 0123",
        "020 7946 0123",
        "(555) 010-0123",
        "555-010-0123",
        "+1 614 555 0142",
        "+91-98765 43210",
        "+49 30 23125 123",
        "0061 491 570 006",
        "+972 50 123 4567",
        "(614) 555-0142 ext. 12",
    ],
)
def test_phones_of_several_countries(read_cv, phone: str) -> None:
    resume = read_cv(f"Jane Roe\n{phone}\n# Profile\nPMO lead.")
    assert resume.phone is not None
    assert resume.phone.value == phone


@pytest.mark.parametrize(
    "line",
    [
        "2015 - 2019",
        "01/2015 – 12/2019",
        "PMI ID: 1234567",
        "Passport: 123456789",
        "Date of birth: 01/02/1980",
        "Credential ID 7654321",
        "12.03.2019",
    ],
)
def test_what_is_no_phone(read_cv, line: str) -> None:
    assert read_cv(f"Jane Roe\n{line}\n# Profile\nPMO lead.").phone is None


@pytest.mark.parametrize("phone", ["+44\u00a07700\u00a0900\u2011123", "+44 7700\u202f900\u2010123", "(555)\u2013555\u20120123"])
def test_blanks_and_dashes_of_typesetters_in_a_phone(read_cv, phone: str) -> None:
    found = read_cv(f"Jane Roe\n{phone}\n# Profile\nPMO lead.").phone
    assert re.sub(r"\D", "", found.value) == re.sub(r"\D", "", phone)


def test_a_number_beside_the_e_mail_counts_wherever_the_two_were_read(read_cv) -> None:
    side = "07700 900123 jane.roe@example.org Leeds"
    assert read_cv(f"Jane Roe\n# Education\nMBA, Hull University\n{side}").phone.value == "07700 900123"
    assert (
        read_cv(
            "Jane Roe\njane.roe@example.org\n# Education\nMBA of Hull University, with a thesis on the tides of estuaries\n07700 900123"
        ).phone
        is None
    )


def test_a_number_behind_a_link_that_shows_a_word(document, taxonomy) -> None:
    written = document("Jane Roe\nCall me\n# Profile\nPMO lead.")
    linked = dataclasses.replace(written, links=(Link("tel:+44-7700-900123", 9, 16),))
    assert assemble(linked, (), taxonomy, AS_OF).phone.value == "+44-7700-900123"


def test_a_labelled_phone_comes_before_a_bare_number(read_cv) -> None:
    resume = read_cv("Jane Roe\nFax: 020 7946 0001\nTel: 020 7946 0002\n# Profile\nPMO lead.")
    assert resume.phone.value == "020 7946 0002"


@pytest.mark.parametrize(
    "place",
    [
        "Denver, CO",
        "New York, NY 10001",
        "Columbus, OH 43215",
        "London",
        "London, UK",
        "Leeds, West Yorkshire",
        "Springfield, Illinois",
        "Toronto, Ontario, Canada",
        "Bristol BS5",
        "Ashby, United Kingdom",
        "Remote, UK",
        "Pune, Maharashtra, India",
    ],
)
def test_places(taxonomy, place: str) -> None:
    assert is_place(place, taxonomy)


@pytest.mark.parametrize(
    "words", ["PMO Manager", "Acme Ltd", "Project Management Office, Acme Corp", "Jane Roe", "Microsoft - Manchester, UK", "2019"]
)
def test_no_places(taxonomy, words: str) -> None:
    assert not is_place(words, taxonomy)


def test_a_postal_address_is_taken_whole(read_cv) -> None:
    resume = read_cv("Jane Roe\n12 Example Street, Leeds, LS1 4AB\n# Profile\nPMO lead.")
    assert resume.location.value == "12 Example Street, Leeds, LS1 4AB"


def test_labelled_details_on_one_line(read_cv) -> None:
    resume = read_cv("Jane Roe\nPhone: 07700 900123  Email: jane@example.com  Residence: Ramat Gan  Birthday:\n# Profile\nPMO lead.")
    assert (resume.phone.value, resume.email.value, resume.location.value) == ("07700 900123", "jane@example.com", "Ramat Gan")


def test_a_town_below_the_title_is_no_name(read_cv) -> None:
    assert read_cv("PMO Analyst\nTarn Howes, Israel\n# Profile\nPMO lead.").name is None


def test_far_down_a_name_needs_more_than_its_capitals(read_cv) -> None:
    top = "Looking for work on site.\nReady to travel.\nA team leader by trade.\nKnows banks well.\nHas used many tools.\n"
    assert read_cv(f"{top}Oak Leaf Studio\n# Profile\nPMO lead.").name is None
    assert read_cv(f"{top}Jane Roe\njane.roe@example.com\n# Profile\nPMO lead.").name.value == "Jane Roe"


def test_languages_behind_a_label_among_other_details(read_cv) -> None:
    resume = read_cv("Jane Roe\nResidence: Hadera Languages: Hebrew, English (B2) Phone: 07700 900123\n# Skills\nLanguages: Python, Java")
    assert resume.location.value == "Hadera"
    assert [language.value for language in resume.languages] == ["Hebrew", "English (B2)"]


def test_details_in_a_section_of_their_own_at_the_end(read_cv) -> None:
    resume = read_cv("Jane Roe\n# Profile\nPMO lead.\n# Contact\njane@example.com\nTel 07700 900123")
    assert resume.email.value == "jane@example.com"
    assert resume.phone.value == "07700 900123"


def test_a_referee_is_not_the_candidate(read_cv) -> None:
    resume = read_cv("Jane Roe\n# Profile\nPMO lead.\n# References\nOmar Poe, Acme Ltd, omar@example.org, 020 7946 0999")
    assert resume.email is None
    assert resume.phone is None


def test_links_behind_words_and_mail_behind_an_icon(document, taxonomy) -> None:
    read = document("Jane Roe\nLinkedIn Portfolio\n# Profile\nPMO lead.")
    links = (
        Link("https://www.linkedin.com/in/janeroe", 9, 17),
        Link("https://jane.example.com", 18, 27),
        Link("mailto:jane@example.com?subject=Hi", 0, 0),
    )
    resume = assemble(dataclasses.replace(read, links=links), (), taxonomy, AS_OF)
    assert [link.value for link in resume.links] == ["https://www.linkedin.com/in/janeroe", "https://jane.example.com"]
    assert resume.email.value == "jane@example.com"


def test_details_that_stand_only_in_the_page_header(taxonomy) -> None:
    header, body = "Jane Roe | jane@example.com | 07700 900123", "EXPERIENCE"
    blocks = (
        Block(header, 0, len(header), place=Place.HEADER, address=Address("word/header1.xml", "0", "header")),
        Block(body, len(header) + 1, len(header) + 1 + len(body)),
    )
    resume = assemble(Document("cv.docx", "docx", f"{header}\n{body}", blocks), (), taxonomy, AS_OF)
    assert (resume.name.value, resume.email.value, resume.phone.value) == ("Jane Roe", "jane@example.com", "07700 900123")


def test_the_component_marks_contact_details_in_any_blank_pipeline() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("pmo_contact")
    doc = nlp("Jane Roe\n\nLondon, UK | +44 7700 900123 | jane@example.com\n\nEXPERIENCE")
    assert [span.label_ for span in doc.spans["pmo_contact"]] == ["EMAIL", "PHONE", "LOCATION"]


def test_a_line_of_skills_above_the_name_is_no_name(document, taxonomy) -> None:
    from pmo_resume.nlp.reader import Reader

    reader = Reader(taxonomy)
    side = document("Tableau Jira\nLinda Potter\nPMO analyst\n# Profile\nPMO lead.")
    assert reader.resume(side, AS_OF).name.value == "Linda Potter"
    assert reader.resume(document("Ruby Roe\n# Profile\nPMO lead."), AS_OF).name.value == "Ruby Roe"
