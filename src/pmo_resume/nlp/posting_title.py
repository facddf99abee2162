"""The title of the job in a posting, without the place, contract, number or call to apply that stands around it."""

from __future__ import annotations

import re

from pmo_resume.model.resume import Fact
from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import BlockKind, Span
from pmo_resume.nlp.lines import TextLine, fact
from pmo_resume.nlp.places import is_place, is_town
from pmo_resume.nlp.posting_headings import Part, announced
from pmo_resume.nlp.wording import HEAD, pattern, straight, wording
from pmo_resume.nlp.wordlists import any_word, once, words

_LINK = re.compile(r"^\[(?P<words>[^\]]+)\]\([^)]*\)")
_SENTENCE = re.compile(r"[.!?]\s+[A-Z]|[.;]$")
_LAST = re.compile(r"\s*(?:[-–—|,(]|\bin\b|\bat\b)\s*(?<=[\s(])(?P<rest>[^-–—|()]+)\)?$")
_TOWN = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2},\s*[A-Z][\w. ]+")
_MARKS = " -–—|,:*#."
_TOP = 12  # lines in which a title is looked for
_LONGEST = 130  # characters of a title line
_LISTS = (Part.REQUIRED, Part.PREFERRED, Part.DUTIES)
_SHORT_LINE = 50  # characters: a sentence of a site's menu ("This is a new service"), not yet the text of the posting
_CAPITALS = r"(?:[A-Z][\w&/.-]*\s+(?:(?:of|and|&|for)\s+)?){0,6}[A-Z][\w/-]*"
_OF = re.compile(rf"(?:\s\([A-Z]{{2,5}}\))?(?:\sof\s(?:the\s)?{_CAPITALS})?")  # "Manager (AM) of Prospect Research & Planning"
# Where a sentence names the job; the words of the job follow, in capitals.
_NAMED_IN = (
    r"\b(?:position|role|post|vacancy|opening|opportunity|applications) (?:of|for|as) (?:an? |the )?(?:[a-z][\w-]* ){0,3}?",
    r"\b(?:looking for|seeking|seeks|hiring|recruiting(?: for)?|searching for|requires?|needs|appoint|recruit|hire|to add) "
    r"(?:an? |our next |the |another )?(?:[a-z][\w,-]* (?:& )?){0,6}?",
    r"\b(?:[Aa]s|are|be|become|being) (?:an? |our (?:new |next )?|the (?:new )?)",
    r"\b[Rr]eport(?:ing|s) to [^,.;]{3,70}, (?:the|this|our) ",
    r"(?:^|[.!?]\s+)(?:The|Our|This|A|An) ",
)
_AS_SUBJECT = _NAMED_IN[-2:]
# … and where it is the subject, the verbs of work or of the role that follow it.
_LIVES = (
    r"(?=(?:['’]s)?\s+(?:will|is|are|manages?|reports?|leads?|oversees|coordinates|assists|plays|supports?|works?|serves?|provides?|for|"
    r"who|role)\b)"
)


def find_title(
    lines: list[TextLine], labelled: Fact | None, taxonomy: Taxonomy, *, only_top: bool = False
) -> tuple[TextLine | None, Fact | None]:
    """The title and the line it stands in: a labelled one, else the first line that names a job, else the job a sentence looks for.

    The line is None where the title comes from a sentence; nothing under it is then part of the head. `only_top` leaves sentences out.
    """
    if labelled is not None:
        return next((line for line in lines if labelled.span in line.span), None), labelled
    for line in lines[:_TOP]:
        text = line.text.strip(" #*_")
        if lead := wording(taxonomy, "title_leads", HEAD).match(text):
            text = text[lead.end() :].strip(" .")
        if not text or text.count("\t") > 1 or wording(taxonomy, "furniture", HEAD).match(text):
            continue
        if line.bullet and line.block.kind is not BlockKind.HEADING:
            break
        if _is_sentence(text, taxonomy):
            glued = _before_glued(line, taxonomy)
            if glued is not None:
                return line, glued
            if len(text) < _SHORT_LINE and text[-1] not in ".:!?":
                continue
            break
        label = re.match(r"[^:]{2,28}(?=:\s)", text)
        if label and not any_word(words(taxonomy, HEAD, "title_words")).search(label.group()):
            continue
        opened = announced(text, taxonomy)
        if any_word(words(taxonomy, HEAD, "title_words")).search(text) and (opened is None or opened[0] not in _LISTS):
            start = line.text.index(text)
            whole = fact_in(line, start, start + len(text))
            return (line, cleaned_title(whole, taxonomy)) if whole else (None, None)
    return None, (None if only_top else _looked_for(lines, taxonomy))


def _before_glued(line: TextLine, taxonomy: Taxonomy) -> Fact | None:
    """The title at the beginning of a line that lost its breaks ("Interior Project ManagerResponsibilities includes …")."""
    first = re.match(r"(?P<head>(?:[A-Z][\w&/-]* ){1,6}[A-Z][a-z]+)(?=[A-Z][a-z]+)", line.text)
    nouns = any_word(words(taxonomy, HEAD, "title_words"))
    glued = first is not None and nouns.fullmatch(first["head"].rsplit(" ", 1)[-1]) is not None
    return fact_in(line, 0, first.end("head")) if first and glued else None


def _is_sentence(text: str, taxonomy: Taxonomy) -> bool:
    text = _LINK.sub(r"\g<words>", text)
    return len(text) > _LONGEST or _SENTENCE.search(text) is not None or wording(taxonomy, "title_never", HEAD).search(text) is not None


