"""The register as a calendar, parsed back."""

from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from sayso.export.forecasts import chances, computation, described
from sayso.export.ics import ics
from sayso.model.claim import ClaimKind
from sayso.relate.due import State
from sayso.relate.register import Forecast


def forecast(**more):
    known = {
        "claim": "cl_0", "kind": ClaimKind.FORECAST, "document": "sha256:0", "external_id": None, "outlet": "Quay Post", "title": "Road", "url": "https://quay.example/1",
        "published_at": "2026-11-02", "claimant": "Ada Bell", "source": "Ada Bell", "text": "The road will be finished before Easter 2027",
        "state": State.OPEN, "due": "2027-03-27", "due_words": "before Easter 2027", "bound": "by", "anchor": None, "vague": False,
        "conditions": ("if it rains",), "probability_words": ("likely",), "probability": (0.55, 0.8), "scale": "icd203", "certainty": "possible",
        "flags": ("condition_untracked",),
    }  # fmt: skip
    return Forecast(**(known | more))


def events(found, as_of="2026-12-01"):
    return Calendar.from_ical(ics(found, as_of)).walk("VEVENT")


def test_an_event_is_all_day_on_the_last_day_with_the_words_and_their_grounds():
    (event,) = events([forecast()])
    assert event.decoded("dtstart") == date(2027, 3, 27)
    assert event.decoded("dtend") == date(2027, 3, 28)
    assert event.decoded("dtstamp") == datetime(2026, 12, 1, tzinfo=UTC)
    assert str(event["summary"]) == "Due: The road will be finished before Easter 2027"
    assert "Condition: if it rains" in str(event["description"]).splitlines()
    assert "Said as: “likely” (55–80 %, ICD 203)" in str(event["description"]).splitlines()


def test_the_uid_is_of_the_document_and_the_words_alone():
    uids = {str(event["uid"]) for event in events([forecast(), forecast(claim="cl_9", due="2028-01-01", flags=())])}
    assert len(uids) == 1
    assert str(events([forecast(text="The road")])[0]["uid"]) not in uids


def test_what_has_no_day_is_no_event():
    assert events([forecast(due=None, due_words=None)]) == []


def test_the_same_ledger_gives_the_same_bytes():
    assert ics([forecast()], "2026-12-01") == ics([forecast()], "2026-12-01")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=20), st.dates())
def test_any_words_make_a_calendar_that_can_be_read(text, name, day):
    (event,) = events(
        [forecast(text=text, claimant=name, title=name, url=name or None, conditions=(text,), due=day.isoformat())]
    )
    assert event.decoded("dtstart") == day
    assert text.isprintable() is False or str(event["summary"]).strip() == f"Due: {text}".strip()


def test_how_a_day_was_computed_is_told():
    assert (
        computation(forecast(anchor="published_at")) == "“before Easter 2027”, counted from publication on 2026-11-02"
    )
    assert (
        computation(forecast(anchor="the vote", vague=True)) == "“before Easter 2027”, counted from “the vote”, vague"
    )
    assert computation(forecast(due_words=None)) == ""


def test_a_number_is_called_the_speakers_and_words_without_a_scale_have_none():
    assert (
        chances(forecast(probability_words=("a 60 % chance",), probability=(0.6, 0.6), scale="stated"))
        == "“a 60 % chance” (60 %, the speaker’s number)"
    )
    assert chances(forecast(probability_words=("may",), probability=None, scale=None)) == "“may”"
    assert list(described(forecast()))[-1] == "What became of it is for a person to say."
