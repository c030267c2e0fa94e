"""Rows as Parquet, typed by the model's own annotations: lists stay lists, spans and other values are structs, days are dates.

Needs pyarrow, which the extra `sayso[parquet]` brings: import this module only where a file is written or read.
"""

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import is_dataclass
from datetime import date
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pyarrow as pa
import pyarrow.parquet as pq

from sayso.model.days import day_of

# Rows held at once where nothing else is asked for. 2,048 readings of the demo's articles (24 claims each): groups of 64 take
# 43 MB of memory, of 256 91 MB, of 1,024 262 MB, in much the same time; a file of small groups is larger and slower to scan.
GROUP = 256
HEAVY = (
    1 << 26
)  # characters of texts that end a group too: a text may have 16 Mi, and Arrow's strings of a group end at 2 GiB
SCALARS = {bool: pa.bool_(), int: pa.int64(), float: pa.float64(), date: pa.date32()}
SURROGATE = re.compile("[\ud800-\udfff]")
Row = Mapping[str, Any]


class Sink(io.RawIOBase):
    """A file that is only written forwards, whose bytes are taken away as they come."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []
        self.length = 0

    def writable(self) -> bool:
        """Yes."""
        return True

    def tell(self) -> int:
        """How many bytes have been written in all."""
        return self.length

    def write(self, data: Any) -> int:
        """Take in bytes."""
        self.pieces.append(bytes(data))
        self.length += len(self.pieces[-1])
        return len(self.pieces[-1])

    def taken(self) -> bytes:
        """What has come since the last time."""
        data = b"".join(self.pieces)
        self.pieces = []
        return data


def parquet(rows: Iterable[Row], columns: Mapping[str, Any], group: int = GROUP) -> Iterator[bytes]:
    """A Parquet file, a piece per row group of so many rows: the rows need not fit in memory.

    `columns` gives each column the annotation of its values, as `get_type_hints` gives it for a class of the model; a column of
    `date` takes ISO days and times and is null where the day is not known. Values are those of `codec.to_plain`. A lone
    surrogate, which UTF-8 cannot hold, becomes U+FFFD: one character for one, so that offsets still hold. No rows make an
    empty table with its columns.
    """
    schema = pa.schema([pa.field(name, arrow_type(kind)) for name, kind in columns.items()])
    days = [name for name, field in zip(columns, schema, strict=True) if field.type == pa.date32()]
    sink = Sink()
    with pq.ParquetWriter(sink, schema, compression="zstd") as writer:
        for held in groups(rows, group):
            dated = [dict(row) | {name: day_of(row.get(name)) for name in days} for row in held]
            writer.write_table(table(dated, schema))
            yield sink.taken()
    yield sink.taken()


def groups(rows: Iterable[Row], most: int) -> Iterator[list[Row]]:
    """The rows in groups of so many at the most, fewer where they carry long texts."""
    held: list[Row] = []
    weight = 0
    for row in rows:
        held.append(row)
        document = row.get("document")
        weight += len(document["text"]) if isinstance(document, dict) else 0
        if len(held) == most or weight >= HEAVY:
            yield held
            held, weight = [], 0
    if held:
        yield held


def table(rows: list[dict[str, Any]], schema: pa.Schema) -> pa.Table:
    """The rows as an Arrow table."""
    try:
        return pa.Table.from_pylist(rows, schema)
    except UnicodeEncodeError:
        return pa.Table.from_pylist([storable(row) for row in rows], schema)


def storable(value: Any) -> Any:
    """The value with U+FFFD for every lone surrogate in it."""
    if isinstance(value, str):
        return SURROGATE.sub("\ufffd", value)
    if isinstance(value, list | tuple):
        return [storable(each) for each in value]
    return {name: storable(each) for name, each in value.items()} if isinstance(value, dict) else value


def rows_in(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a Parquet file, as they went in but for what `parquet` says."""
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(GROUP):
            yield from batch.to_pylist(maps_as_pydicts="strict")


def arrow_type(kind: Any) -> pa.DataType:
    """The Arrow type of values with this annotation; TypeError where the model has begun to use one that is not known here."""
    origin, parts = get_origin(kind), [part for part in get_args(kind) if part is not NoneType]
    if origin in {Union, UnionType}:
        return united([arrow_type(part) for part in parts])
    if origin is tuple:
        return pa.list_(arrow_type(parts[0]))
    if origin is Mapping:
        return pa.map_(arrow_type(parts[0]), arrow_type(parts[1]))
    if kind in SCALARS:
        return SCALARS[kind]
    if is_dataclass(kind):
        return pa.struct([(name, arrow_type(part)) for name, part in get_type_hints(kind).items()])
    if origin is Literal or (isinstance(kind, type) and issubclass(kind, str)):
        return pa.string()
    raise TypeError(f"no column type for {kind}; expected a class of the model, a tuple, a Mapping or a scalar")


def united(types: list[pa.DataType]) -> pa.DataType:
    """The type of values that are of one of these: a struct with the fields of all, as with the terms of claims."""
    if len(types) == 1:
        return types[0]
    fields: dict[str, pa.DataType] = {}
    for field in (field for each in types for field in each):
        if fields.setdefault(field.name, field.type) != field.type:
            raise TypeError(f"field {field.name} is {fields[field.name]} in one case and {field.type} in another")
    return pa.struct(list(fields.items()))
