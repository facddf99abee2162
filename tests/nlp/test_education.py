"""Degrees, their levels, and the courses of study of a CV."""

import datetime

import pytest

from pmo_resume.nlp.education import degree_level
from pmo_resume.nlp.reader import Reader


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("BSc (Hons) Mathematics", "bachelor"),
        ("B.Sc. Physics", "bachelor"),
        ("B.S. Civil Engineering", "bachelor"),
        ("BS in Computer Science", "bachelor"),
        ("BA, Economics", "bachelor"),
        ("Bachelor of Arts in History", "bachelor"),
        ("Bachelor’s degree in any field", "bachelor"),
        ("BEng", "bachelor"),
        ("B.Tech (IT)", "bachelor"),
        ("MSc Project Management", "master"),
        ("M.S., Statistics", "master"),
        ("MA in History", "master"),
        ("MS Engineering", "master"),
        ("Master of Engineering", "master"),
        ("Masters in Finance", "master"),
        ("MBA", "mba"),
        ("Master of Business Administration (MBA)", "mba"),
        ("PhD in Computer Science", "doctorate"),
        ("Doctor of Philosophy", "doctorate"),
        ("Associate of Science", "associate"),
        ("HND Business", "associate"),
        ("PGCert Leadership", "postgrad-cert"),
        ("Postgraduate Diploma in Law", "postgrad-cert"),
        ("A-levels: Mathematics, German", "secondary"),
        ("BTEC Level 3 Business", "post-secondary"),
    ],
)
def test_levels(taxonomy, text: str, level: str) -> None:
    found = degree_level(text, taxonomy)
    assert found is not None
    assert found[0] == level
    assert text[found[1].start : found[1].end].strip()


@pytest.mark.parametrize(
    "text",
    [
        "MS Project",
        "MS Office and MS Excel",
        "Boston, MA",
        "Certified Scrum Master",
        "Associate Director",
        "BA team lead",
        "as needed",
        "Project Associate",
        "AS/400",
        "Jira Administrator",
        "a bit of SQL",
        "GPA 2.1",
    ],
)
def test_no_degree(taxonomy, text: str) -> None:
    assert degree_level(text, taxonomy) is None


def shown(education) -> str:
    degree, institution = (fact.value if fact else "–" for fact in (education.degree, education.institution))
    return f"{degree} | {education.level or '–'} | {education.field or '–'} | {institution} | {education.end or '–'}"


