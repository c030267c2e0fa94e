import json
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser

from sayso.codec import decode, encode
from sayso.errors import InstallError, LedgerBusy
from sayso.export import assets
from sayso.export.html import reading_html
from sayso.model.reading import Reading
from sayso.serve.app import create_app
from sayso.store.memory import MemoryLedger

HARBOUR = "Village on the Sorn “under control”, president says"
PAGES = ("/", "/?q=harbour", "/?q=nothing+at+all", "/log", "/d/nope", "/nowhere", "/?before=0", "/static/nothing.css")


def parse(response):
    return LexborHTMLParser(response.text)


def words(node):
    return " ".join(node.text().split())


def test_the_list_shows_every_arrival_newest_first_and_the_refused_among_them(pages):
    rows = [words(each) for each in parse(pages.get("/")).css(".row")]
    assert len(rows) == 6
    assert rows[0].startswith(HARBOUR)
    assert "Pellworth Gazette" in rows[0]
    assert "the same text as an earlier one" in rows[0]
    assert "read in part" in rows[1]
    assert "Not read: /inbox/<i>dump</i>.html" in rows[3]
    assert "92 MB; <b>at most</b> 50 MB are read" in rows[3]


def test_a_row_leads_to_the_reader_and_the_reader_holds_the_fragment_of_the_renderer(pages, harbour):
    link = next(each for each in parse(pages.get("/")).css("a.go") if HARBOUR in each.text())
    assert str(reading_html(harbour)) in pages.get(link.attributes["href"]).text


def test_a_long_list_is_paged_by_number_and_arrivals_between_two_pages_shift_nothing(bare):
    ledger = MemoryLedger([bare(f"Text {number}.", title=f"Title {number}") for number in range(120)])
    client = TestClient(create_app(ledger), base_url="http://localhost")
    seen, address = [], "/"
    while address:
        tree = parse(client.get(address))
        seen += [each.text().strip() for each in tree.css("a.go")]
        ledger.append([bare(f"Late {len(seen)}.", title="Late")])
        older = tree.css_first("a[rel=next]")
        address = older and older.attributes["href"]
    assert seen == [f"Title {number}" for number in reversed(range(120))]
    assert client.get("/.json?before=3").json()["before"] is None


def test_a_search_finds_claims_and_texts_and_leads_to_the_card(pages, harbour):
    rows = parse(pages.get("/", params={"q": "garrison"})).css(".row")
    assert rows[0].css_first("a").attributes["href"] == (f"/d/{harbour.document.id}#cl_0000000000000005")
    assert rows[0].css_first("mark").text() == "garrison"
    found = pages.get("/.json", params={"q": "garrison"}).json()["found"]
    assert found[0]["claim"] == "cl_0000000000000005"


def test_a_search_without_an_answer_offers_the_same_with_a_word_less(pages):
    tree = parse(pages.get("/", params={"q": "harbour unicorn"}))
    assert [each.attributes["href"] for each in tree.css(".nothing li a")] == ["/?q=unicorn", "/?q=harbour"]


def test_an_empty_ledger_says_how_to_fill_it():
    client = TestClient(create_app(MemoryLedger()), base_url="http://localhost")
    assert "sayso add PATH… --ledger FILE" in words(parse(client.get("/")).css_first("main"))
    assert "Nothing has been added yet" in client.get("/log").text


def test_the_readers_json_is_the_reading_exactly(pages, harbour, filled):
    answer = pages.get(f"/d/{harbour.document.id}.json")
    assert answer.content == encode(filled.reading(harbour.document.id))
    assert decode(Reading, answer.content) == harbour


def test_every_page_names_its_twin_in_json_and_the_twin_is_json(pages, harbour):
    for address in ("/", "/?q=garrison", "/log", f"/d/{harbour.document.id}"):
        link = next(each for each in parse(pages.get(address)).css(".tools a") if each.text() == "JSON")
        answer = pages.get(link.attributes["href"])
        assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
        json.loads(answer.content)


