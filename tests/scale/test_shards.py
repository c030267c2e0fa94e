import multiprocessing
import os
from functools import partial
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="NO PYARROW: reading in shards was not tested; pip install 'sayso[ray]'")

from sayso.codec import encode
from sayso.errors import ConfigError
from sayso.model.document import Document, Rejection
from sayso.model.provenance import Provenance
from sayso.model.reading import Reading
from sayso.model.shard import Piece, Shard
from sayso.ports.mapper import Failure
from sayso.scale import parquet
from sayso.scale.local import LocalWorkers
from sayso.scale.parquet import read_outcomes, write_outcomes
from sayso.scale.shards import Folder, Run

MADE_BY = Provenance(sayso="0.1.0", reader="0" * 64, stages={})


def reading(text):
    return Reading(document=Document(text=text, path="a\udcff.txt", title="\ud800"), made_by=MADE_BY)


def shards(count):
    return [Shard(name=f"{n:06}", pieces=(Piece(path=f"{n}.txt"),)) for n in range(count)]


def work(path, deadly, shard):
    """Reads a shard; the deadly ones kill their worker until a file says how often they did."""
    tries = Path(path) / f"{shard.name}.tries"
    with tries.open("a") as file:
        file.write("x")
    if tries.stat().st_size <= deadly.get(shard.name, 0):
        os.kill(os.getpid(), 9)
    Folder(Path(path)).keep(shard, [reading(f"Shard {shard.name}.")])


class Here:
    """The Mapper port without a process."""

    def map(self, function, items):
        for item in items:
            try:
                yield function(item)
            except ValueError as error:
                yield Failure(kind="raised", message=str(error))


def names_in(folder):
    return sorted(each.name for each in folder.iterdir())


def texts(run):
    return [each.document.text if isinstance(each, Reading) else each.kind for each in run.outcomes()]


def test_readings_come_back_from_their_file_as_they_were(tmp_path, harbour, convoy):
    given = [harbour, Rejection(kind="missing", message="gone \udcff", path="\udcff"), convoy, reading("\ud800 🚚")]
    write_outcomes(tmp_path / "a", given)
    write_outcomes(tmp_path / "b", given)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    back = list(read_outcomes([tmp_path / "a"]))
    assert [encode(each) for each in back] == [encode(each) for each in given]
    assert back == given


def test_columns_beside_the_json_say_what_a_row_is(tmp_path, harbour):
    write_outcomes(tmp_path / "a", [harbour, Rejection(kind="missing", message="gone", path="b.txt")])
    rows = parquet.require().parquet.read_table(tmp_path / "a").to_pylist()
    assert rows[0]["document"] == harbour.document.id
    assert rows[0]["claims"] == len(harbour.claims)
    assert (rows[1]["error"], rows[1]["path"], rows[1]["document"]) == ("missing", "b.txt", None)


def test_a_shard_counts_as_read_only_while_its_file_is_what_its_marker_says(tmp_path):
    folder, shard = Folder(tmp_path), shards(1)[0]
    assert not folder.has(shard)
    folder.keep(shard, [reading("One.")])
    assert folder.has(shard)
    assert names_in(tmp_path) == ["000000.done", "000000.parquet"]
    whole = folder.file(shard).read_bytes()
    folder.file(shard).write_bytes(whole[:-1])
    assert not folder.has(shard)
    folder.keep(shard, [reading("One.")])
    assert (folder.has(shard), folder.file(shard).read_bytes()) == (True, whole)
    folder.marker(shard).write_bytes(b"\xff")
    assert not folder.has(shard)


def test_what_a_writer_left_when_it_failed_is_no_reading(tmp_path, monkeypatch):
    folder, shard = Folder(tmp_path), shards(1)[0]
    monkeypatch.setattr("sayso.scale.shards.write_outcomes", lambda path, _: path.write_bytes(b"half") / 0)
    with pytest.raises(ZeroDivisionError):
        folder.keep(shard, [])
    assert names_in(tmp_path) == []


def test_a_run_goes_on_where_one_before_it_stopped(tmp_path):
    folder = Folder(tmp_path)
    first = Run(shards(5), folder)
    attempts = first.finish(Here(), partial(work, str(tmp_path), {}))
    next(attempts), next(attempts)
    attempts.close()
    again = Run(shards(5), folder)
    done = [shard.name for shard, _ in again.finish(Here(), partial(work, str(tmp_path), {}))]
    assert again.known == 2
    assert done == ["000002", "000003", "000004"]
    assert texts(again) == [f"Shard 00000{n}." for n in range(5)]


def test_a_shard_that_fails_is_read_again_after_the_others_and_keeps_its_turn(tmp_path):
    failed = []

    def read(shard):
        if shard.name == "000001" and len(failed) < 2:
            failed.append(shard)
            raise ValueError("no")
        Folder(tmp_path).keep(shard, [reading(shard.name)])

    run = Run(shards(4), Folder(tmp_path))
    attempts = [(shard.name, bool(failure)) for shard, failure in run.finish(Here(), read)]
    assert attempts[-2:] == [("000001", True), ("000001", False)]
    assert texts(run) == ["000000", "000001", "000002", "000003"]


def test_a_shard_that_cannot_be_read_at_all_is_named_in_its_place(tmp_path):
    def read(shard):
        if shard.name == "000001":
            raise ValueError("no space left")
        Folder(tmp_path).keep(shard, [reading(shard.name)])

    pieces = (
        Rejection(kind="missing", message="", path="x"),
        Piece(path="a.jsonl", first=250, count=250),
        Piece(path="b"),
    )
    run = Run([*shards(1), Shard(name="000001", pieces=pieces), Shard(name="000002", pieces=())], Folder(tmp_path))
    attempts = list(run.finish(Here(), read))
    assert len(attempts) == 5
    outcomes = list(run.outcomes())
    assert [getattr(each, "kind", "read") for each in outcomes] == ["read", "missing", "raised", "raised", "read"]
    assert outcomes[2].message.startswith("items 251 to 500 are missing, tried 3 times: no space left; run the same")
    assert outcomes[3].message.startswith("items 1 and all that follow are missing")


def test_killed_worker_processes_lose_nothing_and_double_nothing(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    from test_shards import work as importable  # noqa: PLC0415 # a worker has to find it by that name

    workers = LocalWorkers(2)
    run = Run(shards(6), Folder(tmp_path))
    read = partial(importable, str(tmp_path), {"000001": 1, "000004": 2, "000005": 9})
    failures = [failure.kind for _, failure in run.finish(workers, read) if failure]
    workers.close()
    assert failures == ["crashed"] * 6
    assert texts(run) == [*(f"Shard 00000{n}." for n in range(5)), "crashed"]
    assert not [name for name in names_in(tmp_path) if name.startswith(".")]
    assert multiprocessing.active_children() == []


def test_without_pyarrow_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(ConfigError, match=r"pip install 'sayso\[ray\]'"):
        parquet.require()
