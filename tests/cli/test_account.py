"""The account of a cluster on a terminal."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.cli.account import lines
from sayso.cli.terminal import OBEYED
from sayso.export.account.gathering import account_of, seen


@pytest.fixture(scope="module")
def account(bridge, fallen):
    return account_of(seen(bridge), fallen, "2026-05-15")


def hostile(report, words):
    return replace(
        report, outlet=words, title=words, text=words, on_word_of=(words, words), hedges=(words,), also_in=(words,)
    )


@given(st.text(min_size=1) | st.text("\x1b\x9b\u202e\r\n\t[m ", min_size=1))
def test_whatever_articles_say_nothing_reaches_the_terminal_that_it_would_obey(account, words):
    told = replace(
        account,
        text=words,
        reports=tuple(hostile(each, words) for each in account.reports),
        origins=tuple(replace(each, reason=words) for each in account.origins),
        denied_by=tuple(replace(each, report=hostile(each.report, words)) for each in account.denied_by),
        forecasts=tuple(replace(each, place=words, forecast=replace(each.forecast, text=words, claimant=words, conditions=(words,)))
                        for each in account.forecasts),
        decided_by=words,
    )  # fmt: skip
    assert not [line.plain for line in lines(told, "2026-05-15") if OBEYED.search(line.plain) or "\n" in line.plain]


def test_what_there_is_nothing_of_is_left_out_or_said(account):
    alone = replace(
        account, reports=account.reports[-1:], origins=account.origins[1:], drift=(), denied_by=(), forecasts=()
    )
    told = "\n".join(line.plain for line in lines(alone, "2026-05-15"))
    assert "No report has one." in told
    assert "Nothing is recorded here" in told
    assert "denied by" not in told
    assert "forecasts on" not in told
