"""The tables of a ledger that hold what was read, in SQLAlchemy Core: nothing here knows which database stands behind them.

A document is a text, kept once. An arrival is one input with its names and metadata. A reading is what one reader found
in a document, without the document. `arrival_readings` says which readings an arrival has had; the latest counts.
Rows are only ever added. How the words are indexed for search is the engine's own matter (`fts5`).
"""

from typing import Any

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.engine import Dialect

from sayso.codec import dumps, loads

FORMAT = "2"
OLDER = ("1",)  # formats that lack tables and nothing else: they get them when they are opened
TABLES = MetaData()


class Exact(TypeDecorator[str]):
    """Any string as the UTF-8 of its code points: databases refuse lone surrogates, or cut a text at NUL."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002 # SQLAlchemy's
        """To bytes."""
        return None if value is None else value.encode("utf-8", "surrogatepass")

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:  # noqa: ARG002 # SQLAlchemy's
        """From bytes."""
        return None if value is None else value.decode("utf-8", "surrogatepass")


class Json(TypeDecorator[Any]):
    """Lists and dictionaries as JSON bytes, lone surrogates as escapes."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:  # noqa: ARG002 # SQLAlchemy's
        """To bytes."""
        return None if value is None else dumps(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:  # noqa: ARG002 # SQLAlchemy's
        """From bytes."""
        return None if value is None else loads(value)


meta = Table(
    "meta",
    TABLES,
    Column("key", String, primary_key=True),
    Column("value", String, nullable=False),
)

documents = Table(
    "documents",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),  # sha256:…
    Column("text", Exact, nullable=False),
)

arrivals = Table(
    "arrivals",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("key", String, nullable=False, unique=True),  # what makes a second arrival a second one: docs/decisions/0003
    Column("at", String, nullable=False),
    Column("outcome", String, nullable=False),
    Column("reason", Exact),
    Column("document", ForeignKey("documents.number")),  # null where the input was rejected
    Column("known", Integer, nullable=False),
    Column("external_id", Exact),
    Column("path", Exact),
    Column("title", Exact),
    Column("url", Exact),
    Column("outlet", Exact),
    Column("authors", Json),
    Column("language", Exact),
    Column("published_at", Exact),
    Column("fetched_at", Exact),
    Column("raw_sha256", String),
    Column("found_in", Json),
    Column("cuts", Json),
    Index("arrivals_of_document", "document"),
)

readings = Table(
    "readings",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("document", ForeignKey("documents.number"), nullable=False),
    Column("reader", Exact, nullable=False),
    Column("digest", String, nullable=False),  # SHA-256 of the body
    Column("body", LargeBinary, nullable=False),  # JSON without the document
    UniqueConstraint("document", "reader", "digest"),
)

arrival_readings = Table(
    "arrival_readings",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("arrival", ForeignKey("arrivals.number"), nullable=False),
    Column("reading", ForeignKey("readings.number"), nullable=False),
    UniqueConstraint("arrival", "reading"),
    Index("arrivals_of_reading", "reading"),
)

NEVER_CHANGED = (documents, arrivals, readings, arrival_readings)
METADATA = ("external_id", "path", "title", "url", "outlet", "authors", "language", "published_at", "fetched_at",
            "raw_sha256", "found_in", "cuts")  # fmt: skip # the columns of an arrival that are fields of its Document
