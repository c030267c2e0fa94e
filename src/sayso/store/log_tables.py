"""The tables of the log and of what people add to a ledger (format 2): entries, heads, decisions, anchors, redactions.

An entry of the log tells of one row of another table by its columns and the SHA-256 of what may be erased from it, so that
the row can lose its words and the log still holds. Rows are only ever added; a redaction alone empties columns (`redacting`).
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, String, Table

from sayso.store.schema import NEVER_CHANGED, TABLES, Exact, Json, arrival_readings, arrivals, documents, readings

log = Table(
    "log",
    TABLES,
    Column("number", Integer, primary_key=True),  # the place in the tree, counted from 1
    Column("entry", LargeBinary, nullable=False),  # canonical JSON
)

heads = Table(
    "heads",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("root", LargeBinary, nullable=False),
    Column("subtrees", LargeBinary, nullable=False),  # from which the tree goes on growing
    Column("key", String),
    Column("signature", LargeBinary),
)

decisions = Table(
    "decisions",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("body", Json, nullable=False),
)

anchors = Table(
    "anchors",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("decision", ForeignKey("decisions.number"), nullable=False),
    Column("document", ForeignKey("documents.number"), nullable=False),
    Column("claim", String, nullable=False),
    Column("exact", Exact, nullable=False),
    Column("prefix", Exact, nullable=False),
    Column("suffix", Exact, nullable=False),
    Index("anchors_of_decision", "decision"),
    Index("anchors_in_document", "document"),
)

redactions = Table(
    "redactions",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("document", ForeignKey("documents.number"), nullable=False, unique=True),
    Column("at", String, nullable=False),
    Column("by", Exact, nullable=False),
    Column("reason", Exact, nullable=False),
    Column("ids", Json, nullable=False),  # by the number of a reading, the ids that were in it: they still answer
)

LOGGED = (
    documents,
    arrivals,
    readings,
    arrival_readings,
    decisions,
    anchors,
    redactions,
)  # in the order of an entry's turn
ONLY_ADDED = (*NEVER_CHANGED, log, heads, decisions, anchors, redactions)
ERASABLE = {
    "documents": ("text",),
    "arrivals": ("title", "authors"),
    "readings": ("body",),
    "anchors": ("exact", "prefix", "suffix"),
}  # what a redaction takes: the words, and the names of those who wrote them
