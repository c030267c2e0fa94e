"""A shard's readings as Parquet, an outcome a row: its JSON, and beside it what one filters by without parsing."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from sayso.codec import encode, from_plain, loads
from sayso.errors import ConfigError
from sayso.model.document import Rejection
from sayso.model.reading import Reading

WANTING = (
    "readings in shards are Parquet files, and pyarrow is not installed; install it with: pip install 'sayso[ray]'"
)
ROWS_AT_ONCE = 64  # readings in memory while a file is read back: 64 of 60 kB are 4 MB
TEXTS = ("document", "external_id", "path", "url", "title", "outlet", "published_at", "error")


def require() -> Any:
    """The module pyarrow; ConfigError naming the extra where it is not installed."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
        import pyarrow.parquet  # noqa: PLC0415 - as above
    except ImportError as error:
        raise ConfigError(WANTING) from error
    return pa


def write_outcomes(path: Path, outcomes: Sequence[Reading | Rejection]) -> None:
    """A Parquet file of one row per outcome, in order; the same outcomes and the same pyarrow make the same bytes."""
    pa = require()
    kinds = [(name, pa.string()) for name in TEXTS] + [("claims", pa.int32()), ("reading", pa.string())]
    table = pa.Table.from_pylist([row(outcome) for outcome in outcomes], schema=pa.schema(kinds))
    pa.parquet.write_table(table, path, compression="zstd")


def row(outcome: Reading | Rejection) -> dict[str, str | int | None]:
    """The columns of one outcome; a Rejection has its kind under `error`, and both their JSON under `reading`."""
    json = encode(outcome).decode()
    if isinstance(outcome, Rejection):
        return {
            "error": outcome.kind,
            "path": outcome.path and scalar(outcome.path),
            "external_id": outcome.external_id and scalar(outcome.external_id),
            "reading": json,
        }
    document = outcome.document
    named = {name: getattr(document, name) for name in TEXTS[1:-1]}
    texts = {name: value if value is None else scalar(value) for name, value in named.items()}
    return {**texts, "document": document.id, "claims": len(outcome.claims), "reading": json}


def scalar(text: str) -> str:
    """The text without lone surrogates, which no Parquet string holds; the JSON beside it keeps them."""
    return text.encode("utf-8", "replace").decode()


def read_outcomes(paths: Iterable[Path]) -> Iterator[Reading | Rejection]:
    """The outcomes of Parquet files as `write_outcomes` makes them, in order; InputError where a row is none."""
    pa = require()
    for path in paths:
        with pa.parquet.ParquetFile(path) as file:
            for batch in file.iter_batches(ROWS_AT_ONCE, columns=["reading"]):
                yield from map(outcome_of, batch.column(0).to_pylist())


def outcome_of(json: str) -> Reading | Rejection:
    """The value behind one row's JSON."""
    plain = loads(json)
    if isinstance(plain, dict) and "error" in plain:
        return from_plain(Rejection, plain["error"])
    return from_plain(Reading, plain)
