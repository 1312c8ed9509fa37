"""Text of an attempt's in the report: a bar begins each of its lines, so that none looks like one of the report's."""

from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.style import Style
from rich.text import Text

from grader.formats.text import safe

BAR = "| "


@dataclass(frozen=True)
class Barred:
    """`text`, folded at the width that there is. Its first line has no bar where it stands behind a label of ours."""

    text: str
    labelled: bool = True
    style: str = ""
    link: str = ""  # an address that the text leads to, where the terminal follows one

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = max(1, options.max_width - len(BAR))
        text = Text(safe(self.text), style=self.style)
        if self.link:
            text.stylize(Style(link=self.link))  # and no blanks that fill a line
        lines = text.wrap(console, width, overflow="fold")
        for number, line in enumerate(lines):
            line.rstrip()
            yield line if self.labelled and number == 0 else Text(BAR, style=self.style) + line

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        least, most = Measurement.get(console, options, Text(safe(self.text)))
        return Measurement(least, most + len(BAR)).with_maximum(options.max_width)
