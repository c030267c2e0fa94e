import pytest

import sayso


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("A statement from the Harle Works said the gates were shut.", "Harle Works", "organisation"),
        (
            "In an email from Ana Torvald, the clerk, said nothing. A letter by Bo Reed said the road was open.",
            "Bo Reed",
            "person",
        ),
        ("A late July Dunmore/Ipsen poll showed a lead for the mayor.", "Dunmore/Ipsen poll", "document"),
        ("Another Carrow survey released on Monday says that few agree.", "Carrow survey", "document"),
        ("A survey published on Monday showed that few agree.", "survey published on Monday", "document"),
        ("An audit by Holm said the dam leaks.", "audit by Holm", "document"),
    ],
)
def test_a_paper_goes_by_its_name_and_a_statement_is_its_issuer_s_word(text, name, kind):
    reading = sayso.read(text, reader="rules")
    entities = {each.id: each for each in reading.entities}
    assert (name, kind) in {
        (entities[each.claimant].name, entities[each.claimant].kind) for each in reading.attributions
    }


def test_a_body_that_a_clause_tells_apart_is_not_the_one_named_before():
    text = "HARLE — The group that took the hall said it would stay."
    reading = sayso.read(text, reader="rules")
    assert [each.name for each in reading.entities if each.id == reading.attributions[0].claimant] != ["HARLE"]


def test_a_name_does_not_run_over_the_end_of_a_short_line():
    text = "What is Carrow\nIntelligence? Carrow said it would come."
    reading = sayso.read(text, reader="rules")
    assert "Carrow" in {each.name for each in reading.entities}
