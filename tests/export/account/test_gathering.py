"""The account of a cluster against the ledger that it is gathered from."""

from dataclasses import replace

import pytest

from sayso.errors import NotInLedger
from sayso.export.account.gathering import account_of, find_cluster, seen, whole_id
from sayso.export.account.lanes import lanes
from sayso.export.account.phrasing import counted, decided, drifted, marked, stance_of, status_of
from sayso.export.account.rows import account_row
from sayso.export.forecasts import became
from sayso.model.decision import Decision, DecisionKind, ForecastOutcome
from sayso.model.relation import Related
from sayso.relate.drift import Drift
from sayso.store.memory import MemoryLedger
from sayso.workflow import decide as record
from sayso.workflow import relate, relate_copies


@pytest.fixture
def account(bridge, fallen):
    return account_of(seen(bridge), fallen, "2026-05-15")


def test_the_reports_are_those_of_the_cluster_in_their_order_with_the_articles_own_words(account, bridge, fallen):
    _, _, cluster = find_cluster(bridge.stories(), fallen)
    assert [each.claim for each in account.reports] == list(cluster.claims)
    for report in account.reports:
        document = bridge.reading(report.document).document
        assert [span.text for span in report.spans] == [document.text[span.start : span.end] for span in report.spans]
        assert (report.outlet, report.published_at) == (document.outlet, document.published_at)


def test_each_report_has_its_origin_and_what_it_repeats(account):
    assert [(each.outlet, each.origin) for each in account.reports] == [
        ("Northline Agency", 1), ("The Marrowgate Courier", 1), ("Upland Voice", 1), ("The Pellworth Gazette", 1),
        ("Harbour Radio Tolm", 2),
    ]  # fmt: skip
    first, courier, _, gazette, radio = account.reports
    assert first.echo is None
    assert courier.echo.to_id == first.claim
    assert courier.echo.reasons[0] == "reported by Northline Agency"
    assert radio.echo is None
    assert gazette.copied[0].external_id == "northline-0407"
    assert courier.copied == ()
    assert courier.on_word_of == ("the Northline agency", "The Marrowgate Courier")


def test_the_origins_come_with_the_evidence_that_they_are_one(account):
    assert [(each.number, each.reason, len(each.claims)) for each in account.origins] == [
        (1, "reported by Northline Agency", 4),
        (2, "on the word of Ilsa Marn", 1),
    ]


def test_a_denial_stands_beside_it_and_is_told_from_what_it_denies(account, bridge):
    [denial] = account.denied_by
    assert denial.report.on_word_of == ("Halla Rune", "Harbour Radio Tolm")
    assert (denial.report.polarity, denial.report.denial, denial.report.origin) == ("denied", "denied", 0)
    assert marked(denial.report) == "▼ denied: "
    assert denial.relation.to_id in {each.claim for each in account.reports}
    [answered] = account_of(seen(bridge), denial.cluster, "2026-05-15").denies
    assert answered.cluster == account.id


def test_words_that_deny_by_themselves_are_not_denied_once_more(account, bridge):
    other = next(each.cluster for each in account.others if "telephone" in each.text)
    report = account_of(seen(bridge), other, "2026-05-15").reports[0]
    assert (report.text, report.polarity, marked(report)) == (
        "The telephone exchange of Karrow did not answer.", "denied", "▼ ",
    )  # fmt: skip
    assert marked(account.reports[0]) == ""


def test_a_newer_figure_is_shown_from_both_sides(bridge):
    story = next(bridge.stories().all_related())
    toll = next(each.id for each in story.clusters for row in story.relations
                if row.kind == "supersedes" and row.to_id in each.claims)  # fmt: skip
    [newer] = account_of(seen(bridge), toll, "2026-05-15").superseded_by
    assert newer.report.text.startswith("nine people")
    [older] = account_of(seen(bridge), newer.cluster, "2026-05-15").supersedes
    assert older.report.text.startswith("Four people")


def test_the_word_of_doubt_was_dropped_by_those_who_repeat_and_by_nobody_else(account):
    [drift] = account.drift
    assert drifted(drift) == "dropped in 2 of 3 later articles of origin 1, kept in 1"
    assert account.reports[-1].document not in {*drift.dropped, *drift.kept, *drift.changed}


