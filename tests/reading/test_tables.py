"""Tables as offices make them: what parts the columns, what stands above, how Excel spells."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from quotes.reading import Failure, FieldMap, Reading, Skipped, read_paths
from quotes.records import Article

STORY = "“The kiln is cold,” said Una Brand; the potter, who is 60 | or more, went home."
HEADER = ("no", "headline", "printed", "body")
ROW = ("7", "Kiln; cold", "2018-05-02", STORY)


def table(mark: str, *, quoted: bool = True) -> str:
    """A header and a row with this mark between the cells."""
    cells = [f'"{cell}"' if quoted and mark in cell else cell for cell in ROW]
    return f"{mark.join(HEADER)}\r\n{mark.join(cells)}\r\n"


def read(path: Path, **fields: str) -> list[Article | Failure]:
    how = Reading(fields=FieldMap(fields))
    found = list(read_paths([path], how=how))
    assert not any(isinstance(item, Skipped) for item in found)
    return found


def only(path: Path, **fields: str) -> Article:
    """The one article of a file."""
    (article,) = read(path, **fields)
    assert isinstance(article, Article), article
    return article


def sheet(path: Path, *rows: tuple[object, ...]) -> Path:
    """A workbook with these rows, its texts as they are given."""
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.txt", "a"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_the_header_tells_what_parts_the_columns(
    mark: str, name: str, encoding: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(table(mark).encode(encoding))
    article = only(tmp_path / name)
    assert (article.text, article.title) == (STORY, "Kiln; cold")


@pytest.mark.parametrize("mark", [",", ";", "\t", "|", "^", "~"])
@pytest.mark.parametrize("first", ["sep={}\r\n", "SEP={}\n", '"sep={}"\r\n', "sep={}\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_first_line_may_say_it(mark: str, first: str, encoding: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes((first.format(mark) + table(mark)).encode(encoding))
    article = only(tmp_path / "a.csv")
    assert (article.text, article.title) == (STORY, "Kiln; cold")


@pytest.mark.parametrize("text", [f"sep=;\n{table(';')}", f"sep=\n{table('|')}"])
def test_such_a_line_tells_a_table_without_its_ending(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text)
    assert only(tmp_path / "a.txt").text == STORY


def test_cells_set_off_by_blanks(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        'headline | printed | body\nKiln cold | 2018-05-02 | "It is cold, | she said."\n'
    )
    article = only(tmp_path / "a.csv")
    assert (article.title, article.text) == ("Kiln cold", "It is cold, | she said.")


@pytest.mark.parametrize(
    "above",
    [
        "Archive of the Kiln Gazette\n",
        "Archive of the Kiln Gazette;;;\n;;;\n",
        "\nArchive; exported,by hand|2018\n".replace("; ", ", "),
        "Archive\n2018-05-02\nAll rights reserved\n\n",
        '"Archive, with the ""small"" issues";;;\n',
    ],
)
def test_titles_above_the_header(above: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(above + table(";"))
    article = only(tmp_path / "a.csv")
    assert (article.text, article.title) == (STORY, "Kiln; cold")


def test_titles_above_the_header_of_a_sheet(tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.xlsx", ("Archive",), (None, "2018"), (), HEADER, ROW)
    article = only(path)
    assert (article.text, article.title) == (STORY, "Kiln; cold")


def test_a_column_that_only_the_user_knows_is_found_below_a_title(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f'Archive\nkopf|inhalt\nKiln|"{STORY}"\n')
    assert only(tmp_path / "a.csv", text="inhalt").text == STORY


@pytest.mark.parametrize("text", ["text\nIt ran.\nIt ran again.\n", "body\n\nIt ran.\nStory\n"])
def test_one_column_has_its_header_in_the_first_row(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(text)
    assert [isinstance(item, Article) for item in read(tmp_path / "a.csv")] == [True, True]


def test_rows_below_another_header_are_no_titles(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,words\n1,a\n,text\n2,It ran.\n")
    (failure,) = read(tmp_path / "a.csv")
    assert isinstance(failure, Failure)
    assert failure.message.startswith("no field with the text; name it with --map text=FIELD")


@pytest.mark.parametrize(
    ("spelled", "shown"),
    [
        ("Brand:_x000D_\n“Cold.”_x000D_", "Brand:\n“Cold.”\n"),
        ("Brand:_x000D_“Cold.”", "Brand:\n“Cold.”"),
        ("“Cold,”_x000A__x0009_said Brand", "“Cold,”\n\tsaid Brand"),
        ("the_x0020_kiln_x002c_ cold", "the kiln, cold"),
        ("she wrote _x005F_x000D_ by hand", "she wrote _x000D_ by hand"),
        ("a kiln _xD83D__xDD25_ burns", "a kiln 🔥 burns"),
        ("file_x1.txt and snake_xcase_ and _x00g1_", "file_x1.txt and snake_xcase_ and _x00g1_"),
        ("half a picture _xD83D_", "half a picture \ufffd"),
    ],
)
def test_the_spelling_of_excel(spelled: str, shown: str, tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.xlsx", ("head_x006C_ine", "body"), ("Kiln_x000D_\n cold", spelled))
    article = only(path)
    assert (article.title, article.text) == ("Kiln cold", shown)


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("headline~body\nKiln, cold~It is cold, she said.\n", ["3 values under one name (headl"]),
        ("headline;body\nKiln; cold; It is cold.\n", ["3 values under 2 names; put texts in"]),
        ("headline;words\nKiln;It is cold.\n", ["no field with the text; name it with --map"]),
        ("sep=;\nheadline;body\nKiln;\n", ["nothing in the field body; it should hold the text"]),
        ('sep=|\nheadline|body\nKiln|"It is" cold\n', ["no row ("]),
    ],
)  # fmt: skip
def test_what_is_refused_says_why_in_one_line(
    text: str, reasons: list[str], tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_text(text)
    messages = [item.message for item in read(tmp_path / "a.csv") if isinstance(item, Failure)]
    assert [message[: len(why)] for message, why in zip(messages, reasons, strict=True)] == reasons
    assert not any("\n" in message for message in messages)


@pytest.mark.parametrize("text", ["sep=;\n", "sep=;", "Archive\n", ";;;\n"])
def test_nothing_below_is_no_article(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(text)
    (skipped,) = read_paths([tmp_path / "a.csv"])
    assert isinstance(skipped, Skipped)
