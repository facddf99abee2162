"""A whole CV tailored in its own Word file: which edits are made where, what the comments say, and what is left as it is."""

import datetime as dt
import io
import re

import pytest
from own_files import W, box, bullet, control, is_back, members, p, r, said, table, tree, word

from pmo_resume import api, documents
from pmo_resume.model.terms import Taxonomy
from pmo_resume.proof import check_tracked
from pmo_resume.tracking import Unsafe, track

JOB = """PMO Manager
Company: Brackenfield Water

Requirements
- Must have risk management experience.
- Stage gate reviews are essential.
- PRINCE2 Practitioner is required.
- Benefits realisation and RAID log.
- Experience of Power BI and Microsoft Project.
"""
HEAD = p(r("Marta Oyelaran", "<w:b/>")) + p("marta@example.com | 020 7946 0321 | Leeds")
BULLETS = (
    "Prepared monthly slides for the executive team.",
    "Led risk management for 14 projects worth £9m.",
    "Set up stage gate reviews and kept the RAID log for the PMO in Power BI.",
)
EXPERIENCE = (
    p(r("Experience", "<w:b/>"))
    + p("PMO Manager, Harbour Homes Ltd, Leeds")
    + p("Jan 2019 - Present")
    + "".join(bullet(line) for line in BULLETS)
    + p("Project Officer, Moor Council, York")
    + p("Mar 2014 - Dec 2018")
    + bullet("Kept plans in MS Project.")
    + bullet("Minuted the project board and chased its actions for a programme of nine projects.")
)
SKILLS = p(r("Skills", "<w:b/>")) + p("Jira, MS Project, Excel, benefits realisation")
CERTIFICATES = p(r("Certifications", "<w:b/>")) + bullet("Lean Six Sigma Green Belt, 2015") + bullet("PRINCE2 Practitioner, 2020")
PERSONAL = p(r("Personal Details", "<w:b/>")) + p("Date of birth: 4 May 1985")
SUMMARY = p(r("Profile", "<w:b/>")) + p("PMO manager in housing and local government, at home with boards and with spreadsheets.")
WHOLE = HEAD + SUMMARY + EXPERIENCE + SKILLS + CERTIFICATES


@pytest.fixture(scope="module")
def taxonomy() -> Taxonomy:
    return api.load_taxonomy()


@pytest.fixture
def tracked(taxonomy):
    """tracked(data): the tailored CV and its tracked file, proved."""

    def make(data, pages=None):
        resume = api.read_resume(documents.read_bytes(data, "cv.docx"), taxonomy, dt.date(2026, 11, 24))
        tailored = api.tailor(resume, api.read_posting(JOB.encode(), taxonomy), pages=pages, letter=None)
        done = track(data, tailored)
        assert check_tracked(data, done.data, done.lines, tailored) == ()
        assert is_back(data, done.data)
        return tailored, done

    return make


def comments(done):
    root = tree(done.data, "word/comments.xml")
    return ["\n".join("".join(paragraph.itertext()) for paragraph in each) for each in root]


def test_the_bullets_of_a_job_stand_in_the_tailored_order(tracked):
    tailored, done = tracked(word(WHOLE))
    wanted = [claim.text for claim in tailored.experience[0].highlights]
    assert wanted != list(BULLETS)
    text = "\n".join(said(done.data))
    assert [text.index(line) for line in wanted] == sorted(text.index(line) for line in wanted)


def test_every_comment_quotes_the_posting_and_the_proof_and_names_the_rule(tracked):
    _, done = tracked(word(WHOLE))
    found = comments(done)
    assert len(found) == done.edits >= 4
    assert all("Rule: " in each for each in found)
    risk = next(each for each in found if "Led risk management" in each)
    assert "The posting asks: “Must have risk management experience.”" in risk
    assert "Proof in your CV: “Led risk management for 14 projects worth £9m.”" in risk
    root = tree(done.data, "word/comments.xml")
    assert {each.get(f"{{{W}}}author") for each in root} == {"pmo-resume"}
    assert {each.get(f"{{{W}}}date") for each in root} == {"2026-11-24T00:00:00Z"}


def test_a_skill_that_a_job_proves_is_added_to_the_list_and_a_wording_follows_the_posting(tracked):
    _, done = tracked(word(WHOLE))
    skills = next(line for line in said(done.data) if "Jira" in line)
    assert "Risk management" in skills
    assert "Microsoft Project" in skills
    assert "MS Project" not in skills


def test_certificates_that_are_asked_for_come_first(tracked):
    _, done = tracked(word(WHOLE))
    text = "\n".join(said(done.data))
    assert text.index("PRINCE2 Practitioner, 2020") < text.index("Lean Six Sigma Green Belt")