def test_a_forecast_of_the_same_place_stands_beside_it_as_on_the_day(account, bridge, fallen):
    [expected] = account.forecasts
    assert (expected.forecast.state, expected.forecast.due, expected.place) == ("due", "2026-04-30", "Karrow")
    [earlier] = account_of(seen(bridge), fallen, "2026-04-10").forecasts
    assert earlier.forecast.state == "open"
    [own] = account_of(seen(bridge), expected.cluster, "2026-05-15").forecasts
    assert (own.forecast.claim, own.place) == (expected.forecast.claim, None)


def test_the_other_claims_of_the_story_are_those_that_several_articles_have(account):
    assert len(account.others) == 4
    assert {each.documents for each in account.others} == {2}


def test_as_json_it_has_relations_as_the_contract_has_them(account):
    row = account_row(account)
    assert row["reports"][0]["echo"] is None
    assert row["reports"][1]["echo"]["to"] == account.reports[0].claim
    assert row["denied_by"][0]["relation"]["kind"] == "denial"
    assert row["forecasts"][0]["forecast"]["due"] == "2026-04-30"


def test_it_is_counted_in_words(account):
    assert counted(account) == "5 articles of 5 outlets, 2 independent origins, 1 denial, 1 forecast"
    assert stance_of(account.reports) == "▲ asserts"
    assert stance_of([account.denied_by[0].report]) == "▼ denies"
    assert stance_of([*account.reports, account.denied_by[0].report]) == "▲ asserts in 5, ▼ denies in 1 passage"


def test_a_drift_nobody_could_take_part_in_says_so():
    assert (
        drifted(Drift(origin=2, word="may", since="a", kept=(), changed=(), dropped=()))
        == "no later article repeats origin 2"
    )
    assert (
        drifted(Drift(origin=1, word="may", since="a", kept=(), changed=("b",), dropped=()))
        == "changed for another word of doubt in 1 of 1 later article of origin 1"
    )


@pytest.mark.parametrize("id", ["cc_", "cc_none", "", "cl_0000000000000001", "\0"])
def test_an_unknown_id_is_said(bridge, id):
    with pytest.raises(NotInLedger, match="expected an id of `sayso export --what clusters`"):
        account_of(seen(bridge), id, "2026-05-15")


def test_a_beginning_of_an_id_that_is_one_clusters_alone_is_made_whole(bridge, fallen):
    assert whole_id(bridge.stories(), fallen[:12]) == fallen
    assert whole_id(bridge.stories(), fallen) == fallen
    with pytest.raises(NotInLedger, match="begin so"):
        whole_id(bridge.stories(), "cc_")


@pytest.fixture
def copied(bridge):
    """A ledger of its own with the same readings."""
    ledger = MemoryLedger(list(bridge.readings()))
    list(relate_copies(ledger))
    list(relate(ledger))
    return ledger


def moved(ledger, redirects):
    stories = ledger.stories()
    [story] = {stories.cluster_story(each.id) for related in stories.all_related() for each in related.clusters}
    found = stories.related(story)
    gone = frozenset(redirects)
    stories.record(story, stories.members(story), replace(
        found, clusters=tuple(each for each in found.clusters if each.id not in gone), redirects=redirects))  # fmt: skip


def test_an_id_that_was_merged_leads_to_the_cluster_that_has_its_claims(copied, fallen):
    other = next(each.cluster for each in account_of(seen(copied), fallen, "2026-05-15").others)
    moved(copied, {other: fallen})
    assert account_of(seen(copied), other, "2026-05-15").id == fallen


def test_an_id_of_which_no_claim_is_left_is_a_tombstone(copied, fallen):
    other = next(each.cluster for each in account_of(seen(copied), fallen, "2026-05-15").others)
    moved(copied, {other: ""})
    with pytest.raises(NotInLedger, match="a cluster that is no more"):
        account_of(seen(copied), other, "2026-05-15")


