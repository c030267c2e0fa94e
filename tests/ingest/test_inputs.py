import json
import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.ingest.inputs import Inputs
from sayso.ingest.limits import Limits
from sayso.model.document import Document, Rejection
from sayso.settings import Settings
from sayso.wiring import open_ingest

ENDINGS = [".txt", ".md", ".html", ".htm", ".jsonl", ".ndjson", ".xml", ".warc", ".warc.gz", ".unknown", ""]
BEGINNINGS = [
    b"",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"<html><body><p>",
    b"<rss><channel><item>",
    b'{"text": "',
    b"WARC/1.0\r\n",
    b"\x1f\x8b\x08",
]


def test_files_folders_and_kinds_come_in_the_order_in_which_they_are_named(read, tmp_path, article, story):
    (tmp_path / "b.txt").write_text("second")
    (tmp_path / "a.html").write_text(article(*story))
    (tmp_path / "c.jsonl").write_text(
        '{"id": 1, "text": "third"}\n{"id": 2, "html": "<p>the fourth one</p>"}\n{"id": 3, "text": "fifth"}\n'
    )
    texts = [document.text for document in read(tmp_path, tmp_path / "b.txt")]
    assert texts == ["\n".join(story), "second", "third", "the fourth one", "fifth", "second"]


def test_text_needs_no_worker_and_a_page_needs_one(read, here, tmp_path, article, story):
    (tmp_path / "a.txt").write_text("a text")
    (tmp_path / "b.jsonl").write_text('{"text": "a record"}\n')
    assert len(read(tmp_path)) == 2
    assert here.items == 0
    (tmp_path / "c.html").write_text(article(*story))
    read(tmp_path)
    assert here.items == 1


def test_a_page_that_kills_its_worker_is_a_rejection_in_its_place(broken, tmp_path, article, story):
    (tmp_path / "a.txt").write_text("a text")
    (tmp_path / "b.jsonl").write_text(json.dumps({"id": "x", "html": article(*story)}))
    (tmp_path / "c.txt").write_text("another")
    before, failed, after = Inputs(broken).documents([str(tmp_path)])
    assert (before.text, after.text) == ("a text", "another")
    assert (failed.kind, failed.external_id, failed.path) == ("crashed", "x", str(tmp_path / "b.jsonl"))
    assert "SIGSEGV" in failed.message


def test_the_wiring_reads_pages_in_processes_of_their_own(tmp_path, article, story):
    (tmp_path / "a.html").write_text(article(*story))
    (tmp_path / "b.html").write_text("<html><body></body></html>")
    document, rejection = open_ingest(Settings(workers=1)).documents([str(tmp_path)])
    assert document.text == "\n".join(story)
    assert rejection.kind == "no-text"


def test_documents_come_lazily(here, tmp_path):
    (tmp_path / "a.txt").write_text("a text")
    documents = Inputs(here).documents(iter([str(tmp_path / "a.txt"), None]))
    assert next(documents).text == "a text"


@pytest.mark.parametrize(
    ("given_bytes", "texts"),
    [
        (b"He said no.\r\n", ["He said no.\r\n"]),
        (b"\xef\xbb\xbfHe said no.", ["He said no."]),
        (b'{"id": "a", "text": "one"}\n{"text": "two"}', ["one", "two"]),
        (b'{ "title": "T", "text": "one"}', ["one"]),
        (b"{curly} he said", ["{curly} he said"]),
        (b"  <html><body><p>A page about a bridge.</p></body></html>", ["A page about a bridge."]),
        (b"<3 is a heart", ["<3 is a heart"]),
    ],
)
def test_standard_input_is_text_unless_it_begins_like_records_or_a_page(read, given_bytes, texts):
    assert [document.text for document in read("-", standard_input=given_bytes)] == texts


@pytest.mark.parametrize("json_text", [b'{\n  "text": "x"\n}', b'[{"text": "x"}]', b"[\n{"])
def test_json_over_several_lines_is_refused_with_the_cure(read, json_text):
    (rejection,) = read("-", standard_input=json_text)
    assert rejection.kind == "json"
    assert "jq" in rejection.message


def test_nothing_on_standard_input_is_a_rejection(read):
    (rejection,) = read("-")
    assert (rejection.kind, rejection.path) == ("empty", None)


def test_a_file_of_unknown_ending_is_read_as_what_it_begins_like(read_bytes):
    assert read_bytes("notes", "Plain words.")[0].text == "Plain words."
    assert read_bytes("dump.out", '{"text": "a record"}')[0].text == "a record"


@pytest.mark.parametrize(
    ("name", "raw", "word"),
    [
        ("a.pdf", b"%PDF-1.7 ...", "PDF"),
        ("a.docx", b"PK\x03\x04...", "office"),
        ("a.txt", b"\x89PNG\r\n", "PNG"),
        ("a.html", b"\x1f\x8b\x08\x00", "gunzip"),
        ("a.jsonl", b"%PDF-1.7 ...", "PDF"),
    ],
)
def test_files_that_hold_no_plain_text_are_refused_with_their_kind_and_the_cure(read_bytes, name, raw, word):
    (rejection,) = read_bytes(name, raw)
    assert rejection.kind == "not-text"
    assert word in rejection.message


def test_a_pipe_may_be_named_like_a_file(read, tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    if not os.fork():
        path.write_bytes(b"through a pipe")
        os._exit(0)
    assert read(path)[0].text == "through a pipe"
    os.wait()


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ending=st.sampled_from(ENDINGS), beginning=st.sampled_from(BEGINNINGS), raw=st.binary(max_size=300))
def test_any_bytes_under_any_name_are_documents_or_rejections(read_bytes, ending, beginning, raw):
    found = read_bytes(f"any{ending}", beginning + raw)
    assert all(isinstance(item, Document | Rejection) for item in found)
    assert all(item.message and item.kind for item in found if isinstance(item, Rejection))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    pieces=st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<b a=",
                "'",
                '"',
                ">",
                "<",
                "<!--",
                "-->",
                "<script>",
                "</script>",
                "<title>",
                "&#0;",
                "&amp;",
                "\0",
                "\ud800",
                "\u202e",
                "word ",
                "<br/>",
                "<h1>By A</h1>",
                '<meta property="og:title" content="x',
                "<svg>",
                "<table><td>",
            ]
        ),
        max_size=40,
    )
)
def test_any_broken_markup_is_a_document_or_a_rejection(read, pieces, tmp_path):
    (tmp_path / "x.jsonl").write_text(json.dumps({"html": "".join(pieces)}))
    (found,) = read(tmp_path / "x.jsonl")
    assert isinstance(found, Document) or found.kind in {"no-text", "not-html", "not-text"}


def test_a_long_line_of_ten_megabytes_is_read_character_for_character(read_bytes):
    text = "He said “no”, and again “no”. " * 340_000
    assert len(text) > 10_000_000
    (document,) = read_bytes("long.txt", text)
    assert document.text == text
    assert document.cuts == ()


def test_limits_are_the_callers(read_bytes, article, story):
    small = Limits(html=300, feed=10, text=20)
    (page,) = read_bytes("a.html", article(*story), limits=small)
    assert page.cuts[0].start == 300
    assert len(page.text) < 300
    (feed,) = read_bytes("a.xml", "<rss></rss> and more", limits=small)
    assert feed.kind == "too-large"
