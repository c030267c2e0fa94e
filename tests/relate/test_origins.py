from dataclasses import replace

WIRE = "Nine people have died in the Harn tunnel fire, the fire brigade said on Sunday."
UNSOURCED = "Nine people died in the Harn tunnel fire. The tunnel stays shut."
SEEN = "Nine people died in the Harn tunnel fire; our reporter counted the stretchers. The tunnel stays shut."
CITING = "Nine people died in the Harn tunnel fire, Quay Wire reported. The tunnel stays shut."


def origins(article, related, *later):
    readings = [article(WIRE)]
    readings += [article(text, outlet=f"Post {at}", day=f"2026-03-0{at + 2}") for at, text in enumerate(later)]
    return related(readings).cluster("Nine").origins


def test_what_is_told_without_a_source_adds_no_origin(article, related):
    [origin] = origins(article, related, UNSOURCED)
    assert origin.reason == "told without a source, as fire brigade tells it"


def test_a_reporter_on_the_spot_is_an_origin(article, related):
    assert len(origins(article, related, SEEN)) == 2


def test_an_outlet_that_is_named_is_where_a_claim_comes_from(article, related):
    [origin] = origins(article, related, CITING)
    assert "Quay Wire" in origin.reason


def test_a_day_without_a_time_is_not_the_earlier_of_one_day(article, related):
    wire = article(WIRE)
    dated = article(UNSOURCED, outlet="Weekly")
    dated = replace(dated, document=replace(dated.document, published_at="2026-03-01"))
    found = related([dated, wire])
    assert found.text[found.cluster("Nine").first_appearance].startswith("Nine people have died")


def test_an_outlet_that_a_line_credits_is_where_its_article_comes_from(article, related):
    [first, second] = (
        origins(
            article, related, "Nine people died in the Harn tunnel fire; our reporter counted the stretchers." + line
        )
        for line in ("", "\n\nSource: Quay Wire")
    )
    assert len(first) == 2
    assert len(second) == 1


def test_what_one_reporter_saw_is_one_origin(article, related):
    seen = "Nine people died in the Harn tunnel fire, our reporter saw. Nine people died in the fire, our reporter counted."
    assert len(origins(article, related, seen)) == 2
