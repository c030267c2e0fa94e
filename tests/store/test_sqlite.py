import sqlite3
import threading
import tracemalloc

import pytest
from sqlalchemy.exc import IntegrityError

from sayso.errors import LedgerError
from sayso.ports.ledger import Outcome
from sayso.store import open_ledger

TEXT = 'The bridge at Orlen is shut. "The bridge will open by May," Ada Venn said.'


@pytest.fixture
def path(tmp_path, read):
    ledger = open_ledger(tmp_path / "ledger.db", create=True)
    ledger.append([read(TEXT, external_id="1")])
    ledger.close()
    return tmp_path / "ledger.db"


@pytest.mark.parametrize("table", ["documents", "arrivals", "readings", "arrival_readings"])
@pytest.mark.parametrize("change", ["UPDATE {} SET number = 9", "DELETE FROM {}"])
def test_no_row_of_the_record_can_be_changed_or_deleted_by_any_program(path, table, change):
    other = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
        other.execute(change.format(table))
    other.close()


def test_no_row_can_be_replaced_through_a_ledgers_own_connection(path):
    ledger = open_ledger(path)
    with pytest.raises(IntegrityError, match="only ever added to"), ledger._engine.begin() as connection:
        connection.exec_driver_sql("INSERT OR REPLACE INTO documents (number, id, text) VALUES (1, 'x', x'00')")
    ledger.close()


def test_a_reading_without_its_document_cannot_be_written(path):
    ledger = open_ledger(path)
    with pytest.raises(IntegrityError, match="FOREIGN KEY"), ledger._engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO readings (document, reader, digest, body) VALUES (9, x'', '', x'')")
    ledger.close()


def test_what_was_added_is_there_after_closing_and_opening(path, read):
    ledger = open_ledger(path)
    assert list(ledger.readings()) == [read(TEXT, external_id="1")]
    assert [each.outcome for each in ledger.arrivals()] == [Outcome.STORED]
    ledger.append([read("Another text.")])
    ledger.close()
    again = open_ledger(path)
    assert again.size() == 2
    again.close()


def test_a_closed_ledger_is_one_file(path):
    assert [each.name for each in path.parent.iterdir()] == ["ledger.db"]


def test_readers_in_other_threads_see_whole_batches_while_one_writes(path, read):
    ledger = open_ledger(path)
    sizes, done = [], threading.Event()

    def look():
        while not done.is_set():
            sizes.append(ledger.size())

    threads = [threading.Thread(target=look) for _ in range(3)]
    for each in threads:
        each.start()
    for batch in range(10):
        ledger.append([read(f"text {batch} {number}") for number in range(10)])
    done.set()
    for each in threads:
        each.join()
    ledger.close()
    assert sizes
    assert {size % 10 for size in sizes} == {1}


def test_a_log_longer_than_a_page_is_whole_in_both_directions(path, read, monkeypatch):
    monkeypatch.setattr("sayso.store.sqlite.PAGE", 3)
    ledger = open_ledger(path)
    ledger.append([read(f"text {number}") for number in range(9)])
    numbers = [each.number for each in ledger.arrivals()]
    assert numbers == list(range(1, 11))
    assert [each.number for each in ledger.arrivals(newest_first=True)] == numbers[::-1]
    assert [each.number for each in ledger.arrivals(limit=7)] == numbers[:7]
    assert [each.number for each in ledger.arrivals(newest_first=True, limit=6, after=2)] == numbers[:3:-1]
    ledger.close()


def test_readings_stream_in_constant_memory(path, read):
    ledger = open_ledger(path)
    for batch in range(8):
        ledger.append([read(f"{batch} {number} " + "x" * 100_000) for number in range(10)])
    readings = ledger.readings()
    next(readings)
    tracemalloc.start()
    assert sum(1 for _ in readings) == 80
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    ledger.close()
    assert peak < 3_000_000  # all of them: 8 MB of text, and as much again in each further form


def test_stored_bytes_that_do_not_fit_their_text_are_reported_with_the_arrival(path):
    other = sqlite3.connect(path)
    other.execute("DROP TRIGGER readings_refuse_update")
    other.execute("UPDATE readings SET body = replace(body, 'The bridge', 'The fridge')")
    other.commit()
    other.close()
    ledger = open_ledger(path)
    with pytest.raises(LedgerError, match="arrival 1"):
        list(ledger.readings())
    ledger.close()
