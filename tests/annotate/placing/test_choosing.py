import pytest

from sayso.annotate.placing.choosing import Group, choose
from sayso.annotate.placing.options import Option, made


@pytest.fixture
def group(world):
    def of(key, **more):
        return Group(key=key, options=[made(known) for known in world.named([key])[key]], **more)

    return of


def chance(group, id):
    return next(
        c for c, option in zip(group.chances, group.options, strict=True) if option.place.id == f"geonames:{id}"
    )


def test_alone_the_larger_town_is_likelier_and_the_smaller_is_not_forgotten(group):
    alone = group("newbridge")
    choose([alone], {})
    assert chance(alone, 4) > chance(alone, 3) > 0.05
    assert sum(alone.chances) + alone.unknown == pytest.approx(1)


def test_towns_of_one_county_find_together_against_size(group):
    newbridge, heath, county = group("newbridge"), group("heath"), group("quarrycounty")
    choose([newbridge, heath, county], {})
    assert chance(newbridge, 3) > 0.9
    assert chance(heath, 5) > 0.9


def test_what_the_text_says_of_the_area_decides(group):
    paris = group("paris", inside=frozenset({"US.TX"}))
    choose([paris], {})
    assert chance(paris, 14) > 0.95


def test_a_village_that_is_missing_does_not_become_its_namesake_elsewhere(group):
    ivanivka = group("ivanivka", inside=frozenset({"UA.05"}))
    choose([ivanivka], {})
    assert ivanivka.unknown > 0.99


def test_a_bare_name_is_the_city_and_with_its_word_the_region(group):
    bare, typed = group("kharkiv"), group("kharkiv", type="region")
    choose([bare], {})
    choose([typed], {})
    assert chance(bare, 6) > 0.8
    assert chance(typed, 7) > 0.9


def test_where_the_readers_are_tips_a_balance(group):
    heath = group("heath")
    choose([heath], {"GB": 1.0})
    assert chance(heath, 19) > chance(heath, 5) * 0.3
    unhinted = group("heath")
    choose([unhinted], {})
    assert chance(heath, 19) > chance(unhinted, 19)


def test_a_name_without_options_is_left_open():
    empty = Group(key="nowhere", options=[])
    choose([empty], {})
    assert (empty.chances, empty.unknown) == ([], 1.0)


def test_an_option_knows_its_country(world):
    option = made(world.named(["paris"])["paris"][0])
    assert isinstance(option, Option)
    assert option.country == "FR"
