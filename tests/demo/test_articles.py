"""The demo's articles hold what its README promises, and say that they are fiction."""

import json
from pathlib import Path

import pytest

ARTICLES = sorted((Path(__file__).parents[2] / "demo" / "articles").iterdir())
RECORDS = [json.loads(line) for path in ARTICLES if path.suffix == ".jsonl" for line in path.read_text().splitlines()]
WHOLE = "\n".join(path.read_text(encoding="utf-8") for path in ARTICLES)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_every_file_says_that_it_is_fiction(path):
    assert "fiction" in path.read_text(encoding="utf-8").lower()


def test_the_records_are_whole_and_each_says_that_it_is_fiction():
    assert len(RECORDS) == 16
    for record in RECORDS:
        assert set(record) == {"id", "title", "outlet", "authors", "published_at", "url", "language", "note", "text"}
        assert record["note"].startswith("Fiction")
        assert "2026-03-02" <= record["published_at"][:10] <= "2026-04-09"


def test_the_records_of_the_siege_are_long_and_those_of_the_bridge_town_short():
    for record in RECORDS:
        siege = record["published_at"] < "2026-04"
        assert (len(record["text"].split()) >= 350) is siege, record["id"]


@pytest.mark.parametrize(
    "promised",
    [
        "the command post at the Saddle had received a report",
        "Vesnin",
        "renamed Ostry",
        "by mid-April",
        "if the ferry line holds",
        "back in Ostry before May 1",
        "denied that its guns had fired",
        "raising the death toll to five",
        "risen to 11",
        "have liberated two more of our towns",
        "It called the soldiers who had held the two towns “occupiers”",
        "on the same day",
        "Insiders say",
        "Brask: Vessin",
        "From the desk of Sela Korvin",
        "told lawmakers at an emergency session",
        "had apparently taken the town of Karrow",
        "has taken the town of Karrow, the Northline agency reported",
        "denied on Wednesday that the Lantern Brigade had taken",
        "by the end of April, if the pass stays open",
        "The figure replaces the four",
    ],
)
def test_what_there_is_to_look_for_is_there(promised):
    assert promised in WHOLE


def test_the_two_rewrites_share_most_of_their_words_with_the_agencys_report():
    texts = {record["id"]: record["text"] for record in RECORDS}
    original = set(texts["northline-0304"].split())
    for copy in ("courier-0304", "gazette-0305"):
        words = set(texts[copy].split())
        assert 0.6 < len(words & original) / len(words) < 1
