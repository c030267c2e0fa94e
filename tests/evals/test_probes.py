import copy
import json

import pytest
from probe_language import REFERENCES, SPANS, ProbeError, check_case, find_words, full_text, manner
from probe_mirror import exchange
from probes import Tally, judge, load_probes, main, run

from sayso.model.document import Document
from sayso.model.provenance import Provenance
from sayso.model.reading import Reading

TEXT = "Kesh denied it. “We left Bor,” said Ada Bell, who leads Tarvia and its navy."
CASE = {
    "id": "hand-1",
    "family": "hand",
    "text": TEXT,
    "expect": [
        {"list": "attributions", "where": {"content": "We left Bor", "source": "Ada Bell", "claimant": {"name": "Ada Bell"}}},
        {"list": "claims", "where": {"spans": {"touches": "left"}, "flags": {"lacks": ["unattributed"]}}},
    ],
    "forbid": [{"list": "attributions", "where": {"content": {"touches": "who leads Tarvia"}}}],
}  # fmt: skip
PROBES = load_probes()


def span(words):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def perfect():
    attribution = {"id": "at_1", "content": [span("“We left Bor,”")], "source": [span("Ada Bell")], "claimant": "en_1"}
    return {
        "document": {"text": TEXT},
        "attributions": [attribution],
        "claims": [{"id": "cl_1", "spans": [span("We left Bor")], "attribution": "at_1", "flags": []}],
        "entities": [{"id": "en_1", "name": "Ada Bell"}],
    }


def met(reading):
    return [met for met, _ in check_case(CASE, reading)]


def changed(**fields):
    reading = perfect()
    reading["attributions"][0] |= fields
    return reading


def silent(document):
    return Reading(document=document, made_by=Provenance(sayso="0", reader="0", stages={}))


def test_a_perfect_reading_meets_every_check_and_marks_and_commas_make_no_difference():
    assert met(perfect()) == [True, True, True]


@pytest.mark.parametrize(
    "fields",
    [
        {"content": [span("“We left Bor,” said Ada Bell")]},
        {"content": [span("Bor")]},
        {"content": []},
        {"source": [span("Bell")]},
        {"source": [span(TEXT)]},
        {"claimant": None},
    ],
)
def test_a_wrong_field_fails_its_expectation_and_what_is_forbidden_with_it(fields):
    assert met(changed(**fields)) == [False, True, False]


def test_a_source_may_bring_a_short_apposition():
    assert met(changed(source=[span("Ada Bell, who leads Tarvia")])) == [True, True, True]


def test_what_is_forbidden_fails_where_it_is_found():
    reading = perfect()
    reading["attributions"].append({"id": "at_2", "content": [span("Tarvia")]})
    assert met(reading) == [True, True, False]


def test_a_flag_that_must_be_lacking_fails_where_it_stands():
    reading = perfect()
    reading["claims"][0]["flags"] = ["unattributed"]
    assert met(reading) == [True, False, False]


@pytest.mark.parametrize(
    "break_it",
    [
        lambda reading: reading["document"].update(text=TEXT + " "),
        lambda reading: reading["attributions"][0]["content"][0].update(text="We left Bar"),
        lambda reading: reading["attributions"][0]["content"][0].update(end=10_000),
        lambda reading: reading["claims"][0].update(attribution="at_9"),
        lambda reading: reading["attributions"][0].update(claimant="en_9"),
    ],
)
def test_a_reading_that_lies_meets_nothing(break_it):
    reading = perfect()
    break_it(reading)
    assert met(reading) == [False, False, False]


def test_a_missing_reading_and_a_silent_one_meet_nothing():
    assert met("the reader raised ValueError()") == [False, False, False]
    assert run(silent, [CASE]).total == Tally(0, 1, 0, 3)


@pytest.mark.parametrize(
    ("wanted", "value", "fits"),
    [
        ({"min": 0.7}, 0.8, True),
        ({"min": 0.7}, None, False),
        ({"max": "2026-12-31"}, "2026-12-31T10:00", True),
        ({"max": "2026-12-31"}, "2027-01-01", False),
        ({"any": [None, 0.8]}, 0.8, True),
        ({"any": [None, 0.7]}, 0.8, False),
        ({"not": None}, 0.8, True),
        (None, 0.8, False),
        (None, None, True),
        ("said", "said", True),
    ],
)
def test_a_plain_value_is_compared_as_the_probe_says(wanted, value, fits):
    case = {"text": TEXT, "expect": [{"list": "attributions", "where": {"veridicality": wanted}}]}
    assert [met for met, _ in check_case(case, changed(veridicality=value))] == [fits]


