"""The pages in Debian's chromium, served by uvicorn on this machine; every page is watched for foreign requests and errors."""

import re
import shutil
import socket
import threading
import time
from contextlib import closing, contextmanager
from itertools import pairwise
from urllib.parse import urlsplit

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from sayso.export.account.gathering import account_of, seen
from sayso.export.html import to_html
from sayso.serve.app import create_app
from sayso.store.memory import MemoryLedger

CHROMIUM = shutil.which("chromium")
ARGUMENTS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
pytestmark = [
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(
        CHROMIUM is None, reason="NO BROWSER: the pages were not tested; install chromium (apt-get install chromium)"
    ),
]
SCRIPT = pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without JavaScript"])


@contextmanager
def serving(ledger):
    with closing(socket.create_server(("127.0.0.1", 0))) as door:
        server = uvicorn.Server(uvicorn.Config(create_app(ledger), log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]})
        thread.start()
        try:
            while not server.started:
                time.sleep(0.01)
            yield f"http://127.0.0.1:{door.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


def wait_until(page, expression):
    """Ask the page from outside until it says yes: what Playwright would have the page evaluate, the page's policy forbids."""
    for _ in range(500):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(20)
    raise AssertionError(f"after 10 s still not: {expression}")


@pytest.fixture(scope="module")
def address(filled):
    with serving(filled) as served:
        yield served


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS.split())
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium):
    """Opens an address in a fresh browser profile; nothing foreign may have been asked for, and no error met."""
    contexts, asked, errors = [], [], []

    def opened(url, *, script=True, width=1280, **options):
        context = chromium.new_context(viewport={"width": width, "height": 800}, java_script_enabled=script, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda each: asked.append(each.url))
        page.on("pageerror", lambda each: errors.append(str(each)))
        page.on("console", lambda each: errors.append(each.text) if each.type == "error" else None)
        page.goto(url)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert {urlsplit(each).hostname for each in asked} <= {"127.0.0.1", None}
    assert [each for each in errors if "status of 404" not in each] == []


def in_sight(page, selector):
    box = page.locator(selector).bounding_box()
    return box is not None and box["y"] + box["height"] > 0 and box["y"] < page.viewport_size["height"]


def fragment(page):
    return urlsplit(page.url).fragment


def tab_to(page, selector):
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.locator(f"{selector}:focus").count():
            return
    pytest.fail(f"no number of tabs leads to {selector}")


@SCRIPT
def test_by_mouse_from_the_list_to_a_mark_to_its_card_and_back(open_page, address, script):
    page = open_page(address, script=script)
    page.get_by_role("link", name="Village on the Sorn").last.click()
    page.locator("#in-at_0000000000000005").click()
    assert fragment(page) == "at_0000000000000005"
    assert page.locator(".card:target").get_attribute("id") == "at_0000000000000005"
    assert in_sight(page, ".card:target")
    page.locator(".card:target").get_by_role("link", name="in the text").click()
    assert fragment(page) == "in-at_0000000000000005"
    assert in_sight(page, ".text .n:target")


@SCRIPT
def test_by_keyboard_from_the_list_to_a_mark_to_its_card_and_back(open_page, address, script):
    page = open_page(address, script=script)
    tab_to(page, "a.go[href^='/d/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/d/*")
    tab_to(page, "#in-at_0000000000000003")
    page.keyboard.press("Enter")
    assert fragment(page) == "at_0000000000000003"
    assert in_sight(page, ".card:target")
    tab_to(page, ".card:target a[href='#in-at_0000000000000003']")
    page.keyboard.press("Enter")
    assert fragment(page) == "in-at_0000000000000003"
    assert in_sight(page, ".text .n:target")


@pytest.fixture
def reader(open_page, address, harbour):
    return lambda **options: open_page(f"{address}/d/{harbour.document.id}", **options)