def test_a_prefix_leads_to_the_whole_id(pages, harbour):
    answer = pages.get(f"/d/{harbour.document.id[:20]}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (302, f"/d/{harbour.document.id}")


@pytest.mark.parametrize("prefix", ["/c/", "/d/"])
@pytest.mark.parametrize("id", ["cl_0000000000000005", "at_0000000000000002"])
def test_the_address_of_a_claim_leads_to_its_card(pages, harbour, prefix, id):
    answer = pages.get(prefix + id, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (302, f"/d/{harbour.document.id}#{id}")
    assert f'id="{id}"' in pages.get(prefix + id).text


def test_a_claim_in_json_comes_with_its_attribution_and_document(pages, harbour):
    plain = pages.get("/c/cl_0000000000000005.json").json()
    assert plain["claim"]["kind"] == "forecast"
    assert plain["attribution"]["id"] == "at_0000000000000005"
    assert plain["document"]["id"] == harbour.document.id
    assert "text" not in plain["document"]
    assert pages.get("/c/at_0000000000000002.json").json()["claim"] is None


def test_the_log_tells_what_became_of_every_input(pages):
    rows = [words(each) for each in parse(pages.get("/log")).css("tbody tr")]
    assert [each.split()[0] for each in rows] == ["6", "5", "4", "3", "2", "1"]
    assert "stored, same text as before" in rows[0]
    assert "partial" in rows[1]
    assert "rejected" in rows[3]
    assert [each["outcome"] for each in pages.get("/log.json").json()["arrivals"]][3] == "rejected"


def test_what_is_not_there_is_a_page_that_helps(pages):
    answer = pages.get("/d/<script>nope")
    assert answer.status_code == 404
    page = words(parse(answer).css_first("main"))
    assert "Asked for: /d/<script>nope" in page
    assert "all documents" in page
    assert pages.get("/nowhere").status_code == 404
    assert "/d/ID" in pages.get("/nowhere").text
    assert pages.get("/d/nope.json").json()["error"]["kind"] == "not-found"


def test_a_wrong_number_is_refused_in_words(pages):
    answer = pages.get("/?before=soon")
    assert answer.status_code == 400
    assert "before cannot be 'soon'" in words(parse(answer).css_first("main"))


def test_the_pages_only_read(pages):
    assert pages.post("/").status_code == 405
    assert pages.head("/log").status_code == 200


def test_a_busy_ledger_is_said_and_a_fault_does_not_show_itself():
    class Busy(MemoryLedger):
        def reading(self, id):
            raise LedgerBusy("another process has held the ledger for 5 s; try again") if id == "busy" else OSError("x")

    client = TestClient(create_app(Busy()), base_url="http://localhost", raise_server_exceptions=False)
    assert client.get("/d/busy").status_code == 503
    assert "another process" in client.get("/d/busy").text
    fault = client.get("/d/other")
    assert fault.status_code == 500
    assert "OSError" not in fault.text
    assert fault.headers["content-security-policy"].startswith("default-src 'none'")


@pytest.mark.parametrize("address", [*PAGES, "/static/reader.js", "/static/pages.css", "/static/icon.svg", "/.json"])
def test_every_answer_carries_the_headers_that_keep_it_to_itself(pages, address):
    headers = pages.get(address).headers
    assert headers["content-security-policy"] == (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "", "[::2]", "localhost.evil"]
)
def test_another_name_is_refused(pages, host):
    answer = pages.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert HARBOUR not in answer.text


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1:1", "[::1]:8000", "[::1]", "ledger.lan:80"])
def test_local_names_and_those_that_were_allowed_are_answered(filled, host):
    client = TestClient(create_app(filled, names=["Ledger.lan"]), base_url="http://127.0.0.1")
    assert client.get("/", headers={"host": host}).status_code == 200


def test_hostile_words_stay_words_on_every_page(pages, filled):
    hostile = next(each for each in filled.arrivals() if each.external_id and "onerror" in each.external_id)
    asked = "<img src=x onerror=alert(1)>"
    for address in ("/", "/log", f"/d/{hostile.document}", f"/?q={asked}", f"/d/{asked}", f"/?before={asked}"):
        tree = parse(pages.get(address))
        assert tree.css("img, [onerror], [style]") == []
        assert [each.attributes.get("src") for each in tree.css("script")] == ["/static/reader.js"]
        assert str(7777 * 7777) not in tree.css_first("main").text()  # no product of a template in any clock or date


def test_no_page_asks_for_anything_but_its_own_files(pages, harbour):
    for address in (*PAGES, f"/d/{harbour.document.id}"):
        for each in parse(pages.get(address)).css("link, script, img, form[action]"):
            asked = each.attributes.get("src") or each.attributes.get("href") or each.attributes.get("action")
            assert re.match(r"/(static/[a-z]+\.(css|js|svg))?$", asked)


def test_the_documentation_pages_that_load_from_a_cdn_are_off(pages):
    assert pages.get("/docs").status_code == 404
    assert pages.get("/redoc").status_code == 404
    assert "/d/{id}.json" in pages.get("/openapi.json").json()["paths"]


def test_an_installation_without_its_assets_says_what_to_do(monkeypatch):
    monkeypatch.setattr(assets, "files", lambda _: Path("/nowhere"))
    assets.asset.cache_clear()
    with pytest.raises(
        InstallError, match=r"sayso/export/reading\.css is missing .*pip install --force-reinstall sayso"
    ):
        create_app(MemoryLedger())
    assets.asset.cache_clear()


def test_the_page_of_questions_links_each_to_its_words_in_the_reader(pages, harbour):
    address = f"/d/{harbour.document.id}"
    assert parse(pages.get(address)).css_first(f'a[href="{address}/questions"]').text() == "What an editor would ask"
    tree = parse(pages.get(f"{address}/questions"))
    links = [each.attributes["href"] for each in tree.css(".asked li > a")]
    assert f"{address}#in-cl_0000000000000005" in links
    anchors = {each.attributes["id"] for each in parse(pages.get(address)).css("article [id]")}
    assert {link.removeprefix(f"{address}#") for link in links} <= anchors


def test_the_questions_as_json_have_their_rule_and_their_words(pages, harbour):
    found = pages.get(f"/d/{harbour.document.id}/questions.json").json()["questions"]
    assert [each["rule"] for each in found] == ["anonymous_forecast", "vague_source", "contested_term"]
    assert found[0]["claim"] == "cl_0000000000000005"
    assert found[0]["url"].startswith("https://")
    assert found[2]["spans"][0]["text"] == "occupiers"


def test_a_document_of_which_nothing_is_asked_says_so(bare):
    reading = bare("It rained.", title="Rain")
    client = TestClient(create_app(MemoryLedger([reading])), base_url="http://localhost")
    assert "No rule asks anything" in client.get(f"/d/{reading.document.id}/questions").text
