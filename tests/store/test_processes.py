"""Several processes, and a disk with no room left."""

import json
import resource
import subprocess
import sys

import pytest

from sayso.errors import LedgerError
from sayso.store import open_ledger
from sayso.store.verifying.file import verify_file

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

WRITE_FOR = """
import sys, time
from sayso.model.decision import Decision, DecisionKind
from sayso.model.document import Document
from sayso.model.provenance import Provenance
from sayso.model.reading import Reading
from sayso.store import open_ledger

ledger, batch, end = open_ledger(sys.argv[1], create=True), 0, time.monotonic() + float(sys.argv[3])
made_by = Provenance(sayso="0", reader="0", stages={})
while not batch or time.monotonic() < end:
    documents = [Document(text=f"{sys.argv[2]} {batch} {number}", external_id=f"{sys.argv[2]} {batch} {number}") for number in range(5)]
    ledger.append([Reading(document=document, made_by=made_by) for document in documents])
    ledger.decide(Decision(kind=DecisionKind.NOTE, subjects=(documents[0].id,), by=sys.argv[2], reason=str(batch)))
    print("\\n".join(document.external_id for document in documents), flush=True)
    batch += 1
ledger.close()
"""

READ_FOR = """
import sys, time
from sayso.store import open_ledger

ledger, looks, size, end = open_ledger(sys.argv[1], create=True), 0, 0, time.monotonic() + float(sys.argv[2])
while not looks or time.monotonic() < end:
    before, size = size, ledger.size()
    assert size >= before
    assert size % 5 == 0
    decisions, head = list(ledger.decisions()), ledger.head()
    assert len(decisions) >= size // 5 - 2
    assert ledger.head().size >= head.size
    newest = [each for each in ledger.arrivals(limit=5, newest_first=True)]
    assert all(ledger.reading(each.document).document.text == each.external_id for each in newest)
    assert len(list(ledger.search("mill", limit=20))) <= 20
    looks += 1
ledger.close()
print(looks)
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


def write_and_read(path, seconds):
    """Two processes write and five read for so long: none is told of a lock, nothing acknowledged is lost, all of it holds."""
    writers = [python(WRITE_FOR, path, name, seconds) for name in ("mill", "quay")]
    readers = [python(READ_FOR, path, seconds) for _ in range(5)]
    output = [each.communicate()[0] for each in (*writers, *readers)]
    assert [each.returncode for each in (*writers, *readers)] == [0] * 7
    acknowledged = [line for lines in output[:2] for line in lines.splitlines()]
    assert all(int(looks) for looks in output[2:])
    ledger = open_ledger(path)
    assert sorted(each.external_id for each in ledger.arrivals()) == sorted(acknowledged)
    assert len(list(ledger.decisions())) * 5 == len(acknowledged) == ledger.size()
    ledger.close()
    assert list(verify_file(path)) == []


def test_two_write_and_five_read_at_once(tmp_path):
    write_and_read(tmp_path / "ledger.db", 2)


@pytest.mark.campaign
def test_two_write_and_five_read_at_once_for_two_minutes(tmp_path):
    write_and_read(tmp_path / "ledger.db", 120)
