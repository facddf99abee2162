"""The candidate's own Word file with every edit as a tracked change and a comment beside it: they decide, edit by edit, in Word."""

from __future__ import annotations

from pmo_resume.model.tailored import Tailored
from pmo_resume.tracking.model import AUTHOR, Tracked, Unsafe

__all__ = ["AUTHOR", "Tracked", "Unsafe", "track"]


def track(data: bytes, tailored: Tailored) -> Tracked:
    """The file `data`, from which the CV was read, with the tailoring in it as tracked changes.

    Accepting all gives the tailored words, rejecting all the file as it was; what the file cannot carry safely is left alone and told.
    The same input gives the same bytes; without an edit `data` itself comes back. Raises Unsafe where the whole file cannot carry any.
    """
    from pmo_resume.documents.docx_package import W
    from pmo_resume.tracking import comments
    from pmo_resume.tracking.marks import Reviser
    from pmo_resume.tracking.package import Parts
    from pmo_resume.tracking.plan import collect
    from pmo_resume.tracking.session import Session

    resume = tailored.resume
    date = f"{resume.as_of}T00:00:00Z"
    parts = Parts.opened(data, resume.document.name)
    main = parts.root(parts.main)
    used = [int(value) for each in (main.iter() if main is not None else ()) if (value := each.get(f"{W}id", "")).isdigit()]
    session = Session(resume, parts.root, Reviser(date, max(used, default=0) + 1))
    collect(session, tailored)
    session.carry_out()
    edits = len(session.anchors.places)
    if not session.changed_parts:
        return Tracked(data, 0, (), tuple(session.left_alone))
    changed = {*session.changed_parts, *comments.write(parts, session.anchors, session.reviser)}
    return Tracked(parts.write(changed), edits, tuple(session.lines), tuple(session.left_alone))
