"""The list of claims, the account of one, and the register of forecasts, as pages and as JSON."""

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser

from sayso.export.account.gathering import account_of, seen
from sayso.export.account.lanes import lanes
from sayso.model.decision import Decision, DecisionKind
from sayso.serve.app import create_app
from sayso.serve.clusters import Clusters
from sayso.serve.pages import Pages
from sayso.store.memory import MemoryLedger
from sayso.workflow import decide, relate, relate_copies

HOSTILE = "<img src=x onerror=alert(1)>\0</script></svg><script>alert(2)</script>\u202eevil\u2069 {{ 7777*7777 }} \x07"


@pytest.fixture(scope="module")
def pages(bridge):
    return TestClient(create_app(bridge), base_url="http://127.0.0.1")


def parse(response):
    return LexborHTMLParser(response.text)


def words(node):
    return " ".join(node.text().split())


def test_the_list_has_the_claims_of_several_articles_most_articles_first(pages, fallen):
    rows = parse(pages.get("/claims")).css(".row")
    assert len(rows) == 5
    assert rows[0].css_first("a.go").attributes["href"] == f"/c/{fallen}"
    assert words(rows[0].css_first(".facts")) == "5 articles5 outlets2 origins1 denialcontrolsince 2026-04-07 08:10 UTC"
    counts = [each["documents"] for each in pages.get("/claims.json").json()["clusters"]]
    assert counts == sorted(counts, reverse=True)
    assert min(counts) > 1


def test_a_denied_claim_is_listed_as_one(pages):
    row = next(each for each in parse(pages.get("/claims")).css(".row") if "telephone exchange" in each.text())
    assert words(row.css_first("h2")).startswith("▼ The telephone exchange")


def test_the_list_can_be_searched_and_says_where_else_to_look(pages, fallen):
    tree = parse(pages.get("/claims", params={"q": "lantern karrow"}))
    assert [each.attributes["href"] for each in tree.css(".row a.go")] == [f"/c/{fallen}"]
    assert words(tree.css_first("h1")) == "1 claim with lantern karrow"
    assert pages.get("/claims.json", params={"q": "lantern karrow"}).json()["total"] == 1
    nothing = parse(pages.get("/claims", params={"q": "unicorn"}))
    assert nothing.css_first('.nothing a[href="/?q=unicorn"]')


def test_the_reader_leads_to_the_claims_of_its_article_that_others_have(pages, bridge):
    [courier] = [each.document for each in bridge.readings() if each.document.external_id == "courier-0407"]
    reader = parse(pages.get(f"/d/{courier.id}"))
    link = next(each for each in reader.css("a") if each.text() == "What other articles say too")
    tree = parse(pages.get(link.attributes["href"]))
    assert len(tree.css(".row")) == 1
    assert tree.css_first(f'a[href="/d/{courier.id}"]')


def test_a_ledger_that_was_never_related_says_how_to_relate_it():
    ledger = MemoryLedger()
    client = TestClient(create_app(ledger), base_url="http://localhost")
    assert "sayso relate" in words(parse(client.get("/claims")).css_first("main"))
    assert client.get("/claims.json").json() == {"q": "", "clusters": [], "total": 0, "after": None}
    assert "What other articles" not in client.get("/log").text


def test_the_pages_of_the_list_follow_each_other_without_a_gap(bridge, monkeypatch):
    monkeypatch.setattr("sayso.serve.claims.ROWS", 2)
    client = TestClient(create_app(bridge), base_url="http://localhost")
    seen, address = [], "/claims"
    while address:
        tree = parse(client.get(address))
        seen += [each.attributes["href"] for each in tree.css(".row a.go")]
        following = tree.css_first("a[rel=next]")
        address = following and following.attributes["href"]
    assert len(seen) == len(set(seen)) == 5
    assert tree.css_first('.paging a[href="/claims"]')


def test_what_is_related_while_the_pages_are_served_is_in_the_list(bridge):
    readings = list(bridge.readings())
    ledger = MemoryLedger(readings[:1])
    list(relate(ledger))
    client = TestClient(create_app(ledger), base_url="http://localhost")
    assert client.get("/claims.json").json()["total"] == 0
    ledger.append(readings[1:])
    list(relate_copies(ledger))
    list(relate(ledger))
    assert client.get("/claims.json").json()["total"] == 5


