"""The house rules that a machine can hold."""

import ast
from pathlib import Path

import pytest

import sayso

SOURCE = Path(sayso.__file__).parent
MODULES = sorted(SOURCE.rglob("*.py"))
FORBIDDEN_NAMES = {"utils", "helpers", "common", "base", "manager"}


def functions(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_module_is_longer_than_300_lines_and_no_function_longer_than_40(path):
    assert path.read_text(encoding="utf-8").count("\n") <= 300
    long = [node.name for node in functions(path) if node.end_lineno - node.lineno + 1 > 40]
    assert long == []


def test_no_module_has_a_name_that_says_nothing():
    assert [path for path in MODULES if path.stem in FORBIDDEN_NAMES] == []
