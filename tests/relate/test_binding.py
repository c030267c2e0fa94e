import pytest

from sayso.relate.binding import find_binding

SAID = "The second ferry will sail before 22 March, the mediator Ada Venn said."
PROMISED = "The mediator Ada Venn has promised a second ferry before 22 March. The quay is full."


def binding(reading):
    return [found.shown for claim in reading.claims if (found := find_binding(claim, reading)) is not None]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (PROMISED, ["Ada Venn"]),
        ("The Orlen harbour office wants to decide by the end of August. The quay is full.", ["Orlen harbour office"]),
        ("Ada Venn opened the quay that she had promised.", []),
        ("It rained on the day that was promised.", []),
    ],
)
def test_an_article_has_a_promise_from_whoever_gives_it(article, text, who):
    assert binding(article(text)) == who


def test_a_promise_and_what_its_giver_is_quoted_with_are_one_claim_of_one_origin(article, related):
    found = related([article(SAID), article(PROMISED, outlet="Late Post", day="2026-03-02")])
    cluster = found.cluster("has promised")
    assert cluster.documents == 2
    assert len(cluster.origins) == 1