def test_the_text_in_the_browser_is_the_text_of_the_document(open_page, address, filled):
    for arrival in list(filled.arrivals())[:2]:  # the article with CRLF, emoji and Arabic, and the hostile text
        page = open_page(f"{address}/d/{arrival.document}")
        text = re.sub("[\0\ud800-\udfff]", "\ufffd", filled.reading(arrival.document).document.text)
        assert page.locator("article").evaluate("each => each.textContent") == text


def test_the_keys_walk_through_the_entries_and_between_the_panes(reader):
    page = reader()
    focused = page.locator(":focus")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert focused.get_attribute("id") == "in-at_0000000000000002"
    assert page.locator(".card.current").get_attribute("id") == "at_0000000000000002"
    page.keyboard.press(".")
    assert focused.get_attribute("id") == "in-at_0000000000000001"
    page.keyboard.press("Enter")
    wait_until(page, "document.activeElement.id === 'at_0000000000000001'")
    page.keyboard.press("Escape")
    wait_until(page, "document.activeElement.id === 'in-at_0000000000000001'")
    page.keyboard.press("/")
    assert focused.get_attribute("id") == "search"
    page.keyboard.type("j?1")
    wait_until(page, "document.querySelector('#search').value === 'j?1'")


def test_the_number_keys_switch_the_layers_and_the_browser_remembers(reader):
    page = reader()
    page.keyboard.press("1")
    assert not page.locator(".switch-source").is_checked()
    page.keyboard.press("7")
    assert page.locator(".card.own").is_hidden()
    page.reload()
    assert not page.locator(".switch-source").is_checked()
    assert page.locator(".switch-cue").is_checked()


def test_single_keys_can_be_switched_off_for_good(reader):
    page = reader()
    page.keyboard.press("?")
    page.get_by_role("checkbox", name="Listen to these keys").uncheck()
    page.keyboard.press("Escape")
    assert page.locator("#shortcuts").is_hidden()
    page.reload()
    page.keyboard.press("j")
    assert page.locator(".current").count() == 0
    page.get_by_role("button", name="Keyboard").click()
    assert page.locator("#shortcuts").is_visible()


def test_pointing_at_a_card_lights_its_source_cue_and_content(reader):
    page = reader()
    page.locator("#at_0000000000000004 .form").hover()
    lit = page.locator(".text .m.lit").all_text_contents()
    assert lit == ["“Not one shell,”", "she", "added"]
    page.locator("h1").hover()
    assert page.locator(".lit").count() == 0
    page.locator(".text .m", has_text="Not one shell").click()
    assert page.locator(".card.current").get_attribute("id") == "at_0000000000000004"


def test_a_page_opened_at_an_entry_lights_its_words(open_page, address, harbour):
    page = open_page(f"{address}/d/{harbour.document.id}#at_0000000000000004")
    assert page.locator(".card.current").get_attribute("id") == "at_0000000000000004"
    assert page.locator(".text .m.lit").all_text_contents() == ["“Not one shell,”", "she", "added"]


SHAPE = """each => {
  const style = getComputedStyle(each);
  return [style.borderBottomStyle, style.borderTopStyle, style.textDecorationLine, style.textDecorationLine === "none" ? "" : style.textDecorationStyle,
          style.borderInlineStartStyle, style.outlineStyle, getComputedStyle(each, "::after").content,
          style.backgroundColor === "rgba(0, 0, 0, 0)" ? "clear" : "tinted"].join(" ");
}"""


@pytest.mark.parametrize("colours", ["none", "active"])
def test_no_two_marks_have_the_same_shape(reader, colours):
    page = reader(forced_colors=colours)
    page.locator(".legend summary").click()
    shapes = [each.evaluate(SHAPE) for each in page.locator(".legend .sample").all()]
    assert len(shapes) == len(set(shapes)) == 18


def test_without_javascript_the_layers_still_switch(reader):
    page = reader(script=False)
    source = page.locator(".text .m.source").first
    assert source.evaluate(SHAPE).startswith("solid")
    page.locator(".switch-source").uncheck()
    assert source.evaluate(SHAPE).startswith("none")


