import os
import threading

import pytest

from sayso.cli.output import opened
from sayso.errors import ConfigError


def test_a_file_appears_when_it_is_complete_and_not_before(tmp_path):
    path = tmp_path / "out.jsonl"
    path.write_text("old")
    path.chmod(0o640)
    with opened(str(path)) as write:
        write(b"new")
        assert path.read_text() == "old"
    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def interrupted(path):
    with opened(str(path)) as write:
        write(b"half")
        raise KeyboardInterrupt


def test_an_interrupted_run_leaves_the_old_file_and_no_other(tmp_path):
    path = tmp_path / "out.jsonl"
    path.write_text("old")
    with pytest.raises(KeyboardInterrupt):
        interrupted(path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_has_the_rights_that_any_new_file_has(tmp_path):
    (tmp_path / "like").write_text("")
    with opened(str(tmp_path / "new")) as write:
        write(b"")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "like").stat().st_mode


def test_a_pipe_is_written_as_it_is(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    with opened(str(pipe)) as write:
        write(b"through")
    reader.join()
    assert got == [b"through"]


@pytest.mark.parametrize("name", ["", "missing/out.jsonl"])
def test_what_cannot_be_written_is_a_wrong_setting(tmp_path, name):
    with pytest.raises(ConfigError, match="cannot be written"), opened(str(tmp_path / name)):
        pass
