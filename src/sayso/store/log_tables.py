"""The tables of the log and of what people add to a ledger (format 2): entries, heads, decisions, anchors, redactions.

An entry of the log tells of one row of another table by its columns and the SHA-256 of what may be erased from it, so that
the row can lose its words and the log still holds. Rows are only ever added; a redaction alone empties columns (`redacting`).
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, String, Table

from sayso.store.copy_tables import copy_keys, copy_leads, copy_revisions
from sayso.store.schema import NEVER_CHANGED, TABLES, Exact, Json, arrival_readings, arrivals, documents, readings
from sayso.store.story_tables import (
    story_clusters,
    story_keys,
    story_marks,
    story_members,
    story_places,
    story_revisions,
)

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

MACHINE_MADE = (
    story_keys,
    story_places,
    story_revisions,
    story_members,
    story_clusters,
    story_marks,
    copy_keys,
    copy_revisions,
    copy_leads,
)
LOGGED = (
    documents,
    arrivals,
    readings,
    arrival_readings,
    decisions,
    anchors,
    redactions,
    *MACHINE_MADE,
)  # in the order of an entry's turn
ONLY_ADDED = (*NEVER_CHANGED, log, heads, decisions, anchors, redactions, *MACHINE_MADE)
GROUPED = {
    "story_keys": "arrival",
    "story_places": "story",
    "story_members": "revision",
    "story_clusters": "story",
    "copy_keys": "arrival",
    "copy_leads": "arrival",
}  # tables of many small rows: rows one after another that have this column in common share an entry
ERASABLE = {
    "documents": ("text",),
    "arrivals": ("title", "authors"),
    "readings": ("body",),
    "anchors": ("exact", "prefix", "suffix"),
    "story_keys": ("key",),
    "story_revisions": ("words",),
    "copy_keys": ("key",),
}  # what a redaction takes: the words, the names of those who wrote them, and numbers made of words
OF_ARRIVAL = "arrival IN (SELECT number FROM arrivals WHERE document {which})"
OF_DOCUMENT = {
    "documents": "number {which}",
    "story_keys": OF_ARRIVAL,
    "story_revisions": f"number IN (SELECT revision FROM story_members WHERE {OF_ARRIVAL})",  # noqa: S608 # our names
    "copy_keys": OF_ARRIVAL,
}  # which rows of ERASABLE are a document's, where it is not `document`


def rows_of(table: str, which: str) -> str:
    """The condition under which words of a table are those of a document; `which` says what its number is: "= ?"."""
    return OF_DOCUMENT.get(table, "document {which}").format(which=which)
