import contextlib
import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.ingest.http import check_digests, read_head, unchunk, unpack_body


def test_a_head_gives_status_headers_and_where_the_body_begins():
    head = read_head(b'HTTP/1.1 200 OK\r\nContent-Type: text/html; Charset="UTF-8"\r\nX: a:b\r\n\r\n<html>')
    assert (head.status, head.charset, head.headers["x"], head.is_page) == (200, "UTF-8", "a:b", True)
    assert head.body_at == len(b'HTTP/1.1 200 OK\r\nContent-Type: text/html; Charset="UTF-8"\r\nX: a:b\r\n\r\n')


@pytest.mark.parametrize(
    "block", [b"", b"<html>\r\n\r\n", b"HTTP/1.1 200 OK\r\n", b"\r\n\r\n", b"HTTP/1.1 abc\r\n\r\n"]
)
def test_what_is_no_head_is_none(block):
    assert read_head(block) is None


def test_chunks_are_joined_and_what_is_not_in_chunks_stays():
    assert unchunk(b"4\r\nWiki\r\n5;ext=1\r\npedia\r\n0\r\n\r\n") == b"Wikipedia"
    assert unchunk(b"4\r\nWiki\r\n5\r\npe") == b"Wikipe"
    assert unchunk(b"<html>plain") == b"<html>plain"


def test_unpacking_stops_at_the_cap_and_gives_what_comes_before_a_fault():
    block = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(b"a" * 10_000_000)
    assert len(unpack_body(read_head(block), block, 1_000)) == 1_001
    assert unpack_body(read_head(block), block[:-2_000], 50_000_000).startswith(b"a" * 1_000)


def test_digests_are_checked_in_either_notation_and_the_result_is_said():
    block = b"HTTP/1.1 200 OK\r\n\r\nbody"
    said = check_digests(block, read_head(block), {
        "block": "sha256:7f1e", "payload": "sha1:AKBQYNXPKSJ2HGEO5ZJHSCSFJ7QWGRAR", "other": "crc:1",
    })  # fmt: skip
    assert said["block digest"].startswith("sha256, does not match")
    assert said["other digest"] == "crc, not checked"


@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate", "br", "zstd", "x", "gzip, br"]))
def test_any_body_unpacks_or_is_refused_with_a_reason(body, coding):
    block = f"HTTP/1.1 200 OK\r\nContent-Encoding: {coding}\r\nTransfer-Encoding: chunked\r\n\r\n".encode() + body
    with contextlib.suppress(InputError):
        assert isinstance(unpack_body(read_head(block), block, 1_000), bytes)
