"""A ranking as Parquet, for programs that take in many runs (needs the extra `cluster`)."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any, BinaryIO

from pmo_resume.errors import OutputError
from pmo_resume.screening.candidate import Candidate

_GROUP = 1000  # rows that are held at once


def write_parquet(file: BinaryIO, ranked: Iterable[tuple[int | None, Candidate]]) -> None:
    """Every candidate with its rank, lists and points as nested columns. Raises OutputError where pyarrow is missing."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise OutputError("Parquet", "needs a package that is missing", "install pmo-resume[cluster]") from None
    schema = _schema(pa)
    coming = iter(ranked)
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        while group := list(islice(coming, _GROUP)):
            writer.write_table(pa.Table.from_pylist([_row(rank, one) for rank, one in group], schema=schema))


def _row(rank: int | None, one: Candidate) -> dict[str, Any]:
    data = one.as_dict()
    data["areas"] = [{"area": name, "points": points, "possible": possible} for name, points, possible in one.areas]
    return {**data, "rank": rank, "status": one.status.value}


def _schema(pa: Any) -> Any:
    text, whole = pa.string(), pa.int64()

    def rows(**columns: Any) -> Any:
        return pa.list_(pa.struct(list(columns.items())))

    return pa.schema(
        {
            "rank": whole, "source": text, "name": text, "status": text, "fit": whole, "fit_reason": text,
            "score": whole, "points": whole, "possible": whole,
            "months": whole, "level": whole,
            "areas": rows(area=text, points=whole, possible=whole),
            "shown": rows(asked=text, area=text, priority=text, points=whole, possible=whole, strength=text, quote=text, where=text),
            "knockouts": rows(text=text, state=text, said=text, question=text),
            "warnings": pa.list_(text), "cause": text, "email": text, "phone": text, "employers": pa.list_(text), "sha256": text,
            "same_as": text, "same_by": text,
        }
    )  # fmt: skip