def test_the_same_text_in_another_outlet_is_named_and_counts_once(copied, fallen):
    [first] = [each for each in copied.readings() if each.document.external_id == "courier-0407"]
    copied.append([replace(first, document=replace(first.document, outlet="Kell Courant", external_id="kell"))])
    list(relate(copied))
    account = account_of(seen(copied), fallen, "2026-05-15")
    assert [each.also_in for each in account.reports if each.outlet == "The Marrowgate Courier"] == [("Kell Courant",)]
    assert account.documents == 5


def test_claims_that_were_read_anew_and_not_related_again_are_left_out(copied, fallen):
    for reading in list(copied.readings()):
        copied.append([replace(reading, claims=(), attributions=reading.attributions, made_by=replace(reading.made_by, reader="0" * 64))])  # fmt: skip
    with pytest.raises(NotInLedger, match="run `sayso relate`"):
        account_of(seen(copied), fallen, "2026-05-15")


def test_a_cluster_that_is_in_no_story_any_more_is_said(copied, fallen):
    stories = copied.stories()
    story = stories.cluster_story(fallen)
    stories.record(story, stories.members(story), Related())
    with pytest.raises(NotInLedger, match="in no story any more"):
        account_of(seen(copied), fallen, "2026-05-15")


def decide(ledger, kind, *subjects, **given):
    return record(ledger, Decision(kind=DecisionKind(kind), subjects=subjects, by="Ana Bell", **given))


def test_a_denial_that_a_person_rejected_stays_in_the_list_and_leaves_the_count_and_the_picture(copied, fallen):
    [denial] = account_of(seen(copied), fallen, "2026-05-15").denied_by
    decide(
        copied, "reject", denial.relation.from_id, denial.relation.to_id, relation="denial", reason="of another town"
    )
    account = account_of(seen(copied), fallen, "2026-05-15")
    assert status_of(account.denied_by[0].relation) == "rejected by Ana Bell"
    assert "denial" not in counted(account)
    assert 'class="mark denial"' not in lanes(account)


def test_the_trail_has_every_decision_about_the_cluster_and_what_was_undone_is_marked(copied, fallen):
    account = account_of(seen(copied), fallen, "2026-05-15")
    first = decide(copied, "note", fallen, reason="ask the mayor")
    decide(copied, "note", account.others[0].cluster, reason="of something else")
    decide(copied, "undo", first.id, reason="she was asked")
    decide(copied, "note", account.reports[-1].claim, reason="she said it on the radio")
    trail = account_of(seen(copied), fallen, "2026-05-15").trail
    assert [(each.decision.reason, each.in_force) for each in trail] == [
        ("ask the mayor", False), ("she was asked", True), ("she said it on the radio", True),
    ]  # fmt: skip
    assert decided(trail[0]).startswith("note, Ana Bell, ")
    assert decided(trail[0]).endswith(": ask the mayor (undone)")


def test_what_a_person_says_became_of_a_forecast_stands_with_it(copied, fallen):
    [expected] = account_of(seen(copied), fallen, "2026-05-15").forecasts
    decide(
        copied,
        "resolve",
        expected.forecast.claim,
        outcome=ForecastOutcome.DID_NOT,
        evidence=("https://quay.example/may",),
    )
    account = account_of(seen(copied), fallen, "2026-05-15")
    assert became(account.forecasts[0].forecast) == "did not, as Ana Bell judges (https://quay.example/may)"
    [own] = account_of(seen(copied), expected.cluster, "2026-05-15").trail
    assert decided(own).split(", ")[0] == "resolve did-not"


def test_clusters_that_a_person_merged_are_one_and_the_old_id_leads_there(copied, fallen):
    toll = next(each for each in account_of(seen(copied), fallen, "2026-05-15").others if "Four people" in each.text)
    decide(copied, "merge", fallen, toll.cluster, reason="one event")
    account = account_of(seen(copied), toll.cluster, "2026-05-15")
    assert account.decided_by == "Ana Bell"
    assert len(account.reports) == 7
    assert {account_of(seen(copied), each, "2026-05-15").id for each in (fallen, toll.cluster)} == {account.id}
    assert [each.decision.kind for each in account.trail] == ["merge"]
