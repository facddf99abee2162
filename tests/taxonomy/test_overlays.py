"""A user's own files add, extend and switch off; what is wrong in them is an error that names file and line."""

import pytest

from pmo_resume.errors import KeywordError
from pmo_resume.model.terms import Category, Credential, Form
from pmo_resume.taxonomy import check, load


def test_a_new_concept(keyword_file):
    path = keyword_file(
        """
        category: domain
        concepts:
          - id: zz-beekeeping
            label: Beekeeping
            forms: [apiculture, keep|kept|keeping bees]
            narrower: [queen rearing]
            examples: {match: [Kept bees], miss: [spelling bee]}
        """
    )
    term = load([path]).terms["zz-beekeeping"]
    assert (term.label, term.category, term.kind, term.weight) == ("Beekeeping", Category.DOMAIN, "skill", 3)
    assert [form.text for form in term.forms] == ["Beekeeping", "apiculture", "keep bees", "kept bees", "keeping bees", "queen rearing"]
    assert term.forms[-1] == Form("queen rearing", narrower=True)
    assert term.counterexamples == ("spelling bee",)
    assert check([path]) == ()


def test_a_known_concept_gains_forms_and_weight_and_keeps_the_rest(keyword_file, shipped):
    path = keyword_file("concepts:\n  - {id: jira, weight: 2, forms: [our ticket board]}\n")
    before, after = shipped.terms["jira"], load([path]).terms["jira"]
    assert after.weight == 2
    assert {form.text for form in after.forms} == {form.text for form in before.forms} | {"our ticket board"}
    assert (after.label, after.category, after.broader) == (before.label, before.category, before.broader)


def test_a_known_form_takes_the_rules_of_the_overlay(keyword_file):
    path = keyword_file("concepts:\n  - {id: jira, forms: [{text: Jira, context: [software]}]}\n")
    found = [form for form in load([path]).terms["jira"].forms if form.text == "Jira"]
    assert found == [Form("Jira", context=("software",))]


def test_switching_off(keyword_file, shipped):
    taxonomy = load([keyword_file("concepts:\n  - {id: basecamp, off: true}\n")])
    assert "basecamp" in shipped.terms
    assert "basecamp" not in taxonomy.terms


def test_a_credential_of_the_users_own(keyword_file):
    path = keyword_file("credentials:\n  - {id: zz-cert, name: Certified Zebra Keeper, acronym: CZK, issuer: Zoo, implies: [zz-zebra]}\n")
    found = load([path]).terms["zz-cert"]
    assert isinstance(found, Credential)
    assert found.forms == (Form("Certified Zebra Keeper"), Form("CZK", case=True))


def test_later_files_lie_over_earlier_ones_and_change_the_fingerprint(keyword_file, shipped):
    first = keyword_file("concepts:\n  - {id: zz-one, label: One zz, category: tool}\n", "a.yaml")
    second = keyword_file("concepts:\n  - {id: zz-one, weight: 5}\n", "b.yaml")
    taxonomy = load([first, second])
    assert taxonomy.terms["zz-one"].weight == 5
    assert len({taxonomy.fingerprint, load([first]).fingerprint, shipped.fingerprint}) == 3


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("concepts:\n  - id: zz-one\n    category: tool\n", 2, "no label"),
        ("concepts:\n  - id: zz-one\n    label: One\n", 2, "no category"),
        ("concepts:\n  - id: zz-one\n    wieght: 2\n", 3, "wieght"),
        ("concepts:\n  - id: zz-one\n    off: true\n", 2, "does not exist"),
        ("concepts:\n  - id: jira\n    broader:\n      - zz-nowhere\n", 4, "no concept"),
        ("concepts:\n  - id: jira\n    id: jira\n", 3, "stands twice"),
        ("roles:\n  - {id: zz, title: Zz, family: zz, level: 3, years: [1, 2]}\n", 1, "cannot be changed"),
        ("concepts: [\n", 2, "is not YAML"),
    ],
)
def test_errors_name_file_and_line(text, line, said, keyword_file):
    path = keyword_file(text)
    with pytest.raises(KeywordError) as caught:
        load([path])
    assert caught.value.source == f"{path}:{line}"
    assert said in caught.value.problem


def test_a_file_that_is_not_utf8(tmp_path):
    path = tmp_path / "latin.yaml"
    path.write_bytes("concepts: # é".encode("latin-1"))
    with pytest.raises(KeywordError, match="not UTF-8"):
        load([path])


def test_words_of_yaml_are_words(keyword_file):
    path = keyword_file("concepts:\n  - {id: zz-one, label: no, category: tool, forms: [yes, on, off, 2:1, 365]}\n")
    assert [form.text for form in load([path]).terms["zz-one"].forms] == ["no", "yes", "on", "off", "2:1", "365"]


def test_a_known_concept_can_be_renamed_and_given_an_acronym(keyword_file):
    path = keyword_file("concepts:\n  - {id: jira, label: Our Board, acronym: OBD, kind: tool, examples: {match: [on OBD]}}\n")
    term = load([path]).terms["jira"]
    assert (term.label, term.acronym) == ("Our Board", "OBD")
    assert {Form("Our Board"), Form("OBD", case=True), Form("Jira")} <= set(term.forms)
    assert "on OBD" in term.examples
