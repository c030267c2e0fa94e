"""A claim that stands twice is no example of an unknown one."""

import json

import pytest
from unseen import area, measure

from sayso.wiring import meanings

CLAIMS = (
    ("1", "The Orle ferry burned in Kessin harbour."),
    ("2", "Mayor Ada Bell banned forty bakeries in Vellmark."),
    ("3", "The Orle ferry burned in Kessin harbour!"),
    ("4", "A wolf was photographed on the roof of a station."),
)
POSTS = (
    ("a", "So the Orle ferry burned in Kessin harbour", "1"),
    ("b", "Ada Bell is banning bakeries in Vellmark", "2"),
)


@pytest.fixture
def corpus(tmp_path):
    def write(name, rows):
        (tmp_path / name).write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")

    write("claims.jsonl", [{"id": id, "text": text} for id, text in CLAIMS])
    write("dev-queries.jsonl", [{"id": id, "text": text} for id, text, _ in POSTS])
    write("dev-gold.jsonl", [{"query": id, "relevant": [claim]} for id, _, claim in POSTS])
    return tmp_path


def test_copies_are_what_is_scored_too_low(corpus):
    found = measure(corpus, "dev", meanings())
    assert (found.twice, found.posts) == (0.5, 2)
    assert found.scored < found.gone == 1


def test_equal_scores_count_half():
    assert area([0.5, 0.9], [0.5]) == 0.75
