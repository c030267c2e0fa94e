import gzip
import io
import zlib

import brotli
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from sayso.ingest.archive import Archive
from sayso.ingest.limits import Limits
from sayso.ingest.original import Original
from sayso.model.document import Document, Rejection

HTML = [("Content-Type", "text/html; charset=utf-8")]


class Writer(WARCWriter):
    """Without the temporary files that warcio leaves open."""

    def _create_temp_file(self):
        return io.BytesIO()


def warc(*responses, packed=True, kind="response"):
    """A web archive of (address, headers, body) or (address, headers, body, status), with request records between."""
    out = io.BytesIO()
    writer = Writer(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("a.warc.gz", {"software": "test"}))
    for uri, headers, body, *status in responses:
        head = StatusAndHeaders(status[0] if status else "200 OK", headers, protocol="HTTP/1.1")
        with io.BytesIO(body) as payload:
            record = writer.create_warc_record(
                uri, kind, payload=payload, http_headers=head, warc_headers_dict={"WARC-Date": "2026-03-02T10:00:00Z"}
            )
            writer.write_record(record)
    return out.getvalue()


@pytest.fixture
def pages(article, story):
    return [article(f"Story {number}.", *story).encode() for number in range(3)]


@pytest.mark.parametrize(("name", "packed"), [("a.warc.gz", True), ("a.warc", False)])
def test_each_page_of_an_archive_is_a_document(read_bytes, pages, name, packed):
    raw = warc(*((f"https://velm.test/{number}", HTML, page) for number, page in enumerate(pages)), packed=packed)
    documents = read_bytes(name, raw)
    assert [document.text.split("\n")[0] for document in documents] == ["Story 0.", "Story 1.", "Story 2."]
    assert documents[1].url == "https://velm.test/1"
    assert documents[1].fetched_at == "2026-03-02T10:00:00Z"
    assert documents[1].external_id.startswith("urn:uuid:")
    assert documents[1].found_in["url"] == "WARC header"
    assert documents[1].found_in["payload digest"] == documents[1].found_in["block digest"] == "sha1, matches"


def test_only_successful_html_responses_are_pages(read_bytes, pages):
    raw = warc(
        ("https://velm.test/i.png", [("Content-Type", "image/png")], b"\x89PNG"),
        ("https://velm.test/gone", HTML, pages[0], "404 Not Found"),
        ("https://velm.test/moved", HTML, b"", "301 Moved"),
        ("https://velm.test/1", [("content-type", "TEXT/HTML")], pages[1]),
    )
    (document,) = read_bytes("a.warc.gz", raw)
    assert document.url == "https://velm.test/1"


def test_an_archive_without_pages_is_refused(read_bytes):
    (rejection,) = read_bytes(
        "a.warc.gz", warc(("https://velm.test/i.png", [("Content-Type", "image/png")], b"\x89PNG"))
    )
    assert rejection.kind == "no-text"
    assert "2 records" in rejection.message


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
@pytest.mark.parametrize("chunked", [False, True])
def test_bodies_may_be_packed_and_in_chunks(read_bytes, pages, coding, chunked):
    body = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress}[coding](pages[0])
    headers = [*HTML, ("Content-Encoding", coding)]
    if chunked:
        body = (
            b"".join(b"%x\r\n%b\r\n" % (len(body[i : i + 50]), body[i : i + 50]) for i in range(0, len(body), 50))
            + b"0\r\n\r\n"
        )
        headers.append(("Transfer-Encoding", "chunked"))
    (document,) = read_bytes("a.warc.gz", warc(("https://velm.test/1", headers, body)))
    assert document.text.startswith("Story 0.")
    assert document.found_in["block digest"] == "sha1, matches"


def test_a_body_that_the_archive_holds_unpacked_is_read_as_it_is(read_bytes, pages):
    headers = [*HTML, ("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")]
    assert read_bytes("a.warc", warc(("https://velm.test/1", headers, pages[0]), packed=False))[0].text.startswith(
        "Story 0."
    )


def test_a_changed_byte_is_told_by_the_digest(read_bytes, pages):
    raw = warc(("https://velm.test/1", HTML, pages[0]), packed=False).replace(b"Story 0.", b"Story 9.")
    (document,) = read_bytes("a.warc", raw)
    assert document.text.startswith("Story 9.")
    assert document.found_in["payload digest"].startswith("sha1, does not match")


