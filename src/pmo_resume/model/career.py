"""Where a person stands on the way to a role: what the CV proves, what the role asks, and the steps between."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pmo_resume.model.resume import Resume
from pmo_resume.model.rules import Rung, Source
from pmo_resume.model.terms import RoleTitle
from pmo_resume.model.text import Span


class Part(StrEnum):
    """The seven parts of a career in project offices, in the order in which it is built."""

    EDUCATION = "Education"
    EXPERIENCE = "Experience"
    SKILLS = "Key skills"
    CERTIFICATIONS = "Certifications"
    NETWORKS = "Networks"
    APPLYING = "Applying"
    VALUE = "Showing value"


class Standing(StrEnum):
    """Whether the CV shows what is asked; `UNCLEAR` where it does not tell."""

    MET = "met"
    OPEN = "open"
    UNCLEAR = "unclear"


class Titling(StrEnum):
    """How a title compares with the scope of the work that the CV shows."""

    EVEN = "title and scope agree"
    UNDER = "under-titled: the scope is larger than the title"
    OVER = "over-titled: the scope shown is smaller than the title"
    UNCLEAR = "unclear: the CV shows too little of the scope"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the CV, with their place in its text and in a reader's words."""

    text: str
    span: Span
    where: str


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing a rung asks. `found` is what the CV shows of it in a few words, `proof` the lines that show it, `step` what to do next
    (empty where it is met)."""

    asked: str
    standing: Standing
    found: str
    source: Source
    proof: tuple[Quote, ...] = ()
    step: str = ""


@dataclass(frozen=True, slots=True)
class PartView:
    """One of the seven parts: all that the rung asks of it."""

    part: Part
    asks: tuple[Ask, ...]

    def count(self, standing: Standing) -> int:
        """How many asks stand so."""
        return sum(ask.standing is standing for ask in self.asks)


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of an exam; `missing` the months that are still to be worked."""

    asked: str
    standing: Standing
    found: str
    proof: tuple[Quote, ...] = ()
    missing: int = 0


@dataclass(frozen=True, slots=True)
class Eligibility:
    """Whether a credential can be sat for. `held` where the CV says it is, by itself or implied by another; `renewal` is what keeps it,
    `implies` what it proves besides, `unlocks` the credentials that name it among their conditions."""

    credential: str
    name: str
    held: bool
    conditions: tuple[Condition, ...]
    renewal: str
    implies: tuple[str, ...]
    unlocks: tuple[str, ...]
    note: str
    source: Source

    @property
    def standing(self) -> Standing:
        """Open where a condition is, else unclear where one is, else met."""
        found = {condition.standing for condition in self.conditions}
        return next((standing for standing in (Standing.OPEN, Standing.UNCLEAR) if standing in found), Standing.MET)

    @property
    def missing(self) -> int:
        """Months until the experience asked is reached, if the present work goes on."""
        return max((condition.missing for condition in self.conditions), default=0)


@dataclass(frozen=True, slots=True)
class Size:
    """The largest team, budget, number of projects or amount of governance that the CV shows, and the rung it is usual on (0 below the
    first that asks any)."""

    measure: str
    amount: int
    level: int
    proof: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person stands on the ladder: by the latest title that is on it, and by the scope that two of the four measures bear out."""

    by_title: int | None
    title: Quote | None
    by_scope: int | None
    sizes: tuple[Size, ...]
    titling: Titling


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the way: what to do, of which part, in how many months at the earliest, and what it opens."""

    what: str
    part: Part
    months: int = 0
    unlocks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Demand:
    """A thing that postings ask, in how many of them, and whether the CV meets it (three quarters of the points) in all of those."""

    concept: str
    label: str
    postings: int
    shown: bool


@dataclass(frozen=True, slots=True)
class Lift:
    """What a credential or skill would bring, measured by scoring again with it: how many postings rise, and by how much on average."""

    concept: str
    label: str
    raised: int
    points: float


@dataclass(frozen=True, slots=True)
class Market:
    """What a set of postings really asks, the most frequent first, and the few steps that raise most scores."""

    postings: int
    demands: tuple[Demand, ...]
    lifts: tuple[Lift, ...]


@dataclass(frozen=True, slots=True)
class Achievement:
    """A line of a job by the value it shows. `kinds` are what it speaks of, strongest first; `figures` its numbers as written;
    `missing` the kind of number that it lacks, empty where it has one."""

    line: Quote
    kinds: tuple[str, ...]
    figures: tuple[str, ...]
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Career:
    """The whole picture for one target role. `market` is None where no postings were given."""

    resume: Resume
    target: RoleTitle
    rung: Rung
    rungs: tuple[Rung, ...]
    place: Place
    parts: tuple[PartView, ...]
    eligibility: tuple[Eligibility, ...]
    steps: tuple[Step, ...]
    market: Market | None = None
