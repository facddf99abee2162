"""The vocabulary's own speed: how long it takes to be ready, and whether a larger one reads more slowly.

    python benchmarks/keywords.py [--repeat N] [--check]

Being ready (loading all terms and building the matcher) is measured in a new process, beside the import of spaCy in the same process.
Reading is measured on the sample postings with the shipped terms, and with three and fifteen times as many invented ones added to them.
`--check` exits with 1 where a ratio is above its limit.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from timing import best

from pmo_resume import api
from pmo_resume.model.terms import Form, Taxonomy
from pmo_resume.model.text import Document
from pmo_resume.nlp.forms import lexis
from pmo_resume.nlp.terms import find_terms

ROOT = Path(__file__).resolve().parent.parent
READY_LIMIT = 0.5  # of the time that importing spaCy takes: 0.25 s where that takes half a second
FLAT_LIMIT = 1.3  # reading with sixteen times the terms, against reading with the shipped ones
ROUNDS = 20  # readings of every sample that one figure is taken over

READY = """
import gc, time; gc.disable()
start = time.perf_counter(); import spacy, spacy.matcher
imported = time.perf_counter()
from pmo_resume.taxonomy import load
from pmo_resume.nlp.forms import lexis
lexis(load())
print(imported - start, time.perf_counter() - imported)
"""


def ready(repeat: int) -> tuple[float, float]:
    """Seconds to import spaCy and to be ready after it: those of the run with the fastest ready."""
    runs = []
    for _ in range(repeat):
        told = subprocess.run([sys.executable, "-c", READY], check=True, capture_output=True, text=True, cwd=ROOT).stdout
        imported, made = map(float, told.split())
        runs.append((made, imported))
    made, imported = min(runs)
    return imported, made


def enlarged(taxonomy: Taxonomy, times: int) -> Taxonomy:
    """`taxonomy` with its terms again under invented words, `times` as many in all."""
    terms = dict(taxonomy.terms)
    for copy in range(1, times):
        for term in taxonomy.terms.values():
            forms = tuple(Form(" ".join(f"{word}zq{copy}" for word in form.text.split())) for form in term.forms)
            terms[f"{term.id}-{copy}"] = replace(term, id=f"{term.id}-{copy}", forms=forms)
    return replace(taxonomy, terms=MappingProxyType(terms), fingerprint="")


def reading(taxonomy: Taxonomy, documents: list[Document], repeat: int) -> float:
    """Seconds that one document takes, the best of `repeat` times over all of them."""
    ready_to_look = lexis(taxonomy)

    def once() -> None:
        for _ in range(ROUNDS):
            for document in documents:
                find_terms(document, ready_to_look, taxonomy)

    return best(once, repeat) / (ROUNDS * len(documents))


def main() -> int:
    """Print the figures; return 1 where `--check` finds one above its limit."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--repeat", type=int, default=5)
    options.add_argument("--check", action="store_true")
    chosen = options.parse_args()
    imported, made = ready(chosen.repeat)
    print(f"ready {made:.3f} s, importing spaCy {imported:.3f} s, ratio {made / imported:.2f} (limit {READY_LIMIT})")
    taxonomy = api.load_taxonomy()
    documents = [api.read_document(path) for path in sorted((ROOT / "samples/jobs").iterdir())]
    times = {size: reading(enlarged(taxonomy, size), documents, chosen.repeat) for size in (1, 4, 16)}
    for size, seconds in times.items():
        print(f"reading one posting with {size:>2}x the terms: {seconds * 1000:.2f} ms, {seconds / times[1]:.2f} of 1x")
    growth = times[16] / times[1]
    print(f"growth {growth:.2f} (limit {FLAT_LIMIT})")
    return int(chosen.check and (made / imported > READY_LIMIT or growth > FLAT_LIMIT))


if __name__ == "__main__":
    sys.exit(main())
