"""PDF files: letters on a page become lines, columns, paragraphs and bullets in the order a person reads them."""

from document_files import at, pdf

from pmo_resume.documents import read_bytes
from pmo_resume.model.text import BlockKind, Document, Place


def read(*pages: str, **options: object) -> Document:
    document = read_bytes(pdf(*pages, **options), "cv.pdf")  # type: ignore[arg-type]
    for block in document.blocks:
        assert document.text[block.start : block.end] == block.text
    return document


def texts(*pages: str) -> list[str]:
    return [block.text for block in read(*pages).blocks]


def column(x: float, top: float, *lines: str, size: float = 10, pitch: float = 12, font: str = "F1") -> str:
    return "".join(at(x, top - pitch * index, line, size, font) for index, line in enumerate(lines))


LONG = "Led the programme office of a bank with ninety projects and a budget of forty million pounds each"
REST = "year and reported to the board."


def test_wrapped_lines_are_one_block_and_short_lines_are_not() -> None:
    assert texts(column(50, 700, LONG, REST, "Jane Doe", "London")) == [f"{LONG} {REST}", "Jane Doe", "London"]


def test_each_labelled_line_of_a_form_is_a_block() -> None:
    lines = "Job title: Analyst of the office", "Employer: Harbour and Tideway Community Health Services", "Dates: 2015 to 2021"
    assert texts(column(50, 700, *lines)) == list(lines)


def test_what_begins_with_a_period_or_stands_out_below_hanging_bullets_is_the_next_entry() -> None:
    entries = column(50, 700, "2004-2008 PhD in Harbour Engineering, Orbit University", "2002-2003 MSc in Tides, Orbit College")
    assert len(texts(entries)) == 2
    bullet = at(50, 600, "•") + at(62, 600, LONG) + at(62, 588, REST) + at(50, 576, "•") + at(62, 576, LONG)
    assert texts(bullet + at(50, 564, "Harbour Programme Manager", 10, "F2"))[-1] == "Harbour Programme Manager"


def test_an_address_wider_than_its_side_column_does_not_show_where_lines_wrap() -> None:
    side = column(50, 700, "jane.doe.of.the.office@example.org", "Certificates", "Harbour Pilot Safety of the", "Management Board")
    assert texts(side)[-1] == "Harbour Pilot Safety of the Management Board"


def test_each_short_line_of_a_list_is_an_item_though_the_next_had_no_room_beside_it() -> None:
    side = column(50, 700, "Planning of harbour works", "Roadmapping", "Vendor management", "Budgeting & forecasting", "Jira")
    assert texts(side)[-3:] == ["Vendor management", "Budgeting & forecasting", "Jira"]
    wrapped = column(50, 700, "Planning of harbour works", "Roadmapping", "Reporting to clients with", "Power BI")
    assert texts(wrapped)[-1] == "Reporting to clients with Power BI"


def test_a_wide_gap_is_a_tab() -> None:
    line = at(50, 700, "PMO Manager") + at(480, 700, "2019 to 2023")
    assert texts(line + at(50, 680, LONG)) == ["PMO Manager\t2019 to 2023", LONG]


def test_two_columns_are_read_one_after_the_other_under_their_banner() -> None:
    left = column(50, 700, "Skills", "Budgeting", "Scheduling", "Reporting", "Governance", pitch=14)
    right = column(
        220, 693, "Experience", "Ran the office of a national programme for four years", "and its reporting", "Planned", pitch=14
    )
    banner = at(200, 750, "Jane Doe, Programme Office Lead", 16)
    words = " ".join(texts(right + left + banner))
    assert words.index("Jane Doe") < words.index("Skills") < words.index("Governance") < words.index("Experience")


JOBS, MORE = (
    tuple(f"Ran the planning office of the {port} docks for years" for port in ports.split())
    for ports in ("Dover Hull Leith Poole Ramsgate Tilbury Troon Wick", "Ayr Barry Cowes Deal Exmouth Fowey Goole Harwich")
)
SKILLS, TONGUES = (
    ["Budget", "Risk", "Scope", "Quality", "Plans", "Reports", "Change", "Tools"],
    ["Greek", "Dutch", "Welsh", "Irish", "Manx", "Polish", "Czech", "Norse"],
)


