"""`sayso completion`: commands and options at the touch of the tab key."""

import click


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, /, shell: str) -> None:
    """Print the completion script of a shell.

    For bash, put `eval "$(sayso completion bash)"` into ~/.bashrc; for zsh the same with zsh into ~/.zshrc; for fish,
    `sayso completion fish > ~/.config/fish/completions/sayso.fish`.
    """
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    if kind is None:  # the choice above names only shells that click knows
        raise click.UsageError(f"no completion for {shell}")
    click.echo(kind(ctx.find_root().command, {}, "sayso", "_SAYSO_COMPLETE").source())
