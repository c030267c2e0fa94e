import random

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError

from sayso.relate.copies import find_copies
from sayso.relate.copying.index import HeldFingerprints
from sayso.store import open_ledger
from sayso.workflow import relate_copies

LINES = [
    "The lighthouse keeper of Vard retires on Friday after thirty winters, and nobody has applied for the post so far.",
    "From next month a computer in the county town will switch the lamp, the coast guard wrote to the fishermen.",
    "Two trawlers lay at the pier when the letter came, and their crews nailed it to the door of the ice house.",
    "A museum would like the old lens, which was ground abroad and carried up the cliff by forty men with ropes.",
]
SHARE = [
    "The savings bank of Lund opens its vault on Sundays this spring so that families can look at what it keeps.",
    "Eleven boxes have had no owner since the fire, and one of them rattles, a clerk told visitors on the stairs.",
]


def inputs(read):
    given = {
        "whole": (LINES, 2),
        "cut": (LINES[:2], 5),
        "bank": (SHARE, 3),
        "both": (LINES[1:] + SHARE, 6),
        "first": (LINES, 1),
    }
    return [
        read("\n\n".join(lines), external_id=name, published_at=f"2031-02-0{day}")
        for name, (lines, day) in given.items()
    ]


def pairs(copies):
    return [(copy.later.external_id, copy.earliest.external_id) for copy in copies]


@pytest.mark.parametrize("size", [1, 2, 5])
def test_a_ledger_that_grows_has_the_copies_of_one_that_is_all_there(ledger, read, size):
    readings = inputs(read)
    for start in range(0, len(readings), size):
        ledger.append(readings[start : start + size])
        assert list(relate_copies(ledger))
    found = list(ledger.copies().all_copies())
    assert found == list(find_copies([reading.document for reading in readings]))
    assert pairs(found) == [("whole", "first"), ("cut", "first"), ("both", "first"), ("both", "bank")]
    assert list(relate_copies(ledger)) == []


def test_a_ledger_that_was_never_related_has_no_copies(ledger, read):
    ledger.append(inputs(read))
    assert list(ledger.copies().all_copies()) == []


def test_copies_are_kept_in_the_file_and_only_added_to(tmp_path, read):
    path = tmp_path / "ledger.db"
    opened = open_ledger(path, create=True)
    opened.append(inputs(read))
    list(relate_copies(opened))
    found = list(opened.copies().all_copies())
    opened.close()
    again = open_ledger(path)
    assert list(again.copies().all_copies()) == found
    again.close()
    with (
        create_engine(f"sqlite:///{path}").connect() as connection,
        pytest.raises(IntegrityError, match="only ever added"),
    ):
        connection.execute(text("DELETE FROM copy_keys"))


def test_a_table_and_a_dictionary_of_fingerprints_answer_alike(tmp_path, read):
    opened, held, chance = open_ledger(tmp_path / "ledger.db", create=True), HeldFingerprints(), random.Random(3)
    opened.append([read(f"Number {number} is a report.") for number in range(40)])
    for _ in range(12):
        keys = {chance.randint(1, 40): chance.sample(range(20), chance.randint(0, 9)) for _ in range(9)}
        keys.setdefault(1, [])
        for copies in (opened.copies(), held):
            copies.append(keys)
        asked = chance.sample(range(20), 8)
        assert opened.copies().beside(asked, 12) == held.beside(asked, 12)
        assert opened.copies().kept(range(1, 41)) == held.kept(range(1, 41))
    opened.close()
