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
  return [style.borderBottomStyle, style.textDecorationLine, style.textDecorationLine === "none" ? "" : style.textDecorationStyle,
          style.borderInlineStartStyle, style.outlineStyle,
          style.backgroundColor === "rgba(0, 0, 0, 0)" ? "clear" : "tinted"].join(" ");
}"""


@pytest.mark.parametrize("colours", ["none", "active"])
def test_no_two_marks_have_the_same_shape(reader, colours):
    page = reader(forced_colors=colours)
    page.locator(".legend summary").click()
    shapes = [each.evaluate(SHAPE) for each in page.locator(".legend .sample").all()]
    assert len(shapes) == len(set(shapes)) == 10


def test_without_javascript_the_layers_still_switch(reader):
    page = reader(script=False)
    source = page.locator(".text .m.source").first
    assert source.evaluate(SHAPE).startswith("solid")
    page.locator(".switch-source").uncheck()
    assert source.evaluate(SHAPE).startswith("none")


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
def test_axe_finds_nothing_serious(open_page, address, harbour, scheme):
    page = open_page(address, color_scheme=scheme)
    with serving(MemoryLedger()) as empty:
        found = {}
        for url in (address, f"{address}/d/{harbour.document.id}#at_0000000000000005", f"{address}/d/nope", empty):
            page.goto(url)
            for legend in page.locator(".legend summary").all():
                legend.click()
            found[url] = [
                (each["id"], [node["html"][:120] for node in each["nodes"][:3]])
                for each in Axe().run(page).response["violations"]
                if each["impact"] in {"serious", "critical"}
            ]
    assert {url: each for url, each in found.items() if each} == {}


def test_a_thousand_marks_are_painted_and_switched_at_once(open_page, address, filled):
    # In processor time of the page's thread, so that whatever else runs on this machine does not count.
    crowd = next(each for each in filled.arrivals() if each.external_id == "crowd")
    page = open_page(address)
    devtools = page.context.new_cdp_session(page)
    devtools.send("Performance.enable", {"timeDomain": "threadTicks"})

    def spent():
        metrics = devtools.send("Performance.getMetrics")["metrics"]
        return 1000 * next(each["value"] for each in metrics if each["name"] == "TaskDuration")

    before = spent()
    page.goto(f"{address}/d/{crowd.document}")
    wait_until(page, "performance.getEntriesByName('first-contentful-paint').length > 0")
    painted = spent()
    assert page.locator(".text .m").count() >= 1000
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