def test_a_line_under_the_name_takes_the_look_of_the_line_that_stood_there(tracked):
    tailored, done = tracked(word(WHOLE))
    paragraphs = said(done.data)
    assert paragraphs[1] == tailored.headline.text
    new = list(tree(done.data).iter(f"{{{W}}}p"))[1]
    assert new.find(f".//{{{W}}}b") is None


def test_a_summary_is_added_under_a_heading_that_looks_like_the_others(tracked):
    prose = p("I started in the post room of a housing association and have run its projects office since.")
    tailored, done = tracked(word(HEAD + EXPERIENCE + prose + SKILLS + CERTIFICATES))
    paragraphs = said(done.data)
    at = paragraphs.index("Summary")
    assert paragraphs[at + 1] == tailored.summary[0].text
    heading = next(each for each in tree(done.data).iter(f"{{{W}}}p") if "".join(each.itertext()) == "Summary")
    assert heading.find(f".//{{{W}}}b") is not None


def test_personal_data_goes_with_a_heading_that_has_nothing_else_below(tracked):
    _, done = tracked(word(HEAD + PERSONAL + EXPERIENCE + SKILLS))
    text = "\n".join(said(done.data))
    assert "Date of birth" not in text
    assert "Personal Details" not in text
    assert any("invites bias" in each for each in comments(done))


def test_lines_that_had_to_go_for_length_go_here_too(tracked):
    many = "".join(bullet(f"Wrote the minutes of meeting {number} of the housing stock working group.") for number in range(60))
    data = word(HEAD + EXPERIENCE.replace(bullet("Kept plans in MS Project."), many) + SKILLS)
    tailored, done = tracked(data, pages=1)
    kept = [claim.text for job in tailored.experience for claim in job.highlights]
    assert [line for line in said(done.data) if line.startswith("Wrote")] == [line for line in kept if line.startswith("Wrote")]


@pytest.mark.parametrize("frame", [lambda inner: table(inner, p("2019")), box, control], ids=["table", "text box", "content control"])
def test_it_works_wherever_the_jobs_stand(tracked, frame):
    tailored, done = tracked(word(HEAD + SUMMARY + frame(EXPERIENCE + p("End")) + SKILLS))
    text = "\n".join(said(done.data))
    wanted = [claim.text for claim in tailored.experience[0].highlights]
    assert [text.index(line) for line in wanted] == sorted(text.index(line) for line in wanted)


def test_a_header_can_be_edited_and_its_comment_stands_in_the_body(tracked):
    header = p("Marta Oyelaran") + p("Change Manager") + p("marta@example.com")
    relation = '<w:headerReference w:type="default" r:id="header1"/>'
    data = word(SUMMARY + EXPERIENCE + SKILLS, header1=header)
    data = replaced(data, "<w:sectPr/>", f"<w:sectPr>{relation}</w:sectPr>")
    tailored, done = tracked(data)
    assert tailored.headline.text != "Change Manager"
    assert tailored.headline.text in said(done.data, "word/header1.xml")
    assert "commentReference" not in members(done.data)["word/header1.xml"].decode()


def test_nothing_to_change_gives_the_very_file_back(taxonomy):
    data = word(HEAD + SUMMARY + p(r("Education", "<w:b/>")) + p("BA History, University of Hull, 2009"))
    resume = api.read_resume(documents.read_bytes(data, "cv.docx"), taxonomy, dt.date(2026, 11, 24))
    done = track(data, api.tailor(resume, api.read_posting(JOB.encode(), taxonomy), letter=None))
    assert (done.data, done.edits) == (data, 0)


def test_the_reader_reads_the_tracked_file_as_the_tailored_one(tracked, taxonomy):
    tailored, done = tracked(word(WHOLE))
    again = api.read_resume(documents.read_bytes(done.data, "cv.docx"), taxonomy, dt.date(2026, 11, 24))
    assert [line.text for line in again.experience[0].highlights] == [claim.text for claim in tailored.experience[0].highlights]


def replaced(data, old, new):
    import zipfile

    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, part in members(data).items():
            archive.writestr(name, part.replace(old.encode(), new.encode()))
    return stream.getvalue()


REFUSED = {
    "macros": (lambda: replaced(word(WHOLE), "document.main", "document.macroEnabled.main"), "holds macros"),
    "strict": (lambda: replaced(word(WHOLE), W, "http://purl.oclc.org/ooxml/wordprocessingml/main"), "Strict Open XML"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_file_that_cannot_carry_changes_is_refused_as_a_whole(case, taxonomy):
    make, why = REFUSED[case]
    data = make()
    resume = api.read_resume(documents.read_bytes(data, "cv.docx"), taxonomy, dt.date(2026, 11, 24))
    tailored = api.tailor(resume, api.read_posting(JOB.encode(), taxonomy), letter=None)
    with pytest.raises(Unsafe, match=re.escape(why)):
        track(data, tailored)