@pytest.fixture(scope="module")
def front(convoy, harbour):
    """The address of an article that speaks of people, times, places and figures, beside one in which names alone were found."""
    with serving(MemoryLedger([convoy, harbour])) as served:
        yield f"{served}/d/{convoy.document.id}"


def test_the_text_under_lines_and_links_is_the_text_of_the_document(open_page, front, convoy):
    page = open_page(front)
    assert page.locator("article").evaluate("each => each.textContent") == convoy.document.text
    assert page.locator("article").evaluate(
        "each => { getSelection().selectAllChildren(each); return String(getSelection()).includes('killed at least 20 people'); }"
    )


@SCRIPT
def test_a_click_on_a_place_shows_its_candidates_and_how_one_was_chosen(open_page, front, script):
    page = open_page(front, script=script)
    page.locator(".text a", has_text="Karsk").click()
    assert fragment(page) == "tp_0000000000000021"
    card = page.locator(".card:target")
    assert in_sight(page, ".card:target")
    assert "another name that the gazetteer has for it, score 0.94" in card.inner_text()
    assert "52.50° south, 13.25° west · score 0.41" in card.inner_text()
    card.get_by_role("link", name="in the text").click()
    assert fragment(page) == "in-tp_0000000000000021"
    assert in_sight(page, ".text a[href='#tp_0000000000000021']")


@SCRIPT
def test_a_relative_time_leads_to_the_time_that_it_was_counted_from(open_page, front, script):
    page = open_page(front, script=script)
    tab_to(page, ".text a[href='#tx_0000000000000022']")
    page.keyboard.press("Enter")
    card = page.locator(".card:target")
    assert "from Monday, 2026-03-09 (Monday): 1 day later" in card.inner_text()
    card.get_by_role("link", name="Monday").click()
    assert page.locator(".card:target").get_attribute("id") == "tx_0000000000000021"
    assert (
        "from the day of publication, 2026-03-12 (Thursday): 3 days earlier"
        in page.locator(".card:target").inner_text()
    )


def test_the_focus_on_a_figure_lights_it_and_brings_its_card_into_sight(open_page, front):
    page = open_page(front)
    tab_to(page, ".text a[href='#qt_0000000000000022']")
    assert page.locator(".card.current").get_attribute("id") == "qt_0000000000000022"
    assert in_sight(page, ".card.current")
    assert page.locator(".text .m.lit").all_text_contents() == ["three"]


def test_pointing_at_one_mention_lights_every_mention_of_a_name(open_page, front):
    page = open_page(front)
    page.locator(".text a", has_text="she").hover()
    assert page.locator(".text .m.lit").all_text_contents() == ["Lena Orlu", "she"]
    page.locator("h1").hover()
    page.locator("#en_0000000000000021 .form").hover()
    assert page.locator(".text .m.lit").all_text_contents() == ["Lena Orlu", "she"]
    page.locator("#en_0000000000000021 dd a", has_text="she").click()
    assert fragment(page) == "in-en_0000000000000021-2"
    assert page.locator(":focus").inner_text() == "she"


def test_the_keys_walk_through_the_things_of_one_kind(open_page, front):
    page = open_page(f"{front}#tp_0000000000000022")
    chosen = page.locator(".card.current")
    page.keyboard.press("j")
    assert chosen.get_attribute("id") == "tp_0000000000000023"
    page.keyboard.press("k")
    page.keyboard.press("k")
    assert chosen.get_attribute("id") == "tp_0000000000000021"
    page.keyboard.press("k")
    assert chosen.get_attribute("id") == "tp_0000000000000021"


@SCRIPT
def test_a_layer_that_is_switched_off_leaves_words_without_line_letter_link_and_list(open_page, front, convoy, script):
    page = open_page(front, script=script)
    page.locator(".switch-place").uncheck()
    karsk = page.locator(".text a", has_text="Karsk")
    assert karsk.evaluate("each => getComputedStyle(each).borderTopStyle") == "none"
    assert karsk.locator("span").is_visible()
    assert page.locator(".text .tag.place").first.is_hidden()
    assert page.locator(".things.place").is_hidden()
    assert karsk.evaluate("each => { each.focus(); return document.activeElement === each; }") is False
    box = karsk.locator("span").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert fragment(page) == ""
    assert page.locator(".text").evaluate("each => each.textContent") == convoy.document.text
    assert page.locator(".text .name a.thing.place").evaluate_all(
        "all => all.map((each) => getComputedStyle(each.parentElement).borderTopStyle)"
    ) == ["solid", "solid"]  # the name over the same words keeps its line


