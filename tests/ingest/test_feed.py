import pytest

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>The Velm Post</title><language>en-gb</language><link>https://velm.test/</link>
<item><title>Bridge &amp;amp; ferry</title><link>https://velm.test/1</link><guid isPermaLink="false">tag:1</guid><dc:creator>Ann Lee</dc:creator>
<pubDate>Mon, 02 Mar 2026 00:30:00 +0200</pubDate><description>In short.</description>
<content:encoded><![CDATA[<p>“Nobody crosses it,” said Mayor <b>Ida Brandt</b>.</p><p>The ferry runs<br/>every hour.</p><script>x()</script>]]></content:encoded></item>
<item><title>Second</title><link>https://velm.test/2</link><description>&lt;p&gt;A summary of the second story.&lt;/p&gt;</description></item>
<item><title>Third</title><guid>tag:3</guid></item>
</channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Velm Today</title>
<entry><id>urn:1</id><title>One</title><updated>2026-03-01T10:00:00Z</updated><author><name>Bo Oh</name></author><link href="https://today.test/1"/>
<content type="text">He said: 1 &lt; 2.\nAnd left.</content></entry></feed>"""


def test_each_entry_of_a_feed_is_a_document(read_bytes):
    first, second, third = read_bytes("a.xml", RSS.format(encoding="UTF-8"))
    assert first.text == "“Nobody crosses it,” said Mayor Ida Brandt.\nThe ferry runs\nevery hour."
    assert (first.external_id, first.title, first.outlet) == ("tag:1", "Bridge & ferry", "The Velm Post")
    assert (first.authors, first.language, first.url) == (("Ann Lee",), "en", "https://velm.test/1")
    assert first.published_at == "2026-03-02T00:30:00+02:00"
    assert first.found_in["text"] == "feed content"
    assert second.text == "A summary of the second story."
    assert second.found_in["text"] == "feed summary"
    assert (third.kind, third.external_id) == ("no-text", "tag:3")


def test_an_atom_feed_with_plain_text_keeps_it_as_it_is(read_bytes):
    (document,) = read_bytes("a.xml", ATOM)
    assert document.text == "He said: 1 < 2.\nAnd left."
    assert (document.external_id, document.outlet, document.authors) == ("urn:1", "Velm Today", ("Bo Oh",))
    assert document.published_at == "2026-03-01T10:00:00Z"


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16", "windows-1252"])
def test_a_feed_may_be_in_any_encoding_that_it_declares(read_bytes, encoding):
    raw = RSS.format(encoding=encoding).encode(encoding)
    assert read_bytes("a.xml", raw)[0].text.startswith("“Nobody")


@pytest.mark.parametrize("before", ["", "<!-- rss -->", "<?note <rss> ?>", "\n  "])
def test_a_document_type_is_refused_wherever_it_stands(read_bytes, before):
    bomb = f'{before}<!DOCTYPE l [<!ENTITY a "{"a" * 1000}">]><rss version="2.0"><channel><item><description>{"&a;" * 1000}</description></item></channel></rss>'
    (rejection,) = read_bytes("a.xml", bomb)
    assert rejection.kind == "dtd"


def test_an_external_entity_reads_no_file(read_bytes, tmp_path):
    (tmp_path / "secret").write_text("hush")
    raw = f'<rss version="2.0"><channel><!DOCTYPE x [<!ENTITY e SYSTEM "file://{tmp_path}/secret">]><item><description>says &e; it</description></item></channel></rss>'
    assert not any("hush" in str(item) for item in read_bytes("a.xml", raw))


def test_a_document_type_in_the_words_of_an_entry_is_text(read_bytes):
    raw = '<rss version="2.0"><channel><item><description><![CDATA[How to write <code>&lt;!DOCTYPE html&gt;</code> in a page.]]></description></item></channel></rss>'
    assert read_bytes("a.xml", raw)[0].text == "How to write <!DOCTYPE html> in a page."


def test_a_broken_feed_gives_what_can_be_read_and_says_that_it_is_broken(read_bytes):
    document, *more = read_bytes(
        "a.xml", RSS.format(encoding="UTF-8").partition("<item><title>Third")[0] + "<item><tit"
    )
    assert document.text.startswith("“Nobody")
    assert more[-1].kind == "damaged"


@pytest.mark.parametrize(
    ("raw", "kind"),
    [("<note><to>all</to></note>", "not-a-feed"), ("", "not-a-feed"), ('<rss version="2.0"><channel/></rss>', "empty")],
)
def test_xml_without_entries_is_refused(read_bytes, raw, kind):
    assert read_bytes("a.xml", raw)[0].kind == kind


def test_a_web_page_in_xhtml_is_read_as_a_page(read_bytes, story):
    raw = f'<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{story[0]}</p><p>{story[1]}</p></body></html>'
    assert read_bytes("a.xml", raw)[0].text == "\n".join(story[:2])
