"""`followup completion`: the shell learns the commands."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

SHELLS = ("bash", "zsh", "fish")


@click.command(short_help="Set up completion for bash, zsh or fish.")
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Print what makes SHELL complete followup's commands and options.

    \b
    bash:  followup completion bash > ~/.local/share/bash-completion/completions/followup
    zsh:   followup completion zsh > ~/.zfunc/_followup   (a folder of your $fpath)
    fish:  followup completion fish > ~/.config/fish/completions/followup.fish
    """  # noqa: D301 - click wants the character itself.
    from followup_tui.cli.main import followup

    made = get_completion_class(shell)
    assert made is not None
    click.echo(made(followup, {}, "followup", "_FOLLOWUP_COMPLETE").source())
