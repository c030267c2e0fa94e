import doctest
import json
import subprocess
import sys

import pytest

import sayso

PUBLIC = ["ConfigError", "Document", "InputError", "LedgerError", "Reading", "Rejection", "SaysoError", "Span", "__version__", "read", "show", "to_html"]  # fmt: skip


def test_the_public_names_are_these():
    assert sorted(sayso.__all__) == sorted(PUBLIC)
    assert dir(sayso) == sorted(PUBLIC)


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_is_there(name):
    assert getattr(sayso, name) is not None


def test_another_name_is_refused_with_those_that_there_are():
    with pytest.raises(AttributeError, match="no attribute 'raed'; it has ConfigError, Document"):
        sayso.raed  # noqa: B018 # the access is what fails


def test_importing_sayso_imports_nothing_else_of_it():
    code = "import sys, json; before = set(sys.modules); import sayso; print(json.dumps([name for name in sys.modules if name not in before and name.startswith(('sayso', 'pydantic'))]))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert json.loads(run.stdout) == ["sayso"]


def test_the_example_in_the_package_holds():
    assert doctest.testmod(sayso) == doctest.TestResults(failed=0, attempted=3)
