"""What test_press.py has done by a process of one thread: only such a one starts a second process, and a runner of tests has several."""

import datetime as dt
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pmo_resume import api, press
from pmo_resume.errors import TemplateError
from pmo_resume.model.tailored import Tailored

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
FORMATS = ("docx", "pdf")


def tailored() -> Tailored:
    resume = api.read_resume(SAMPLES / "cv" / "project-coordinator.txt", as_of=dt.date(2026, 11, 24))
    return api.tailor(resume, api.read_posting(SAMPLES / "jobs" / "remote-saas-program-manager.md"))


def second(ready: press.Press) -> press.Press:
    """The press itself, once it is sure that it is another process."""
    assert type(ready) is not press.Press, "no second process was started"
    return ready


def both(to: Path) -> None:
    (to / "one").mkdir()
    (to / "two").mkdir()
    with press.started("classic", FORMATS) as ready:
        draft = tailored()
        two, seen_by_two = second(ready).print(draft, to / "two", FORMATS, "classic")
    one, seen_by_one = press.Press().print(draft, to / "one", FORMATS, "classic")
    assert [path.name for path in one] == [path.name for path in two]
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]
    assert [(item.reader, item.text) for item in seen_by_one] == [(item.reader, item.text) for item in seen_by_two]
    assert len(seen_by_one) == 8


def wrong(to: Path) -> None:
    with press.started("baroque", FORMATS) as ready, pytest.raises(TemplateError, match="baroque"):
        second(ready).print(tailored(), to, FORMATS, "baroque")


def died(to: Path) -> None:
    with press.started("classic", FORMATS) as ready:
        second(ready)._line.close()  # type: ignore[attr-defined]
        ready.print(tailored(), to, ("docx",), "classic")
    assert sorted(path.name for path in to.iterdir()) == ["cover-letter.docx", "resume.docx"]


def hung(to: Path) -> None:
    press.PATIENCE = 1
    press._warm_up = lambda *_: time.sleep(600)
    with press.started("classic", FORMATS) as ready:
        second(ready).print(tailored(), to, ("docx",), "classic")
    assert sorted(path.name for path in to.iterdir()) == ["cover-letter.docx", "resume.docx"]


def crowded(to: Path) -> None:
    import threading

    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    with press.started("classic", FORMATS) as ready:
        assert type(ready) is press.Press, "a process of two threads was forked"
    done.set()
    other.join()


CASES: dict[str, Callable[[Path], None]] = {case.__name__: case for case in (both, wrong, died, hung, crowded)}

if __name__ == "__main__":
    CASES[sys.argv[1]](Path(sys.argv[2]))
