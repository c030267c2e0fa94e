import pytest

from sayso.errors import ConfigError
from sayso.settings import Settings, resolve, strays


@pytest.fixture
def place(tmp_path):
    project, home = tmp_path / "project" / "deep", tmp_path / "home"
    project.mkdir(parents=True)
    (home / "sayso").mkdir(parents=True)
    return project, home


def at(place, flags=None, **environ):
    project, home = place
    return resolve(flags or {}, {"XDG_CONFIG_HOME": str(home), **environ}, project)


def test_without_a_word_from_anybody_the_defaults_hold_and_say_so(place):
    resolved = at(place)
    assert resolved.settings == Settings()
    assert set(resolved.origins.values()) == {"default"}


def test_a_flag_wins_over_the_environment_that_over_the_project_and_that_over_the_user(place):
    project, home = place
    user, own = home / "sayso" / "config.toml", project.parent / "sayso.toml"
    user.write_text('port = 1\nhost = "a"\nreader = "x"\nledger = "/u.db"\n')
    own.write_text('port = 2\nhost = "b"\nreader = "y"\n')
    resolved = at(place, {"port": 4, "host": None}, SAYSO_PORT="3", SAYSO_HOST="c")
    settings = resolved.settings
    assert (settings.port, settings.host, settings.reader, settings.ledger) == (4, "c", "y", "/u.db")
    assert [resolved.origins[name] for name in ("port", "host", "reader", "ledger", "max_text_bytes")] == [
        "--port", "SAYSO_HOST", str(own), str(user), "default",
    ]  # fmt: skip


def test_pyproject_counts_where_it_has_a_table_for_sayso_and_the_nearest_file_ends_the_search(place):
    project, _ = place
    (project / "pyproject.toml").write_text('[project]\nname = "other"\n')
    (project.parent / "pyproject.toml").write_text("[tool.sayso]\nport = 5\n")
    (project.parent.parent / "sayso.toml").write_text('port = 6\nhost = "far"\n')
    assert at(place).settings.port == 5
    assert at(place).settings.host == Settings().host


def test_the_users_file_is_under_dot_config_where_xdg_says_nothing(tmp_path):
    (tmp_path / ".config" / "sayso").mkdir(parents=True)
    (tmp_path / ".config" / "sayso" / "config.toml").write_text("port = 7\n")
    assert resolve({}, {"HOME": str(tmp_path)}, tmp_path).settings.port == 7


def test_a_ledger_named_in_a_file_counts_from_that_file_and_one_in_a_flag_from_here(place):
    project, _ = place
    (project.parent / "sayso.toml").write_text('ledger = "news.db"\naliases = "names.toml"\n')
    assert at(place).settings.ledger == str(project.parent / "news.db")
    assert at(place).settings.aliases == str(project.parent / "names.toml")
    assert at(place, {"ledger": "here.db"}).settings.ledger == "here.db"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("prot = 8000\n", ["unknown key 'prot'", "port"]),
        ('port = "many"\n', ["port: 'many'", "0 to 65535"]),
        ("port = 70000\n", ["port: 70000", "0 to 65535"]),
        ("port = true\n", ["port: True", "0 to 65535"]),
        ('reader = ""\n', ["reader: ''", "name of a reader"]),
        ("port = \n", ["not readable as TOML"]),
    ],
)
def test_what_is_wrong_in_a_file_is_said_with_file_key_and_what_was_expected(place, text, said):
    path = place[0] / "sayso.toml"
    path.write_text(text)
    with pytest.raises(ConfigError) as error:
        at(place)
    assert all(part in str(error.value) for part in [str(path), *said])


def test_a_table_that_is_no_table_is_refused(place):
    (place[0] / "pyproject.toml").write_text("[tool]\nsayso = 3\n")
    with pytest.raises(ConfigError, match="is no table"):
        at(place)


def test_a_wrong_value_in_the_environment_is_laid_to_its_variable(place):
    with pytest.raises(ConfigError, match="SAYSO_PORT: 'x' cannot be used; expected a port"):
        at(place, SAYSO_PORT="x")


def test_a_variable_that_names_no_setting_is_found():
    assert strays({"SAYSO_LEGDER": "x", "SAYSO_PORT": "1", "SAYSO_CAMPAIGN": "1", "HOME": "/"}) == ["SAYSO_LEGDER"]