def test_courses_told_behind_one_another_are_told_apart(read_cv) -> None:
    found = read_cv(
        "# Education\nMBA, Harbour School, 2017; BEng (Civil Engineering), 2:1, Park Lane Polytechnic, 2011\n# Skills\nJira"
    ).education
    assert [(one.level, one.institution.value, str(one.end)) for one in found] == [
        ("mba", "Harbour School", "2017"),
        ("bachelor", "Park Lane Polytechnic", "2011"),
    ]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            "XII (CBSE)\tKendriya Vidyalaya, Trichy\t2004\nX (CBSE)\tKendriya Vidyalaya, Trichy\t2002",
            ["XII (CBSE) | secondary | – | Kendriya Vidyalaya | 2004", "X (CBSE) | secondary | – | Kendriya Vidyalaya | 2002"],
        ),
        (
            "MSc in Physics\nMoscow State University, Moscow | 2005 - 2010",
            ["MSc in Physics | master | Physics | Moscow State University | 2010"],
        ),
        (
            "BSc Computer Science\nTarnow Technical University, Poland, Tarnow\t2001 – 2004",
            ["BSc Computer Science | bachelor | Computer Science | Tarnow Technical University | 2004"],
        ),
        (
            "BSc Finance\nRussell University of Economics, Leeds\t2004",
            ["BSc Finance | bachelor | Finance | Russell University of Economics | 2004"],
        ),
        (
            "M.Sc. in Operations Research, University of Limerick (Distinction), 2003",
            ["M.Sc. in Operations Research | master | Operations Research | University of Limerick | 2003"],
        ),
        (
            "MSc Logistics (University of Hull, expected 2027)\nMBA (Thameside Business School, 2016)",
            ["MSc Logistics | master | Logistics | University of Hull | 2027", "MBA | mba | – | Thameside Business School | 2016"],
        ),
        (
            "MA (Hons) Economics (Upper Second), University of York, 2012",
            ["MA (Hons) Economics | bachelor | Economics | University of York | 2012"],
        ),
        (
            "**MSc Economics**\t2008 – 2012\nUniversity of York – Upper Second",
            ["MSc Economics | master | Economics | University of York | 2012"],
        ),
        (
            "Senior Certificate\t2004\nOak Hill High School",
            ["Senior Certificate | secondary | – | Oak Hill High School | 2004"],
        ),
        ("Oak Hill High School, 2004", ["– | secondary | – | Oak Hill High School | 2004"]),
        (
            "Laurea, Università di Borgo, 2010\nPostgraduate Diploma in Logistics, Harbour Business School, 2016",
            [
                "Laurea | – | – | Università di Borgo | 2010",
                "Postgraduate Diploma in Logistics | postgrad-cert | Logistics | Harbour Business School | 2016",
            ],
        ),
        (
            "Mestrado in Logistics, Universidade do Porto Novo, 2010\nLicence in Economics, Université des Rives, 2007",
            [
                "Mestrado in Logistics | master | Logistics | Universidade do Porto Novo | 2010",
                "Licence in Economics | bachelor | Economics | Université des Rives | 2007",
            ],
        ),
        ("Model School-High School\nApril 2013", ["High School | secondary | – | Model School | 2013-04"]),
        (
            "2010 University of Hull, BSc Mathematics\n2007\nGrammar School of Leeds\n2014\nAPM\nA course",
            [
                "BSc Mathematics | bachelor | Mathematics | University of Hull | 2010",
                "– | – | – | Grammar School of Leeds | 2007",
            ],
        ),
        (
            "B.S. Marine Engineering, Harbor State University, 2014",
            ["B.S. Marine Engineering | bachelor | Marine Engineering | Harbor State University | 2014"],
        ),
        (
            "BA (Hons) Economics\nUniversity of York\n2007 – 2010",
            ["BA (Hons) Economics | bachelor | Economics | University of York | 2010"],
        ),
        (
            "University of Hull\t2010 – 2013\nBachelor of Science in Physics, 2:1",
            ["Bachelor of Science in Physics | bachelor | Physics | University of Hull | 2013"],
        ),
        (
            "Master of Business Administration (MBA), Henley Business School, June 2020",
            ["Master of Business Administration (MBA) | mba | – | Henley Business School | 2020-06"],
        ),
        (
            "MSc in Project Management | University of Leeds | expected 2027",
            ["MSc in Project Management | master | Project Management | University of Leeds | 2027"],
        ),
        (
            "Bachelor of Science in Computer Science\nUniversity of California, Berkeley | 2016\n- GPA: 3.7/4.0",
            ["Bachelor of Science in Computer Science | bachelor | Computer Science | University of California, Berkeley | 2016"],
        ),
        (
            "BSc Mathematics\nUniversity of Bath\n2014\nMBA\nHenley Business School\n2020",
            ["BSc Mathematics | bachelor | Mathematics | University of Bath | 2014", "MBA | mba | – | Henley Business School | 2020"],
        ),
        (
            "June 2008\nBachelor of Business Administration, University of Phoenixville\n"
            "June 2014\nMaster of Science in Nursing, University of Phoenixville",
            [
                "Bachelor of Business Administration | bachelor | Business Administration | University of Phoenixville | 2008-06",
                "Master of Science in Nursing | master | Nursing | University of Phoenixville | 2014-06",
            ],
        ),
        (
            "MSc Transport Planning, Holmfield University, 2:1, dissertation on trams",
            ["MSc Transport Planning | master | Transport Planning | Holmfield University | –"],
        ),
        (
            "Prairie State University\nMaster of Business Administration\t2018\nWabash Valley College\nB.S. in Information Systems\t2011",
            [
                "Master of Business Administration | mba | – | Prairie State University | 2018",
                "B.S. in Information Systems | bachelor | Information Systems | Wabash Valley College | 2011",
            ],
        ),
        (
            "Bachelor of Science : Hotel Administration Fairmont School of Business City , State",
            ["Bachelor of Science | bachelor | Hotel Administration | Fairmont School of Business | –"],
        ),
        (
            "Master of Science : Occupational Ethics Holmfield University City , State Occupational Ethics",
            ["Master of Science | master | Occupational Ethics | Holmfield University | –"],
        ),
        (
            "PhD Princebury University, Computer Science\tSept 2018 – May 2023",
            ["PhD | doctorate | Computer Science | Princebury University | 2023-05"],
        ),
        (
            "PhD in Computer Science\tPrincebury University\tPrincebury, NJ\t2018 – 2023",
            ["PhD in Computer Science | doctorate | Computer Science | Princebury University | 2023"],
        ),
        (
            "BEng Civil Engineering\nSri Varma Engineering College, Pune\n2010 2014",
            ["BEng Civil Engineering | bachelor | Civil Engineering | Sri Varma Engineering College | 2014"],
        ),
        (
            "Project Management Coursework, 2020\nHouston Community College - City",
            ["Project Management Coursework | – | Project Management | Houston Community College | 2020"],
        ),
        (
            "Bachelor of Arts : Trams and Bells Glass Italian The City College of Holmfield",
            ["Bachelor of Arts | bachelor | Trams and Bells Glass Italian | The City College of Holmfield | –"],
        ),
        (
            "BSc Physics, Northmoor University, 2014\nHill Scholarship for Graduate Studies (2016)\nMBA, Holmfield University, 2018",
            [
                "BSc Physics | bachelor | Physics | Northmoor University | 2014",
                "MBA | mba | – | Holmfield University | 2018",
            ],
        ),
        (
            "BSc, Northmoor University Computer Science, 2014",
            ["BSc | bachelor | Computer Science | Northmoor University | 2014"],
        ),
    ],
)
def test_courses_of_study(read_cv, written: str, expected: list[str]) -> None:
    assert [shown(education) for education in read_cv(f"# Education\n{written}").education] == expected


def test_certifications_beside_degrees_are_no_study(read_cv) -> None:
    resume = read_cv(
        "# Education & Certifications\nMSc Statistics, University of Leeds, 2014\n"
        "Certificate of attendance, 2016\nPRINCE2 Practitioner, 2016"
    )
    assert [education.degree.value for education in resume.education] == ["MSc Statistics"]


def test_a_degree_below_a_certification_takes_no_date_from_it(document, taxonomy) -> None:
    written = "# Qualifications\nMSP Foundation, 2019\nBA (Hons) History, 2:1, University of Hull, 2008–2011\nGCSEs: 9 including Maths"
    resume = Reader(taxonomy).resume(document(written), datetime.date(2026, 11, 1))
    assert [shown(education).split(" | ")[0::4] for education in resume.education] == [["BA (Hons) History", "2011"], ["GCSEs", "–"]]
