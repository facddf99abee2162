"""What a file's format says of it beside its text: pictures, columns, fonts, tracked changes, title and author."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture large enough to be meant: where it stands and its size in points."""

    place: str
    width: float
    height: float

    @property
    def portrait(self) -> bool:
        """Whether it has the shape and size of a photograph of a person: square or upright, 1.5 to 7 cm wide."""
        return 42 <= self.width <= 200 and 0.9 <= self.height / self.width <= 1.7


@dataclass(frozen=True, slots=True)
class Facts:
    """None where the format has no such thing. `tracked` and `comments` are counts, `loose_fonts` names of fonts that are not embedded,
    `columns` says where text stands in columns, `tables` counts tables of more than one column."""

    title: str | None = None
    author: str | None = None
    pictures: tuple[Picture, ...] = ()
    columns: str = ""
    tables: int = 0
    text_boxes: int = 0
    tracked: int = 0
    comments: int = 0
    loose_fonts: tuple[str, ...] = ()
    tagged: bool | None = None
