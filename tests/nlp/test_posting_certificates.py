"""Certificates asked for in other words than the vocabulary's, as recruiters write them."""

from __future__ import annotations

import pytest

from pmo_resume import api
from pmo_resume.model.posting import RequirementKind
from pmo_resume.model.terms import Category, Taxonomy
from pmo_resume.nlp.reader import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(api.load_taxonomy())


def _certificates(reader: Reader, line: str) -> list[tuple[str, str]]:
    posting = reader.posting(api.read_document(f"Project Manager\n\nRequirements:\n- {line}\n- Five years of experience\n".encode()))
    return [(one.concept, one.surface) for one in posting.mentions if one.category is Category.CREDENTIAL]


@pytest.mark.parametrize(
    ("line", "concepts"),
    [
        ("PMP, PMI or PRINCE2 Practitioner preferred", ["pmp", "pmi-certification", "prince2-p"]),
        ("A qualification such as MSP, Prince2 or PMI is essential", ["pmi-certification"]),
        ("PM certificate (IPMA, PMP)", ["pm-certification", "ipma-certification", "pmp"]),
        ("PMP certified, Scrum Master or Product Owner", ["pmp", "scrum-master-certification", "product-owner-certification"]),
    ],
)
def test_a_body_or_title_in_a_list_of_certificates_is_one(reader: Reader, line: str, concepts: list[str]) -> None:
    assert [concept for concept, _ in _certificates(reader, line)] == concepts


@pytest.mark.parametrize(
    "line",
    [
        "Experience as a Scrum Master or Product Owner",
        "PMP, and experience as a Scrum Master",
        "Knowledge of PMI standards and APM guidelines",
        "PMP or Scrum Master experience",
    ],
)
def test_a_body_or_title_elsewhere_is_none(reader: Reader, line: str) -> None:
    assert {concept for concept, _ in _certificates(reader, line)} <= {"pmp"}


@pytest.mark.parametrize(
    ("line", "surfaces"),
    [
        ("CCNA, CCNP, QXNP or QXIE certification is preferred", ["CCNA", "CCNP", "QXNP", "QXIE certification"]),
        ("Certified Tunnel Ventilation Engineer (CTVE) preferred", ["Certified Tunnel Ventilation Engineer (CTVE)"]),
        ("Valid crane safety certification", ["crane safety certification"]),
        ("Holds a lighting designer accreditation", ["lighting designer accreditation"]),
        ("Certified Agile Portfolio Manager (CAPO) or similar", ["Certified Agile Portfolio Manager (CAPO)"]),
        ("CompTIA Network+, Security+", ["CompTIA Network+", "Security+"]),
    ],
)
def test_a_certificate_nobody_listed_is_taken_as_written(reader: Reader, line: str, surfaces: list[str]) -> None:
    assert [surface for _, surface in _certificates(reader, line)] == surfaces


@pytest.mark.parametrize(
    "line",
    [
        "Any relevant professional certification is a plus",
        "Experience of product certification audits",
        "Led certification testing for new hardware",
        "Experience with ERP, CRM or BPM systems",
        "Certified Manager wanted",
    ],
)
def test_words_around_certification_that_name_none(reader: Reader, line: str) -> None:
    assert _certificates(reader, line) == []


def test_an_unknown_certificate_is_asked_as_one(reader: Reader) -> None:
    posting = reader.posting(api.read_document(b"Project Manager\n\nRequirements:\n- Crane safety certification required\n"))
    assert [item.kind for item in posting.requirements] == [RequirementKind.CREDENTIAL]
    assert posting.requirements[0].concepts == ("open:crane safety certification",)


def test_issuers_named_with_a_credential_are_implied_by_it() -> None:
    taxonomy: Taxonomy = api.load_taxonomy()
    for credential in ("pmp", "capm", "pmi-acp", "pgmp"):
        assert "pmi-certification" in taxonomy.terms[credential].implies, credential
