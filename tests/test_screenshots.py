"""The pictures and films are of the app as it is: `python screenshots/make.py`, `…/films.py`."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest
from pages import README, ROOT

FOLDER = ROOT / "screenshots"
sys.path.insert(0, str(FOLDER))

import films  # noqa: E402
import make  # noqa: E402


@pytest.fixture(autouse=True)
def hour_of_the_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOLLOWUP_NOW", make.NOW)
    monkeypatch.setenv("TZ", make.ZONE)


def kept(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("wanted", make.PICTURES, ids=lambda one: one.name)
def test_a_picture_says_what_the_app_says(wanted: make.Picture, tmp_path: Path) -> None:
    fresh = asyncio.run(make.picture(wanted, tmp_path))
    assert make.words(fresh) == make.words(kept(wanted.name)), "run `python screenshots/make.py`"


@pytest.mark.parametrize("film", films.FILMS, ids=lambda one: one.name)
def test_a_film_says_what_the_app_says(film: films.Film, tmp_path: Path) -> None:
    fresh = films.drawn(film, asyncio.run(films.frames(film, tmp_path)))
    said, was = set(make.words(fresh)), set(make.words(kept(film.name)))
    assert said == was, "run `python screenshots/films.py`"


@pytest.mark.parametrize("film", films.FILMS, ids=lambda one: one.name)
def test_a_film_is_small_and_goes_round(film: films.Film) -> None:
    svg = kept(film.name)
    assert len(svg.encode()) < 400_000
    assert (
        'repeatCount="indefinite"' in svg
        and "<script" not in svg
        and "http://" not in svg.replace('xmlns="http://www.w3.org/2000/svg"', "")
    )


def test_the_readme_shows_the_films() -> None:
    text = README.read_text(encoding="utf-8")
    assert all(f"screenshots/{film.name}.svg" in text for film in films.FILMS)
