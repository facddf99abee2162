"""Lists of a Word file brought into another order: what a person sees when they accept, and that refusing gives their file back."""

import pytest
from own_files import W, box, bullet, control, edited, is_back, members, p, r, said, table, tree, word

BOLD = "<w:b/>"
JOB = p("PMO Lead, Harbour Trust")
THREE = ["Ran the gate reviews", "Kept the RAID log", "Chaired the change board"]


def bullets(lines=THREE):
    return "".join(bullet(line) for line in lines)


PLACES = {
    "in the body": lambda: word(JOB + bullets() + p("Project Officer, Moor Council")),
    "at the end of the file": lambda: word(JOB + bullets()),
    "in a table cell": lambda: word(p("Name") + table(JOB + bullets(), p("2020 – 2024")) + p("More")),
    "before a table": lambda: word(JOB + bullets() + table(p("Next job"), p("2019")) + p("More")),
    "in a content control": lambda: word(JOB + control(bullets()) + p("More")),
    "in a text box": lambda: word(p("Name") + box(JOB + bullets()) + p("More")),
    "as typed lines of one paragraph": lambda: word(
        p("PMO Lead\n- Ran the gate reviews\n- Kept the RAID log\n- Chaired the change board\nNext")
    ),
}
ORDERS = [(2, 0, 1), (1, 2, 0), (2, 1, 0), (0, 2, 1), (1, 0, 2)]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("place", PLACES)
def test_a_list_in_a_new_order(place, order):
    data = PLACES[place]()
    new, session = edited(data, THREE, [THREE[at] for at in order])
    assert session.left_alone == []
    text = "\n".join(said(new))
    found = [line.lstrip("- ") for line in text.split("\n") if line.lstrip("- ") in THREE]
    copies = 2 if place == "in a text box" else 1
    assert found == [THREE[at] for at in order] * copies
    assert is_back(data, new)


def test_a_bullet_that_moves_is_a_move_for_word_with_both_ends_named_alike():
    new, _ = edited(PLACES["in the body"](), THREE, [THREE[2], THREE[0], THREE[1]])
    names = [each.get(f"{{{W}}}name") for each in tree(new).iter(f"{{{W}}}moveFromRangeStart", f"{{{W}}}moveToRangeStart")]
    assert len(names) == 2
    assert len(set(names)) == 1


def test_a_comment_stands_beside_the_edit_and_says_why():
    new, session = edited(PLACES["in the body"](), THREE, [THREE[2], THREE[0], THREE[1]])
    assert len(session.anchors.places) == 1
    assert "moved: Chaired the change board" in members(new)["word/comments.xml"].decode()
    assert b"comments.xml" in members(new)["[Content_Types].xml"]


def test_the_comment_of_a_text_box_stands_beside_it_for_word_has_none_inside():
    new, _ = edited(PLACES["in a text box"](), THREE, [THREE[2], THREE[0], THREE[1]])
    reference = tree(new).find(f".//{{{W}}}commentReference")
    assert not [each for each in reference.iterancestors() if each.tag.endswith("}txbxContent")]


@pytest.mark.parametrize("place", PLACES)
def test_one_line_goes_one_comes_and_one_has_other_words(place):
    data = PLACES[place]()
    new, session = edited(data, THREE, ["Tracked benefits", (THREE[0], "Ran the stage gate reviews"), THREE[2]])
    assert session.left_alone == []
    lines = [line.lstrip("- ") for line in "\n".join(said(new)).split("\n")]
    at = lines.index("Tracked benefits")
    assert lines[at : at + 3] == ["Tracked benefits", "Ran the stage gate reviews", "Chaired the change board"]
    assert "Kept the RAID log" not in lines
    assert is_back(data, new)


def test_only_the_words_that_change_are_marked():
    new, _ = edited(
        word(bullet("Ran the gate reviews") + p("x")), ["Ran the gate reviews"], [("Ran the gate reviews", "Ran the stage gate reviews")]
    )
    put = ["".join(each.itertext()) for each in tree(new).iter(f"{{{W}}}ins") if len(each)]
    assert put[0].strip() == "stage"
    assert not list(tree(new).iter(f"{{{W}}}delText"))


def test_bold_a_tab_and_a_link_live_through_an_edit_across_them():
    link = '<w:hyperlink r:id="rId9"><w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>harbour.example</w:t></w:r></w:hyperlink>'
    line = r("Led the ") + r("PMO", BOLD) + r(" of ") + link + r(":\tten projects")
    old = "Led the PMO of harbour.example:\tten projects"
    data = word(bullet(line) + p("x"))
    new, session = edited(data, [old], [(old, "Led the project management office (PMO) of harbour.example:\tten large projects")])
    assert session.left_alone == []
    assert said(new)[0] == "Led the project management office (PMO) of harbour.example:\tten large projects"
    whole = {"".join(run.itertext()): run.find(f"{{{W}}}rPr/{{{W}}}b") is not None for run in tree(new).iter(f"{{{W}}}r")}
    assert whole["PMO"]
    assert not whole["Led the "]
    assert tree(new).find(f".//{{{W}}}hyperlink//{{{W}}}t").text == "harbour.example"
    assert is_back(data, new)


