"""Renders and reads back in a second process, which gets its libraries ready while the first one still reads the CV.

Importing WeasyPrint and setting a first page takes as long as all the reading and tailoring; on two cores the two go side by side. Where a
process cannot be forked, or not safely, the same work is done in this one: the files are the same.
"""

from __future__ import annotations

import contextlib
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from pmo_resume.model.coverage import Coverage
from pmo_resume.model.tailored import Tailored
from pmo_resume.model.terms import Taxonomy
from pmo_resume.placing import scratch

if TYPE_CHECKING:  # the first process has no use for the proof before the second is at work
    from pmo_resume.proof.readers import Reading

Printed: TypeAlias = "tuple[tuple[Path, ...], tuple[Reading, ...]]"
PATIENCE = 120
"""Seconds the second process may be silent over one document; one that needs longer has hung, and is done without."""

_NO_TERMS = Taxonomy({})
_NO_COVERAGE = Coverage(0, 0, 0, (), ())


class Press:
    """Makes files in this process."""

    def print(self, tailored: Tailored, to: Path, formats: Sequence[str], template: str) -> Printed:
        """The finished files in `to`, and what readers unrelated to their writers see in them. Raises as `rendering.render` does."""
        documents = list(self.order(tailored, to, formats, template))
        return sum((files for files, _ in documents), ()), sum((seen for _, seen in documents), ())

    def order(self, tailored: Tailored, to: Path, formats: Sequence[str], template: str) -> Iterator[Printed]:
        """As `print`, the CV first and then the letter; begun at once where there is a process for it, so that the first can be looked at
        while the second is made. Take all of it before the next order."""
        from pmo_resume import rendering
        from pmo_resume.proof.readers import read_back

        for files in rendering.documents(tailored, to, formats, template=template):
            yield files, read_back(files)


class _SecondProcess(Press):
    """Makes files in a process of its own, by messages over `line`."""

    def __init__(self, line: Any) -> None:
        self._line = line

    def order(self, tailored: Tailored, to: Path, formats: Sequence[str], template: str) -> Iterator[Printed]:
        here = super().order(tailored, to, formats, template)
        try:
            self._line.send((_light(tailored), to, tuple(formats), template))
        except OSError:
            return here
        return self._answers(here)

    def _answers(self, here: Iterator[Printed]) -> Iterator[Printed]:
        """What the other process sends, None being the end; where it died, what is still to come is made in this one."""
        had = 0
        try:
            while (answer := self._next()) is not None:
                if isinstance(answer, Exception):
                    raise answer
                had += 1
                yield answer
        except (EOFError, OSError):
            yield from list(here)[had:]

    def _next(self) -> Any:
        """The next message; raises EOFError or OSError where none will come."""
        if not self._line.poll(PATIENCE):
            self._line.close()  # for good: an answer that comes after all would be taken for that to the next order
            raise EOFError
        return self._line.recv()


@contextlib.contextmanager
def started(template: str, formats: Sequence[str]) -> Iterator[Press]:
    """A press that is getting ready for `template`; call it before anything slow. It ends with the `with` block."""
    if "pdf" not in formats or not _forks_safely():
        yield Press()
        return
    from multiprocessing import get_context

    context = get_context("fork")
    ours, theirs = context.Pipe()
    with scratch() as aside:
        process = context.Process(target=_serve, args=(ours, theirs, aside, template, tuple(formats)), daemon=True)
        process.start()
        theirs.close()
        try:
            yield _SecondProcess(ours)
        finally:
            ours.close()
            process.terminate()  # it may still be warming up; nothing of it is wanted any more
            process.join()


def _forks_safely() -> bool:
    """Whether this process is a single thread: a lock that another one holds while it forks stays locked in the second process for ever.

    Pango looks for fonts in threads of its own, and a library may be called from a server with many (POSIX, fork: rationale).
    """
    threads = Path("/proc/self/task")
    return sys.platform == "linux" and threads.is_dir() and len(list(threads.iterdir())) == 1


def _serve(other_end: Any, line: Any, aside: Path, template: str, formats: Sequence[str]) -> None:
    """The second process: warm up, then answer until the line is closed."""
    other_end.close()  # else the line would never end, this process holding both ends of it
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process hears Ctrl-C, and ends this one
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    tempfile.tempdir = str(aside)  # ended at any moment, it cannot clear up; the first process does
    with contextlib.suppress(Exception):
        _warm_up(template, formats)
    press = Press()
    while True:
        try:
            order = line.recv()
        except (EOFError, OSError):
            return
        try:
            for printed in press.order(*order):
                line.send(printed)
            line.send(None)
        except Exception as error:
            line.send(error)


def _warm_up(template: str, formats: Sequence[str]) -> None:
    """Make every import and the first, slow page before they are waited for; what goes wrong here goes wrong again where it is reported."""
    from pmo_resume import rendering
    from pmo_resume.proof.readers import read_back

    with tempfile.TemporaryDirectory(prefix="pmo-resume-") as aside:
        read_back(rendering.rehearse(Path(aside), formats, template))


def _light(tailored: Tailored) -> Tailored:
    """What is printed needs neither the vocabulary nor the score; without them the message is small."""
    resume = replace(tailored.resume, taxonomy=_NO_TERMS, mentions=())
    posting = replace(tailored.posting, taxonomy=_NO_TERMS, mentions=(), requirements=())
    return replace(tailored, resume=resume, posting=posting, coverage=_NO_COVERAGE, changes=())