def two_pages(first: int, second: int) -> str:
    """Two pages with a main column at `first` and a side column at `second`, read as one text."""
    pages = (
        at(50, 750, "Jane Doe, Programme Office Lead of many years and of four ministries", 12),
        at(150, 20, "Jane Doe, the second page of an application for the post of a planner"),
    )
    main, side = (JOBS, MORE), (SKILLS, TONGUES)
    return " ".join(texts(*(pages[n] + column(first, 700, *main[n], pitch=60) + column(second, 690, *side[n], pitch=60) for n in (0, 1))))


def test_columns_that_go_on_are_read_one_through_all_pages_then_the_other() -> None:
    assert " ".join((*SKILLS, *TONGUES, *JOBS, *MORE)) in two_pages(220, 50)
    assert " ".join((*JOBS, *MORE, *SKILLS, *TONGUES)) in two_pages(50, 400)


def test_a_page_without_the_columns_of_the_one_before_comes_behind_them() -> None:
    columns = column(220, 700, *JOBS, pitch=60) + column(50, 690, *SKILLS, pitch=60)
    assert texts(columns, column(50, 700, "Referees", LONG, "Jane Roe", pitch=40))[-3:] == ["Referees", LONG, "Jane Roe"]


def test_the_main_column_alone_on_a_further_page_goes_on_before_the_side_column() -> None:
    columns = column(50, 700, *JOBS, pitch=60) + column(400, 690, *SKILLS, pitch=60)
    assert texts(columns, column(50, 700, *MORE, pitch=60)) == [*JOBS, *MORE, *SKILLS]


def test_the_column_with_the_name_comes_first() -> None:
    left = column(50, 700, "Skills", "Budgeting", "Scheduling", "Reporting", pitch=14)
    right = at(220, 700, "Jane Doe", 20) + column(220, 670, "Ran the office of a programme", "Planned releases", "Led", pitch=13)
    assert texts(left + right)[0] == "Jane Doe"


def test_dates_at_the_right_of_their_titles_are_no_column() -> None:
    titles = ("PMO Manager", "PMO Analyst", "Project Officer", "Planner")
    dates = ("2019 - 2023", "2016 - 2019", "2014 - 2016", "2012 - 2014")
    page = "".join(at(50, 700 - 14 * n, t) + at(500, 700 - 14 * n, d) for n, (t, d) in enumerate(zip(titles, dates, strict=True)))
    assert texts(page) == [f"{title}\t{date}" for title, date in zip(titles, dates, strict=True)]


def test_dates_at_the_left_with_headings_among_them_are_no_column() -> None:
    left, right = ("Education", "2015", "2013", "Certificates", "2018", "2016"), ("", "MSc", "BSc", "", "Level C of a body", "PRINCE2")
    rows = "".join(
        at(50, 700 - 16 * n, one) + (at(180, 700 - 16 * n, two) if two else "")
        for n, (one, two) in enumerate(zip(left, right, strict=True))
    )
    assert [text.split("\t")[0] for text in texts(rows + at(50, 560, LONG))][:6] == list(left)


def test_headings_of_a_column_may_stand_left_of_all_its_lines() -> None:
    left = column(50, 700, "Education", "MSc Logistics", "Elbstadt University", "2015", "BSc Physics", pitch=15)
    right = at(300, 700, "Awards") + column(320, 679, "Planner of 2016", "Planner of 2018", pitch=15)
    right += at(300, 648, "Tongues") + column(320, 633, "Greek", "Welsh", pitch=13)
    words = " ".join(texts(at(50, 740, LONG) + left + right))
    assert words.endswith("BSc Physics Awards Planner of 2016 Planner of 2018 Tongues Greek Welsh")


def test_a_wrapped_period_is_no_bullet_and_a_short_word_in_capitals_no_heading() -> None:
    dates = column(50, 700, "Programme Office Lead of the port authority of the old town of Elbstadt, 2019", "- Present")
    place = column(50, 600, "Programme Office Lead of the port authority of the old town of Elbstadt, Boston,", "MA")
    assert [block.kind for block in read(dates).blocks] == [BlockKind.PARAGRAPH]
    assert texts(place)[0].endswith("Boston, MA")


