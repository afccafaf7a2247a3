"""Pages that have no server: links, and what they leave behind."""

from __future__ import annotations

import pytest

from quotes.serve.copy.offline import NEEDS_SERVER, offline, parse

PAGE = (
    "<!doctype html><html><head><meta charset='utf-8'></head><body><header>{menu}</header>"
    "<main>{main}</main><footer></footer></body></html>"
)


def made(main: str, menu: str = "") -> str:
    """The words of `main` and the menu when only /here is in the copy."""
    tree = parse(PAGE.format(main=main, menu=menu).encode("utf-8", "surrogatepass"))
    page = offline(tree, lambda address, _: "here.html" if address == "/here" else None, "A copy.")
    words = page.decode()
    assert f"A copy. {NEEDS_SERVER}" in words
    start, end = words.index("<header>") + 8, words.index("</main>")
    return words[start:end].replace("</header><main>", "|").strip("|")


@pytest.mark.parametrize(
    "before, after",
    [
        ("<a href='/here'>x</a>", '<a href="here.html">x</a>'),
        ("<a href='/gone'>x</a> y", "x y"),
        ("<a href='https://a.example/?b=1'>x</a>", '<a href="https://a.example/?b=1">x</a>'),
        ("3 thought (<a href='/gone'>show</a>), more", "3 thought, more"),
        ("<p>Left: <i>3</i> (<a href='/gone'>show</a>)</p>", "<p>Left: <i>3</i></p>"),
        ("<p><a href='/gone'>All of them</a></p>y", "y"),
        ("<i class='to'><a href='/gone'>others</a></i>y", "y"),
        ("<nav><a href='/gone'>next</a></nav>y", "y"),
        (
            "<aside><section class='facet'><h3>K</h3><ol><li><a href='/gone'>x</a> 3</li></ol>"
            "</section></aside>y",
            "y",
        ),
        (
            "<ul class='chips'><li><a href='/gone'>by X <b>×</b></a></li></ul>",
            '<ul class="chips"><li>by X </li></ul>',
        ),
        ("<form action='/here'><input></form>y", "y"),
        ("<a href='#none'>x</a><a id='b' href='#b'>y</a>", '<a id="b" href="#b">y</a>'),
        (
            "<picture><source srcset='/here'><img src='/gone'></picture>",
            '<picture><source srcset="here.html"></picture>',
        ),
        ("&lt;a href='/gone'&gt;", "&lt;a href='/gone'&gt;"),
    ],
)
def test_links(before: str, after: str) -> None:
    assert made(before) == after


def test_the_menu_keeps_what_is_there() -> None:
    menu = "<nav><ul><li><a href='/here'>a</a></li><li><a href='/gone'>b</a></li></ul></nav>"
    assert made("y", menu) == '<nav><ul><li><a href="here.html">a</a></li></ul></nav>|y'


@pytest.mark.parametrize("odd", ["\0", "\x01", "\x0b", "\x1b[31m", "\ufffe", "\x85\x7f"])
def test_characters_that_no_page_should_have(odd: str) -> None:
    shown = made(f"<p>before {odd} <a href='/gone'>with{odd}in</a> after 😀</p>")
    assert shown.startswith("<p>before ")
    assert shown.endswith("in after 😀</p>")
