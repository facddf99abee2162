"""What the skills say of a thing that a line of a job proves: never less than a name, never more than the line."""

from dataclasses import replace

import pytest

from pmo_resume.model.findings import Mention
from pmo_resume.model.terms import Category, Form, Term
from pmo_resume.tailoring.naming import surfaced
from pmo_resume.tailoring.wording import aligned


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
        ("data collection", "Data analysis", None, "Data collection"),
        ("Analysed data", "Data analysis", None, "Data analysis"),
        ("data analytics", "Data analysis", "data collection", "Data analysis"),
        ("workstream", "Workstream management", None, None),
    ],
)
def test_what_a_line_is_called_among_the_skills(line, label, wanted, said, taxonomy):
    assert named(line, label, wanted, taxonomy) == said


@pytest.mark.parametrize(
    ("own", "asked", "becomes"),
    [
        ("Vendor management", "supplier management", "Supplier management"),
        ("Data analysis", "data collection", None),
    ],
)
def test_a_skill_takes_the_words_of_the_posting_only_where_they_say_the_same(own, asked, becomes, taxonomy, ad):
    term = Term("it", own, Category.FUNCTION, "skill", (Form(own), Form(asked)))
    whole = type(taxonomy)(terms=taxonomy.terms | {"it": term}, lexicon=taxonomy.lexicon)
    wanted = Mention("it", own, Category.FUNCTION, "skill", asked, 0, 9)
    posting = replace(ad("PMO Lead").must("PMP").done(), taxonomy=whole, mentions=(wanted,))
    assert aligned(Mention("it", own, Category.FUNCTION, "skill", own, 0, len(own)), own, posting, whole) == becomes
