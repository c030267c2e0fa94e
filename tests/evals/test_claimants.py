import claimants
import pytest

from sayso.model.attribution import Anonymity


def test_the_passages_are_sound_and_of_equal_make():
    assert claimants.check() == []
    parts = [claimants.passages(part) for part in claimants.PARTS]
    counts = [
        {how: sum(each.how == how for one in part for each in one.judged) for how in claimants.HOW} for part in parts
    ]
    assert all(abs(counts[0][how] - counts[1][how]) < 5 for how in claimants.HOW)
    hard = ("pronoun", "role", "out-of-sentence")
    assert all(sum(count[how] for how in hard) >= sum(count.values()) / 2 for count in counts)


def test_the_failures_of_the_test_part_are_shown_to_nobody(capsys):
    with pytest.raises(SystemExit):
        claimants.main(["--part", "test", "--failures"])
    assert "kept apart" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Lotte Vink", "Vink", True),
        ("The Vink’s", "vink", True),
        ("Lotte Vink", "Karl Vink", False),
        ("", "Vink", False),
    ],
)
def test_a_name_is_the_same_where_every_word_of_one_stands_in_the_other(one, other, same):
    assert claimants.same_name(one, other) is same


def test_what_is_right_is_counted():
    one = claimants.passage(
        {
            "name": "x",
            "style": "wire",
            "text": "Lotte Vink said it rained. She said it poured.",
            "attribution": [
                {"n": 1, "source": "Lotte Vink", "cue": "said", "content": "it rained"}
                | {"claimant": "Lotte Vink", "anonymity": "named", "kind": "person", "how": "name"},
                {"n": 2, "source": "She", "cue": {"text": "said", "nth": 2}, "content": "it poured"}
                | {"claimant": ["Karl Roy", "Roy"], "anonymity": ["role", "vague"], "kind": "person", "how": "pronoun"},
            ],
        }
    )
    figures = claimants.Figures()
    lines = claimants.score(one, claimants.read_listed(one), figures)
    assert {name: (count.hit, count.wanted) for name, count in figures.counts.items()} == {
        "recall": (2, 2),
        "accuracy": (1, 2),
        "apart": (1, 2),
        "accuracy: name": (1, 1),
        "kind": (2, 2),
        "anonymity": (1, 2),
        "anonymity: named": (1, 1),
        "anonymity: role": (0, 1),
        "accuracy: pronoun": (0, 1),
        "parted": (0, 1),
    }
    assert len(lines) == 2
    assert Anonymity.NAMED.value in lines[1]
