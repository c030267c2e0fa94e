import io
import json
import tracemalloc

import pytest

from sayso.ingest.limits import STANDARD, Limits
from sayso.ingest.lines import find_records
from sayso.model.document import Document, Rejection


def records(*lines, limits=STANDARD, path="x.jsonl"):
    raw = b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines)
    return list(find_records(io.BytesIO(raw), path, limits))


def test_a_record_gives_its_text_and_fields_as_they_are():
    record = {
        "id": "a1", "text": " He said no.\r\n", "title": "No", "url": "https://velm.test/1", "outlet": "The Velm Post",
        "authors": ["Ann Lee", "Bo Oh"], "published_at": "2026-03-01T10:30:00+02:00", "language": "en", "more": {"ignored": 1},
    }  # fmt: skip
    (document,) = records(json.dumps(record))
    assert document.text == " He said no.\r\n"
    assert document.authors == ("Ann Lee", "Bo Oh")
    assert document.external_id == "a1"
    assert document.path == "x.jsonl"
    for name in ("title", "url", "outlet", "published_at", "language"):
        assert getattr(document, name) == record[name]
        assert document.found_in[name] == "record"
    assert document.cuts == ()


def test_lone_surrogates_nul_and_bidi_controls_in_a_record_stay():
    (document,) = records(r'{"text": "a\ud800b\u0000c\u202ed\ud83c\udf84"}')
    assert document.text == "a\ud800b\0c\u202ed\N{CHRISTMAS TREE}"


def test_a_bad_line_names_itself_and_the_rest_goes_on():
    found = records(
        '{"text": "one"}', "not json", "", "[1]", '{"id": 7}', '{"text": 5}', b'{"text": "\xff"}', '{"text": "two"}'
    )
    assert [item.text for item in found if isinstance(item, Document)] == ["one", "two"]
    rejections = [item for item in found if isinstance(item, Rejection)]
    assert [item.kind for item in rejections] == ["json", "record", "record", "record", "encoding"]
    assert [item.message.split(":")[1] for item in rejections] == ["2", "4", "5", "6", "7"]
    assert all(item.message.startswith("x.jsonl:") for item in rejections)


def test_a_line_nested_too_deeply_is_a_rejection():
    (rejection,) = records("[" * 200_000)
    assert rejection.kind == "json"


def test_windows_line_ends_a_mark_and_a_missing_last_line_end_are_no_matter():
    assert [item.text for item in records(b'\xef\xbb\xbf{"text": "one"}\r', '{"text": "two\u2028still"}')] == [
        "one",
        "two\u2028still",
    ]


@pytest.mark.parametrize(("value", "kept"), [(5, "5"), ("5", "5"), (None, None), (True, None), (1.5, None), ([], None)])
def test_an_id_is_a_string_or_a_whole_number(value, kept):
    (document,) = records(json.dumps({"id": value, "text": "x"}))
    assert document.external_id == kept
    assert bool(document.cuts) == (kept is None and value is not None)


@pytest.mark.parametrize(
    "value", ["2026-03-01", "2026-03-01T10:30", "2026-03-01 10:30:05.5Z", "2026-03-01T10:30:00+0200"]
)
def test_a_publication_date_is_kept_as_given(value):
    assert records(json.dumps({"text": "x", "published_at": value}))[0].published_at == value


@pytest.mark.parametrize(
    "value",
    [
        "yesterday",
        "2026-02-30",
        "01/03/2026",
        "2026-W09-1",
        "20260301",
        "2026-03",
        20260301,
        "2026-03-01T25:00",
        "٢٠٢٦-٠٣-٠١",
    ],
)
def test_what_is_no_date_is_left_out_and_said_while_the_text_is_read(value):
    line = json.dumps({"text": "x", "published_at": value})
    (_, document) = records('{"text": "before"}', line)
    assert document.text == "x"
    assert document.published_at is None
    (cut,) = document.cuts
    assert "published_at" in cut.reason
    assert (cut.start, cut.end) == (19, 19 + len(line.encode()))


def test_a_single_author_may_be_a_string_and_a_wrong_one_is_left_out():
    assert records('{"text": "x", "authors": "Ann Lee"}')[0].authors == ("Ann Lee",)
    assert records('{"text": "x", "authors": [1]}')[0].cuts[0].reason.startswith("`authors` left out")


def test_html_in_a_record_is_extracted_and_the_record_knows_better(read_bytes, article, story):
    head = "<title>What the page says</title><meta property='og:site_name' content='Page Site'>"
    record = {"id": "h", "html": article(*story, head=head), "title": "What the record says"}
    (document,) = read_bytes("x.jsonl", json.dumps(record))
    assert document.text == "\n".join(story)
    assert (document.title, document.found_in["title"]) == ("What the record says", "record")
    assert (document.outlet, document.found_in["outlet"]) == ("Page Site", "og:site_name")
    assert document.external_id == "h"


def test_a_lone_surrogate_in_html_is_replaced_and_said(read_bytes):
    (document,) = read_bytes(
        "x.jsonl", r'{"html": "<html><body><p>The bridge \ud800 is closed, said Zo\u00eb.</p></body></html>"}'
    )
    assert document.text == "The bridge \ufffd is closed, said Zoë."
    assert "surrogates" in document.cuts[0].reason


def test_a_line_or_text_above_the_limit_is_refused_and_the_next_is_read():
    found = records(
        '{"text": "' + "x" * 500 + '"}',
        '{"text": "' + "y" * 90 + '"}',
        '{"text": "z"}',
        limits=Limits(line=200, text=50),
    )
    assert [item.kind for item in found[:2]] == ["too-large", "too-large"]
    assert found[2].text == "z"


def test_memory_does_not_grow_with_the_number_of_records():
    class Endless(io.RawIOBase):
        left = 4_000

        def readline(self, _size=-1):
            self.left -= 1
            return b'{"text": "' + b"The bridge is closed. " * 40 + b'"}\n' if self.left >= 0 else b""

    tracemalloc.start()
    count = sum(1 for _ in find_records(Endless(), None, STANDARD))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 4_000
    assert peak < 500_000
