"""The tables of copies.

A row of `copy_keys` says that an arrival has a kept run of words: candidates for copies are a GROUP BY over them. A
revision is what an arrival was found to be a copy of at a time; the latest counts. A lead names one earliest arrival.
"""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, String, Table

from sayso.store.schema import TABLES, Json

copy_keys = Table(
    "copy_keys",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("key", BigInteger, nullable=False),
    Column("arrival", ForeignKey("arrivals.number"), nullable=False),
    Index("arrivals_by_run", "key", "arrival"),
    Index("runs_of_arrival", "arrival"),
)

copy_revisions = Table(
    "copy_revisions",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("arrival", ForeignKey("arrivals.number"), nullable=False),
    Column("at", String, nullable=False),
    Column("body", Json, nullable=False),  # the copies without their texts: places in both, and what was said of them
    Index("copies_of_arrival", "arrival"),
)

copy_leads = Table(
    "copy_leads",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("arrival", ForeignKey("arrivals.number"), nullable=False),
    Column("earliest", ForeignKey("arrivals.number"), nullable=False),
    Index("arrivals_led_to", "earliest", "arrival"),
)
