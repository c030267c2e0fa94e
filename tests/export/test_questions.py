from dataclasses import replace

import pytest

from sayso.annotate.sourcing.flags import NO_SOURCE, OPINION
from sayso.export.html import reading_html, to_html
from sayso.export.questions import by_rule, questions, rules
from sayso.model.framing import QuotedFragment


def asked(reading):
    return [(each.rule.name, each.spans[0].text) for each in questions(reading)]


def test_every_rule_says_what_it_asks_and_cites_a_guide_with_the_day_it_was_read_or_is_our_own():
    for rule in rules().values():
        assert rule.title and rule.says and rule.asks.endswith(("?", "it."))  # noqa: PT018 # one rule at a time
        assert (rule.guide == "sayso") == (rule.url == "") == (rule.read == "")


def test_the_flags_of_this_stage_are_rules():
    assert {OPINION, NO_SOURCE} <= set(rules())


def test_questions_stand_under_their_rules_with_the_words_they_are_asked_of(harbour):
    text = harbour.document.text
    start = text.index("no bread")
    framing = replace(
        harbour.framing,
        agentless=(harbour.document.span(start, start + 8),),
        quoted_fragments=(QuotedFragment(span=harbour.document.span(start, start + 2)),),
    )
    reading = replace(harbour, framing=framing)
    assert asked(reading) == [
        ("anonymous_forecast", "the garrison may hold “until the last boat leaves”"),
        ("vague_source", "Critics"),
        ("contested_term", "occupiers"),
        ("quoted_fragment", "no"),
        ("agentless", "no bread"),
    ]
    assert list(by_rule(questions(reading))) == [name for name, _ in asked(reading)]


def test_a_quiet_rule_asks_nothing(harbour):
    claims = tuple(replace(claim, flags=("unattributed", "no_deadline")) for claim in harbour.claims)
    assert [name for name, _ in asked(replace(harbour, claims=claims))] == ["vague_source", "contested_term"]


def test_a_flag_of_another_stage_without_a_rule_is_passed_over(harbour):
    claims = tuple(replace(claim, flags=("not_a_rule",)) for claim in harbour.claims)
    assert [name for name, _ in asked(replace(harbour, claims=claims))] == ["vague_source", "contested_term"]


def test_every_question_in_the_page_links_to_a_place_that_is_in_it(harbour):
    html = to_html(harbour)
    section = html[html.index('id="editor"') :]
    assert "What an editor would ask" in section
    for each in questions(harbour):
        assert f'href="#{each.anchor}"' in section
        assert f'id="{each.anchor}"' in html


def test_a_cut_ledger_asks_only_of_what_it_shows(harbour):
    assert "Who foretells this" in reading_html(harbour)
    assert "Who foretells this" not in reading_html(harbour, limit=1)


@pytest.mark.parametrize("mark", ["kind-forecast", "flag"])
def test_kinds_and_flags_are_tags_of_the_claim_and_no_text(harbour, mark):
    assert f'<i class="tag {mark}" aria-hidden="true"></i>' in reading_html(harbour)
