"""One tree of errors, so that every failure a user can cause is one clear line and never a traceback.

Each message says which file, what is wrong and what to do next; the command line prints it as it stands and exits with 2.
"""

from __future__ import annotations


class PmoResumeError(Exception):
    """Anything that stopped the tool for a reason the user can act on."""


class InputError(PmoResumeError):
    """A file or text the user gave cannot be used.

    `source` is the name the user knows it by, `problem` what is wrong with it, `remedy` what to do about it.
    """

    def __init__(self, source: str, problem: str, remedy: str) -> None:
        self.source = source
        self.problem = problem
        self.remedy = remedy
        super().__init__(f"{source}: {problem}; {remedy}")

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str, str]]:
        """From one process to another with its three parts."""
        return type(self), (self.source, self.problem, self.remedy)


class UnreadableFile(InputError):
    """Missing, empty, of a kind we do not read, or broken."""


class EncryptedFile(InputError):
    """Protected by a password, so nothing in it can be read."""


class ScannedFile(InputError):
    """Pictures of pages without text in them."""


class TooLarge(InputError):
    """Beyond a limit of size, pages or unpacked volume (see `documents.guard`)."""


class NothingAsked(InputError):
    """A posting in which no requirement was found."""


class NothingToTailor(InputError):
    """A CV from which no work history or skill could be read."""


class KeywordError(InputError):
    """A keyword file that breaks the schema or contradicts another; the message gives file and line."""


class TemplateError(InputError):
    """A template that is missing, broken, or asks for a field that does not exist."""


class PlanError(InputError):
    """A plan file that is not one of ours or was damaged by an edit."""


class FactsError(InputError):
    """A facts file that breaks its form or speaks of a job that the CV does not have; the message gives file and line."""


class OutputError(InputError):
    """The place to write to exists already, or cannot be written."""


class PdfUnavailable(PmoResumeError):
    """PDF cannot be made on this machine because the Pango library is missing."""


class ProofFailed(PmoResumeError):
    """A finished file says something the candidate's own words do not, or lost something; nothing was delivered."""
