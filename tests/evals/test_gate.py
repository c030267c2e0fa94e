"""The gate opens for figures that hold, and for nothing else."""

import json
from dataclasses import asdict, replace

import gate
import golden
import pytest
from gate import Measured

NOW = Measured(digests={"golden": "a", "probes": "b"}, counts={"articles": 15}, figures={"cue": 0.8, "type": 0.9})


def test_figures_at_their_floors_open_the_gate():
    assert gate.complaints(NOW, NOW) == []


def test_a_figure_below_its_floor_shuts_it_and_is_named():
    (told,) = gate.complaints(replace(NOW, figures={"cue": 0.799, "type": 0.9}), NOW)
    assert "cue fell to 0.799; its floor is 0.800" in told


def test_a_figure_that_is_no_longer_measured_shuts_it():
    (told,) = gate.complaints(replace(NOW, figures={"cue": 0.8}), NOW)
    assert "type fell" in told


def test_a_figure_without_a_floor_shuts_it():
    (told,) = gate.complaints(NOW, replace(NOW, figures={"cue": 0.8}))
    assert "type has no floor" in told


def test_a_golden_set_that_changed_unnoticed_shuts_it():
    (told,) = gate.complaints(replace(NOW, digests={"golden": "z", "probes": "b"}), NOW)
    assert "golden set is not the one" in told


def test_an_update_raises_floors():
    better = replace(NOW, figures={"cue": 0.9, "type": 0.9})
    assert gate.updated(better, NOW, allow_regression=False) == better


def test_an_update_refuses_to_lower_a_floor_until_that_is_allowed():
    worse = replace(NOW, figures={"cue": 0.9, "type": 0.8})
    with pytest.raises(SystemExit, match=r"type: 0\.900 would become 0\.800"):
        gate.updated(worse, NOW, allow_regression=False)
    assert gate.updated(worse, NOW, allow_regression=True) == worse


def test_an_update_refuses_a_floor_of_nothing():
    with pytest.raises(SystemExit, match="a floor of 0 holds nothing: cue"):
        gate.updated(replace(NOW, figures={"cue": 0.0, "type": 0.9}), NOW, allow_regression=True)


def test_a_figure_is_pinned_rounded_down_to_the_thousandth():
    assert [gate.pinned(figure) for figure in (0.7, 0.69999, 2 / 3, 1.0)] == [0.7, 0.699, 0.666, 1.0]


def test_the_stored_floors_belong_to_what_is_read_here_and_none_is_idle():
    floors = gate.load()
    assert set(floors) == set(gate.READERS)
    for each in floors.values():
        assert each.digests == gate.digests()
        assert each.digests["golden"] == golden.digest()
        assert min(each.figures.values()) > 0


def test_floors_survive_being_written_and_read(tmp_path):
    path = tmp_path / "floors.json"
    path.write_text(json.dumps({"rules": asdict(NOW)}))
    assert gate.load(path) == {"rules": NOW}
