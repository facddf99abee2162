"""The candidate's name and headline, told from everything else that stands at the top of a CV.

The name is cut free of post-nominals ("Jane Roe, PMP, CSM"), courtesy titles and a title on the same line; it is kept as written, capitals
and accents included. The headline is the line near the name that states a job title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pmo_resume.model.findings import Mention
from pmo_resume.model.resume import Fact
from pmo_resume.model.terms import Category, Taxonomy
from pmo_resume.model.text import BlockKind, Document, Span
from pmo_resume.nlp.contact import EMAIL, SEPARATOR, segments
from pmo_resume.nlp.dates import find_periods
from pmo_resume.nlp.headings import close_up, is_document_title, read_heading
from pmo_resume.nlp.lines import TextLine, fact, sentences
from pmo_resume.nlp.places import is_place
from pmo_resume.nlp.wordlists import any_word, word_set, words

_TOKEN = re.compile(r"^[^\W\d_]+(?:[.'’`-][^\W\d_]*)*\.?,?$")
_SPACED = re.compile(r"^(?:[^\W\d_]\s+){3,}[^\W\d_]$")
_TITLE_PREFIX = re.compile(r"(?i)^\s*(?:curriculum vitae|r[ée]sum[ée]|cv|contacts?)\s*(?:of|for|[-–—:|])?\s*(?=\S)")
_NICKNAME = re.compile(r"""\s+(?:\([^\W\d_][\w.'’-]+\)|["“„‘'][^\W\d_][\w.'’-]*["”“’'])(?=\s+[^\W\d_])""")  # "Jane (Janey) Roe"
_INITIAL = 2  # letters: shorter parts of a name are left out of many addresses
_MOST_NAMES = 5  # words of a name nothing else tells
_SCAN = 12  # lines from the top among which a name is looked for
_UNAIDED = 4  # lines from the top in which a name needs no larger letters, and no address that agrees
_PERSON_AND_TOWN = 2  # parts of a line between commas: "Jane Roe, Leeds"


def find_name(document: Document, lines: Sequence[TextLine], taxonomy: Taxonomy, email: Fact | None) -> Fact | None:
    """The most name-like piece of the top lines: early, large, agreeing with the e-mail address; None where nothing is name-like."""
    sizes = {line.block.style.size for line in lines if line.block.style.size}
    largest = max(sizes) if len(sizes) > 1 else None
    best: tuple[float, Fact] | None = None
    for position, line in enumerate(lines[:_SCAN]):
        if is_document_title(line.text, taxonomy) or _tells_otherwise(line, position, taxonomy):
            continue
        pieces = [line.span] if _SPACED.match(line.text.strip()) else list(segments(document, line))
        for place, span in enumerate(pieces[:3]):
            found = _as_name(document.text, span, taxonomy)
            if found is None:
                continue
            aids = _aids(found, line, email, largest)
            score = 10 - position - 2 * place + aids
            if len(found.value.split()) == 1 and not (found.span == line.span and score >= 10 + 2):
                continue  # one word is a name only where it stands out at the very top
            if position > _UNAIDED and not aids:
                continue  # further down something else than its place must speak for it
            if best is None or score > best[0]:
                best = (score, found)
    return best[1] if best else None


def _aids(found: Fact, line: TextLine, email: Fact | None, largest: float | None) -> int:
    """What speaks for a name besides its place: the largest letters, a heading, bold letters, an e-mail address that agrees."""
    style = line.block.style
    looks = 4 * (largest is not None and style.size == largest) + 2 * (line.block.kind is BlockKind.HEADING) + style.bold
    return looks + 5 * _agrees(found.value, email)


def _tells_otherwise(line: TextLine, position: int, taxonomy: Taxonomy) -> bool:
    """Whether a line is a place ("Beer Sheva, Israel"; on top it may be a person and a town) or tells of a time."""
    if is_place(line.text, taxonomy) and (position > 0 or len(line.text.split(",")) > _PERSON_AND_TOWN):
        return True
    return bool(find_periods(line.text))


def find_any_name(document: Document, lines: Sequence[TextLine], taxonomy: Taxonomy, email: Fact | None) -> Fact | None:
    """The name where no line reads as one: words of letters that the e-mail address repeats, or the heading on top of the page.

    Takes what `find_name` does, for names in small letters, of one word, or with a word of the trade in them ("Grace Page").
    """
    able = [line for line in lines[:_SCAN] if not is_document_title(line.text, taxonomy)]
    for line in able:
        for span in [*segments(document, line)][:1]:
            end = _without_post_nominals(document.text, span.start, span.end, taxonomy)
            found = fact(document.text, span.start, end)
            top = line is able[0] and line.block.kind is BlockKind.HEADING
            if found is None or not _could_be_name(found.value, taxonomy):
                continue
            telling = [token for token in found.value.split() if len(token) > _INITIAL]
            mailed = bool(telling) and all(_agrees(token, email) for token in telling)
            if mailed or (not _titled(found.value, taxonomy) and (top or _agrees(found.value, email))):
                return found
    return None


def _could_be_name(value: str, taxonomy: Taxonomy) -> bool:
    """Whether a few words of letters are no title, place, firm or heading."""
    tokens = _NICKNAME.sub("", value).split()
    other = word_set(words(taxonomy, "resume", "employer_suffixes"))
    if not 1 <= len(tokens) <= _MOST_NAMES or read_heading(value, taxonomy) or is_place(value, taxonomy):
        return False
    return all(_TOKEN.match(token) for token in tokens) and tokens[-1].lower() not in other


def _titled(value: str, taxonomy: Taxonomy) -> bool:
    """Whether a word of a title stands in it ("Director of Finance"), which a name that the whole address repeats may hold."""
    return any_word(words(taxonomy, "resume", "title_nouns") + words(taxonomy, "resume", "title_starts")).search(value) is not None


def find_headline(
    document: Document, lines: Sequence[TextLine], name: Fact | None, mentions: Sequence[Mention], taxonomy: Taxonomy
) -> Fact | None:
    """The words near the name that state a title ("Senior PMO Manager | PMP"); None where none do."""
    roles = [mention.span for mention in mentions if mention.category is Category.ROLE]
    nouns = any_word(words(taxonomy, "resume", "title_nouns"))
    starts = [index for index, line in enumerate(lines) if name and name.span in line.span]
    first = starts[0] if starts else 0
    for line in lines[first : first + 6]:
        start = name.span.end if name and name.span in line.span else line.start
        found = _title_piece(document.text, start, line.end)
        if (
            found is None
            or len(found.value.split()) > 16
            or len(sentences(document.text, found.span.start, found.span.end)) > 1
            or found.value.endswith(".")
        ):
            continue
        if is_place(found.value, taxonomy) or read_heading(found.value, taxonomy):
            continue
        if any(role in found.span for role in roles) or nouns.search(found.value):
            return found
    return None


def _title_piece(text: str, start: int, end: int) -> Fact | None:
    """The part of a line that can be a headline: everything up to the first contact detail."""
    stop = re.search(r"[\w.+'-]+@[\w-]+\.|https?://|www\.|linkedin\.com|(?<!\w)\(?\+?\d[\d\s().-]{6,}\d", text[start:end])
    if stop:
        pieces = [match.start() for match in SEPARATOR.finditer(text, start, start + stop.start())]
        end = pieces[-1] if pieces else start
    return fact(text, start, end)


def _as_name(text: str, span: Span, taxonomy: Taxonomy) -> Fact | None:
    """The name in a piece of a line, or None: two to five capitalised words (or one) of letters, none of them a word of the trade."""
    start, end = span.start, span.end
    prefix = _TITLE_PREFIX.match(text[start:end])
    if prefix:
        start += prefix.end()
    label = re.match(r"\s*([A-Za-z ]{3,20}?)\s*:\s*", text[start:end])
    if label:
        if label[1].strip().lower() not in word_set(words(taxonomy, "resume", "name_labels")):
            return None
        start += label.end()
    end = _without_post_nominals(text, start, end, taxonomy)
    found = fact(text, start, end)
    if found is None or len(found.value) > 60 or EMAIL.search(found.value):
        return None
    start = _without_courtesy(text, found.span, taxonomy)
    found = fact(text, start, found.span.end) if start != found.span.start else found
    if found and _SPACED.match(text[found.span.start : found.span.end]):
        closed = close_up(text[found.span.start : found.span.end])
        if " " not in closed:
            return found  # its words cannot be told apart
        return Fact(closed, found.span) if _name_like(closed, taxonomy) else None
    return found if found and _name_like(found.value, taxonomy) else None


def _without_post_nominals(text: str, start: int, end: int, taxonomy: Taxonomy) -> int:
    """The end of the name: before a comma, bracket or dash, and before trailing letters such as "PMP" or "MBA"."""
    nickname = _NICKNAME.search(text, start, end)
    behind = nickname.end() if nickname and nickname.start() > start else start
    cut = re.search(r"\s*(?:,|\((?!(?i:hons?)\b)|\[)|\s+[-–—]\s*|\s*[–—]\s", text[behind:end])
    if cut and behind + cut.start() > start:
        end = behind + cut.start()
    letters = word_set(words(taxonomy, "resume", "post_nominals"))
    tokens = list(re.finditer(r"\S+(?:\s+\((?i:hons?)\.?\))?", text[start:end]))
    while len(tokens) > 2 and tokens[-1][0].split("(")[0].strip(" .,®™").lower() in letters | {"ph.d"}:
        tokens.pop()
        end = start + tokens[-1].end()
    return end


def _without_courtesy(text: str, span: Span, taxonomy: Taxonomy) -> int:
    first = re.match(r"\S+\s+", text[span.start : span.end])
    if first and first[0].strip().lower() in word_set(words(taxonomy, "resume", "honorifics")):
        return span.start + first.end()
    return span.start


def _name_like(value: str, taxonomy: Taxonomy) -> bool:
    tokens = _NICKNAME.sub("", value).split()
    if not 1 <= len(tokens) <= 6 or read_heading(value, taxonomy) or is_place(value, taxonomy):
        return False
    particles = word_set(words(taxonomy, "resume", "name_particles"))
    banned = word_set(words(taxonomy, "resume", "not_names")) | word_set(words(taxonomy, "resume", "title_nouns"))
    banned |= word_set(words(taxonomy, "resume", "employer_suffixes")) | word_set(words(taxonomy, "resume", "prose_verbs"))
    banned |= word_set(words(taxonomy, "resume", "contact_labels")) - {"m", "t", "p", "e", "h"}
    for token in tokens:
        bare = token.strip(".,").lower()
        if bare in particles and len(tokens) > 1:
            continue
        if not _TOKEN.match(token) or bare in banned or token[0].islower():
            return False
    return len(tokens) > 1 or len(tokens[0]) > 2


def _agrees(value: str, email: Fact | None) -> bool:
    """Whether a part of the name stands in the e-mail address before the @."""
    if email is None:
        return False
    local = email.value.split("@")[0].lower()
    return any(len(token) > 2 and token.strip(".,").lower() in local for token in value.split())
