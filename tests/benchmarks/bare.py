"""The smallest Textual app: what every screen of ours is compared with."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    BINDINGS = [("q", "quit", "Quit")]
    pressed = 0

    def compose(self) -> ComposeResult:
        yield Static("READY")

    def key_x(self) -> None:
        self.pressed += 1
        self.query_one(Static).update(f"READY {self.pressed}")


if __name__ == "__main__":
    Bare().run()
