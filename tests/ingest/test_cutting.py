import json
import os
import random
from io import BytesIO
from itertools import chain

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from sayso.ingest.cutting import cut, signature
from sayso.ingest.inputs import Inputs
from sayso.ingest.limits import STANDARD, Limits
from sayso.model.document import Document, Rejection
from sayso.scale.local import LocalWorkers


class Writer(WARCWriter):
    """Without the temporary files that warcio leaves open."""

    def _create_temp_file(self):
        return BytesIO()


@pytest.fixture(scope="module")
def inputs():
    workers = LocalWorkers(1)
    yield Inputs(workers)
    workers.close()


def same(inputs, paths, items, limits=STANDARD):
    """The shards of the paths; what they hold is what the paths hold."""
    shards = list(cut(paths, limits, items))
    whole = list(inputs.documents(paths))
    assert list(chain.from_iterable(inputs.within(shard.pieces) for shard in shards)) == whole
    return shards, whole


def archive(path, count, damaged=False):
    with path.open("wb") as file:
        writer = Writer(file, gzip=True)
        for number in range(count):
            page = f"<html><body><article><p>The ferry to Karsk was late for the {number}th time, said Ada Venn, who waited.</p></article></body></html>"
            head = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
            with BytesIO(page.encode()) as body:
                record = writer.create_warc_record(f"https://a.example/{number}", "response", body, http_headers=head)
                writer.write_record(record)
    if damaged:
        path.write_bytes(path.read_bytes()[:-100])


def test_lines_are_cut_where_they_begin_and_say_the_same_of_themselves(inputs, tmp_path):
    lines = [json.dumps({"id": number, "text": f"Line {number}. " * (number % 7), "title": 7}) for number in range(23)]
    lines[4], lines[5], lines[11] = "{broken", "", '{"text": "CRLF"}\r'
    path = tmp_path / "a.jsonl"
    for end in ("", "\n", "\n\n\n"):
        path.write_text("\ufeff" + "\n".join(lines) + end, encoding="utf-8")
        for items in (1, 4, 23, 24, 100):
            shards, whole = same(inputs, [str(path)], items)
            assert len(whole) == 22
            assert any(isinstance(each, Rejection) and ":5:" in each.message for each in whole)
            assert sum(len(shard.pieces) for shard in shards) >= 22 // items


def test_lines_longer_than_what_is_read_at_once_are_cut_right(inputs, tmp_path, monkeypatch):
    monkeypatch.setattr("sayso.ingest.cutting.CHUNK", 16)
    choice = random.Random(5)
    path = tmp_path / "a.jsonl"
    path.write_text(
        "".join(json.dumps({"text": "é" * choice.randrange(60)}) + "\n" for _ in range(40)), encoding="utf-8"
    )
    for items in (1, 3, 7):
        shards, _ = same(inputs, [str(path)], items)
        assert len(shards) == -(-40 // items)


def test_an_archive_is_cut_between_its_pages_and_its_end_is_told_once(inputs, tmp_path):
    for damaged in (False, True):
        path = tmp_path / "a.warc.gz"
        archive(path, 7, damaged)
        for items in (2, 3, 50):
            _, whole = same(inputs, [str(path)], items)
            assert sum(isinstance(each, Rejection) for each in whole) == damaged


def test_an_archive_without_a_page_is_one_shard_that_says_so(inputs, tmp_path):
    path = tmp_path / "a.warc"
    path.write_bytes(b"")
    shards, whole = same(inputs, [str(path)], 5)
    assert len(shards) == 1
    assert whole[0].kind in {"no-text", "damaged"}


def test_small_files_share_a_shard_and_folders_are_walked_in_order(inputs, tmp_path):
    for number in range(10):
        (tmp_path / f"{number}.txt").write_text(f"Text {number}.")
    (tmp_path / "b.html").write_text("<p>The harbour master said that the quay was closed to everybody on Monday.</p>")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    shards, _ = same(inputs, [str(tmp_path)], 4)
    assert [len(shard.pieces) for shard in shards] == [4, 4, 4]
    assert [shard.name for shard in shards] == ["000000", "000001", "000002"]


def test_what_cannot_be_opened_or_is_of_another_kind_is_refused_once(inputs, tmp_path):
    (tmp_path / "a.jsonl").write_bytes(b"%PDF-1.7\n" * 50)
    paths = [str(tmp_path / "gone.txt"), str(tmp_path / "a.jsonl")]
    _, whole = same(inputs, paths, 3)
    assert [each.kind for each in whole] == ["missing", "not-text"]


def test_a_pipe_is_refused_because_it_cannot_be_read_again(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (shard,) = cut([str(tmp_path / "pipe")])
    assert shard.pieces[0].kind == "not-a-file"


def test_the_signature_follows_what_is_in_the_files(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("one")
    before = signature([str(tmp_path)])
    assert signature([str(tmp_path)]) == before
    path.write_text("three")
    assert signature([str(tmp_path)]) != before
    assert signature([str(tmp_path / "gone")]) != before


def test_limits_on_an_archive_hold_in_its_shards_too(tmp_path):
    path = tmp_path / "a.warc.gz"
    archive(path, 7)
    limits = Limits(records=3)
    workers = LocalWorkers(1)
    _, whole = same(Inputs(workers, limits), [str(path)], 2, limits)
    workers.close()
    assert sum(isinstance(each, Document) for each in whole) == 3


def test_a_long_archive_is_cut_into_no_more_stretches_than_pay(inputs, tmp_path, monkeypatch):
    monkeypatch.setattr("sayso.ingest.cutting.STRETCHES", 3)
    archive(tmp_path / "a.warc.gz", 8)
    shards, _ = same(inputs, [str(tmp_path / "a.warc.gz")], 1)
    assert [shard.pieces[0].count for shard in shards] == [3, 3, None]
