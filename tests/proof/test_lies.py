"""A sceptic's proof of the truth gate: lies of every kind, in every place, planted in truthful CVs and letters; not one may pass."""

from __future__ import annotations

import datetime as dt
import importlib.util
import sys
from collections import defaultdict
from pathlib import Path
from types import ModuleType

import pytest

from pmo_resume import api
from pmo_resume.model.tailored import Tailored
from pmo_resume.proof.truth import untrue

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parents[1] / "samples"
DAY = dt.date(2026, 11, 24)
FEW = 2
"""Lies of one kind in one place that the quick proof tries; the long one tries all."""


def _module(name: str) -> ModuleType:
    """A file beside this one; tests are no package."""
    spec = importlib.util.spec_from_file_location(f"proof_{name}", HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


lies, people = _module("lies"), _module("people")


@pytest.fixture(scope="module")
def modest() -> Tailored:
    """The invented CV, truthfully tailored."""
    return api.tailor(api.read_resume(people.CV.encode(), as_of=DAY), api.read_posting(people.POSTING.encode()))


def missed(honest: Tailored, few: int | None = None) -> tuple[int, list[str]]:
    """How many distinct lies were planted, and those that nothing was said of."""
    tried: dict[str, int] = defaultdict(int)
    seen, passed = set(), []
    for lie in lies.lies(honest):
        tried[lie.kind] += 1
        if (few is not None and tried[lie.kind] > few) or (lie.kind, lie.words) in seen:
            continue
        seen.add((lie.kind, lie.words))
        if not untrue(lie.told):
            passed.append(f"{lie.kind}: {lie.words}")
    return len(seen), passed


def test_nothing_is_wrong_before_lies_are_planted(modest):
    assert untrue(modest) == ()
    assert modest.letter is not None


def test_lies_of_every_kind_are_caught(modest):
    planted, passed = missed(modest, FEW)
    assert passed == []
    assert planted >= 300


@pytest.mark.prove
@pytest.mark.parametrize("cv", sorted(path.name for path in (SAMPLES / "cv").iterdir()))
@pytest.mark.parametrize("job", ["singapore-bank-pmo-manager.txt", "us-federal-pmo-analyst.txt"])
def test_lies_in_the_samples_are_caught(cv, job):
    honest = api.tailor(api.read_resume(SAMPLES / "cv" / cv, as_of=DAY), api.read_posting(SAMPLES / "jobs" / job))
    planted, passed = missed(honest)
    assert passed == []
    assert planted >= 300


@pytest.mark.prove
def test_all_lies_in_the_invented_cv_are_caught(modest):
    planted, passed = missed(modest)
    assert passed == []
    assert planted >= 500
