"""An Excel workbook (Office Open XML, ECMA-376) with one sheet, with the columns of the CSV.

It is written as the quotes come. openpyxl, which reads such files, would write the sheet to a
temporary file elsewhere first, and leave that behind where an export is broken off.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from quotes.errors import QuotesError
from quotes.export.as_csv import cell
from quotes.export.how import How
from quotes.export.sheet import table_columns, table_rows
from quotes.outputs import begins
from quotes.records import Quote
from quotes.verdicts.sheets import LONGEST_CELL

LAST_ROW = 1_048_576
"""Rows that a sheet has room for, the head included."""

FIRST_DAY, DAY_0 = dt.date(1900, 3, 1), dt.date(1899, 12, 30)
"""Days before the first are words: Excel counts a day too many in the February before."""

SHEET = "xl/worksheets/quotes.xml"

is_ours = begins(
    rb"PK\x03\x04.{26}\[Content_Types\]\.xml.*PK\x03\x04.{26}" + re.escape(SHEET).encode()
)
"""True for a file that is there and may be an earlier export, as it was written: one that a
spreadsheet has saved begins otherwise, and is not to be written over."""

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OOXML = "http://schemas.openxmlformats.org"
_MAIN = f"{_OOXML}/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_LINK = f"{_OOXML}/officeDocument/2006/relationships"

_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_OOXML}/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
        f'<Override PartName="/{SHEET}" ContentType="{_TYPE}.worksheet+xml"/>'
        "</Types>"
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_OOXML}/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_LINK}/officeDocument" Target="xl/workbook.xml"/>'
        "</Relationships>"
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_OOXML}/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_LINK}/worksheet" Target="worksheets/quotes.xml"/>'
        f'<Relationship Id="rId2" Type="{_LINK}/styles" Target="styles.xml"/>'
        "</Relationships>"
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINK}">'
        '<sheets><sheet name="quotes" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/styles.xml": (
        f'<styleSheet xmlns="{_MAIN}">'
        '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
        '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
        '</cellStyleXfs><cellXfs count="2">'
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/>'
        "</cellStyles></styleSheet>"
    ),
}
"""All but the sheet. The second of the styles, 1, is that of days."""

_SHEET = (
    f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    "</sheetView></sheetViews><sheetData>"
)
_SHEET_END = "</sheetData></worksheet>"

_SPELLED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f\ufffe\uffff]")
"""Spelled as _xHHHH_ in a workbook: signs that XML cannot hold, and what looks as if spelled."""


def write(quotes: Iterable[Quote], stream: BinaryIO, how: How) -> int:
    """Write a workbook; return the number of quotes.

    Cells are words, days or numbers, never formulas. Of a text what is beyond the 32,767 characters
    that a cell can hold is left out. Raises QuotesError for more quotes than a sheet has rows.
    """
    count = 0
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, part in _PARTS.items():
            archive.writestr(_entry(name), _HEAD + part)
        with archive.open(_entry(SHEET), "w", force_zip64=True) as sheet:
            sheet.write((_HEAD + _SHEET + _row(table_columns(how))).encode())
            for row in table_rows(quotes, how):
                count += 1
                if count >= LAST_ROW:
                    raise QuotesError(
                        f"a sheet has room for {LAST_ROW - 1:,} quotes: export less, or as csv"
                    )
                sheet.write(_row(row).encode())
            sheet.write(_SHEET_END.encode())
    return count


def _entry(name: str) -> ZipInfo:
    """A file of the archive, with the same day always."""
    entry = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    entry.compress_type = ZIP_DEFLATED
    return entry


def _row(values: Iterable[object]) -> str:
    return f"<row>{''.join(map(_cell, values))}</row>"


def _cell(value: object) -> str:
    if isinstance(value, dt.date) and value >= FIRST_DAY:
        return f'<c s="1"><v>{(value - DAY_0).days}</v></c>'
    if isinstance(value, int | float):
        return f"<c><v>{value!r}</v></c>"
    words = cell(value, raw=True)[:LONGEST_CELL]
    if not words:
        return "<c/>"
    return f'<c t="inlineStr"><is><t xml:space="preserve">{_spelled(words)}</t></is></c>'


def _spelled(words: str) -> str:
    words = _SPELLED.sub(lambda found: f"_x{ord(found[0]):04X}_", words)
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
