"""How strongly a posting asks for a thing, and the reason a reader is given: its wording, else its section, else the default."""

from __future__ import annotations

from pmo_resume.model.findings import Priority
from pmo_resume.model.terms import Taxonomy
from pmo_resume.nlp.posting_headings import Part
from pmo_resume.nlp.wording import straight, wording

_OF_PART = {Part.REQUIRED: Priority.MUST, Part.PREFERRED: Priority.PREFERRED, Part.DUTIES: Priority.NAMED, Part.ASSESSED: Priority.NAMED}


def stated(text: str, taxonomy: Taxonomy) -> tuple[Priority, str] | None:
    """What the wording of a clause itself says, with the basis (`wording: "is a plus"`); None where it says nothing.

    Preferred wording wins over required wording in one clause: "highly preferred but not required" is preferred.
    """
    plain = straight(text)
    for priority, key in ((Priority.PREFERRED, "preferred"), (Priority.MUST, "must")):
        match = wording(taxonomy, key).search(plain)
        if match is not None:
            return priority, f'wording: "{" ".join(match.group().split()).strip(" ,;:()")}"'
    return None


def not_needed(text: str, taxonomy: Taxonomy) -> bool:
    """Whether a piece says that its thing is not needed and says no more: "a degree isn't needed", but not "… but welcome"."""
    plain = straight(text)
    said = wording(taxonomy, "not_needed").search(plain)
    return said is not None and stated(plain[: said.start()] + plain[said.end() :], taxonomy) is None


def of_section(part: Part, heading: str) -> tuple[Priority, str]:
    """What the section says of a requirement that stands in it; `default` where no heading governs it, and then it is a must."""
    priority = _OF_PART.get(part, Priority.MUST)
    return priority, (f'section: "{heading}"' if heading and part in _OF_PART else "default")


def of_piece(
    text: str, part: Part, heading: str, taxonomy: Taxonomy, *, shared: tuple[Priority, str] | None = None
) -> tuple[Priority, str]:
    """The priority of one requirement: its own wording, else wording it shares with its neighbour in the sentence, else its section.

    Required wording inside a preferred section ("at least 3 years") measures a wish and does not make it a demand.
    """
    own = stated(text, taxonomy) or shared
    by_section = of_section(part, heading)
    if own is not None and not (
        own[0] is Priority.MUST and part is Part.PREFERRED and not wording(taxonomy, "firm").search(straight(text))
    ):
        return own
    return by_section
