"""In the browser as in the terminal, for one browser only."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import aiohttp
import pytest
from conftest import NOW

from followup_tui.actions.demo import make_demo
from followup_tui.store.book import open_book
from followup_tui.store.dealings import Touch

CHROMIUM = shutil.which("chromium") and shutil.which("chromedriver")


class Served:
    """A running `followup serve`."""

    def __init__(self, url: str, path: Path) -> None:
        self.url = url
        self.path = path

    @property
    def address(self) -> str:
        return self.url.partition("?")[0]

    def touches(self) -> int:
        with open_book(self.path):
            return Touch.select().count()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    path = tmp_path / "served.db"
    with open_book(path):
        make_demo(NOW)
    process = subprocess.Popen(
        [sys.executable, "-m", "followup_tui", "serve", "--db", str(path)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )
    try:
        assert process.stdout is not None
        url = re.search(r"http://\S+", process.stdout.readline())
        assert url is not None
        yield Served(url[0], path)
    finally:
        process.terminate()
        process.wait(10)


async def until_up(http: aiohttp.ClientSession, address: str) -> None:
    for _ in range(100):
        try:
            await http.get(address)
            return
        except aiohttp.ClientConnectionError:
            await asyncio.sleep(0.05)
    raise AssertionError("it never came up")


def jar() -> aiohttp.CookieJar:
    return aiohttp.CookieJar(unsafe=True)  # Cookies of an address that is a number.


async def test_without_the_token_nothing_is_answered(served: Served) -> None:
    async with aiohttp.ClientSession(cookie_jar=jar()) as http:
        await until_up(http, served.address)
        for path in ("", "ws", "static/js/textual.js", "?token=guess"):
            assert (await http.get(served.address + path)).status == 403


async def test_the_token_opens_one_browser_once(served: Served) -> None:
    async with aiohttp.ClientSession(cookie_jar=jar()) as mine:
        await until_up(mine, served.address)
        page = await (await mine.get(served.url)).text()
        assert "followup" in page and "googleapis" not in page
        assert (await mine.get(served.address)).status == 200
        async with aiohttp.ClientSession(cookie_jar=jar()) as other:
            assert (await other.get(served.url)).status == 403
        elsewhere = {"Origin": "http://elsewhere.example"}
        assert (await mine.get(served.address + "ws", headers=elsewhere)).status == 403


async def test_a_call_is_logged_through_the_socket(served: Served) -> None:
    before = served.touches()
    async with aiohttp.ClientSession(cookie_jar=jar()) as http:
        await until_up(http, served.address)
        await http.get(served.url)
        async with http.ws_connect(served.address + "ws?width=100&height=30") as socket:
            seen = b""
            async with asyncio.timeout(30):
                while b"Ana" not in seen:
                    seen += (await socket.receive()).data
                await socket.send_json(["stdin", "v"])
                while b"Next" not in seen and b"Last" not in seen:
                    seen += (await socket.receive()).data
    assert served.touches() == before + 1


@pytest.mark.skipif(not CHROMIUM, reason="no chromium with chromedriver on this machine")
def test_a_call_is_logged_from_a_browser(served: Served) -> None:
    from selenium import webdriver
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.by import By
    from selenium.webdriver.support.ui import WebDriverWait

    before = served.touches()
    options = webdriver.ChromeOptions()
    for flag in ("--headless", "--no-sandbox", "--disable-gpu", "--window-size=1200,800",
                 "--disable-background-networking", "--disable-component-update"):  # fmt: skip
        options.add_argument(flag)
    browser = webdriver.Chrome(options=options)
    try:
        wait = WebDriverWait(browser, 30, poll_frequency=0.2)
        wait.until(lambda b: b.get(served.url) is None)
        wait.until(
            lambda b: (
                "-first-byte" in (b.find_element(By.TAG_NAME, "body").get_attribute("class") or "")
            )
        )
        ActionChains(browser).click(browser.find_element(By.ID, "terminal")).send_keys(
            "v"
        ).perform()
        wait.until(lambda _: served.touches() == before + 1)
    finally:
        browser.quit()