def fact_in(line: TextLine, start: int, end: int) -> Fact | None:
    """The words of a line between two offsets of the line, tidied, with their place in the document; a Markdown link gives its words."""
    link = _LINK.match(line.text[start:end])
    if link:
        start, end = start + link.start("words"), start + link.end("words")
    value = fact(line.text, start, end)
    return Fact(value.value, Span(value.span.start + line.start, value.span.end + line.start)) if value else None


def cleaned_title(value: Fact, taxonomy: Taxonomy) -> Fact:
    """The title without what is not part of it; the words are those of the text, so the span stays exact."""
    cut, skipped = _cut(straight(value.value), taxonomy)
    if len(value.value) != value.span.end - value.span.start:
        return Fact(cut, value.span)
    start = value.span.start + skipped
    return Fact(value.value[skipped : skipped + len(cut)], Span(start, start + len(cut)))


def without_names(title: Fact | None, employer: Fact | None, location: Fact | None) -> Fact | None:
    """The title without the employer or the town behind its last dash, where the head names them elsewhere too."""
    match = re.search(r"\s+[-–—|]\s+(?P<last>[^-–—|]+)$", title.value) if title else None
    if title is None or match is None:
        return title
    last = match["last"].strip().lower()
    if any(item is not None and item.span not in title.span and last in item.value.lower() for item in (employer, location)):
        return Fact(title.value[: match.start()], Span(title.span.start, title.span.start + match.start()))
    return title


def without_marks(title: Fact | None, taxonomy: Taxonomy) -> Fact | None:
    """The title without "(m/f/d)" in its middle; the span keeps the whole, as the words no longer stand side by side in the text."""
    if title is None:
        return None
    return Fact(" ".join(wording(taxonomy, "title_marks", HEAD).sub(" ", title.value).split()), title.span)


def _looked_for(lines: list[TextLine], taxonomy: Taxonomy) -> Fact | None:
    """ "The council invites applications for the post of PMO Lead", "As a PMO Lead, you …": the words of a sentence that name the job."""
    for name in (_CAPITALS, once(taxonomy, "titles in small letters", _small)):
        for line in lines[: _TOP * 2]:
            for opening in _NAMED_IN if name is _CAPITALS else _NAMED_IN[:3]:
                for match in re.finditer(rf"{opening}(?P<name>{name})", line.text):
                    found = _job_in(line, match.start("name"), match.end("name"), taxonomy, subject=opening in _AS_SUBJECT)
                    if found is not None:
                        return found
    return None


def _small(taxonomy: Taxonomy) -> str:
    """The commonest names of jobs written small: "lead project manager"."""
    of, who = words(taxonomy, HEAD, "title_small"), words(taxonomy, HEAD, "title_words")
    return rf"(?:(?:lead|senior|junior|principal) )?(?:{'|'.join(of)}) (?:{'|'.join(who)})s?\b"


def _job_in(line: TextLine, start: int, end: int, taxonomy: Taxonomy, *, subject: bool) -> Fact | None:
    """The words up to the last one that names a job, if there are several; as the subject of a sentence only before a verb of work."""
    nouns = any_word(tuple(f"{word}{ending}" for word in words(taxonomy, HEAD, "title_words") for ending in ("", "s")))
    last = next(reversed(list(nouns.finditer(line.text, start, end))), None)
    small = line.text[start].islower()
    if (
        small
        and last is not None
        and line.text[start : last.start()].split()[-1:] not in ([w] for w in words(taxonomy, HEAD, "title_small"))
    ):
        return None
    if last is None or last.start() == start or (subject and not re.compile(_LIVES).match(line.text, last.end())):
        return None
    more = _OF.match(line.text, last.end()) if not small else None
    return fact_in(line, start, more.end() if more else last.end())


def _cut(text: str, taxonomy: Taxonomy) -> tuple[str, int]:
    """The title inside a line, and how many characters of the line stand before it."""
    nouns = any_word(words(taxonomy, HEAD, "title_words"))
    skipped, cut, before = 0, text, ""
    while cut != before:
        before = cut
        for entry in words(taxonomy, HEAD, "title_tail"):
            match = pattern((entry,)).search(cut)
            if match is None or match.start() == match.end():
                continue
            if match.start() == 0 and match.end() < len(cut):
                skipped, cut = skipped + match.end(), cut[match.end() :]
            elif match.end() == len(cut) and nouns.search(cut[: match.start()]):
                cut = cut[: match.start()]
        last = _LAST.search(cut)
        if last and nouns.search(cut[: last.start()]) and _is_place(last["rest"], last.group(), nouns, taxonomy):
            cut = cut[: last.start()]
    if cut.count("(") > cut.count(")"):  # "(Engineering | Leeds)" cut at its bar
        cut = cut[: cut.rindex("(")]
    lead = len(cut) - len(cut.lstrip(_MARKS))
    cut = cut.strip(_MARKS)
    return (cut, skipped + lead) if cut else (text, 0)


def _is_place(rest: str, joint: str, nouns: re.Pattern[str], taxonomy: Taxonomy) -> bool:
    """Whether what follows a title is a place or an employer and not part of the title ("Manager, IT Projects" is whole)."""
    if nouns.search(rest):
        return False
    town = is_town(re.split(r"[,/(]", rest)[0], taxonomy) and is_place(rest, taxonomy)
    spaced = re.match(r"\s+[-–—|]\s", joint) is not None
    if town or (spaced and _TOWN.fullmatch(rest.strip()) is not None):
        return True
    return re.match(r"\s*\b(?:in|at)\b", joint) is not None and rest.strip()[:1].isupper()
