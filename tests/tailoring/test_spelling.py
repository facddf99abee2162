"""British and American spelling when it is asked for: every line of the document, no name, nothing else changed, and all of it proved."""

import datetime as dt
import io
import re

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmo_resume import api, making, own_file
from pmo_resume.model.tailored import ChangeKind, Rule, Spelling
from pmo_resume.proof.claims import Gate, Placed
from pmo_resume.proof.spelling import Evened
from pmo_resume.tailoring.spelling import spelt

CV = """Jane Roe
jane.roe@example.com | 020 7946 0123 | Leeds

Summary
Organised programme professional. Analysed and prioritised the work of three centres.

Experience

Programme Manager, Labour Centre for Organisational Change, Leeds
Mar 2019 - Present
- Organised a programme of 14 projects, modelled its costs and cancelled two.
- Answered press enquiries about the “Harbour Programme” with the Labour Centre for Organisational Change.
- Labelled 900 drawings; the catalogue is at www.harbour-centre.example.com.

Certifications
PRINCE2 Practitioner, 2017

Education
BA Behavioural Science, University of Northmoor, 2015

Volunteering
- Organised the neighbourhood theatre for two years.

Skills
Organisational skills: Programme Management, Prioritisation, Excel
"""
JOB = """Program Manager
Company: Brackenfield Labor Center
Location: Austin, TX

Requirements
- Must have experience of program management and prioritization.
- PMP or PRINCE2 Practitioner required.
- Organizational skills and Excel.

Responsibilities
- Lead the program.
"""


@pytest.fixture(scope="module")
def pair():
    return api.read_resume(CV.encode(), as_of=dt.date(2026, 11, 1)), api.read_posting(JOB.encode())


@pytest.fixture(scope="module")
def american(pair):
    return api.tailor(*pair, spelling=Spelling.US)


def lines(tailored):
    return [
        *(claim.text for claim in tailored.summary),
        *(line.text for job in tailored.experience for line in job.highlights),
        *(item.text for group in tailored.skills for item in group.items),
        *(group.label for group in tailored.skills),
        *(claim.text for section in tailored.sections for claim in section.lines),
    ]


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("organisation of programmes", "organization of programs"),
        ("Prioritising, analysing and modelling", "Prioritizing, analyzing and modeling"),
        ("COLOUR CENTRE", "COLOR CENTER"),
        ("labelled catalogues", "labeled catalogs"),
        ("fulfilment and judgement", "fulfillment and judgment"),
        ("supervise, advise, exercise, revise", "supervise, advise, exercise, revise"),
        ("filled, called, controlled, four, tour", "filled, called, controlled, four, tour"),
    ],
)
def test_words_in_both_spellings(taxonomy, british, american):
    assert spelt(british, Spelling.US, taxonomy) == american
    assert spelt(american, Spelling.UK, taxonomy) == british


@pytest.mark.parametrize("word", ["check", "license", "meter", "practice", "while"])
def test_a_word_that_british_writers_have_too_is_left(taxonomy, word):
    assert spelt(word, Spelling.UK, taxonomy) == word


def test_no_british_word_is_left_but_in_names(american):
    names = ["Labour Centre for Organisational Change", "“Harbour Programme”", "www.harbour-centre.example.com"]
    said = "\n".join([*lines(american), *(claim.text for part in american.letter.paragraphs for claim in part)])
    assert all(name in said for name in names[1:])
    for name in [*names, "Programme Manager"]:
        said = said.replace(name, "")
    assert not re.search(r"(?i)organis|programme|prioritis|analys[ei]|centre|theatre|neighbour|labell|modell|catalogue|enquir", said)
    assert "Program Management" in lines(american)
    assert "Organizational skills" in lines(american)


def test_what_was_held_and_studied_keeps_its_name(american):
    job = american.experience[0]
    assert (job.title.text, job.employer.text) == ("Programme Manager", "Labour Centre for Organisational Change")
    assert "BA Behavioural Science" in american.education[0].text