def ruled(*lines: tuple[int, int, int, int]) -> str:
    return "".join(f"{x0} {y0} m {x1} {y1} l S\n" for x0, y0, x1, y1 in lines)


def test_a_ruled_row_of_several_lines_is_read_cell_by_cell_and_one_of_single_lines_across() -> None:
    rules = ruled(*((50, y, 500, y) for y in (710, 690, 650)), *((x, 650, x, 710) for x in (50, 200, 350, 500)))
    head = at(55, 697, "Period") + at(205, 697, "Employer") + at(355, 697, "Position")
    row = at(55, 678, "2019 - 2021") + column(205, 678, "Meridian Lakes", "Health System") + column(355, 678, "Programme", "Office Lead")
    words = texts(at(50, 740, LONG) + rules + head + row + at(50, 620, "References"))
    assert words == [
        LONG,
        "Period\tEmployer\tPosition",
        "2019 - 2021",
        "Meridian Lakes Health System",
        "Programme Office Lead",
        "References",
    ]


LABELS = "Company", "Position", "Period", "Place"
FACTS = "Quay Works Ltd", "Planning Manager", "2018 - 2020", "Otley"
BULLETS = at(50, 652, "•") + at(62, 652, "Led seven planners") + at(50, 640, "•") + at(62, 640, LONG)


def test_labels_beside_their_texts_are_read_across_though_bullets_begin_below_them() -> None:
    page = column(50, 700, *LABELS) + column(260, 700, *FACTS) + BULLETS
    assert texts(page)[:5] == [f"{label}\t{fact}" for label, fact in zip(LABELS, FACTS, strict=True)] + ["Led seven planners"]


def test_a_wrapped_text_beside_its_year_goes_on_in_its_own_column() -> None:
    years = at(50, 700, "2022") + at(50, 670, "2019") + at(50, 640, "2017")
    wide = at(50, 730, LONG)
    names = column(260, 700, "Practitioner of the Orbit method", "(third edition)") + column(260, 670, "Otley Practitioner")
    assert texts(wide + years + names + column(260, 640, "Foundation of the Orbit methods"))[1:3] == [
        "2022\tPractitioner of the Orbit method (third edition)",
        "2019\tOtley Practitioner",
    ]


def test_dates_stacked_beside_bullets_belong_to_the_title() -> None:
    page = at(50, 700, "PMO Manager, Example Ltd") + at(496.6, 700, "2019 - 2023") + at(50, 688, "• Ran the office of ninety projects")
    page += at(468.8, 688, "01/2019 - 12/2023") + at(50, 676, "• Cut reporting time by half for all of them in the first quarter")
    assert texts(page + at(50, 600, LONG)) == [
        "PMO Manager, Example Ltd\t2019 - 2023\t01/2019 - 12/2023",
        "Ran the office of ninety projects",
        "Cut reporting time by half for all of them in the first quarter",
        LONG,
    ]


def test_bullets_lose_their_mark_and_keep_their_wrapped_lines() -> None:
    page = at(50, 700, "•") + at(62, 700, LONG) + at(62, 688, "Year and more") + at(50, 676, "•") + at(62, 676, "Second")
    page += at(80, 664, "-") + at(90, 664, "Deeper")
    document = read(page)
    assert [(block.text, block.kind.value, block.level) for block in document.blocks] == [
        (f"{LONG} Year and more", "bullet", 0),
        ("Second", "bullet", 0),
        ("Deeper", "bullet", 1),
    ]


def test_numbers_are_marks_too_but_not_of_headings() -> None:
    page = at(50, 740, "1. Experience", 14, "F2") + column(50, 700, LONG, REST) + at(50, 660, "1. Manage risks") + at(50, 640, "b) Report")
    assert [(block.text, block.kind.value) for block in read(page).blocks if block.kind is not BlockKind.PARAGRAPH] == [
        *(("Experience", "heading"), ("Manage risks", "bullet"), ("Report", "bullet")),
    ]


def test_a_bullet_drawn_as_a_shape() -> None:
    page = "0 g 52 702 3 3 re f\n" + at(62, 700, "Ran the PMO")
    assert read(page).blocks[0].kind is BlockKind.BULLET