@pytest.mark.parametrize("packed", [True, False])
def test_a_truncated_archive_gives_what_can_be_read_and_a_rejection_for_the_rest(read_bytes, pages, packed):
    raw = warc(*((f"https://velm.test/{number}", HTML, page) for number, page in enumerate(pages)), packed=packed)
    name = "a.warc.gz" if packed else "a.warc"
    for missing in (20, 150, 400):
        found = read_bytes(name, raw[:-missing])
        assert [item.text[:8] for item in found[:2]] == ["Story 0.", "Story 1."]
        assert isinstance(found[-1], Rejection)
        assert found[-1].kind == "damaged"
        if isinstance(found[2], Document):
            assert "could be read" in found[2].cuts[0].reason


def test_a_damaged_member_ends_the_reading_with_a_reason(read_bytes, pages):
    raw = bytearray(warc(*((f"https://velm.test/{number}", HTML, page) for number, page in enumerate(pages))))
    second = raw.index(b"\x1f\x8b", raw.index(b"\x1f\x8b", 5) + 5)
    raw[second + 15 : second + 30] = b"damaged damaged"
    found = read_bytes("a.warc.gz", bytes(raw))
    assert found[-1].kind == "damaged"


def test_a_bomb_is_stopped_early(read_bytes):
    head = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 2000000000\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    packer = zlib.compressobj(9, wbits=31)
    raw = packer.compress(head) + b"".join(packer.compress(b"\0" * (1 << 20)) for _ in range(200)) + packer.flush()
    assert len(raw) < 250_000
    found = read_bytes("a.warc.gz", raw)
    assert found[-1].kind == "bomb"


def test_a_bomb_inside_a_response_is_cut(read_bytes, story):
    body = gzip.compress(f"<html><body><p>{story[0]}</p><p>".encode() + b"so " * 3_000_000)
    (document,) = read_bytes(
        "a.warc.gz",
        warc(("https://velm.test/1", [*HTML, ("Content-Encoding", "gzip")], body)),
        limits=Limits(html=200_000),
    )
    assert document.text.startswith(story[0])
    assert document.cuts[0].start == 200_000


def test_an_archive_packed_twice_is_refused(read_bytes, pages):
    raw = gzip.compress(warc(("https://velm.test/1", HTML, pages[0])))
    assert read_bytes("a.warc.gz", raw)[0].kind == "damaged"


def test_more_records_than_the_limit_end_the_reading(read_bytes, pages):
    raw = warc(*((f"https://velm.test/{number}", HTML, page) for number, page in enumerate(pages)))
    first, rejection = read_bytes("a.warc.gz", raw, limits=Limits(records=2))
    assert first.text.startswith("Story 0.")
    assert rejection.kind == "too-large"


def test_an_archive_may_come_through_standard_input(read, pages):
    assert read("-", standard_input=warc(("https://velm.test/1", HTML, pages[0]), packed=False))[0].text.startswith(
        "Story 0."
    )


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    packed=st.booleans(),
    damage=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 20), st.binary(max_size=10)), min_size=1, max_size=5),
)
def test_any_damage_to_an_archive_leaves_documents_and_rejections(read_bytes, pages, packed, damage):
    raw = bytearray(
        warc(("https://velm.test/1", HTML, pages[0]), ("https://velm.test/2", HTML, pages[1]), packed=packed)
    )
    for share, length, other in damage:
        place = int(share * len(raw))
        raw[place : place + length] = other
    found = read_bytes("a.warc.gz" if packed else "a.warc", bytes(raw))
    assert all(isinstance(item, Document | Rejection) for item in found)
    assert found


@pytest.mark.parametrize("piece", [2, 3, 5, 7, 11, 64, 1000])
def test_wherever_a_piece_of_the_file_ends_the_archive_is_read_to_its_end(pages, piece, monkeypatch):
    packed = warc(*((f"https://a.example/{number}", HTML, page) for number, page in enumerate(pages * 3)))
    monkeypatch.setattr("sayso.ingest.archive.PIECE", piece)
    found = list(Archive(io.BytesIO(packed), None, Limits()).originals())
    assert [type(each) for each in found] == [Original] * 9
    cut = list(Archive(io.BytesIO(packed[:-9]), None, Limits()).originals())
    assert [type(each) for each in cut[-2:]] == [Original, Rejection]
