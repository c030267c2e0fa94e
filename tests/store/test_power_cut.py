"""A power cut, simulated: what was written and not flushed is lost in part, and what was acknowledged is still there.

The store's own code runs, SQLAlchemy and all, over a file system (an apsw VFS) that notes every write, flush and
acknowledgement. From the notes the disk is made as it could stand at a random moment: of each write since its file's last flush
the 512-byte sectors reached it or not, each by itself. The image is then opened as any ledger is.

Not covered: the SQLite library of Python itself writes in no such file system (apsw brings its own, newer one); with no shared
memory in an apsw VFS the connection is exclusive; directories are taken to keep their entries.
"""

import random
import sqlite3
from dataclasses import dataclass, field

import apsw
import pytest

from sayso.store import connection, open_ledger

SECTOR = 512
BATCH = 5


@dataclass
class Disk:
    """What was asked of the disk, in order: ("write", file, offset, bytes), ("truncate", file, size), ("sync", file),
    ("delete", file); and ("acknowledged", number of the arrival)."""

    notes: list = field(default_factory=list)


class File(apsw.VFSFile):
    def __init__(self, disk, name, flags):
        self.disk = disk
        self.name = (name.filename() if isinstance(name, apsw.URIFilename) else name).rpartition("/")[2]
        super().__init__("", name, flags)

    def xWrite(self, data, offset):  # noqa: N802 # apsw's names
        self.disk.notes.append(("write", self.name, offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, size):  # noqa: N802
        self.disk.notes.append(("truncate", self.name, size))
        super().xTruncate(size)

    def xSync(self, flags):  # noqa: N802
        self.disk.notes.append(("sync", self.name))
        super().xSync(flags)


class FileSystem(apsw.VFS):
    def __init__(self, disk):
        self.disk = disk
        super().__init__("noting", "")

    def xOpen(self, name, flags):  # noqa: N802
        return File(self.disk, name, flags)

    def xDelete(self, name, sync):  # noqa: N802
        self.disk.notes.append(("delete", name.rpartition("/")[2]))
        super().xDelete(name, sync)


class Cursor:
    """As much of a DB-API cursor as SQLAlchemy asks of sqlite3's."""

    def __init__(self, opened):
        self.opened, self.rows, self.description = opened, [], None

    def execute(self, statement, parameters=()):
        cursor = self.opened.cursor()
        cursor.exec_trace = self.note
        self.description = None
        try:
            self.rows = list(cursor.execute(statement, tuple(parameters)))
        except apsw.Error as error:
            raise sqlite3.OperationalError(str(error)) from error
        self.rowcount, self.lastrowid = self.opened.changes(), self.opened.last_insert_rowid()
        return self

    def note(self, cursor, statement, bindings):  # noqa: ARG002 # apsw passes them
        self.description = [(name, *[None] * 6) for name, _ in cursor.get_description()] or None
        return True

    def executemany(self, statement, many):
        for parameters in many:
            self.execute(statement, parameters)

    def fetchone(self):
        return self.rows.pop(0) if self.rows else None

    def fetchmany(self, size=1):
        taken, self.rows = self.rows[:size], self.rows[size:]
        return taken

    def fetchall(self):
        return self.fetchmany(len(self.rows))

    def close(self):
        self.rows = []


class Connection:
    """As much of a DB-API connection as SQLAlchemy asks of sqlite3's."""

    def __init__(self, path):
        self.opened = apsw.Connection(path, vfs="noting")
        self.execute("PRAGMA locking_mode = EXCLUSIVE")  # without shared memory the log needs it
        self.execute("PRAGMA wal_autocheckpoint = 300")  # pages: several checkpoints in a short run

    def cursor(self):
        return Cursor(self.opened)

    def execute(self, statement, parameters=()):
        return self.cursor().execute(statement, parameters)

    def commit(self):
        self.end("COMMIT")

    def rollback(self):
        self.end("ROLLBACK")

    def end(self, how):
        if self.opened.in_transaction:
            self.execute(how)

    def create_function(self, *names, **more):
        pass

    def close(self):
        self.opened.close()


def work(folder, read, batches):
    """The notes of a run that adds documents batch by batch, up to the moment before it closes the ledger."""
    disk = Disk()
    files = FileSystem(disk)
    ledger = open_ledger(folder / "ledger.db", create=True, connect=Connection)
    for batch in range(batches):
        texts = [f'Mill {batch} {number}. "We hold mill {batch}," Ada Venn said. ' * 4 for number in range(BATCH)]
        for arrival in ledger.append([read(text) for text in texts]):
            disk.notes.append(("acknowledged", arrival.number))
    notes = list(disk.notes)
    ledger.close()
    files.unregister()
    return notes


def cut(notes, moments, choice):
    """For each moment: the files as they could stand on the disk then, and what had been acknowledged."""
    files, waiting, acknowledged = {}, [], set()
    for at, (what, name, *more) in enumerate(notes):
        if at in moments:
            yield {**torn(files, waiting, choice)}, set(acknowledged)
        if what == "acknowledged":
            acknowledged.add(name)
        elif what == "sync":
            for note in [each for each in waiting if each[1] == name]:
                apply(files, note)
            waiting = [each for each in waiting if each[1] != name]
        elif what == "delete":
            files.pop(name, None)
            waiting = [each for each in waiting if each[1] != name]
        else:
            waiting.append((what, name, *more))


def apply(files, note, keeps=lambda: True):
    """Do to a file what was noted, sector by sector where it is kept."""
    what, name, place, *data = note
    file = files.setdefault(name, bytearray())
    if what == "truncate":
        if keeps():
            del file[place:]
        return
    for start in range(0, len(data[0]), SECTOR):
        if keeps():
            sector = data[0][start : start + SECTOR]
            file.extend(bytes(max(0, place + start - len(file))))
            file[place + start : place + start + len(sector)] = sector


def torn(files, waiting, choice):
    """The files with some sectors of what was waiting to be flushed: all of them, none, or any."""
    image = {name: bytearray(content) for name, content in files.items()}
    for note in waiting:
        share = choice.choice([0.0, 0.5, 1.0])
        apply(image, note, lambda share=share: choice.random() < share)
    return image


def survey(folder, notes, images, seed):
    """How many images lost something acknowledged; each must be a whole ledger of whole batches."""
    choice = random.Random(seed)
    moments = set(choice.sample(range(len(notes)), images))
    losing = 0
    for number, (files, acknowledged) in enumerate(cut(notes, moments, choice)):
        place = folder / str(number)
        place.mkdir()
        for name, content in files.items():
            (place / name).write_bytes(content)
        ledger = open_ledger(place / "ledger.db", create=True)
        found = {arrival.number for arrival in ledger.arrivals()}
        assert found == set(range(1, len(found) + 1))
        assert len(found) % BATCH == 0
        assert len(list(ledger.readings())) == ledger.size() == len(found)
        check(ledger)
        ledger.close()
        losing += bool(acknowledged - found)
    return losing


def check(ledger):
    """The database finds no fault with itself, and the search finds each claim."""
    with ledger._transaction(writes=True) as opened:
        assert opened.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        for table in ("claim_words", "document_words", "entries"):
            opened.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")


@pytest.mark.parametrize(("batches", "images"), [(30, 25), pytest.param(100, 200, marks=pytest.mark.campaign)])
def test_nothing_acknowledged_is_lost_in_a_power_cut(tmp_path, read, batches, images):
    assert survey(tmp_path, work(tmp_path, read, batches), images, seed=1) == 0


@pytest.mark.parametrize(("batches", "images"), [(30, 25), pytest.param(100, 200, marks=pytest.mark.campaign)])
def test_the_same_cuts_lose_acknowledged_documents_where_commits_are_not_flushed(
    tmp_path, read, monkeypatch, batches, images
):
    normal = tuple(each.replace("FULL", "NORMAL") for each in connection.PRAGMAS)
    assert normal != connection.PRAGMAS
    monkeypatch.setattr(connection, "PRAGMAS", normal)
    assert survey(tmp_path, work(tmp_path, read, batches), images, seed=1) > images / 4
