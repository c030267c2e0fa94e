"""The invented days of news: the same each time, and their versions are found."""

from itertools import islice

from wires import make_day, make_days

from sayso.relate.copies import find_copies


def test_a_day_is_the_same_each_time_and_every_document_has_an_id_of_its_own():
    documents = list(islice(make_days(), 800))
    assert documents == list(islice(make_days(), 800))
    assert len({each.external_id for each in documents}) == len(documents)
    days = [(each.published_at or "")[:10] for each in documents]
    assert days == sorted(days)


def test_documents_are_as_long_as_wire_reports():
    lengths = [len(each.document.text.split()) for each in make_day(2)]
    assert 80 < sum(lengths) / len(lengths) < 130


def test_versions_of_reports_are_led_to_them():
    made = make_day(1)
    found = {
        (copy.later.external_id, copy.earliest.external_id) for copy in find_copies([each.document for each in made])
    }
    edges = [(each.document.external_id, made[origin].document.external_id) for each in made for origin in each.origins]
    assert len(edges) > 100
    assert sum(edge in found for edge in edges) >= 0.95 * len(edges)


def test_a_story_goes_on_for_days_and_its_versions_are_of_it():
    made = make_day(3)
    assert {each.story.partition("/")[0] for each in made} == {"0", "1", "2", "3"}
    assert all(made[origin].story == each.story for each in made for origin in each.origins)
