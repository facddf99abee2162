"""How Word text looks, and which of it nobody can see."""

import pytest
from document_files import p, r, table, word

from pmo_resume.documents import read_bytes
from pmo_resume.model.text import Document


def read(data: bytes) -> Document:
    return read_bytes(data, "cv.docx")


WHITE = '<w:color w:val="FFFFFF"/>'
HIDDEN = {
    "<w:vanish/>": "hidden-text attribute",
    '<w:color w:val="FFFFFF"/>': "white text on white",
    '<w:color w:val="FEFEFE"/>': "white text on white",
    '<w:sz w:val="2"/>': "set in 1 point",
    '<w:color w:val="1F1F1F"/><w:shd w:val="clear" w:fill="222222"/>': "colour of its background",
    '<w:rStyle w:val="Ghost"/>': "hidden-text attribute",
}


@pytest.mark.parametrize(("properties", "how"), HIDDEN.items())
def test_hidden_text_never_counts(properties: str, how: str) -> None:
    styles = '<w:style w:type="character" w:styleId="Ghost"><w:name w:val="g"/><w:rPr><w:vanish/></w:rPr></w:style>'
    document = read(word(p("Seen", r(" PMP", properties), r(" PRINCE2", properties)), styles=styles))
    assert document.text == "Seen"
    assert [hidden.text for hidden in document.hidden] == ["PMP PRINCE2"]
    assert how in document.hidden[0].how
    assert document.hidden[0].address.label == "paragraph 1"


def test_a_whole_paragraph_hidden_by_its_style() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="G"><w:name w:val="g"/><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>'
    document = read(word(p("Seen") + p("PMP", properties='<w:pStyle w:val="G"/>'), styles=styles))
    assert (document.text, document.hidden[0].text) == ("Seen", "PMP")


@pytest.mark.parametrize(
    "body",
    [
        p(r("Jane", '<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>')),
        p(r("Jane", '<w:color w:val="FFFFFF"/>'), properties='<w:shd w:val="clear" w:fill="1F3864"/>'),
        table((f'<w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr>{p(r("Jane", WHITE))}',)),
        p(r("Jane", '<w:vanish w:val="0"/><w:color w:val="auto"/>')),
    ],
)
def test_white_on_a_colour_can_be_seen(body: str) -> None:
    document = read(word(body))
    assert (document.text, document.hidden) == ("Jane", ())


def test_style_facts_come_from_defaults_styles_and_runs() -> None:
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="b"/><w:basedOn w:val="N"/>'
        '<w:rPr><w:b/><w:color w:val="1f3864"/></w:rPr></w:style>'
    )
    body = p("Head ", r("of", '<w:b w:val="0"/><w:i/>'), " PMO", properties='<w:pStyle w:val="B"/>') + p(r("Caps", "<w:caps/>"))
    head, caps = read(word(body, styles=styles)).blocks
    assert (head.style.bold, head.style.size, head.style.colour) == (True, 11.0, "1F3864")
    assert [(run.style.bold, run.style.italic) for run in head.runs] == [(True, False), (False, True), (True, False)]
    assert (caps.style.caps, caps.text) == (True, "Caps")


def shape(size: int) -> str:
    filled = f'<wps:spPr><a:xfrm><a:ext cx="{size}" cy="{size}"/></a:xfrm><a:solidFill><a:srgbClr val="1F3864"/></a:solidFill></wps:spPr>'
    return f"<w:r><w:drawing><wps:wsp>{filled}</wps:wsp></w:drawing></w:r>"


def test_white_text_is_believed_on_a_large_coloured_shape_only_and_with_a_warning() -> None:
    name = p("Seen") + p(r("Jane Doe", WHITE))
    over = read(word(p(shape(900_000)) + name))
    assert (over.text, over.warnings[0].startswith("white text may stand on a coloured shape")) == ("Seen\nJane Doe", True)
    assert read(word(p(shape(10_000)) + name)).text == "Seen"
