"""Several processes, and a disk with no room left."""

import json
import resource
import subprocess
import sys

import pytest

from sayso.errors import LedgerError
from sayso.store import open_ledger

WRITER = """
import sys
from sayso.model.document import Document
from sayso.model.provenance import Provenance
from sayso.model.reading import Reading
from sayso.store import open_ledger

ledger = open_ledger(sys.argv[1], create=True)
for batch in range(int(sys.argv[3])):
    texts = [f"{sys.argv[2]} {batch} {number}" for number in range(5)]
    made_by = Provenance(sayso="0", reader="0", stages={})
    ledger.append([Reading(document=Document(text=text, external_id=text), made_by=made_by) for text in texts])
    print(batch, flush=True)
ledger.close()
"""

ADD_UNTIL_FULL = """
import json, resource, sys
from sayso.errors import LedgerError
from sayso.model.document import Document
from sayso.model.provenance import Provenance
from sayso.model.reading import Reading
from sayso.store import open_ledger

ledger = open_ledger(sys.argv[1], create=True)
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, resource.RLIM_INFINITY))
made_by = Provenance(sayso="0", reader="0", stages={})
numbers, refusal = [], None
for batch in range(1000):
    texts = [f"{batch} {number} " + "mill " * 200 for number in range(5)]
    try:
        arrivals = ledger.append([Reading(document=Document(text=text), made_by=made_by) for text in texts])
    except LedgerError as error:
        refusal = str(error)
        break
    numbers += [each.number for each in arrivals]
seen = ledger.size()
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
again = ledger.append([Reading(document=Document(text="room again"), made_by=made_by)])
print(json.dumps({"acknowledged": numbers, "refusal": refusal, "seen": seen, "after": again[0].number}))
"""


def python(code, *arguments):
    return subprocess.Popen([sys.executable, "-c", code, *map(str, arguments)], stdout=subprocess.PIPE, text=True)


def test_a_reader_sees_whole_batches_while_another_process_adds(tmp_path):
    path = tmp_path / "ledger.db"
    sizes = []
    with python(WRITER, path, "mill", 8) as writer:
        for _ in writer.stdout:
            ledger = open_ledger(path)
            sizes.append(ledger.size())
            assert len(list(ledger.readings())) >= sizes[-1]
            ledger.close()
    assert writer.returncode == 0
    assert sizes == sorted(sizes)
    assert {size % 5 for size in sizes} == {0}


def test_two_writers_take_turns_from_the_first_moment_on(tmp_path):
    path = tmp_path / "ledger.db"
    writers = [python(WRITER, path, name, 8) for name in ("mill", "quay")]
    for writer in writers:
        writer.communicate()
    assert [writer.returncode for writer in writers] == [0, 0]
    ledger = open_ledger(path)
    assert ledger.size() == 80
    assert [each.number for each in ledger.arrivals()] == list(range(1, 81))
    assert len({each.external_id for each in ledger.arrivals()}) == 80
    ledger.close()


def test_a_full_disk_keeps_what_was_acknowledged_and_the_ledger_works_again_after(tmp_path):
    path = tmp_path / "ledger.db"
    process = python(ADD_UNTIL_FULL, path)
    report = json.loads(process.communicate()[0])
    assert "make room and run the same command again" in report["refusal"]
    assert report["acknowledged"]
    assert report["seen"] == len(report["acknowledged"])
    assert report["after"] == len(report["acknowledged"]) + 1
    ledger = open_ledger(path)
    assert len(list(ledger.readings())) == report["after"]
    ledger.close()


def test_a_ledger_that_may_not_be_written_says_so(tmp_path, read):
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, limits[1]))
    try:
        with pytest.raises(LedgerError, match="disk is full"):
            open_ledger(tmp_path / "ledger.db", create=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    ledger = open_ledger(tmp_path / "ledger.db", create=True)
    assert len(ledger.append([read("a")])) == 1
    ledger.close()
