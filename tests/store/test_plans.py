"""What adding and relating asks of the database is found by an index: a table walked from end to end costs more the larger a ledger is."""

import re
import sqlite3

from sayso.store import open_ledger
from sayso.store.connection import connect
from sayso.store.schema import TABLES
from sayso.workflow import relate, relate_copies

ONCE = (
    "SELECT DISTINCT arrivals.outlet",
    "SELECT key, value FROM meta",
)  # once a process: the names of outlets, and what the file is
NEWEST = re.compile(r"DESC\s+LIMIT")  # by the last row, where a walk ends at the first that it meets
TOWNS = ("Venn", "Brask", "Harle", "Orm", "Sund", "Torp")


def reports(read):
    for day in range(1, 19):
        town = TOWNS[day % len(TOWNS)]
        text = f"The mill of {town} burned on Monday, the mayor said. “Nobody was hurt,” Anna Holm of the fire service of {town} said."
        yield read(
            f"{text} She spoke on day {day}." * 2,
            external_id=str(day),
            outlet=f"paper {day % 4}",
            published_at=f"2031-05-{day:02d}",
        )


def asked(path, read):
    """Every statement of a run, as the database was given it."""
    statements = []

    def traced(name):
        connection = connect(name)
        connection.set_trace_callback(statements.append)
        return connection

    opened = open_ledger(path, create=True, connect=traced)
    for each in reports(read):
        opened.append([each])
        list(relate_copies(opened))
        list(relate(opened))
    opened.close()
    return statements


def walked(path, statement):
    """The tables that a statement walks through."""
    connection = sqlite3.connect(path)
    try:
        steps = [row[3].split() for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}")]
    finally:
        connection.close()
    return {step[1] for step in steps if step[0] == "SCAN" and step[1] in TABLES.tables}


def test_no_statement_of_adding_and_relating_walks_a_table(tmp_path, read):
    path = tmp_path / "ledger.db"
    statements = [each for each in asked(path, read) if each.lstrip().startswith(("SELECT", "WITH", "INSERT"))]
    assert any("story_clusters" in each for each in statements)
    assert any("copy_keys" in each for each in statements)
    told = [each for each in dict.fromkeys(statements) if not each.startswith(ONCE) and not NEWEST.search(each)]
    assert {each: tables for each in told if (tables := walked(path, each))} == {}


def test_a_walk_is_told(tmp_path, read):
    path = tmp_path / "ledger.db"
    asked(path, read)
    assert walked(path, "SELECT id FROM story_clusters WHERE story = 'st_a'") == {"story_clusters"}
