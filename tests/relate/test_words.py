import time

import pytest

from sayso.relate.words import stem, theme, themes


@pytest.mark.parametrize(
    "forms",
    ["die died dying", "close closes closed", "worker workers", "strike struck", "stopped stopping", "city cities"],
)
def test_inflected_forms_meet(forms):
    assert len({stem(form) for form in forms.split()}) == 1


def test_an_officer_is_no_office():
    assert stem("officer") != stem("office")


def test_words_that_say_the_same_have_one_theme():
    assert theme("killed") == theme("fatalities") == "=dead"
    assert theme("harbour") == stem("harbour")


def test_themes_leave_out_figures_and_function_words():
    assert themes("The 12 boats were in the harbour by Sunday") == {theme("boats"), stem("harbour")}


def test_a_phrase_has_the_theme_of_its_group():
    assert "=hold" in themes("The pass is in our hands")


def test_long_texts_of_one_token_take_linear_time():
    began = time.process_time()
    themes("kill " * 600_000)
    assert time.process_time() - began < 6


def test_an_idiom_has_its_own_theme_and_none_of_its_words():
    assert themes("The prosecutor opened a file") == {stem("prosecutor"), "=inquire"}
    assert "=open" in themes("The prosecutor opened the gate")
    assert "=fail" not in themes("A fire broke out")
