"""The values that keyword files are made of, as the schemas of all families check them."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, WithJsonSchema

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]


def _as_text(value: object) -> object:
    """A number written bare in a list of words is a word (`forms: [365]`)."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Text = Annotated[
    str, BeforeValidator(_as_text), StringConstraints(min_length=1), WithJsonSchema({"type": ["string", "integer"], "minLength": 1})
]


class Strict(BaseModel):
    """No key may be unknown, no value is bent into another type."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)