def test_a_paragraph_goes_on_on_the_next_page() -> None:
    assert texts(at(50, 700, LONG), at(50, 700, REST)) == [f"{LONG} {REST}"]


def test_headings_by_size_and_by_capitals() -> None:
    page = (
        at(50, 750, "Jane Doe", 22) + at(50, 720, "Profile", 14, "F2") + column(50, 700, LONG, REST) + at(50, 650, "EXPERIENCE", 10, "F2")
    )
    blocks = read(page).blocks
    assert [(block.text, block.level) for block in blocks if block.kind is BlockKind.HEADING] == [
        *(("Jane Doe", 1), ("Profile", 2), ("EXPERIENCE", 3)),
    ]
    assert (blocks[0].style.size, blocks[1].style.bold, blocks[3].style.caps) == (22.0, True, True)


def test_spaced_letters_are_words_again() -> None:
    spaced = "".join(at(50 + 12 * n + (8 if n > 3 else 0), 700, letter) for n, letter in enumerate("WORKPLAN"))
    assert texts(spaced + at(50, 650, LONG))[0] == "WORK PLAN"


def test_running_lines_are_kept_once_and_page_numbers_not_at_all() -> None:
    pages = [
        at(50, 770, "Jane Doe, PMO") + at(50, 600, f"Body {word}") + at(280, 20, f"Page {n} of 2")
        for n, word in enumerate(("one", "two"), 1)
    ]
    document = read(*pages)
    assert [(block.text, block.place) for block in document.blocks] == [
        *(("Jane Doe, PMO", Place.HEADER), ("Body one", Place.BODY), ("Body two", Place.BODY)),
    ]
    assert (document.pages, document.blocks[2].address.part) == (2, "page 2")


