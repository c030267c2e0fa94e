OPEN = "The Harn tunnel will open by 1 May, the state railway said on Sunday."
LATER = "The Harn tunnel will open by 20 June, the state railway said on Monday."
NOT_BEFORE = "The Harn tunnel will not open before 20 June, the state railway said on Monday."
SAME = "The Harn tunnel will open by the beginning of May, the state railway said on Monday."
TAKEN = "The rebels have captured the town of Tarn, the Northern Front said on Sunday."
REGAINED = "Government soldiers have recaptured the town of Tarn, the army said on Monday."
COUNTED = "Forty passengers were injured in the Harn tunnel, the operator Harnbahn said on Sunday."
RECOUNTED = "Fifty-eight passengers were injured in the Harn tunnel, the hospital said, eighteen more than Harnbahn had counted."
UNCOMPARED = "Fifty-eight passengers were injured in the Harn tunnel, the hospital said."


def told(article, related, first, second):
    found = related([article(first), article(second, outlet="Late Post", day="2026-03-02")])
    return found.pairs("supersedes")


def test_a_deadline_that_the_same_claimant_moves_supersedes_the_first(article, related):
    [(newer, older)] = told(article, related, OPEN, LATER)
    assert "20 June" in newer
    assert "1 May" in older


def test_not_before_a_day_is_another_day_and_no_denial(article, related):
    found = related([article(OPEN), article(NOT_BEFORE, outlet="Late Post", day="2026-03-02")])
    assert len(found.pairs("supersedes")) == 1
    assert found.pairs("denial") == set()


def test_a_deadline_that_may_be_the_same_day_was_not_moved(article, related):
    assert told(article, related, OPEN, SAME) == set()


def test_what_is_recaptured_was_taken_before(article, related):
    [(newer, older)] = told(article, related, TAKEN, REGAINED)
    assert "recaptured" in newer
    assert "rebels" in older
    found = related([article(TAKEN), article(REGAINED, outlet="Late Post", day="2026-03-02")])
    assert found.cluster("recaptured").id != found.cluster("rebels").id


def test_a_figure_that_is_told_beside_the_older_one_supersedes_it(article, related):
    [(newer, older)] = told(article, related, COUNTED, RECOUNTED)
    assert newer.startswith("Fifty-eight")
    assert older.startswith("Forty")


def test_two_counts_of_people_by_two_claimants_stand_side_by_side(article, related):
    assert told(article, related, COUNTED, UNCOMPARED) == set()
