import pytest

from sayso.annotate.placing.outlets import country_of, names_in
from sayso.model.document import Document


@pytest.mark.parametrize(
    ("outlet", "country"),
    [
        ("thequay.co.uk", "GB"),
        ("https://civil.example.ge/page", "GE"),
        ("quay.com", ""),
        ("The Quay", ""),
        (None, ""),
        ("quay.xx", ""),
    ],
)
def test_the_end_of_an_address_tells_a_country(outlet, country):
    assert country_of(Document(text="", outlet=outlet)) == country


@pytest.mark.parametrize(
    ("outlet", "first"),
    [
        ("newbridgestatejournal.com", "newbridge"),
        ("theparisnews.com", "paris"),
        ("newbridge.com", "newbridge"),
        ("The Kyiv Post", "kyiv"),
        ("New York Times", "newyork"),
    ],
)
def test_a_place_is_found_in_the_name_of_an_outlet(outlet, first):
    assert first in list(names_in(Document(text="", outlet=outlet)))


@pytest.mark.parametrize("outlet", ["The Daily Mail", "ajc.com", None])
def test_where_there_is_none_none_is(outlet):
    assert list(names_in(Document(text="", outlet=outlet))) == []
