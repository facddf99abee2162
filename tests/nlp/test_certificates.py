"""Certificates that the vocabulary does not know are said as they are written."""

import pytest


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("First Aid at Work – Red Cross – 2021", ["First Aid at Work | held | 2021"]),
        ("Crane Licence (in progress)", ["Crane Licence | in progress | None"]),
        ("Forklift Driver, expired 2019", ["Forklift Driver | expired | None"]),
        (
            "Bridge Inspector\nMarch 2022\nRail Board\nDiver\nJune 2023\nSea Board",
            ["Bridge Inspector | held | 2022-03", "Diver | held | 2023-06"],
        ),
        ("Bridge Inspector\tMarch 2022\nDiver\tJune 2023", ["Bridge Inspector | held | 2022-03", "Diver | held | 2023-06"]),
        ("BSc Mathematics, 2014", []),
        ("Certification\tYear", []),
        ("I was trained in all the methods that the office had in use at that time.", []),
    ],
)
def test_certificates(read_cv, written: str, expected: list[str]) -> None:
    found = read_cv(f"Jane Roe\n# Certifications\n{written}\n# Skills\nJira").certificates
    assert [f"{one.name} | {one.status.value} | {one.date}" for one in found] == expected


def test_certificates_labelled_so_among_studies(read_cv) -> None:
    found = read_cv("Jane Roe\n# Education\nCertificate : Roof Building , 2019\nMBA, Hull University, 2012\n# Skills\nJira").certificates
    assert [one.name for one in found] == ["Roof Building"]
