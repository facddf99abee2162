"""Where the data that ships with the tool lies: `templates/` and `keywords/`, in an installed wheel or in a checkout."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def folder(name: str) -> Path:
    """The folder `name` ("templates" or "keywords"): inside the package when installed, beside `src/` in a checkout.

    Raises FileNotFoundError when the installation is damaged.
    """
    for place in (_PACKAGE / name, _PACKAGE.parent.parent / name):
        if place.is_dir():
            return place
    raise FileNotFoundError(f"the folder {name} of pmo-resume is missing from this installation; install the package again")
