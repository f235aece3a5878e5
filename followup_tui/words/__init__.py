"""The questions, lines and facts the app shows, as data, and their reader."""
