import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.ingest.limits import Limits


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=100).map(
        lambda text: "Velm: " + text + "\r\n\0\u202e\u2067"
    )
)
def test_the_document_is_the_input_character_for_character(read_bytes, text):
    (document,) = read_bytes("a.txt", text)
    assert document.text == text
    assert document.raw_sha256 is None


def test_only_a_leading_byte_order_mark_is_dropped(read_bytes):
    assert read_bytes("a.md", "\ufeff\ufeffa\r\nb\rc\n\n")[0].text == "\ufeffa\r\nb\rc\n\n"


@pytest.mark.parametrize("raw", [b"", b"\xef\xbb\xbf", b"\0\0\0"])
def test_a_file_without_characters_is_refused(read_bytes, raw):
    assert read_bytes("a.txt", raw)[0].kind == "empty"


def test_binary_data_is_refused_whatever_it_is_called(read_bytes):
    assert read_bytes("a.txt", bytes(range(256)) * 20)[0].kind == "not-text"
    assert read_bytes("a.html", bytes(range(256)) * 20)[0].kind == "not-text"


def test_a_text_above_the_limit_is_cut_after_a_line_and_says_so(read_bytes):
    (document,) = read_bytes("a.txt", "line of 16 char\n" * 100, limits=Limits(text=1000))
    assert document.text == "line of 16 char\n" * 62
    (cut,) = document.cuts
    assert (cut.start, cut.end) == (992, None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_a_cut_never_splits_a_character(read_bytes, encoding):
    (document,) = read_bytes("a.txt", ("€" * 1000).encode(encoding), limits=Limits(text=400))
    assert set(document.text) == {"€"}
    assert [cut.end for cut in document.cuts] == [None]
