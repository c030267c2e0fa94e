"""The tables of what documents and claims say about one another.

An arrival is indexed by the keys of its story and placed in one; its last place counts, since stories are merged. A revision is
what was found in a story at a time; the latest counts. Its members say which reading of which arrival it was made of, so that a
text read anew is related anew. A mark says up to which rows all was settled. What a revision says in words of the texts stands in a column of its own, which a redaction empties.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table

from sayso.store.schema import TABLES, Exact, Json

story_keys = Table(
    "story_keys",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("key", Exact, nullable=False),
    Column("arrival", ForeignKey("arrivals.number"), nullable=False),
    Column("day", Integer),  # null where the document has no date
    Index("arrivals_by_key", "key", "day"),
    Index("keys_of_arrival", "arrival"),
)

story_places = Table(
    "story_places",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("arrival", ForeignKey("arrivals.number"), nullable=False),
    Column("story", String, nullable=False),
    Index("arrivals_of_story", "story"),
    Index("stories_of_arrival", "arrival"),
)

story_revisions = Table(
    "story_revisions",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("story", String, nullable=False),
    Column("at", String, nullable=False),
    Column("body", Json, nullable=False),  # a Related without its reasons
    Column("words", Json),  # the reasons; null where they were redacted
    Index("revisions_of_story", "story"),
)

story_members = Table(
    "story_members",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("revision", ForeignKey("story_revisions.number"), nullable=False),
    Column("arrival", ForeignKey("arrivals.number"), nullable=False),
    Column("reading", ForeignKey("readings.number"), nullable=False),
    Index("revisions_of_reading", "arrival", "reading"),
    Index("members_of_revision", "revision"),
)

story_clusters = Table(
    "story_clusters",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False),
    Column("story", String, nullable=False),
    Index("stories_of_cluster", "id"),
)

story_marks = Table(
    "story_marks",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("readings", Integer, nullable=False),
    Column("places", Integer, nullable=False),
    Column("revisions", Integer, nullable=False),
    Column("redactions", Integer, nullable=False),
)
