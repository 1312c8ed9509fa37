"""The report in a real browser: nothing on the console, no request, every control by keyboard, contrast, 320 px."""

import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from grader.cohort.report.entries import Entry
from tests.cohort.test_report import F, P, entry, rendered, topic

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
playwright = pytest.importorskip("playwright.sync_api", reason="needs the dependency group browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")

# The contrast of each text with what is painted behind it, where that is below 4.5; colours as the browser has them.
LOW_CONTRAST = """() => {
  const paint = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgba = colour => {
    paint.clearRect(0, 0, 1, 1); paint.fillStyle = colour; paint.fillRect(0, 0, 1, 1);
    return [...paint.getImageData(0, 0, 1, 1).data];
  };
  const light = colour => colour.slice(0, 3).map(one => one / 255)
    .map(one => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
    .reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0);
  const behind = one => {
    for (; one; one = one.parentElement) {
      const colour = rgba(getComputedStyle(one).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return empty;
  };
  const probe = document.body.appendChild(document.createElement('div'));
  probe.style.backgroundColor = 'Canvas';
  const empty = rgba(getComputedStyle(probe).backgroundColor);
  probe.remove();
  const low = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text; text = walk.nextNode();) {
    const one = text.parentElement;
    if (!text.data.trim() || ['SCRIPT', 'STYLE'].includes(one.tagName)) continue;
    const [a, b] = [light(rgba(getComputedStyle(one).color)), light(behind(one))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) low.push([text.data.trim(), ratio]);
  }
  return low;
}"""
CONTROLS = "a[href], button, summary, [tabindex='0']"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The report of three students, opened from the disk, with what it said and asked for."""
    file = tmp_path_factory.mktemp("page") / "report.html"
    students = (entry("s-aaaaaaaa", P, F), entry("s-bbbbbbbb", P, P, late=True), Entry("s-cccccccc", "not begun"))
    file.write_text(rendered(topic(*students)), "utf-8")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        opened = browser.new_page()
        opened.said, opened.asked = [], []
        opened.on("console", lambda message: opened.said.append(message.text))
        opened.on("pageerror", lambda error: opened.said.append(str(error)))
        opened.on("request", lambda request: opened.asked.append(request.url))
        opened.goto(file.as_uri())
        yield opened
        browser.close()


def test_it_says_and_asks_for_nothing(page: Any) -> None:
    page.locator("button").first.click()
    assert page.said == []
    assert [url for url in page.asked if not url.startswith("data:")] == [page.url]


def test_every_control_is_reached_by_keyboard(page: Any) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    controls = page.locator(CONTROLS).count()
    page.evaluate(f"document.querySelectorAll({CONTROLS!r}).forEach((one, at) => one.dataset.at = at)")
    page.evaluate("document.activeElement.blur()")
    reached = set()
    for _ in range(controls + 2):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.dataset.at"))
    assert {str(at) for at in range(controls)} <= reached
    button = page.locator("th button").first
    button.focus()
    before = page.locator("th").first.get_attribute("aria-sort")
    page.keyboard.press("Enter")
    assert page.locator("th").first.get_attribute("aria-sort") not in (None, before)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(page: Any, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert page.evaluate(LOW_CONTRAST) == []


@pytest.mark.parametrize("opened", [False, True])
def test_no_sideways_scrolling_on_a_narrow_screen(page: Any, opened: bool) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.evaluate(f"document.querySelectorAll('details').forEach(one => one.open = {str(opened).lower()})")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
