"""What a letter says of certifications: those asked for that are held, else others, and at most one that is required and not held."""

from __future__ import annotations

from pmo_resume.model.coverage import Contribution, Coverage, Strength
from pmo_resume.model.findings import Priority
from pmo_resume.model.resume import CredentialStatus, HeldCredential, Resume
from pmo_resume.model.tailored import Claim, Rule
from pmo_resume.model.terms import Credential
from pmo_resume.model.text import Span
from pmo_resume.tailoring import short_forms
from pmo_resume.tailoring.credential_lines import surely_held
from pmo_resume.tailoring.credentials import full_name
from pmo_resume.tailoring.frames import Frames
from pmo_resume.tailoring.headline import asked_credentials
from pmo_resume.tailoring.lexicon import pattern, words
from pmo_resume.tailoring.phrases import joined
from pmo_resume.tailoring.tenure import dated_spans, stated_years, years_in_words

_STANDING = {
    CredentialStatus.IN_PROGRESS: "gap_credential_progress",
    CredentialStatus.EXPIRED: "gap_credential_expired",
    CredentialStatus.TRAINING_ONLY: "gap_credential_training",
}
_MOST = 3
_HELD_REASON = "certifications held"


class Certified:
    """Writes the sentences on the certifications of one CV for one posting."""

    def __init__(self, resume: Resume, coverage: Coverage, frames: Frames) -> None:
        self.resume, self.frames = resume, frames
        self.asked = asked_credentials(resume, coverage)
        self.others = [item for item in surely_held(resume) if item.concept not in {one.concept for one in self.asked}]
        self.lacked = self._lacked(coverage)

    @property
    def tells_years(self) -> bool:
        """True where the years of work answer for a certification, so that the letter need not name them before."""
        return self._answer() == "gap_credential_years"

    def sentences(self, *, further: bool) -> list[Claim | None]:
        """The certifications asked for, or what is held in place of one that is not; with `further` those held besides."""
        if self._answer() == "gap_credential_held":
            return [self._instead()]
        key = "credentials_asked" if self.asked else "credentials_held"
        besides = self._certified(self.others, "credentials_also") if further and self.asked else None
        gap = self._instead() if self._answer() else self._not_yet()
        return [self._certified(self.asked or self.others, key), besides, gap]

    def _answer(self) -> str:
        """The frame that sets what is held beside what is not; empty where nothing needs or can be said."""
        if self.lacked is None or self.asked or self._standing():
            return ""
        if self._names(self._akin()):
            return "gap_credential_held"
        return "gap_credential_years" if stated_years(self.resume)[0] else ""

    def _akin(self) -> list[HeldCredential]:
        """What is held of the same issuer or field as what is lacked: a certification in personnel answers for none in projects."""
        terms, lacked = self.resume.taxonomy, self.lacked
        field = {lacked.issuer, *lacked.implies} - {""} if lacked else set()
        held = ((item, terms.credential(item.concept)) for item in self.others)
        return [item for item, term in held if term is not None and field & {term.issuer, *term.implies}]

    def _standing(self) -> HeldCredential | None:
        """What the CV says of the certification that is lacking, where it says something."""
        return next((item for item in self.resume.credentials if self.lacked and item.concept == self.lacked.id), None)

    def _instead(self) -> Claim:
        held, name = self._names(self._akin()), self._lacked_name()
        if held:
            text = self.frames.fill("gap_credential_held", name=name, items=joined(list(held)))
            return Claim(text, Rule.COMPOSED, tuple(held.values()), "asked for and not held; these are")
        text = self.frames.fill("gap_credential_years", name=name, years=years_in_words(self.resume))
        return Claim(text, Rule.COMPOSED, dated_spans(self.resume), "asked for and not held; the dates of the jobs added up")

    def _not_yet(self) -> Claim | None:
        item = self._standing()
        if item is None or item.status not in _STANDING:
            return None
        return Claim(
            self.frames.fill(_STANDING[item.status], name=self._lacked_name()), Rule.POSTING, (item.span,), "asked for and not held"
        )

    def _lacked_name(self) -> str:
        return (short_forms.both(self.lacked) or self.lacked.label) if self.lacked else ""

    def _lacked(self, coverage: Coverage) -> Credential | None:
        """The weightiest certification required by its own name that is not held and that nothing held stands for."""
        missing = [item for item in coverage.contributions if item.priority is Priority.MUST and self._unheld(item)]
        return self.resume.taxonomy.credential(max(missing, key=lambda item: item.possible).concepts[0]) if missing else None

    def _unheld(self, item: Contribution) -> bool:
        """False for a choice, for "a project management certification", and for what is answered by something near it."""
        if len(item.concepts) != 1 or item.strength not in (Strength.NONE, Strength.IN_PROGRESS):
            return False
        term = self.resume.taxonomy.credential(item.concepts[0])
        return term is not None and not term.label.casefold().endswith(("certification", "certificate", "qualification"))

    def _certified(self, held: list[HeldCredential], key: str) -> Claim | None:
        names = self._names(held)
        if not names:
            return None
        many = key == "credentials_held" and len(names) > 1
        text = self.frames.fill(f"{key}_many" if many else key, items=joined(list(names)))
        return Claim(text, Rule.COMPOSED, tuple(names.values()), _HELD_REASON)

    def _names(self, held: list[HeldCredential]) -> dict[str, Span]:
        """The first three of them by name; none with a name that is no certification's."""
        named = [(full_name(item, self.resume), item.span) for item in held]
        odd = pattern(words(self.resume.taxonomy, "letter", "no_credential_patterns"))
        names = {name: span for name, span in named if not odd.search(name) and name.count("(") == name.count(")")}
        whole = {name: span for name, span in names.items() if not any(name != other and name in other for other in names)}
        return dict(list(whole.items())[:_MOST])