def test_letters_switch_the_layers_and_the_browser_remembers_them_over_a_page_that_lacks_them(
    open_page, front, convoy, harbour
):
    page = open_page(front)
    page.keyboard.press("p")
    page.keyboard.press("t")
    page.keyboard.press("t")
    page.goto(front.replace(convoy.document.id, harbour.document.id))
    page.keyboard.press("1")
    page.goto(front)
    shown = {
        each: page.locator(f".switch-{each}").is_checked() for each in ("source", "name", "time", "place", "figure")
    }
    assert shown == {"source": False, "name": True, "time": True, "place": False, "figure": True}


def test_a_layer_of_which_the_text_has_nothing_cannot_be_switched_and_says_so(reader):
    page = reader()
    assert page.get_by_role("checkbox", name="Places: not looked for").is_disabled()
    page.keyboard.press("p")
    assert not page.locator(".switch-place").is_checked()


def test_on_a_narrow_screen_the_card_of_a_place_comes_up_too(open_page, front):
    page = open_page(front, width=400)
    page.locator(".text a", has_text="Karsk").click()
    assert in_sight(page, ".card:target")
    assert in_sight(page, ".text a[href='#tp_0000000000000021']")
    assert page.evaluate("document.documentElement.scrollWidth") <= 400


def test_printed_the_lines_stay_and_every_thing_is_listed(open_page, front):
    page = open_page(front)
    page.emulate_media(media="print")
    styles = page.locator(".text a.thing").evaluate_all(
        "all => all.map((each) => getComputedStyle(each).borderTopStyle)"
    )
    assert set(styles) == {"solid", "dotted", "dashed", "double"}
    assert page.locator(".layers").first.is_hidden()
    assert all(each.is_visible() for each in page.locator(".things").all())


@SCRIPT
def test_on_a_narrow_screen_the_card_comes_up_and_its_words_stay_in_sight(reader, script):
    page = reader(width=400, script=script)
    page.locator("#in-at_0000000000000005").click()
    assert in_sight(page, ".card:target")
    assert in_sight(page, "#in-at_0000000000000005")
    assert page.evaluate("document.documentElement.scrollWidth") <= 400


def test_a_name_cannot_turn_the_words_beside_it_around(open_page, bare):
    reading = bare("x", title="\u2069\u202etitle", outlet="\u2069\u2069\u202eevil", published_at="2026-03-10")
    with serving(MemoryLedger([reading])) as served:
        for url, place in ((served, ".facts"), (f"{served}/d/{reading.document.id}", ".meta")):
            page = open_page(url)
            lefts = [each.bounding_box()["x"] for each in page.locator(f"{place} bdi").all()]
            assert len(lefts) == 3
            assert lefts == sorted(lefts)


def test_the_report_file_asks_for_nothing_and_works_by_its_links(open_page, harbour, tmp_path):
    path = tmp_path / "report.html"
    path.write_text(to_html(harbour), encoding="utf-8")
    page = open_page(path.as_uri())
    assert page.locator("article").evaluate("each => each.textContent") == harbour.document.text
    page.locator("#in-at_0000000000000005").click()
    assert in_sight(page, ".card:target")
    assert page.evaluate("document.scripts.length") == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(open_page, address, front, harbour, scheme):
    page = open_page(address, color_scheme=scheme)
    with serving(MemoryLedger()) as empty:
        found = {}
        for url in (
            address,
            f"{front}#tp_0000000000000021",
            f"{address}/d/{harbour.document.id}#at_0000000000000005",
            f"{address}/d/nope",
            empty,
        ):
            page.goto(url)
            for legend in page.locator(".legend summary").all():
                legend.click()
            found[url] = [
                (each["id"], [node["html"][:120] for node in each["nodes"][:3]])
                for each in Axe().run(page).response["violations"]
                if each["impact"] in {"serious", "critical"}
            ]
    assert {url: each for url, each in found.items() if each} == {}