def test_the_page_has_every_report_under_its_origin_in_the_ledgers_words(pages, bridge, fallen):
    account = account_of(seen(bridge), fallen, "2026-05-15")
    tree = parse(pages.get(f"/c/{fallen}"))
    rows = {each.attributes["id"]: each for each in tree.css(".reports tr[id]")}
    assert list(rows) == [each.claim for each in account.reports]
    for report in account.reports:
        link = rows[report.claim].css_first("a.go")
        assert link.text() == report.text
        assert link.attributes["href"] == f"/d/{report.document}#{report.claim}"
    heads = [words(each) for each in tree.css(".source")]
    assert heads == [
        "1 Origin 1: reported by Northline Agency (4 passages)", "2 Origin 2: on the word of Ilsa Marn (1 passage)",
    ]  # fmt: skip


def test_the_page_shows_denial_drift_and_the_state_of_a_forecast_on_the_day(pages, fallen):
    main = words(parse(pages.get(f"/c/{fallen}?as_of=2026-05-15")).css_first("main"))
    assert "▼ denied: the Lantern Brigade had taken the town of Karrow Halla Rune → Harbour Radio Tolm" in main
    assert (
        "apparently stands first in Northline Agency: dropped in 2 of 3 later articles of origin 1, kept in 1" in main
    )
    assert "▣ due since 2026-04-30" in main
    assert "□ open until 2026-04-30" in words(parse(pages.get(f"/c/{fallen}?as_of=2026-04-10")).css_first("main"))
    assert pages.get(f"/c/{fallen}?as_of=soon").status_code == 400


def test_the_page_names_its_twin_and_the_twin_is_the_account(pages, bridge, fallen):
    link = next(
        each for each in parse(pages.get(f"/c/{fallen}?as_of=2026-05-15")).css(".tools a") if each.text() == "JSON"
    )
    row = pages.get(link.attributes["href"]).json()
    assert row["id"] == fallen
    assert [each["claim"] for each in row["reports"]] == [
        each.claim for each in account_of(seen(bridge), fallen, "2026-05-15").reports
    ]
    assert row["forecasts"][0]["forecast"]["state"] == "due"


@pytest.mark.parametrize("path", ["/claims", "/claims?q=karrow", "/forecasts", "/forecasts?as_of=2026-04-10"])
def test_every_list_names_its_twin_in_json(pages, path):
    link = next(each for each in parse(pages.get(path)).css(".tools a") if each.text() == "JSON")
    assert pages.get(link.attributes["href"]).headers["content-type"] == "application/json"


