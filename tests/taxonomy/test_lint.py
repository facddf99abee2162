"""Each fault on a small bad file, with the line it stands on."""

import pytest

from pmo_resume.taxonomy import check

RUNG = "rungs:\n  - id: zz-rung\n    level: 3\n    name: Zz\n    source: {where: judgement, read: '2026-01-31'}\n"
FAULTS = [
    ("unreadable", 3, "concepts:\n  - id: [x\n"),
    ("repeated-key", 4, "concepts:\n  - id: zz-one\n    label: One zz\n    label: Two zz\n    category: tool\n"),
    ("unknown-key", 4, "concepts:\n  - id: zz-one\n    label: One zz\n    wieght: 3\n"),
    ("bad-value", 5, "concepts:\n  - id: zz-one\n    label: One zz\n    category: tool\n    weight: 9\n"),
    ("bad-value", 2, "concepts:\n  - id: ZZ one\n    label: One zz\n    category: tool\n"),
    ("bad-value", 4, "concepts:\n  - id: zz-one\n    label: One zz\n    category: gadget\n"),
    ("shared-form", 4, "category: tool\nconcepts:\n  - id: zz-one\n    label: Risk register\n"),
    ("shared-form", 5, "category: tool\nconcepts:\n  - id: zz-one\n    label: One zz\n    forms: [stakeholder-management]\n"),
    ("unknown-id", 5, "category: tool\nconcepts:\n  - id: zz-one\n    label: One zz\n    broader: [zz-nowhere]\n"),
    ("self-relation", 5, "category: tool\nconcepts:\n  - id: zz-one\n    label: One zz\n    broader: [zz-one]\n"),
    ("unknown-id", 3, "concepts:\n  - id: zz-nothing\n    off: true\n"),
    ("same-as-label", 6, "category: tool\nconcepts:\n  - id: zz-one\n    label: One zz\n    forms:\n      - one zz\n"),
    ("repeated-form", 7, "category: tool\nconcepts:\n  - id: zz-one\n    label: One zz\n    forms:\n      - zz one\n      - ZZ one\n"),
    ("odd-character", 5, 'category: tool\nconcepts:\n  - id: zz-one\n    label: One zz\n    forms: ["zz\u200bone"]\n'),
    ("odd-character", 5, 'category: tool\nconcepts:\n  - id: zz-one\n    label: One zz\n    forms: ["zz  one"]\n'),
    ("unknown-id", 2, "prerequisites:\n  - id: zz-exam\n    source: {where: judgement, read: '2026-01-31'}\n"),
    ("unknown-id", 4, "prerequisites:\n  - id: pmp\n    source: {where: judgement, read: '2026-01-31'}\n    holding: [zz-exam]\n"),
    ("bad-value", 3, "prerequisites:\n  - id: pmp\n    source: {where: hearsay, read: '2026-01-31'}\n"),
    ("bad-value", 3, "prerequisites:\n  - id: pmp\n    source: {where: judgement, read: last spring}\n"),
    ("unknown-id", 6, f"{RUNG}    networks: [zz-club]\n"),
    ("unknown-id", 6, f"{RUNG}    degree: zz-degree\n"),
    (
        "odd-character",
        5,
        'category: tool\nconcepts:\n  - id: zz-one\n    label: One zz\n    forms: ["zz | one"]\n',
    ),
    ("no-example", 5, "category: tool\nconcepts:\n  - id: zz-one\n    label: One zz\n    forms: [{text: zebra, context: [stripes]}]\n"),
    (
        "unknown-list",
        5,
        'category: tool\nconcepts:\n  - id: zz-one\n    label: One zz\n    forms: [{text: zebra, context: ["{to_zz} |"]}]\n',
    ),
]


@pytest.mark.parametrize(("code", "line", "text"), FAULTS, ids=[f"{code}-{index}" for index, (code, _, _) in enumerate(FAULTS)])
def test_each_fault_is_named_with_its_line(code, line, text, keyword_file):
    path = keyword_file(text)
    found = {(fault.code, fault.line) for fault in check([path]) if fault.file == path}
    assert (code, line) in found, found


def test_a_second_id_is_reported_where_the_second_stands(keyword_file):
    path = keyword_file("category: tool\nconcepts:\n  - {id: zz-one, label: One zz}\n  - {id: zz-one, label: Two zz}\n")
    assert [(fault.code, fault.line) for fault in check([path])] == [("repeated-id", 4)]


def test_a_circle_is_found_however_long(keyword_file):
    path = keyword_file(
        """
        category: tool
        concepts:
          - {id: zz-a, label: A zz, broader: [zz-b]}
          - {id: zz-b, label: B zz, broader: [zz-c]}
          - {id: zz-c, label: C zz, broader: [zz-a]}
        """
    )
    assert [(fault.code, fault.line) for fault in check([path])] == [("circular", 4), ("circular", 5), ("circular", 6)]


def test_an_overlay_that_closes_a_circle_with_the_shipped_files_is_found(keyword_file):
    path = keyword_file("concepts:\n  - id: pmo\n    broader: [pmo-setup]\n")
    assert "circular" in {fault.code for fault in check([path])}


def test_all_faults_come_at_once_in_the_order_of_lines(keyword_file):
    path = keyword_file(
        """\
        category: tool
        concepts:
          - id: zz-one
            label: One zz
            broader: [zz-nowhere]
            forms: [one zz, risk register]
        """
    )
    assert [(fault.code, fault.line) for fault in check([path])] == [("unknown-id", 5), ("same-as-label", 6), ("shared-form", 6)]


def test_contexts_that_exclude_each_other_may_share_a_form(keyword_file):
    path = keyword_file(
        """
        category: tool
        concepts:
          - id: zz-one
            label: One zz
            forms: [{text: ZQX, context: [violin]}]
            examples: {match: [ZQX of a violin], miss: [ZQX]}
          - id: zz-two
            label: Two zz
            forms: [{text: ZQX, context: [tractor]}]
            examples: {match: [ZQX of a tractor], miss: [ZQX]}
        """
    )
    assert check([path]) == ()


def test_a_missing_file_is_a_fault_not_a_crash(tmp_path):
    assert [fault.code for fault in check([tmp_path / "nowhere.yaml"])] == ["unreadable"]
