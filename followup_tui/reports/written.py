"""Reports as text, CSV and HTML, harmless wherever they are opened."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date
from html import escape

from followup_tui.exchange.tables.writer import guarded
from followup_tui.reports.report import Cell, Report, Row
from followup_tui.rules.when import show_day
from followup_tui.text import show

WIDEST = 40
"""Cells of a column; what is longer pushes the rest of its own line only."""
_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60em;margin:2em auto;padding:0 1em}"
    "table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3em .8em .3em 0;"
    "vertical-align:top;border-bottom:1px solid #ddd}"
    "h1{font-size:1.4em}h2{font-size:1.1em;margin:1.5em 0 .3em}"
)


def as_text(report: Report) -> str:
    """The report in lines, a heading for each group."""
    return "\n".join(_lines(report)) + "\n"


def as_csv(report: Report) -> bytes:
    """The report as a table that no spreadsheet takes for formulas; days are ISO."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(report.columns)
    writer.writerows([guarded(str(cell)) for cell in row] for row in report.rows)
    return out.getvalue().encode("utf-8", "replace")


def as_html(report: Report) -> str:
    """The report as a page by itself: no script, nothing from elsewhere."""
    title = escape(show(report.title))
    parts = [
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>"
    ]
    for group, rows in report.groups():
        parts.append(f"<h2>{escape(_shown(group, report))}</h2>\n<table>")
        parts.append(_row("th", report.columns[1:], report))
        parts += [_row("td", row, report) for row in rows]
        parts.append("</table>")
    if report.note:
        parts.append(f"<p>{escape(show(report.note))}</p>")
    return "\n".join([*parts, "</body>\n</html>\n"])


def _lines(report: Report) -> Iterator[str]:
    yield show(report.title)
    told = [[_shown(cell, report) for cell in row[1:]] for row in report.rows]
    widths = [min(max(map(len, cells)), WIDEST) for cells in zip(*told, strict=True)]
    for group, rows in report.groups():
        yield ""
        yield _shown(group, report)
        for row in rows:
            cells = zip(row, widths, strict=True)
            line = "  ".join(f"{_shown(cell, report):<{width}}" for cell, width in cells)
            yield f"  {line}".rstrip()
    if report.note:
        yield ""
        yield show(report.note)


def _row(tag: str, cells: Row, report: Report) -> str:
    told = (f"<{tag}>{escape(_shown(cell, report))}</{tag}>" for cell in cells)
    return f"<tr>{''.join(told)}</tr>"


def _shown(cell: Cell, report: Report) -> str:
    return show_day(cell, report.day) if isinstance(cell, date) else show(cell)