def test_an_id_that_was_merged_redirects_page_and_twin(bridge, fallen):
    ledger = MemoryLedger(list(bridge.readings()))
    list(relate(ledger))
    stories = ledger.stories()
    [story] = {stories.cluster_story(each.id) for related in stories.all_related() for each in related.clusters}
    stories.record(
        story, stories.members(story), replace(stories.related(story), redirects={"cc_old": fallen, "cc_gone": ""})
    )
    client = TestClient(create_app(ledger), base_url="http://localhost")
    for asked, to in (
        ("cc_old", fallen),
        ("cc_old.json", f"{fallen}.json"),
        ("cc_old?as_of=2026-05-15", f"{fallen}?as_of=2026-05-15"),
    ):
        answer = client.get(f"/c/{asked}", follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (302, f"/c/{to}")
    gone = client.get("/c/cc_gone")
    assert gone.status_code == 404
    assert "is no more" in gone.text


def test_an_unknown_id_is_the_page_that_helps(pages):
    answer = pages.get("/c/cc_<script>none")
    assert answer.status_code == 404
    assert "Asked for: /c/cc_<script>none" in words(parse(answer).css_first("main"))
    assert pages.get("/c/cc_none.json").json()["error"]["kind"] == "not-found"


def test_the_register_has_every_forecast_by_its_state_on_the_day(pages):
    tree = parse(pages.get("/forecasts?as_of=2026-05-15"))
    assert [words(each) for each in tree.css("h1, h2")][:2] == ["Forecasts on 2026-05-15", "Due (1)"]
    row = tree.css_first("section .row")
    assert words(row.css_first(".due")) == "▣ due since 2026-04-30"
    assert "deadline: “by the end of April”, counted from publication on 2026-04-09" in words(row)
    assert "anonymous forecast" in words(row)
    assert row.css_first("a.go").attributes["href"].startswith("/d/sha256:")
    assert "Open (1)" in words(parse(pages.get("/forecasts?as_of=2026-04-10")).css_first("main"))


def test_the_register_as_json_is_that_of_the_command(pages):
    plain = pages.get("/forecasts.json?as_of=2026-05-15").json()
    assert plain["as_of"] == "2026-05-15"
    assert [each["state"] for each in plain["forecasts"]][:1] == ["due"]
    assert plain["forecasts"][0]["conditions"] == ["if the pass stays open"]


def test_the_register_is_made_anew_when_something_arrives(bridge):
    readings = list(bridge.readings())
    ledger = MemoryLedger(readings[:1])
    client = TestClient(create_app(ledger), base_url="http://localhost")
    before = len(client.get("/forecasts.json").json()["forecasts"])
    ledger.append(readings[1:])
    assert len(client.get("/forecasts.json").json()["forecasts"]) > before


def test_a_ledger_without_forecasts_says_so():
    client = TestClient(create_app(MemoryLedger()), base_url="http://localhost")
    assert "No forecast was found" in client.get("/forecasts").text


def test_hostile_words_stay_words_in_the_page_and_in_the_picture(bridge, fallen):
    account = account_of(seen(bridge), fallen, "2026-05-15")
    evil = [replace(each, outlet=HOSTILE, text=HOSTILE, title=HOSTILE, on_word_of=(HOSTILE, HOSTILE), hedges=(HOSTILE,), also_in=(HOSTILE,))
            for each in account.reports]  # fmt: skip
    account = replace(
        account,
        text=HOSTILE,
        reports=tuple(evil),
        origins=tuple(replace(each, reason=HOSTILE) for each in account.origins),
    )
    page = Pages().page("claim.html", account=account, picture=lanes(account), names={each.document: HOSTILE for each in evil},
                        as_of="2026-05-15", drifted=lambda _: HOSTILE, stance=HOSTILE)  # fmt: skip
    tree = LexborHTMLParser(page.body.decode())
    assert tree.css("img, [onerror], [style]") == []
    assert [each.attributes.get("src") for each in tree.css("script")] == ["/static/reader.js"]
    assert len(tree.css("svg a.mark")) == 6
    assert "60481729" not in page.body.decode()


def test_a_claim_that_was_read_anew_since_is_left_out_of_the_list(bridge, fallen):
    class Forgetful(MemoryLedger):
        def stories(self):
            return bridge.stories()

    ledger = Forgetful()
    clusters = Clusters(ledger)
    line = next(each for each in clusters.found().lines if each.id == fallen)
    assert clusters.report(line) is None
    assert parse(TestClient(create_app(ledger), base_url="http://localhost").get("/claims")).css(".row") == []


def test_what_people_decide_while_the_pages_are_served_is_on_them(bridge, fallen):
    ledger = MemoryLedger(list(bridge.readings()))
    list(relate(ledger))
    client = TestClient(create_app(ledger), base_url="http://localhost")
    assert "Nothing is recorded here" in client.get(f"/c/{fallen}").text
    other = client.get("/claims.json").json()["clusters"][-1]["id"]
    note = Decision(kind=DecisionKind.NOTE, subjects=(fallen,), by="Ana <i>Bell</i>", reason="ask the mayor")
    first = decide(ledger, note)
    decide(ledger, Decision(kind=DecisionKind.UNDO, subjects=(first.id,), by="Tom Reed"))
    tree = parse(client.get(f"/c/{fallen}"))
    assert [words(each).rpartition(", ")[0] for each in tree.css(".trail li")] == [
        "note, Ana <i>Bell</i>",
        "undo, Tom Reed",
    ]
    assert words(tree.css_first(".trail del")).endswith("(undone)")
    decide(ledger, Decision(kind=DecisionKind.MERGE, subjects=(fallen, other), by="Ana Bell"))
    merged = parse(client.get(f"/c/{other}"))
    assert "The cluster is as Ana Bell has it." in words(merged.css_first("main"))
    assert client.get("/claims.json").json()["total"] == 4


def test_a_denial_that_was_rejected_counts_no_more_in_the_list(bridge, fallen):
    ledger = MemoryLedger(list(bridge.readings()))
    list(relate(ledger))
    client = TestClient(create_app(ledger), base_url="http://localhost")
    [denial] = client.get(f"/c/{fallen}.json").json()["denied_by"]
    ends = denial["relation"]["from"], denial["relation"]["to"]
    assert client.get("/claims.json").json()["clusters"][0]["denials"] == 1
    decide(ledger, Decision(kind=DecisionKind.REJECT, subjects=ends, relation="denial", by="Ana Bell"))
    assert client.get("/claims.json").json()["clusters"][0]["denials"] == 0
    assert "rejected by Ana Bell" in client.get(f"/c/{fallen}").text
