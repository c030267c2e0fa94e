import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ingest.encoding import decode

SENTENCE = "He said “no” – twice – to the café’s owner, Zoë Müller, on the quay of Velm. "


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_utf8_is_read_character_for_character_with_and_without_a_mark(text):
    assert decode(b"\xef\xbb\xbf" + text.encode()).text == text
    if not text.startswith("\ufeff") and text.count("\0") * 5 < len(text) * 2:
        assert decode(text.encode()).text == text
        assert decode(text.encode()).found_in == {}


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_decides_and_is_dropped(name):
    decoded = decode(("\ufeff" + SENTENCE).encode(name))
    assert decoded.text == SENTENCE
    assert decoded.found_in == {"encoding": f"{name}, byte order mark"}


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_known_by_its_nuls(name):
    text = "He said no, and nobody in Velm had anything to add to that."
    assert decode(text.encode(name)).text == text


def test_a_few_nuls_stay_in_a_text():
    assert decode(b"a\0b\r\n").text == "a\0b\r\n"


def test_english_in_windows_1252_is_read_as_that():
    decoded = decode((SENTENCE * 20).encode("cp1252"))
    assert decoded.text == SENTENCE * 20
    assert decoded.found_in == {"encoding": "cp1252, detected"}
    assert decoded.cuts == ()


def test_another_script_in_a_legacy_encoding_is_detected():
    text = "Городской совет сообщил в понедельник, что старый мост останется закрытым до осени. " * 5
    assert decode(text.encode("cp1251")).text == text


@pytest.mark.parametrize(
    ("label", "name"),
    [("ISO-8859-1", "cp1252"), ("latin1", "cp1252"), ("GB2312", "gb18030"), ("windows-1251", "cp1251")],
)
def test_a_declared_label_means_what_it_means_to_a_browser(label, name):
    decoded = decode(b"\xe4\xb8 \xd6\xd0", [(label, "declared by the page")])
    assert decoded.encoding == name
    assert decoded.how == "declared by the page"


def test_well_formed_utf8_is_utf8_whatever_is_declared():
    assert decode(SENTENCE.encode(), [("iso-8859-1", "declared by the page")]).text == SENTENCE


@pytest.mark.parametrize("label", [None, "", "no-such-code", "utf-16", "utf-7", "base64", "x" * 99, "\0"])
def test_a_label_that_cannot_be_is_passed_over(label):
    assert decode((SENTENCE * 20).encode("cp1252"), [(label, "declared")]).text == SENTENCE * 20


def test_pasted_quotation_marks_in_utf8_are_read_and_each_place_is_said():
    raw = SENTENCE.encode() + b"\x93Yes,\x94 he said."
    decoded = decode(raw)
    assert decoded.text == SENTENCE + "“Yes,” he said."
    assert [raw[cut.start : cut.end] for cut in decoded.cuts] == [b"\x93", b"\x94"]
    assert decoded.found_in == {"encoding": "utf-8, damaged"}


def test_a_text_cut_within_a_character_says_where():
    raw = (SENTENCE + "“").encode()[:-1]
    decoded = decode(raw)
    assert decoded.text == SENTENCE + "\ufffd"
    assert (decoded.cuts[0].start, decoded.cuts[0].end) == (len(raw) - 2, len(raw))


def test_very_many_bad_bytes_make_few_cuts_and_no_more_time_than_bytes():
    decoded = decode(codecs.BOM_UTF8 + b"\xff a" * 300_000)
    assert len(decoded.text) == 900_000
    assert len(decoded.cuts) == 21
    assert decoded.cuts[-1].end == 3 + 900_000 - 2


@given(st.binary(max_size=400))
def test_any_bytes_decode_and_every_replacement_is_said(raw):
    decoded = decode(raw)
    if decoded.encoding == "utf-8" and not decoded.cuts:
        assert decoded.text.encode() == raw.removeprefix(codecs.BOM_UTF8)
