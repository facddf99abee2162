"""The shipped vocabulary: large enough, sound, and the same whichever way it is read."""

import re

import pytest

from pmo_resume.model.terms import Category, Credential, Taxonomy
from pmo_resume.resources import folder
from pmo_resume.taxonomy import check, compiled, load
from pmo_resume.taxonomy.digest import digest
from pmo_resume.taxonomy.families import word_lists
from pmo_resume.taxonomy.source import read

RENEWAL = r"\d+ years?(?:, .+)?$|does not expire(?:, .+)?$|varies by \w+(?:, .+)?$"


def differences(one: Taxonomy, two: Taxonomy) -> list[str]:
    return [name for name in Taxonomy.__slots__ if getattr(one, name) != getattr(two, name)]


def test_the_lint_finds_nothing():
    assert [f"{fault.file.name}:{fault.line} {fault.code} {fault.message}" for fault in check()] == []


def test_floors_of_size(shipped):
    credentials = [term for term in shipped.terms.values() if isinstance(term, Credential)]
    assert len(shipped.terms) - len(credentials) >= 550
    assert len(credentials) >= 130
    assert sum(len(term.forms) for term in shipped.terms.values()) >= 2_400
    assert len(shipped.roles) >= 60
    assert {level.rank for level in shipped.education.values()} == {1, 2, 3, 4, 5, 6, 7}
    assert len(shipped.bodies) >= 40


def test_every_skill_category_has_concepts(shipped):
    have = {term.category for term in shipped.terms.values()}
    apart = {Category.EDUCATION, Category.ROLE, Category.BODY, Category.LANGUAGE}
    assert have == set(Category) - apart


def test_the_compiled_file_is_fresh_and_says_the_same(shipped):
    keywords = folder("keywords")
    read = compiled.read(keywords)
    assert read is not None, "run python -m pmo_resume.taxonomy.compiled"
    assert read.fingerprint == digest(keywords)
    assert differences(read, shipped) == []
    assert compiled.text(read) == (keywords / compiled.NAME).read_text(encoding="utf-8")


def test_a_source_newer_than_the_compiled_file_is_not_ignored(tmp_path):
    (tmp_path / "methods.yaml").write_text("category: method\nconcepts:\n  - {id: agile, label: Agile}\n", encoding="utf-8")
    compiled.write(tmp_path)
    assert compiled.read(tmp_path) is not None
    (tmp_path / "methods.yaml").write_text("category: method\nconcepts:\n  - {id: lean, label: Lean}\n", encoding="utf-8")
    assert compiled.read(tmp_path) is None


def test_a_damaged_compiled_file_is_not_used(tmp_path):
    (tmp_path / "methods.yaml").write_text("category: method\nconcepts:\n  - {id: agile, label: Agile}\n", encoding="utf-8")
    compiled.write(tmp_path).write_text('{"sha256": "', encoding="utf-8")
    assert compiled.read(tmp_path) is None


def test_loading_without_overlays_is_the_shipped_vocabulary(shipped):
    assert differences(load(), shipped) == []


@pytest.mark.parametrize("key", ["broader", "implies", "supersedes"])
def test_relations_lead_to_concepts_and_never_back(shipped, key):
    def above(concept, path):
        assert concept not in path, f"{key}: {' > '.join((*path, concept))}"
        for other in getattr(shipped.terms[concept], key):
            above(other, (*path, concept))

    for concept in shipped.terms:
        above(concept, ())


@pytest.mark.parametrize(
    ("holder", "has"),
    [
        ("prince2-p", "prince2-f"),
        ("pmp", "capm"),
        ("pmp", "pm-certification"),
        ("lss-bb", "lss-gb"),
        ("clearance-us-sci", "clearance-us-ts"),
        ("clearance-us-sci", "clearance-us-secret"),
        ("csp-sm", "csm"),
        ("psm-ii", "psm-i"),
    ],
)
def test_the_higher_credential_implies_the_lower_never_the_other_way(shipped, holder, has):
    assert has in shipped.terms[holder].implies
    assert holder not in shipped.terms[has].implies


def test_a_certificate_of_a_maker_is_one_of_the_makers_certificates(shipped):
    held = [term for term in shipped.terms.values() if isinstance(term, Credential) and term.level != "clearance"]
    general = {term.issuer: term.id for term in held if term.name == f"{term.issuer} certification"}
    assert len(general) > 8
    assert [term.id for term in held if term.issuer in general and general[term.issuer] not in (term.id, *term.implies)] == []


def test_renewal_is_said_or_said_to_be_unknown_for_all_that_one_can_hold(shipped):
    held = [term for term in shipped.terms.values() if isinstance(term, Credential) and not re.search(r"-(?:any|certification)$", term.id)]
    assert [term.id for term in held if not term.renewal] == []
    known = [term for term in held if term.renewal != "unknown"]
    assert len(known) > 0.9 * len(held)
    assert [term.renewal for term in known if not re.match(RENEWAL, term.renewal)] == []


@pytest.mark.parametrize(
    "word", ["raid", "excel", "safe", "word", "teams", "access", "slack", "notion", "planner", "clarity", "outlook", "sow", "art"]
)
def test_names_that_are_everyday_words_never_count_in_small_letters_alone(shipped, word):
    bare = [form for term in shipped.terms.values() for form in term.forms if form.text.casefold() == word]
    assert all(form.case or form.context for form in bare), bare


@pytest.mark.parametrize(
    "word", ["project", "program", "manager", "team", "risk", "work", "management", "lead", "support", "planning", "budget", "scope"]
)
def test_words_of_every_posting_are_no_form_without_context(shipped, word):
    bare = [form for term in shipped.terms.values() for form in term.forms if form.text.casefold() == word]
    assert all(form.context for form in bare), bare


@pytest.mark.parametrize(
    ("concept", "narrower"), [("excel", "pivot tables"), ("regulatory-change", "Basel III"), ("pm-software", "project planning software")]
)
def test_one_kind_of_a_concept_is_marked_so_that_it_is_never_taken_for_its_name(shipped, concept, narrower):
    forms = {form.text: form for form in shipped.terms[concept].forms}
    assert forms[narrower].narrower
    assert not forms[shipped.terms[concept].label].narrower


def test_the_label_is_always_a_form(shipped):
    for term in shipped.terms.values():
        assert term.label.casefold() in {form.text.casefold() for form in term.forms}, term.id


def test_roles_climb_with_level_and_years(shipped):
    for role in shipped.roles.values():
        assert 1 <= role.level <= 9
        assert role.years[0] < role.years[1]
    assert shipped.roles["project-coordinator"].level < shipped.roles["project-manager"].level < shipped.roles["head-of-pmo"].level


def test_word_lists_reach_the_lexicon(shipped):
    assert "led" in shipped.lexicon["verbs"]["leadership"]
    assert set(shipped.lexicon) >= {path.stem for path in (folder("keywords") / "language").glob("*.yaml")}


def test_a_list_of_words_may_name_another_one_of_its_file(tmp_path):
    path = tmp_path / "words.yaml"
    path.write_text("colours: [red, 'blue?']\nheadings: ['{colours} plans', 'dear {name}']\n", encoding="utf-8")
    assert word_lists(read(path))["headings"] == ("(?:red|blue?) plans", "dear {name}")
