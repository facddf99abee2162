"""Random edits of invented files: whatever is asked, accepting gives it, refusing gives the old file, and looks stay with their words.

A few hundred cases run with the other tests, 2,500 under `make prove`; the cases are the same each time.
"""

import itertools
import random
from collections import Counter

import pytest
from own_files import W, box, bullet, control, edited, is_back, p, r, said, table, tree, undone, word

from pmo_resume import documents
from pmo_resume.proof.revisions import accepted

LOOKS = ["", "<w:b/>", "<w:i/>", '<w:b/><w:color w:val="1F4E79"/>']
VERBS = ["Led", "Ran", "Kept", "Chaired", "Drafted", "Tracked", "Planned", "Closed"]
THINGS = [
    "the RAID log",
    "gate reviews",
    "a budget of £2m",
    "the PMO",
    "R&amp;D pilots",
    "change control",
    "benefits for 12 teams",
    "Jira boards",
]
ENDS = ["for the board", "in Leeds", "across six boroughs", "with the finance team", "within a year", "(EPR)"]
NEW = ["Power BI", "Led the portfolio office", "Earned value management (EVM)"]
WORDS_IN = ["project management office (PMO)", "large", "portfolio-level"]
CASES = 2500


def plain(text):
    return text.replace("&amp;", "&")


def lines(chance, count):
    """Different lines, of which none is part of another."""
    every = [f"{verb} {thing} {end}" for verb, thing, end in itertools.product(VERBS, THINGS, ENDS)]
    return chance.sample(every, count)


def runs(chance, text, *, linked=True):
    """The text in runs of different looks, cut anywhere, one of them perhaps a link."""
    cuts = sorted(chance.sample(range(1, len(text)), min(chance.randrange(4), len(text) - 1)))
    pieces = [text[one:two] for one, two in itertools.pairwise([0, *cuts, len(text)])]
    if "&" in text:
        pieces = [text]
    made = [r(piece, chance.choice(LOOKS)) for piece in pieces]
    if linked and chance.random() < 0.2:
        at = chance.randrange(len(made))
        made[at] = f'<w:hyperlink r:id="rId9">{made[at]}</w:hyperlink>'
    if chance.random() < 0.2:
        made.insert(chance.randrange(len(made) + 1), '<w:proofErr w:type="spellStart"/>')
    return "".join(made)


def bullets(chance, olds):
    return "".join(bullet(runs(chance, line)) for line in olds)


def typed(chance, olds):
    return p(r("Skills and more\n"), r("\n").join(runs(chance, line) for line in olds), r("\nEnd"))


def commas(chance, olds):
    mark = chance.choice([", ", " | ", " • ", "; "])
    return p(r("Tools: ", "<w:b/>"), r(mark).join(runs(chance, line, linked=False) for line in olds), r("."))


FRAMES = {
    "body": lambda inner: p("Name") + inner + p("More"),
    "last": lambda inner: p("Name") + inner,
    "cell": lambda inner: p("Name") + table(p("Job") + inner, p("2020")) + p("More"),
    "before a table": lambda inner: p("Name") + inner + table(p("Next"), p("2019")) + p("More"),
    "box": lambda inner: p("Name") + box(p("Job") + inner) + p("More"),
    "control": lambda inner: p("Name") + control(inner) + p("More"),
}
LISTS = {"bullets": bullets, "typed lines": typed, "commas": commas}


def asked(chance, olds):
    """A new list: some lines gone, the rest shuffled, some with other words, perhaps a new one."""
    kept = [line for line in olds if chance.random() < 0.9] or olds[:1]
    chance.shuffle(kept) if chance.random() < 0.8 else None
    new = [(line, reworded(chance, line)) if chance.random() < 0.25 else line for line in kept]
    if chance.random() < 0.3:
        new.insert(chance.randrange(len(new) + 1), chance.choice(NEW))
    return new


def reworded(chance, line):
    words = line.split(" ")
    at = chance.randrange(1, len(words))
    taken = chance.randrange(2)
    return " ".join([*words[:at], chance.choice(WORDS_IN), *words[at + taken :]])


def invented(seed, frames=tuple(FRAMES), *, linked=True):
    """One case: a file, the lines of a list in it, the list as it shall be, and the case in words."""
    chance = random.Random(seed)
    frame, form = chance.choice(frames), chance.choice(list(LISTS))
    written = lines(chance, chance.randrange(1, 7))
    inner = LISTS[form](chance, written)
    if not linked:
        inner = inner.replace('<w:hyperlink r:id="rId9">', "").replace("</w:hyperlink>", "")
    olds = [plain(line) for line in written]
    new = asked(chance, olds)
    return word(FRAMES[frame](inner)), olds, new, f"seed {seed}: {form} in {frame}: {olds} → {new}"


def check(seed):
    """One case; True where the edit was made, False where it was left alone."""
    data, olds, new, case = invented(seed)
    result, session = edited(data, olds, new)
    again, _ = edited(data, olds, new)
    assert result == again, case
    assert is_back(data, result), case
    if session.left_alone:
        return False
    wanted = [each[1] if isinstance(each, tuple) else each for each in new]
    text = "\n".join(said(result))
    places = [text.find(line) for line in wanted]
    assert -1 not in places, case
    assert places == sorted(places), case
    gone = [line for line in olds if line not in [each[0] if isinstance(each, tuple) else each for each in new]]
    assert not [line for line in gone if line in text], case
    assert documents.read_bytes(result, "cv.docx").text.split() == documents.read_bytes(undone(result), "cv.docx").text.split(), case
    for line in [each for each in new if isinstance(each, str) and each in olds]:
        assert looks(tree(data), line) == looks(accepted(tree(result)), line), case
    return result != data


def looks(root, line):
    """The look of each letter of a line, wherever it stands."""
    for paragraph in root.iter(f"{{{W}}}p"):
        letters = []
        for run in paragraph.iter(f"{{{W}}}r"):
            properties = run.find(f"{{{W}}}rPr")
            look = "" if properties is None else " ".join(sorted(each.tag.rpartition("}")[2] for each in properties))
            letters += [(char, look) for text in run.iter(f"{{{W}}}t") for char in text.text or ""]
        text = "".join(char for char, _ in letters)
        if line in text:
            at = text.index(line)
            return letters[at : at + len(line)]
    raise AssertionError(f"{line} is nowhere")


def test_random_edits_come_out_as_asked_and_go_back_as_they_were():
    made = Counter(check(seed) for seed in range(200))
    assert made[True] > 120, "too few cases had an edit to show anything"


@pytest.mark.prove
@pytest.mark.parametrize("batch", range(10))
def test_many_random_edits(batch):
    size = CASES // 10
    made = Counter(check(seed) for seed in range(1000 + batch * size, 1000 + (batch + 1) * size))
    assert made[True] > size * 0.6
