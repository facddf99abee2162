"""What the skills say of a thing that a line of a job proves: never less than a name, never more than the line."""

import pytest

from pmo_resume.model.findings import Mention
from pmo_resume.model.terms import Category, Form, Term
from pmo_resume.tailoring.naming import surfaced


def named(surface, label, wanted, taxonomy, category=Category.LEADERSHIP):
    term = Term("it", label, category, "skill", (Form(label), Form(surface)))
    terms = taxonomy.terms | {"it": term}
    mention = Mention("it", label, category, "skill", surface, 0, len(surface))
    return surfaced(mention, wanted, type(taxonomy)(terms=terms, lexicon=taxonomy.lexicon))


@pytest.mark.parametrize(
    ("line", "label", "wanted", "said"),
    [
        ("Negotiated", "Negotiation", None, "Negotiation"),
        ("mentored", "Mentoring", "mentoring", "Mentoring"),
        ("Negotiated", "Bargaining", None, None),
        ("supplier talks", "Negotiation", None, "Supplier talks"),
        ("line manage", "Line management", "line management experience", "Line management"),
        ("steering committee decks", "Steering committee management", None, None),
        ("workstream", "Workstream management", None, None),
    ],
)
def test_what_a_line_is_called_among_the_skills(line, label, wanted, said, taxonomy):
    assert named(line, label, wanted, taxonomy) == said
