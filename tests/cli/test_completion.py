import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from sayso.cli import main

BIN = Path(sys.executable).parent


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_script(shell):
    result = CliRunner().invoke(main, ["completion", shell])
    assert result.exit_code == 0
    assert f"_SAYSO_COMPLETE={shell}_complete" in result.stdout


def test_bash_completes_commands_and_options():
    ask = (
        'eval "$(sayso completion bash)"; COMP_WORDS=(sayso {words}); COMP_CWORD={at}; '
        '_sayso_completion sayso; printf "%s\\n" "${{COMPREPLY[@]}}"'
    )
    env = {**os.environ, "PATH": f"{BIN}:{os.environ['PATH']}"}

    def completed(words, at):
        run = ["bash", "-c", ask.format(words=words, at=at)]
        return subprocess.run(run, capture_output=True, text=True, check=True, env=env).stdout.split()

    assert completed("sc", 1) == ["schema"]
    assert "--explain" in completed("read --e", 2)
