import os

import pytest

from sayso.ingest.files import find_files


def found(path):
    return [item if isinstance(item, str) else (item.kind, item.message) for item in find_files(str(path))]


def test_a_folder_gives_its_files_in_sorted_order_deeper_ones_in_their_place(tmp_path):
    for name in ["b/2.txt", "b/10.html", "a.txt", "c.jsonl", "b/z/y.xml"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [os.path.relpath(path, tmp_path) for path in found(tmp_path)] == [
        "a.txt",
        "b/10.html",
        "b/2.txt",
        "b/z/y.xml",
        "c.jsonl",
    ]


def test_what_a_folder_holds_besides_is_said_once_and_hidden_files_are_not(tmp_path):
    for name in ["a.txt", "b.jpg", "c.JPG", "README", ".hidden", "sub/d.css"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "sub" / "again").symlink_to(tmp_path)
    first, (kind, message) = found(tmp_path)
    assert first == str(tmp_path / "a.txt")
    assert kind == "passed-over"
    assert "1 .css, 2 .jpg, 1 links to folders, 1 without an ending" in message


def test_a_folder_without_anything_to_read_is_a_rejection(tmp_path):
    assert found(tmp_path)[0][0] == "empty-folder"


def test_what_is_not_there_is_said(tmp_path):
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    assert found(tmp_path / "no.txt") == [("missing", "there is no such file or folder: check the name")]
    assert found(tmp_path / "dangling.txt") == [("missing", "is a link to a file that is not there")]
    assert found("a\0b")[0][0] == "unreadable"
    assert found("/dev/null")[0][0] == "not-a-file"


def test_a_dangling_link_in_a_folder_is_a_rejection_and_the_rest_is_read(read, tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "b.txt").write_text("there")
    rejection, document = read(tmp_path)
    assert rejection.kind == "missing"
    assert document.text == "there"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_what_may_not_be_read_is_said(read, tmp_path):
    (tmp_path / "secret.txt").write_text("x")
    (tmp_path / "secret.txt").chmod(0)
    assert read(tmp_path)[0].kind == "no-permission"


def test_a_refusal_of_the_system_is_a_rejection(read, tmp_path, monkeypatch):
    (tmp_path / "secret.txt").write_text("x")

    def refuse(*_args, **_more):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    (rejection,) = read(tmp_path)
    assert (rejection.kind, rejection.path) == ("no-permission", str(tmp_path / "secret.txt"))


def test_a_name_of_any_bytes_is_given_back_as_it_came(read, tmp_path):
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_bytes(b"coffee")
    (document,) = read(tmp_path)
    assert os.fsencode(document.path).endswith(b"/caf\xe9.txt")