@pytest.mark.parametrize("kind", ["what is said", "and what it speaks of"])
def test_a_thousand_marks_are_painted_and_switched_at_once(open_page, crowded, peopled, kind):
    # In processor time of the page's thread, so that whatever else runs on this machine does not count.
    crowd = crowded(1000) if kind == "what is said" else peopled(500)
    with serving(MemoryLedger([crowd])) as served:
        page = open_page(served)
        devtools = page.context.new_cdp_session(page)
        devtools.send("Performance.enable", {"timeDomain": "threadTicks"})

        def spent():
            metrics = devtools.send("Performance.getMetrics")["metrics"]
            return 1000 * next(each["value"] for each in metrics if each["name"] == "TaskDuration")

        before = spent()
        page.goto(f"{served}/d/{crowd.document.id}")
        wait_until(page, "performance.getEntriesByName('first-contentful-paint').length > 0")
        painted = spent()
        assert page.locator(".text .m, .text .thing").count() >= 1000
        counted = spent()
        page.evaluate("""() => new Promise((done) => {
          document.querySelector('.switch-source').click();
          requestAnimationFrame(() => requestAnimationFrame(done));
        })""")
        switched = spent()
    assert painted - before < 300
    assert switched - counted < 100


def test_the_reading_order_is_that_of_the_headings(reader):
    levels = [
        int(each[1])
        for each in reader()
        .locator("h1, h2, h3")
        .evaluate_all("all => all.filter(e => e.checkVisibility()).map(e => e.tagName)")
    ]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_kinds_of_claims_and_flags_can_be_put_away_without_a_script(reader):
    page = reader(script=False)
    for name, tag in (("kind", ".tag.kind-forecast"), ("flag", ".tag.flag")):
        assert page.locator(tag).first.is_visible()
        page.locator(f".switch-{name}").uncheck()
        assert page.locator(tag).first.is_hidden()


def test_a_question_leads_to_its_words(reader, harbour):
    page = reader()
    page.locator('.asked a[href="#in-cl_0000000000000005"]').click()
    assert page.evaluate("document.querySelector(':target').id") == "in-cl_0000000000000005"
    assert page.locator(".text").evaluate("each => each.textContent") == harbour.document.text


@pytest.fixture(scope="module")
def told(bridge):
    """The address of the pages over the bridge town."""
    with serving(bridge) as served:
        yield served


@SCRIPT
def test_by_mouse_from_the_list_of_claims_to_a_claim_to_its_words_and_back(open_page, told, bridge, fallen, script):
    page = open_page(told, script=script)
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Claims").click()
    page.get_by_role("link", name="the Lantern Brigade had apparently taken the town of Karrow").click()
    assert urlsplit(page.url).path == f"/c/{fallen}"
    words = page.get_by_role("link", name="The Lantern Brigade has taken the town of Karrow")
    claim = words.locator("xpath=ancestor::tr").get_attribute("id")
    words.click()
    assert fragment(page) == claim
    assert in_sight(page, f"[id='{claim}']")
    found = next(each for reading in bridge.readings() for each in reading.claims if each.id == claim)
    assert found.text in page.locator("article").evaluate("each => each.textContent")
    page.go_back()
    assert urlsplit(page.url).path == f"/c/{fallen}"


@SCRIPT
def test_by_keyboard_from_the_list_of_claims_to_a_denial_and_back_to_what_it_denies(open_page, told, fallen, script):
    page = open_page(f"{told}/claims", script=script)
    tab_to(page, f"a.go[href='/c/{fallen}']")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/c/{fallen}")
    tab_to(page, "section[aria-labelledby='denied'] .remark a")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="What it denies").wait_for()
    tab_to(page, f"a[href='/c/{fallen}']")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/c/{fallen}")


