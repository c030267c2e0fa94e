import time

import pytest

TOWN = "The town of Tarn is under its control, the Northern Front said on Sunday. Five drones were shot down over the town of Tarn, the army said."
LOST = 'The army denied that. "The town of Tarn was not lost," its spokesman Ivo Pell said.'


def test_what_was_done_to_somebody_denies_nothing(article, related):
    assert related([article(TOWN)]).pairs("denial") == set()


def test_who_denies_in_the_sentence_before_denies(article, related):
    found = related([article(TOWN), article(LOST, outlet="Late Post", day="2026-03-02")])
    assert {older for _, older in found.pairs("denial")} == {"The town of Tarn is under its control"}


@pytest.mark.parametrize("token", ["shot down ", "denied ", "not before "])
def test_long_texts_of_one_token_take_linear_time(token, article, related):
    began = time.process_time()
    related([article(f'The fire brigade said on Sunday: "The tunnel is {token * 3000}."')])
    assert time.process_time() - began < 20


PLAN = "The Tarn bridge will open before Easter, the premier Ada Venn said."
AGAIN = "Nothing has changed: the Tarn bridge will open before Easter, the premier Ada Venn said."


def test_what_stands_before_a_colon_denies_nothing_behind_it(article, related):
    found = related([article(PLAN), article(AGAIN, outlet="Late Post", day="2026-03-02")])
    assert found.pairs("denial") == set()
    assert found.cluster("Nothing has changed").documents == 2


TAKEN = "Rebels have taken the town of Orm, their office said on Sunday."
AGENCY = "Rebels have taken the town of Orm, the Northline agency reported."


@pytest.mark.parametrize("answer", ["The army denied it.", "The army denies this.", "The army rejected that."])
def test_who_denies_it_denies_what_the_sentence_before_says(article, related, answer):
    found = related([article(TAKEN), article(f"{AGENCY} {answer}", outlet="Late Post", day="2026-03-02")])
    assert [(denial in ("it", "this", "that"), denied) for denial, denied in found.pairs("denial")] == [
        (True, "Rebels have taken the town of Orm")
    ]


def test_who_only_speaks_of_it_denies_nothing(article, related):
    found = related([article(TAKEN), article(f"{AGENCY} The army discussed it.", outlet="Late Post", day="2026-03-02")])
    assert found.pairs("denial") == set()


def test_what_is_not_so_in_a_place_is_no_answer_to_all_that_happened_there(article, related):
    quiet = "The hospital of Orm is quiet. Nobody was hurt in Orm, the mayor of the town said."
    found = related([article(TAKEN), article(quiet, outlet="Late Post", day="2026-03-02")])
    assert found.pairs("denial") == set()
