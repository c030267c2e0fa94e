"""Until when a forecast can come true; published on Monday, 2 November 2026."""

import pytest


@pytest.mark.parametrize(
    ("text", "due", "latest"),
    [
        ("The shelves will be empty by Easter 2027.", "Easter 2027", "2027-03-28"),
        ("The shelves will be empty before Easter 2027.", "Easter 2027", "2027-03-27"),
        ("The road will be finished by mid-2028.", "mid-2028", "2028-08-31"),
        ("The town will fall within 72 hours.", "72 hours", "2026-11-05"),
        ("The ice will break next week.", "next week", "2026-11-15"),
        ("The ice will break in the coming days.", "the coming days", None),
        ("The curfew will last until Friday.", "Friday", "2026-11-06"),
        ("The tunnel will open by the end of 2027.", "the end of 2027", "2027-12-31"),
        ("The court will rule on 14 December.", "14 December", "2026-12-14"),
        ("The ferry will run between March and June 2027.", "June 2027", "2027-06-30"),
        ("Prices will rise in 2027 or 2028.", "2028", "2028-12-31"),
        ("The tower, built in 1998, will be gone by June.", "June", "2027-06-30"),
        ("On Friday the council will vote.", "Friday", "2026-11-06"),
        ("The airport will be ready in 2024.", "2024", "2024-12-31"),
        ("The shelling will begin within days.", "days", None),
        ("Its convoy was on course to finish by Sunday.", "Sunday", "2026-11-08"),
        ("They reckon she’ll be gone within a month.", "a month", "2026-12-02"),
        ("The fair, held in July 2025, will return.", None, None),
        ("A vote to leave is unlikely after what people said last week.", None, None),
        ("The lake will freeze one day.", None, None),
        ("Nobody will ever forget that night.", None, None),
        ("The siege will last three weeks.", None, None),
        ("The ship will sail every Friday.", None, None),
        ("The strike will end two weeks after the vote.", "two weeks", None),
    ],
)
def test_the_time_that_bounds_a_forecast(foretold, text, due, latest):
    told = foretold(text)
    assert (told.due, told.latest) == (due, latest)
    assert ("no_deadline" in told.flags) is (due is None)


def test_a_deadline_beside_the_claim_counts_and_the_day_of_the_saying_does_not(foretold):
    text = "By the end of March, the mayor said on Sunday, the road will be lost."
    told = foretold(text, "the road will be lost", source="the mayor", cue="said")
    assert (told.due, told.latest) == ("the end of March", "2027-03-31")
    told = foretold(
        "The mayor said on Friday that the road will be lost.",
        "that the road will be lost",
        source="The mayor",
        cue="said",
    )
    assert told.due is None


def test_a_deadline_in_the_condition_is_the_last_resort(foretold):
    assert foretold("If no aid comes by June, the town will starve.").latest == "2027-06-30"
    assert foretold("If no aid comes by June, the town will starve by May.").latest == "2027-05-31"


def test_a_deadline_before_publication_is_flagged(foretold):
    assert "due_before_published" in foretold("The road will be finished by mid-2025.").flags
    assert "due_before_published" not in foretold("The road will be finished today.").flags
    assert foretold("The road will be finished by mid-2025.", published_at=None).flags == ()


def test_what_cannot_be_dated_has_a_deadline_all_the_same(foretold):
    told = foretold("The town will fall within 72 hours.", published_at=None)
    assert (told.due, told.latest, told.flags) == ("72 hours", None, ())


def test_how_a_deadline_was_computed_is_told(foretold):
    assert "due: by June, counted from published_at" in foretold("The mine will close by June.").claim.reasons