def hidden(extra: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    document = read(at(50, 700, LONG) + extra)
    return document.text, tuple((each.text, each.how) for each in document.hidden)


def test_hidden_text_never_counts() -> None:
    cases = {
        at(50, 600, "PMP PRINCE2", before="1 1 1 rg"): "white text on white",
        at(50, 600, "PMP PRINCE2", before="0.97 0.97 0.97 rg"): "white text on white",
        at(50, 600, "PMP PRINCE2", before="3 Tr"): "drawn invisibly",
        at(50, 600, "PMP PRINCE2", 1): "set in 1 point",
        at(700, 600, "PMP PRINCE2"): "outside the page",
        at(50, -50, "PMP PRINCE2"): "outside the page",
        "0.2 0.3 0.4 rg 40 590 300 30 re f\n" + at(50, 600, "PMP PRINCE2", before="0.2 0.3 0.4 rg"): "text in the colour of its background",
    }
    for content, how in cases.items():
        assert hidden(content) == (LONG, (("PMP PRINCE2", how),))


def test_white_on_a_dark_banner_can_be_seen() -> None:
    text, concealed = hidden("0 0 0.4 rg 0 590 612 40 re f\n" + at(50, 600, "Jane Doe", before="1 1 1 rg"))
    assert "Jane Doe" in text
    assert concealed == ()


def test_a_frame_or_a_clipped_box_paints_nothing_behind_the_words_inside() -> None:
    heading = at(50, 600, "Experience", before="0.1 0.2 0.4 rg")
    frame = "q 0.1 0.2 0.4 rg 45 590 300 25 re 46 591 298 23 re f* Q\n"
    rule = "q 45 590 300 1 re W n 0.1 0.2 0.4 rg 45 590 300 25 re f Q\n"
    same_way_round = "q 0.1 0.2 0.4 rg 45 590 300 25 re 46 591 298 23 re f Q\n"
    assert [hidden(drawn + heading)[1] for drawn in (frame, rule)] == [(), ()]
    assert hidden(same_way_round + heading)[1] == (("Experience", "text in the colour of its background"),)


def test_recognised_text_behind_a_scan_is_read_with_a_warning() -> None:
    document = read("q 612 0 0 792 0 0 cm /Im0 Do Q " + at(50, 700, LONG, before="3 Tr"))
    assert (document.text, document.hidden) == (LONG, ())
    assert "recognised" in document.warnings[0]


def test_links_lead_where_the_file_says() -> None:
    link = "<< /Type /Annot /Subtype /Link /Rect [45 695 150 712] /A << /S /URI /URI (https://example.com/jane) >> >>"
    document = read(at(50, 700, "my portfolio") + at(300, 700, "elsewhere") + at(50, 650, LONG), extra="/Annots [200 0 R]", objects=(link,))
    assert [(each.target, document.text[each.start : each.end]) for each in document.links] == [
        ("https://example.com/jane", "my portfolio")
    ]


def test_a_page_that_is_turned() -> None:
    turned = f"q 0 1 -1 0 612 0 cm {at(50, 500, 'First line')} {at(50, 470, 'Second line')} Q"
    assert [block.text for block in read(turned, extra="/Rotate 90").blocks] == ["First line", "Second line"]


def test_text_up_the_side_is_kept_at_the_end() -> None:
    side = "BT /F1 10 Tf 0 1 -1 0 30 300 Tm (Confidential) Tj ET\n"
    assert texts(side + column(50, 700, LONG, REST)) == [f"{LONG} {REST}", "Confidential"]


def test_typographic_ligatures_and_dashes_are_letters() -> None:
    assert texts(at(50, 700, "Programme – “governance” · Zürich"))[0] == "Programme – “governance” · Zürich"


def test_a_period_broken_in_a_narrow_column_is_made_whole() -> None:
    dates = at(50, 700, "June 2020 -") + at(50, 688, "Present") + at(50, 660, "2016 -") + at(50, 648, "May 2020")
    jobs = at(112, 700, "PMO Lead, Acme") + at(112, 688, "Led the office") + at(112, 660, "Analyst, Beta") + at(112, 648, "Kept the log")
    words = " ".join(" ".join(texts(dates + jobs + at(50, 630, LONG))).split())
    assert words.startswith("June 2020 - Present PMO Lead, Acme Led the office 2016 - May 2020 Analyst, Beta Kept the log")


def test_the_end_of_a_broken_period_may_have_its_line_to_itself() -> None:
    page = at(50, 700, "Jan 2018 -") + at(112, 700, "PMO Lead, Acme") + at(50, 688, "Present") + at(50, 640, LONG)
    assert "Jan 2018 - Present PMO Lead, Acme" in " ".join(" ".join(texts(page)).split())


def test_years_in_front_of_their_studies_are_no_broken_period() -> None:
    lines = ("2014 - Bachelor of Logistics - Kettle Moor University", "2009 - Diploma of Applied Science - Racine College")
    assert texts(column(50, 700, *lines)) == list(lines)


def test_months_in_front_of_their_jobs_are_no_column() -> None:
    left = ("05/2018 - to date", "Oct '14 - May '18", "06/2009 - Sep '14")
    right = ("Project Manager", "Project Analyst", "Planner")
    rows = "".join(
        at(50, 700 - 36 * n, one) + at(180, 700 - 36 * n, two) + at(180, 688 - 36 * n, "Orbit Foods, Leeds")
        for n, (one, two) in enumerate(zip(left, right, strict=True))
    )
    assert [text.split("\t")[0] for text in texts(rows + at(50, 560, LONG)) if "\t" in text] == list(left)


def test_periods_that_wrapped_beside_their_jobs_are_no_column() -> None:
    rows = "".join(
        at(50, top, f"Mar {year} - Sep") + at(50, top - 11, str(year + 2)) + at(180, top - 2, title)
        + at(180, top - 15, "Orbit Foods, Leeds") + at(180, top - 28, "Led the plan of the region with all of its people")
        for top, year, title in ((700, 2018, "Project Manager"), (640, 2015, "Project Analyst"), (580, 2012, "Planner"))
    )  # fmt: skip
    told = " ".join(" ".join(texts(rows + at(50, 500, LONG))).split())
    assert told.startswith("Mar 2018 - Sep 2020 Project Manager")
    assert told.index("Project Manager") < told.index("Mar 2015 - Sep 2017") < told.index("Project Analyst")


def test_cells_that_wrapped_are_put_together_again() -> None:
    first = at(50, 700, "2016 - 2018") + at(180, 700, "Master of Business") + at(290, 700, "Deccan Plateau University")
    rest = at(180, 688, "Administration and Logistics")
    last = at(50, 670, "2010 - 2014") + at(180, 670, "BSc Logistics") + at(290, 670, "Hull")
    assert texts(first + rest + last + at(50, 640, LONG))[:2] == [
        "2016 - 2018\tMaster of Business Administration and Logistics\tDeccan Plateau University",
        "2010 - 2014\tBSc Logistics\tHull",
    ]


def test_what_had_room_in_the_cell_above_is_a_line_of_its_own() -> None:
    first = at(50, 700, "2016 - 2018") + at(180, 700, "PMO Lead") + at(390, 700, "Leeds")
    assert texts(first + at(180, 688, "Orbit Foods") + at(50, 660, LONG))[:2] == ["2016 - 2018\tPMO Lead\tLeeds", "Orbit Foods"]


def test_whole_periods_above_each_other_stay_as_they_are() -> None:
    dates = at(50, 700, "2009 - 2012") + at(50, 688, "2007 - 2009")
    studies = at(112, 700, "MBA, Hull") + at(112, 688, "BA, York")
    assert [text.split()[2] for text in texts(dates + studies + at(50, 630, LONG))[:2]] == ["2012", "2009"]


def test_entries_that_end_with_their_year_are_not_one_paragraph() -> None:
    assert texts(column(50, 700, "Project Management Professional, 2017", "Certified ScrumMaster, 2019")) == [
        "Project Management Professional, 2017",
        "Certified ScrumMaster, 2019",
    ]


def test_the_dated_line_of_a_job_is_no_end_of_the_paragraph_above() -> None:
    job = "Project Manager - Rolling Stock and Depots of the Northern Region May 2012 to Current"
    assert texts(column(50, 700, LONG, f"{LONG}.", job)) == [f"{LONG} {LONG}.", job]


def test_a_short_last_page_is_as_wide_as_the_first() -> None:
    assert texts(column(50, 700, LONG, REST), column(50, 700, "A licence to drive a crane of any kind", "Another licence"))[1:] == [
        "A licence to drive a crane of any kind",
        "Another licence",
    ]


def test_a_name_in_large_letters_does_not_show_where_the_headings_of_jobs_wrap() -> None:
    name = at(50, 740, "Etienne Kahanaui-Brown", 26)
    heading = column(50, 700, "Project Coordinator | Harbour", "Wind Ports Inc. | May 2022 -", "Present", font="F2")
    done = column(50, 640, "Ran nine projects and the plan", "of the port")
    assert texts(name + heading + done)[1] == "Project Coordinator | Harbour Wind Ports Inc. | May 2022 - Present"


def test_dates_beside_their_texts_are_no_column_though_a_list_begins_below_them() -> None:
    dates = at(50, 700, "2016-2018") + at(50, 600, "Education", 14) + at(50, 580, "2012-2016")
    work = at(300, 700, "Administrator", 10, "F2") + column(300, 675, "Tarn Credit Union", "Kept the register of documents", pitch=25)
    study = at(300, 580, "BSc Biochemistry", 10, "F2") + at(300, 555, "University of Tarn")
    listed = column(50, 500, "PRINCE2 Foundation, 2019", "Lean Six Sigma Yellow Belt in the service of operations, 2020")
    found = texts(dates + work + study + at(50, 520, "Certificates", 14) + listed)
    assert found[:3] == ["2016-2018\tAdministrator", "Tarn Credit Union", "Kept the register of documents"]
    assert found.index("2012-2016\tBSc Biochemistry") == found.index("Education") + 1
    assert found.index("PRINCE2 Foundation, 2019") == found.index("Certificates") + 1


def test_the_heading_of_a_side_column_goes_with_it_where_the_main_column_comes_first() -> None:
    side = at(40, 750, "CONTACT", 10, "F2") + column(
        40, 726, "Frankfurt, Germany", "+49 69 5550 1789", "jane@example.org", "TOOLS", "Jira", "Planview", pitch=24
    )
    lines = "Experience", "Ran the office of a programme", "Led the plans of two banks", "Kept the register", "Chaired the board"
    main = at(240, 738, "Jane Doe", 24, "F2") + column(240, 700, *lines, pitch=25)
    found = texts(side + main)
    assert found.index("CONTACT") > found.index("Chaired the board")
    assert found[found.index("CONTACT") + 1] == "Frankfurt, Germany"