def test_the_words_on_the_page_of_a_claim_are_those_of_the_ledger(open_page, told, bridge, fallen):
    account = account_of(seen(bridge), fallen, "2026-05-15")
    page = open_page(f"{told}/c/{fallen}?as_of=2026-05-15")
    assert page.locator(".reports .words a").evaluate_all("all => all.map((each) => each.textContent)") == [
        each.text for each in account.reports
    ]
    texts = {reading.document.id: reading.document.text for reading in bridge.readings()}
    assert all(each.text in texts[each.document] for each in account.reports)
    assert (
        page.locator("section[aria-labelledby='forecasts'] .words a").text_content()
        == account.forecasts[0].forecast.text
    )


def test_a_mark_of_the_picture_opens_its_words_and_is_no_stop_of_the_tabulator(open_page, told, fallen):
    page = open_page(f"{told}/c/{fallen}")
    mark = page.locator(".lanes a.denial")
    assert page.locator(".lanes a[tabindex='-1']").count() == page.locator(".lanes a").count() == 6
    assert mark.get_attribute("aria-label") == "Harbour Radio Tolm, 2026-04-08 17:00 UTC: denial"
    href = mark.get_attribute("href")
    mark.click()
    assert page.url.endswith(href)


@pytest.mark.parametrize("colours", ["none", "active"])
def test_no_two_sorts_of_marks_have_the_same_shape(open_page, told, fallen, colours):
    page = open_page(f"{told}/c/{fallen}", forced_colors=colours)
    shapes = {
        sort: page.locator(f".lanes a.{sort}").first.evaluate(
            "each => [...each.children].filter(e => e.tagName !== 'title').map(e => e.tagName + (e.tagName === 'text' ? '' : getComputedStyle(e).fill)).join()"
        )
        for sort in ("origin", "echo", "copy", "denial")
    }
    assert len(set(shapes.values())) == 4


@SCRIPT
def test_on_a_narrow_screen_a_claim_needs_no_scrolling_sideways_and_stays_a_table(open_page, told, fallen, script):
    page = open_page(f"{told}/c/{fallen}", width=390, script=script)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.get_by_role("table").get_by_role("row").count() == 8
    assert page.get_by_role("columnheader").count() == 6
    picture = page.locator(".picture")
    assert picture.evaluate("each => each.scrollWidth > each.clientWidth && each.tabIndex === 0")


@SCRIPT
def test_the_register_can_be_asked_for_another_day(open_page, told, script):
    page = open_page(f"{told}/forecasts?as_of=2026-05-15", script=script)
    assert page.get_by_role("heading", name="Due (1)").is_visible()
    page.get_by_label("On the day").fill("2026-04-10")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**as_of=2026-04-10")
    assert page.get_by_role("heading", name="Open (1)").is_visible()


def test_the_keys_walk_through_the_claims_of_the_list(open_page, told):
    page = open_page(f"{told}/claims")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.locator(":focus").get_attribute("href") == page.locator("a.go").nth(1).get_attribute("href")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_serious_on_the_pages_of_claims_and_forecasts(open_page, told, fallen, scheme, width):
    page = open_page(told, color_scheme=scheme, width=width)
    found = {}
    for path in ("/claims", "/claims?q=unicorn", f"/c/{fallen}", "/forecasts", "/c/cc_none"):
        page.goto(told + path)
        found[path] = [
            (each["id"], [node["html"][:120] for node in each["nodes"][:3]])
            for each in Axe().run(page).response["violations"]
            if each["impact"] in {"moderate", "serious", "critical"}
        ]
    assert {path: each for path, each in found.items() if each} == {}


def test_the_headings_of_a_claim_are_in_order(open_page, told, fallen):
    page = open_page(f"{told}/c/{fallen}")
    levels = [
        int(each[1]) for each in page.locator("main :is(h1, h2, h3)").evaluate_all("all => all.map(e => e.tagName)")
    ]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
