"""A credential that belongs to a family is not the one that the family is named after."""

import pytest

from pmo_resume import api

CV = "Jane Roe\njane@example.com\n\nExperience\n\nPMO Lead, Acme Ltd, Jan 2018 - Present\n- Ran the office.\n\nCertifications\n\n{}\n"
JOB = "PMO Lead\nAcme Ltd\n\nRequirements\n- Must hold {}.\n- Must have budget management experience.\n"


@pytest.mark.parametrize(
    ("held", "asked", "name", "full"),
    [
        ("MBCS", "BCS Chartered IT Professional", "MBCS", False),
        ("MBCS CITP", "BCS Chartered IT Professional", "Chartered IT Professional", True),
        ("Series 63, FINRA", "a Series 63 licence", "Series 63", True),
        ("Registered Scientist", "CSci", "Registered Scientist", False),
        ("PRINCE2 Practitioner", "PRINCE2 Practitioner", "PRINCE2 Practitioner", True),
    ],
)
def test_one_kind_is_called_by_its_own_name_and_is_not_another(held, asked, name, full):
    resume, posting = api.read_resume(CV.format(held).encode()), api.read_posting(JOB.format(asked).encode())
    assert [one.name for one in resume.credentials] == [name]
    (ask,) = [one for one in api.match(resume, posting).contributions if one.area.value == "Credentials"]
    assert (ask.points == ask.possible) is full, ask.reason
    assert ("of the family of" in ask.reason) is not full, ask.reason