def test_items_between_commas_change_places_and_the_and_stays_last():
    data = word(p(r("Tools: ", BOLD), r("Jira, MS Project, Visio and "), r("Excel", "<w:i/>"), r(".")))
    new, session = edited(
        data, ["Jira", "MS Project", "Visio", "Excel"], ["Excel", "Power BI", "Jira", ("MS Project", "Microsoft Project"), "Visio"]
    )
    assert session.left_alone == []
    assert said(new) == ["Tools: Excel, Power BI, Jira, Microsoft Project and Visio."]
    moved = [run for each in tree(new).iter(f"{{{W}}}moveTo") for run in each.iter(f"{{{W}}}r")]
    assert all(run.find(f"{{{W}}}rPr/{{{W}}}i") is not None for run in moved if "Excel" in "".join(run.itertext()))
    assert is_back(data, new)


def test_a_line_with_a_link_stays_where_the_others_can_move_around_it():
    link = '<w:hyperlink r:id="rId9"><w:r><w:t>Chaired</w:t></w:r></w:hyperlink>'
    data = word(bullet(THREE[0]) + bullet(THREE[1]) + bullet(link, r(" the change board")) + p("x"))
    new, session = edited(data, THREE, [THREE[2], THREE[0], THREE[1]])
    assert session.left_alone == []
    assert said(new)[:3] == [THREE[2], THREE[0], THREE[1]]
    assert len(list(tree(new).iter(f"{{{W}}}hyperlink"))) == 1
    assert is_back(data, new)


LEFT = {
    "a picture in a line": (
        lambda: word(bullet(THREE[0]) + bullet(THREE[1] + "") + bullet(r(THREE[2]) + "<w:r><w:drawing/></w:r>") + p("x")),
        "it holds more than text",
    ),
    "a change of somebody else's": (
        lambda: word(bullet(THREE[0]) + bullet(THREE[1]) + bullet(f'<w:ins w:id="5" w:author="Ada">{r(THREE[2])}</w:ins>') + p("x")),
        "somebody else made",
    ),
    "a locked control": (
        lambda: word(control(bullets(), '<w:lock w:val="sdtContentLocked"/>') + p("x")),
        "locked",
    ),
    "a control filled from elsewhere": (
        lambda: word(control(bullets(), '<w:dataBinding w:xpath="/a"/>') + p("x")),
        "filled from elsewhere",
    ),
    "a text box whose copy says something else": (
        lambda: word(p("x") + box(bullets(), bullets(["Ran the gate reviews", "Kept the log", "Chaired the change board"]))),
        "with different words",
    ),
    "lines in different cells": (lambda: word(table(*(bullet(line) for line in THREE)) + p("x")), "different cells"),
    "a line that a link points to": (
        lambda: word(
            p('<w:hyperlink w:anchor="top"><w:r><w:t>up</w:t></w:r></w:hyperlink>') + bullet(THREE[0]) + bullet(THREE[1])
            + bullet(f'<w:bookmarkStart w:id="3" w:name="top"/>{r(THREE[2])}<w:bookmarkEnd w:id="3"/>') + p("x")
        ),
        "points to it",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", LEFT)
def test_what_cannot_be_moved_safely_is_left_alone_and_said(case):
    make, why = LEFT[case]
    data = make()
    new, session = edited(data, THREE, [THREE[2], THREE[0], THREE[1]])
    assert new == data
    assert len(session.left_alone) == 1
    assert why in session.left_alone[0]


def test_changes_of_somebody_else_stay_undecided_beside_ours():
    other = p(f'<w:ins w:id="5" w:author="Ada" w:date="2026-01-01T00:00:00Z">{r("Added by Ada")}</w:ins>')
    data = word(other + bullets() + p("x"))
    new, _ = edited(data, THREE, [THREE[2], THREE[0], THREE[1]])
    assert is_back(data, new)
    assert tree(new).find(f".//{{{W}}}ins[@{{{W}}}author='Ada']") is not None


def test_comments_that_are_there_keep_their_numbers_and_words():
    there = '<w:comment w:id="7" w:author="Ada"><w:p><w:r><w:t>Nice</w:t></w:r></w:p></w:comment>'
    remark = (
        '<w:commentRangeStart w:id="7"/><w:r><w:t>Text</w:t></w:r><w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
    )
    data = word(p(remark) + bullets() + p("x"), comments=there)
    new, _ = edited(data, THREE, [THREE[2], THREE[0], THREE[1]])
    numbers = [each.get(f"{{{W}}}id") for each in tree(new, "word/comments.xml")]
    assert numbers == ["7", "8"]
    assert members(new)["[Content_Types].xml"] == members(data)["[Content_Types].xml"]
    assert is_back(data, new)


def test_the_same_input_gives_the_same_bytes():
    data = PLACES["in a text box"]()
    assert edited(data, THREE, THREE[::-1])[0] == edited(data, THREE, THREE[::-1])[0]


def test_a_paragraph_keeps_the_name_that_word_knows_it_by():
    lines = "".join(bullet(line, attributes=f' w14:paraId="0000000{at}"') for at, line in enumerate(THREE))
    data = word(lines + p("x"))
    new, _ = edited(data, THREE, [THREE[1], THREE[2], THREE[0]])
    names = [each.get("{http://schemas.microsoft.com/office/word/2010/wordml}paraId") for each in tree(new).iter(f"{{{W}}}p")]
    assert sorted(name for name in names if name) == ["00000000", "00000001", "00000002"]
    assert is_back(data, new)
