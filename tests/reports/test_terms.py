from pmo_resume.model.terms import Body, Category, Credential, Form, RoleTitle, Taxonomy, Term
from pmo_resume.reports import terms

SAFE = Term("safe", "Scaled Agile Framework", Category.METHOD, "knowledge", (Form("SAFe", case=True), Form("scaled agile")), acronym="SAFe")
LEAN = Term("lean", "Lean", Category.METHOD, "knowledge", (Form("lean", context=("process", "six sigma"), unless=("in",)),))
PMP = Credential(
    "pmp", "Project Management Professional", Category.CREDENTIAL, "knowledge", (Form("PMP", case=True),), issuer="PMI", implies=("lean",)
)
TAXONOMY = Taxonomy(terms={"pmp": PMP, "safe": SAFE, "lean": LEAN})


def test_concepts_are_listed_by_family_and_label():
    assert [term.id for term in terms.rows(TAXONOMY)] == ["lean", "safe", "pmp"]
    assert [term.id for term in terms.rows(TAXONOMY, terms.Wanted(Category.CREDENTIAL))] == ["pmp"]
    lines = terms.table(terms.rows(TAXONOMY)).splitlines()
    assert lines[0] == "method (2)"
    assert lines[2].split() == ["safe", "Scaled", "Agile", "Framework", "(2", "forms)"]
    assert lines[3:5] == ["", "credential (1)"]
    assert terms.table(()) == "no concepts"


def test_a_card_says_when_a_form_counts_and_names_related_concepts():
    assert "forms:          lean (near process, six sigma; not near in)" in terms.card(LEAN, TAXONOMY).splitlines()
    card = terms.card(PMP, TAXONOMY).splitlines()
    assert "implies:        Lean" in card
    assert "issuer:         PMI" in card
    assert not [line for line in card if line.startswith("renewal")]


def test_roles_and_bodies_have_cards_too():
    role = RoleTitle("head-of-pmo", "Head of PMO", "pmo", 7, (12, 20), ("head of pmo",))
    body = Body("apm", "Association for Project Management", "APM", ("APM",))
    assert terms.card_json(role)["years"] == [12, 20]
    assert "level:          7" in terms.card(role, TAXONOMY).splitlines()
    assert terms.card_json(body)["forms"] == [{"text": "APM", "use": "name", "case": False, "context": [], "unless": []}]


def test_the_list_as_data_has_every_form():
    data = terms.as_json(terms.rows(TAXONOMY))
    assert data["schema"] == 1
    assert [form["text"] for form in data["terms"][1]["forms"]] == ["SAFe", "scaled agile"]
    assert data["terms"][2]["issuer"] == "PMI"