def test_the_change_is_told_once_and_its_lines_say_so(american):
    told = [change for change in american.changes if change.where == "The whole document"]
    assert len(told) == 1
    assert told[0].kind is ChangeKind.REWORDED
    assert "American spelling, as you asked" in told[0].reason
    respelt = [line for job in american.experience for line in job.highlights if line.rule is Rule.RESPELT]
    assert respelt
    assert all(line.reason == "American spelling, as you asked" for line in respelt)


def test_nothing_is_respelt_unless_asked(pair):
    plain = api.tailor(*pair)
    assert not any(line.rule is Rule.RESPELT for job in plain.experience for line in job.highlights)
    assert "Organised a programme" in plain.experience[0].highlights[0].text + plain.experience[0].highlights[1].text


@pytest.mark.parametrize("spelling", list(Spelling))
def test_it_is_proved_like_any_other(pair, spelling):
    making.prove(api.tailor(*pair, spelling=spelling))


@pytest.mark.parametrize("lie", ["Organized a program of 15 projects", "Led a program of 14 projects", "Organized programs of 14 projects"])
def test_a_lie_is_no_spelling(pair, american, lie):
    line = next(line for line in american.experience[0].highlights if line.text.startswith("Organized"))
    planted = type(line)(lie + line.text.removeprefix("Organized a program of 14 projects"), line.rule, line.sources)
    found = list(Gate(*pair).problems(Placed(planted, "experience", "line")))
    assert found


def test_the_own_file_carries_it(pair, tmp_path):
    document = docx.Document()
    for line in CV.splitlines():
        document.add_paragraph(line.removeprefix("- "), style="List Bullet" if line.startswith("- ") else None)
    data = io.BytesIO()
    document.save(data)
    path = tmp_path / "cv.docx"
    path.write_bytes(data.getvalue())
    tailored = api.tailor(api.read_resume(path, as_of=dt.date(2026, 11, 1)), pair[1], spelling=Spelling.US)
    made = own_file.make(tailored, tmp_path, ("docx",))
    assert [file.name for file in made[0]] == ["resume.tracked.docx"], made[1]
    xml = docx.Document(made[0][0]).element.xml
    for word in ("neighborhood", "theater", "Organized", "modeled"):
        assert re.search(rf"<w:ins [^>]*>(?:(?!</w:ins>).)*{word}", xml, re.DOTALL), word


@given(st.text(alphabet="abcdefilmnoprsuyz ", max_size=30))
def test_evening_never_takes_two_numbers_or_lengths_for_one(text):
    evened = Evened(api.load_taxonomy())
    assert len(evened.words(text)) == len(evened.words(spelt(text, Spelling.US, api.load_taxonomy())))
    assert evened.words(text) == evened.words(spelt(text, Spelling.US, api.load_taxonomy()))
    assert evened.words(text) == evened.words(spelt(text, Spelling.UK, api.load_taxonomy()))


@pytest.mark.parametrize(("one", "two"), [("filled", "filed"), ("four", "for"), ("planning", "planing"), ("called", "caled")])
def test_other_words_are_not_evened(taxonomy, one, two):
    assert Evened(taxonomy).words(one) != Evened(taxonomy).words(two)


def test_every_pair_of_the_lists_is_even_for_the_gate():
    taxonomy = api.load_taxonomy()
    evened = Evened(taxonomy)
    listed = taxonomy.lexicon["spelling"]
    british = [stem + end for kind in ("ise", "yse", "our") for stem in listed[f"{kind}_stems"] for end in listed[f"{kind}_endings"]]
    british += [stem + "l" + end for stem in listed["l_stems"] for end in listed["l_endings"]]
    british += [pair.split()[0] for key in ("pairs", "to_american") for pair in listed[key]]
    assert len(british) > 2000
    odd = [word for word in british if evened.words(word) != evened.words(spelt(word, Spelling.US, taxonomy))]
    assert not odd
