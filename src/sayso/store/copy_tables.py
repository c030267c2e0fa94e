"""The tables of copies; additive, made when a ledger is first related.

A row of `copy_keys` says that an arrival has a kept run of words: candidates for copies are a GROUP BY over them. A
revision is what an arrival was found to be a copy of at a time; the latest counts. A lead names one earliest arrival.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    inspect,
    select,
)

from sayso.store.schema import Json, arrivals, documents

COPY_TABLES = MetaData()
for borrowed in (documents, arrivals):
    borrowed.to_metadata(COPY_TABLES)

copy_keys = Table(
    "copy_keys",
    COPY_TABLES,
    Column("number", Integer, primary_key=True),
    Column("key", BigInteger, nullable=False),
    Column("arrival", ForeignKey("arrivals.number"), nullable=False),
    Index("arrivals_by_run", "key", "arrival"),
)

copy_revisions = Table(
    "copy_revisions",
    COPY_TABLES,
    Column("number", Integer, primary_key=True),
    Column("arrival", ForeignKey("arrivals.number"), nullable=False),
    Column("at", String, nullable=False),
    Column("body", Json, nullable=False),  # the copies without their texts: places in both, and what was said of them
    Index("copies_of_arrival", "arrival"),
)

copy_leads = Table(
    "copy_leads",
    COPY_TABLES,
    Column("number", Integer, primary_key=True),
    Column("arrival", ForeignKey("arrivals.number"), nullable=False),
    Column("earliest", ForeignKey("arrivals.number"), nullable=False),
    Index("arrivals_led_to", "earliest", "arrival"),
)

OWN = (copy_keys, copy_revisions, copy_leads)

UNCOMPARED: Any = (
    select(arrivals.c.number)
    .where(
        arrivals.c.document.is_not(None),
        ~select(copy_revisions.c.number)
        .where(copy_revisions.c.arrival == arrivals.c.number)
        .correlate(arrivals)
        .exists(),
    )
    .order_by(arrivals.c.number)
)


def create_copy_tables(connection: Connection) -> None:
    """The tables where they are missing, and triggers that refuse to change or to delete a row of them."""
    if inspect(connection).has_table(copy_leads.name):
        return
    COPY_TABLES.create_all(connection, tables=OWN)
    for table in OWN:
        for change in ("UPDATE", "DELETE"):
            connection.exec_driver_sql(
                f"CREATE TRIGGER {table.name}_refuse_{change.lower()} BEFORE {change} ON {table.name} "
                f"BEGIN SELECT RAISE(ABORT, 'a ledger is only ever added to'); END"
            )
