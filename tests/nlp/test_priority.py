"""How strongly a line asks, and the reason given."""

import pytest

from pmo_resume.model.findings import Priority
from pmo_resume.nlp.posting_headings import Part
from pmo_resume.nlp.priority import of_piece

LINES = [
    ("PMP certification is required", Part.PREFERRED, Priority.MUST, 'wording: "is required"'),
    ("Must have led a PMO", Part.REQUIRED, Priority.MUST, 'wording: "Must have"'),
    ("PMP is a big plus", Part.REQUIRED, Priority.PREFERRED, 'wording: "a big plus"'),
    ("PRINCE2 highly preferred but not required", Part.REQUIRED, Priority.PREFERRED, 'wording: "highly preferred"'),
    ("A nice-to-have: Power BI", Part.REQUIRED, Priority.PREFERRED, 'wording: "nice-to-have"'),
    ("Experience of P3O would be advantageous", Part.REQUIRED, Priority.PREFERRED, 'wording: "would be advantageous"'),
    ("Professional certifications are added advantages", Part.REQUIRED, Priority.PREFERRED, 'wording: "are added advantages"'),
    ("Experience of rail is highly regarded", Part.REQUIRED, Priority.PREFERRED, 'wording: "highly regarded"'),
    ("Knowledge of SAP an asset", Part.REQUIRED, Priority.PREFERRED, 'wording: "an asset"'),
    ("MSP Practitioner or willingness to obtain it", Part.REQUIRED, Priority.PREFERRED, 'wording: "or willingness to obtain"'),
    ("Strong reporting skills", Part.REQUIRED, Priority.MUST, 'section: "Requirements"'),
    ("Strong reporting skills", Part.PREFERRED, Priority.PREFERRED, 'section: "Requirements"'),
    ("At least 3 years in a PMO", Part.PREFERRED, Priority.PREFERRED, 'section: "Requirements"'),
    ("Maintain the asset register", Part.DUTIES, Priority.NAMED, 'section: "Requirements"'),
    ("Work with preferred suppliers", Part.REQUIRED, Priority.MUST, 'section: "Requirements"'),
    ("Performs other duties as required", Part.DUTIES, Priority.NAMED, 'section: "Requirements"'),
    ("Keep our competitive advantage", Part.DUTIES, Priority.NAMED, 'section: "Requirements"'),
    ("Able to work with minimum supervision", Part.REQUIRED, Priority.MUST, 'section: "Requirements"'),
]


@pytest.mark.parametrize(("line", "part", "priority", "basis"), LINES)
def test_priority_and_its_reason(line, part, priority, basis, taxonomy):
    assert of_piece(line, part, "Requirements", taxonomy) == (priority, basis)


def test_without_heading_and_wording_an_ask_is_a_must_by_default(taxonomy):
    assert of_piece("Strong reporting skills", Part.ROLE, "", taxonomy) == (Priority.MUST, "default")
