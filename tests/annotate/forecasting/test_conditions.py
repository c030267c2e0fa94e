"""On what a forecast hangs, wherever in its sentence that stands."""

import pytest


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("If the strike goes on, the shelves will be empty.", ["If the strike goes on"]),
        ("The road will be lost if Wesnau falls.", ["if Wesnau falls"]),
        ("The road, if the weather holds, will open in May.", ["if the weather holds"]),
        ("Unless it rains, the herds will die.", ["Unless it rains"]),
        ("The bridge will reopen, provided that the inspectors agree.", ["provided that the inspectors agree"]),
        ("As long as the wall holds, the town will stay dry.", ["As long as the wall holds"]),
        ("Should the dam fail, the valley would flood.", ["Should the dam fail"]),
        ("Were the bank to close, savers would lose everything.", ["Were the bank to close"]),
        ("Once the snow melts, the road will be open.", ["Once the snow melts"]),
        ("The mine will close only when talks fail.", ["only when talks fail"]),
        ("With enough snow, the lifts will run.", ["With enough snow"]),
        ("The ferry will sail, barring a storm.", ["barring a storm"]),
        ("Without help the clinic would close.", ["Without help"]),
        ("If talks fail prices will rise.", ["If talks fail"]),
        ("If it rains the road will close.", ["If it rains"]),
        ("If a deal could be struck, exports would resume.", ["If a deal could be struck"]),
        ("If Norland, the bigger neighbour, agrees, the road will open.", ["If Norland, the bigger neighbour, agrees"]),
        ("If rain, wind and snow go on, the pass will close.", ["If rain, wind and snow go on"]),
        ("If the strike goes on, by Easter, the shelves will be empty.", ["If the strike goes on"]),
        ("If the strike goes on then the shelves will be empty.", ["If the strike goes on"]),
        ("“If the rains fail,” the herds will die.", ["If the rains fail"]),
        ("If the strike goes on — and it may — the shelves will be empty.", ["If the strike goes on"]),
        ("If A agrees and if B pays, the road will open.", ["If A agrees", "if B pays"]),
        ("The road will open only if the bank pays.", ["only if the bank pays"]),
    ],
)
def test_a_condition_is_its_clause(foretold, text, conditions):
    assert foretold(text).conditions == conditions


@pytest.mark.parametrize(
    "text",
    [
        "The road will open even if it snows.",
        "Hundreds, if not thousands, will come.",
        "The council will decide if the road opens.",
        "She asked him if the road would open.",
        "The harbour will open as soon as possible.",
        "The ship will leave once a week.",
        "The king, who was crowned when he was six, will speak.",
        "The mine will close when the talks end.",
        "The vote will pass without doubt.",
        "Should the road be closed next year?",
        "On the day when the court rules, shops will close.",
        "The food provided by the town will last.",
    ],
)
def test_not_every_such_word_opens_a_condition(foretold, text):
    assert foretold(text).conditions == []


def test_a_condition_beside_the_claim_counts_across_whoever_says_it(foretold):
    text = "If the strike goes on, said a trader, the shelves will be empty."
    told = foretold(text, "the shelves will be empty", source="a trader", cue="said")
    assert told.conditions == ["If the strike goes on"]
    text = "The shelves will be empty, said a trader, if the strike goes on."
    told = foretold(text, "The shelves will be empty", source="a trader", cue="said")
    assert told.conditions == ["if the strike goes on"]


def test_a_condition_of_another_clause_does_not(foretold):
    text = "The road will open, but if it rains the bridge will close."
    assert foretold(text, "The road will open").conditions == []
    assert foretold(text, "the bridge will close").conditions == ["if it rains"]


def test_a_condition_holds_for_all_that_follows_from_it(foretold):
    text = "If the dam fails, the valley will flood and 3,000 people will have to leave."
    assert foretold(text, "3,000 people will have to leave").conditions == ["If the dam fails"]


def test_what_hangs_on_a_condition_is_not_certain(foretold):
    told = foretold("If it rains, the road will close.")
    assert told.claim.factuality.certainty.value == "possible"
    assert "condition_untracked" in told.flags
