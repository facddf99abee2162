"""The command line: parses, calls `api`, prints. Results go to stdout, everything else to stderr; exit codes are 0, 1 and 2."""

from pmo_resume.cli.group import main

__all__ = ["main"]