@pytest.mark.parametrize(
    ("how", "words", "fits"),
    [
        ("covers", "Ada", True),
        ("covers", "said Ada", False),
        ("touches", "said Ada", True),
        ("touches", "Bor", False),
        ("avoids", "Bor", True),
        ("avoids", "Ada", False),
        ("half", "said Ada Bell", True),
        ("same", "said Ada Bell", False),
        ("same", ["Ada", "Bell"], True),
    ],
)
def test_stretches_are_compared_by_letters_as_the_probe_says(how, words, fits):
    case = {"text": TEXT, "expect": [{"list": "attributions", "where": {"source": {how: words}}}]}
    assert [met for met, _ in check_case(case, perfect())] == [fits]


def test_a_count_asks_for_so_many():
    case = copy.deepcopy(CASE) | {"forbid": []}
    case["expect"][0]["count"] = 2
    assert [met for met, _ in check_case(case, perfect())] == [False, True]
    case["expect"][0]["count"] = {"min": 1}
    assert [met for met, _ in check_case(case, perfect())] == [True, True]


def test_words_that_stand_twice_or_never_cannot_be_meant():
    assert find_words("no, no", {"text": "no", "nth": 2}) == (4, 6)
    for phrase in ("no", "now", {"text": "no", "nth": 3}):
        with pytest.raises(ProbeError, match="stands"):
            find_words("no, no", phrase)


def test_a_reader_that_raises_or_hangs_fails_that_text_and_the_rest_go_on():
    def awkward(document):
        if document.text == "raise":
            raise ValueError(document.text)
        while document.text == "hang":
            pass
        return silent(document)

    probes = [{"id": text, "family": "hostile", "text": text, "expect": []} for text in ("raise", "hang", "calm")]
    figures = run(awkward, probes, seconds=0.2)
    assert figures.total == Tally(1, 3, 1, 3)
    assert figures.failures["raise"] == ["the reader raised ValueError('raise')"]
    assert figures.failures["hang"] == ["no Reading within 0.2 s of processor time"]


def test_exchanged_names_know_where_they_stood():
    exchanged = exchange("Tarvian Tarvia met Kesh.", [["Tarvia", "Kesh"]])
    assert exchanged.text == "Tarvian Kesh met Tarvia."
    assert [exchanged.back[exchanged.text.index(word)] for word in ("Kesh", "Tarvia.", ".")] == [8, 19, 23]


def test_a_reader_that_takes_sides_is_found_out():
    probe = {
        "id": "s",
        "family": "side_swap",
        "text": "Kesh struck Tarvia.",
        "expect": [],
        "swap": [["Kesh", "Tarvia"]],
    }

    def reading(case, found):
        text = case["text"]
        vague = [{"start": 0, "end": 4, "text": text[:4]}] if found in text[:6] else []
        lists = {name: [] for name in ("attributions", "claims", "entities")}
        return {"document": {"text": text}, **lists, "framing": {"terms": [], "vague_sources": vague}}

    assert not all(met for met, _ in judge(probe, lambda case: reading(case, "Kesh")))
    assert all(met for met, _ in judge(probe, lambda case: reading(case, "nobody")))


def words_in(field, wanted):
    if isinstance(wanted, dict) and wanted.keys() & {"any", "not", "lacks"}:
        for each in wanted.values():
            for part in each if isinstance(each, list) else [each]:
                yield from words_in(field, part)
    elif field in SPANS and wanted is not None:
        words = manner(field, wanted)[1]
        yield from words if isinstance(words, list) else [words]
    elif field in REFERENCES | {""} and isinstance(wanted, dict):
        for path, part in wanted.items():
            yield from words_in(path.rsplit(".", 1)[-1], part)


@pytest.mark.parametrize("family", sorted({probe["family"] for probe in PROBES}))
def test_every_probe_names_words_that_stand_in_its_text(family):
    probes = [probe for probe in PROBES if probe["family"] == family]
    assert len(probes) >= 8
    for probe in probes:
        for case in (probe, *probe.get("variants", [])):
            for each in (*case["expect"], *case.get("forbid", [])):
                for words in words_in("", each["where"]):
                    find_words(full_text(case), words)


def test_ids_are_unique_and_silence_passes_only_where_there_is_nothing_to_find():
    assert len({probe["id"] for probe in PROBES}) == len(PROBES) >= 260
    figures = run(silent, PROBES)
    free = [probe for probe in PROBES if probe["id"] not in figures.failures]
    assert all(probe["family"] == "hostile" and not probe["expect"] for probe in free)
    assert json.dumps(figures.failures)


def test_an_unknown_family_is_refused_with_the_families_there_are(capsys):
    with pytest.raises(SystemExit):
        main(["--family", "nothing"])
    assert "quote_marks" in capsys.readouterr().err


def test_a_document_is_fed_its_date():
    seen = []

    def note(document):
        seen.append(document)
        return silent(document)

    run(note, [{"id": "f", "family": "forecasts", "text": ["a", ["b", 3]], "published_at": "2026-11-02", "expect": []}])
    assert seen == [Document(text="abbb", published_at="2026-11-02")]
