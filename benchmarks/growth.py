"""Time and memory against a text's length: texts of many shapes at 1, 2 and 4 MB, each read in a
process of its own.

    python benchmarks/growth.py                              # all shapes, an hour or two
    python benchmarks/growth.py --shapes prose names --sizes 0.1 0.2 0.4
    taskset -c 0 python benchmarks/growth.py --pace 5        # one long text against articles

What grows with the length takes four times as long at four times the length; what grows with its
square, sixteen times. Printed are the processor's seconds in `quotes.extract` (so that what else
the machine does counts little), the process's peak memory at each size, and how many times longer
the largest takes than the smallest. A run that takes longer than `--limit` seconds by the clock is
stopped and said to be. The texts are made here, the same in every run.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

MOST_RATIO = 1.25
"""Bar: seconds a character at the largest size against the smallest, so 5 at 4 times the size."""
MOST_MEMORY = 1000
"""Bar in MB, at 4 MB of text."""
SLOWEST_PACE = 0.8
"""Bar: words a second of one long text against those of short articles."""
TOO_SHORT = 2.0
"""Seconds at the largest size below which a ratio tells nothing."""


def phrases(text: str, mark: str | None = None) -> list[str]:
    """The words of a text, or its phrases between marks."""
    return [" ".join(phrase.split()) for phrase in text.split(mark)]


SYLLABLES = phrases(
    "bar den fol gren hal jor kem lin mor nev os pel quin ros sal tor um vel wen yar"
)
GIVEN = phrases("Ann Ben Clara David Elena Frank Grace Henry Irene James Karen Louis Maria Oscar")
ROLES = phrases(
    """mayor; Finance Minister; spokeswoman; governor; police chief; company president; Senator;
    union leader; economist; lawyer""",
    ";",
)
BODIES = phrases("the ministry; the city council; the rail union; Brenmoor Energy; the court", ";")
CUES = phrases("said told announced claimed added warned insisted believes argued wrote")
WHAT = phrases(
    """the bridge would stay closed until spring; nobody had asked for a second vote; taxes on
    fuel were too high; the talks had gone better than expected; work on the harbour will begin;
    the figures were wrong from the start; more nurses are needed in the north""",
    ";",
)
DAYS = phrases("Monday Tuesday Wednesday Thursday Friday yesterday today")
MONTHS = phrases("January March May July September November")
PLAIN = phrases(
    """The road along the river was wet and the shops had closed early.; Few people were seen in
    the old streets after dark.; A second ship is due in the harbour next week.; Prices of bread
    and milk have risen by a tenth since the summer.""",
    ";",
)


class Writer:
    """Invents the words of a text; the same seed gives the same words."""

    def __init__(self, seed: str) -> None:
        self.dice = random.Random(seed)

    def one(self, choices: list[str]) -> str:
        """One of the choices."""
        return self.dice.choice(choices)

    def surname(self) -> str:
        """A surname of two or three syllables: there are 8,400."""
        return "".join(self.dice.choices(SYLLABLES, k=self.dice.choice((2, 3)))).capitalize()

    def name(self) -> str:
        """A given name and a surname."""
        return f"{self.one(GIVEN)} {self.surname()}"

    def letters(self, size: int) -> str:
        """So many small letters."""
        return "".join(self.dice.choices("abcdefghijklmnopqrstuvwxyz", k=size))

    def sentence(self) -> str:
        """A sentence of news, four in five of them with somebody who says something."""
        what, cue, day = self.one(WHAT), self.one(CUES), self.one(DAYS)
        somebody = f"{self.name()}, the {self.one(ROLES)} of {self.surname()}"
        return self.dice.choice(
            (
                f"{somebody}, {cue} on {day} that {what}.",
                f"“{what.capitalize()},” {self.surname()} {cue}.",
                f"{self.one(ROLES).capitalize()} {self.name()} {cue} that {what}, and went on.",
                f"According to {self.one(BODIES)}, {what}.",
                self.one(PLAIN),
            )
        )

    def paragraph(self) -> str:
        """Two to six sentences."""
        return " ".join(self.sentence() for _ in range(self.dice.randint(2, 6)))


def _prose(writer: Writer) -> str:
    return writer.paragraph() + "\n\n"


def _one_paragraph(writer: Writer) -> str:
    return writer.paragraph() + " "


def _names(writer: Writer) -> str:
    return f"{writer.name()}, {writer.name()} and {writer.surname()} met {writer.surname()}. "


def _initials(writer: Writer) -> str:
    return "".join(f"{writer.dice.choice('ABCDEFGHJKLMNPRSTW')}. " for _ in range(9))


def _direct(writer: Writer) -> str:
    return f"“{writer.one(WHAT).capitalize()},” {writer.one(CUES)} {writer.name()}.\n"


def _indirect(writer: Writer) -> str:
    return f"{writer.surname()} {writer.one(CUES)} {writer.one(DAYS)} that {writer.one(WHAT)}. "


def _list(writer: Writer) -> str:
    return f"- {writer.name()}, {writer.one(ROLES)}, {writer.surname()}; {writer.one(BODIES)}\n"


def _markup(writer: Writer) -> str:
    href = (
        f"https://www.{writer.surname().lower()}.example/{writer.letters(9)}?{writer.letters(5)}=1"
    )
    return (
        f'<p class="x">**{writer.name()}** [{writer.one(CUES)}]({href}): {writer.one(WHAT)}</p>\n'
    )


def _transcript(writer: Writer) -> str:
    return f"{writer.surname().upper()}: I said that {writer.one(WHAT)}.\nHOST: You did?\n"


def _dates(writer: Writer) -> str:
    day = f"{writer.one(MONTHS)} {writer.dice.randint(1, 28)}, 20{writer.dice.randint(10, 20)}"
    return f"{writer.surname()} said on {day}, and again last {writer.one(DAYS)}, that it rains. "


def _pronouns(writer: Writer) -> str:
    return (
        f"{writer.dice.choice(('He', 'She', 'They', 'It'))} said he told her that she was right. "
    )


def _numbers(writer: Writer) -> str:
    dice = writer.dice
    return f"{dice.random() * 1e6:,.2f} {dice.randint(1, 9999)} {dice.randint(1, 99)}% "


def _addresses(writer: Writer) -> str:
    name = writer.surname().lower()
    return f"{name}@{name}.example www.{name}.example/{writer.letters(30)} @{name} #{name} "


def _brackets(writer: Writer) -> str:
    return f"({writer.surname()} (of {writer.surname()}) [{writer.letters(3)}] said) "


def _strewn(writer: Writer) -> str:
    return "".join(
        writer.dice.choice("\"'“”‘’«»-–—.…=<>*#|") + writer.letters(3) + " " for _ in "0" * 9
    )


def _garbled(writer: Writer) -> str:
    return "â€œ" + writer.one(WHAT) + "â€\x9d saidÂ " + writer.surname() + " Ã©Ã¨\u00ad\u200b "


def _combining(writer: Writer) -> str:
    return "".join(f"{letter}\u0301\u0308" for letter in writer.letters(6)) + " "


def _blank_lines(writer: Writer) -> str:
    return writer.surname() + " \t\u00a0" * 20 + "\n" * 20


def _long_word(writer: Writer) -> str:
    return writer.letters(1000)


def _run(mark: str) -> Callable[[Writer], str]:
    return lambda writer: mark * 1000


SHAPES: dict[str, Callable[[Writer], str]] = {
    "prose": _prose,
    "one paragraph": _one_paragraph,
    "names": _names,
    "initials": _initials,
    "direct": _direct,
    "indirect": _indirect,
    "list": _list,
    "markup": _markup,
    "transcript": _transcript,
    "dates": _dates,
    "pronouns": _pronouns,
    "numbers": _numbers,
    "addresses": _addresses,
    "brackets": _brackets,
    "strewn marks": _strewn,
    "garbled": _garbled,
    "combining": _combining,
    "blank lines": _blank_lines,
    "long word": _long_word,
    **{f"run of {mark}": _run(mark) for mark in ("=", "<", '"', "-", ".", "'")},
}
"""The functions that make the next piece of a text, by its shape."""


def make(shape: str, size: int) -> str:
    """A text of that shape with so many characters, the last of them a sentence of plain prose."""
    writer, pieces, written = Writer(shape), [], 0
    while written < size:
        pieces.append(SHAPES[shape](writer))
        written += len(pieces[-1])
    return "".join(pieces)[:size] + "\n\nThe end was near, Ann Moss said.\n"


def articles(size: int) -> Iterator[str]:
    """Articles of prose with so many characters in all, each of some 800 words, as many as news
    articles have: the 84 development articles have 805 on average."""
    writer = Writer("articles")
    while size > 0:
        text = "".join(_prose(writer) for _ in range(writer.dice.randint(9, 23)))
        size -= len(text)
        yield text


def read(texts: Iterator[str]) -> tuple[float, int, int]:
    """The processor's seconds, words and quotes of some texts, without those of loading."""
    import quotes

    quotes.extract("“It works,” Ada Moreau said.")
    seconds, words, found = 0.0, 0, 0
    for text in texts:
        words += len(text.split())
        began = time.process_time()
        found += len(quotes.extract(text, date="2020-11-20"))
        seconds += time.process_time() - began
    return seconds, words, found


def measure(what: str, size: int, limit: float) -> tuple[float, float, int, int] | None:
    """Seconds, MB, words and quotes of a shape, or of "articles", in another process; None where it
    was stopped at the limit."""
    command = [sys.executable, __file__, "--one", what, str(size)]
    try:
        out = subprocess.run(command, timeout=limit, check=True, stdout=subprocess.PIPE, text=True)
    except subprocess.TimeoutExpired:
        return None
    seconds, memory, words, found = out.stdout.split()
    return float(seconds), float(memory), int(words), int(found)


def one(what: str, size: int) -> None:
    """Print what `measure` reads."""
    texts = articles(size) if what == "articles" else iter([make(what, size)])
    seconds, words, found = read(texts)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"{seconds:.3f} {peak:.0f} {words} {found}")


def grow(shapes: list[str], sizes: list[float], limit: float) -> bool:
    """Measure and print each shape at each size; whether all of them met the bars."""
    print(f"{'':14}" + "".join(f"{f'{size:g} MB':>18}" for size in sizes) + f"{'ratio':>8}")
    fine = True
    for shape in shapes:
        row, seconds, bad = f"{shape:14}", [], []
        for size in sizes:
            got = measure(shape, int(size * 1e6), limit)
            if got is None:
                row += f"{f'stopped at {limit:.0f} s':>18}"
                bad.append("too slow")
                break
            seconds.append(got[0])
            row += f"{f'{got[0]:.1f} s {got[1]:.0f} MB':>18}"
            if got[1] > MOST_MEMORY * max(1.0, size / 4):
                bad.append("too much memory")
        if len(seconds) == len(sizes):
            ratio, larger = seconds[-1] / seconds[0], sizes[-1] / sizes[0]
            row += f"{ratio:8.2f}"
            if seconds[-1] > TOO_SHORT and ratio > MOST_RATIO * larger:
                bad.append("grows too fast")
        fine = fine and not bad
        print(row, *bad, flush=True)
    return fine


def pace(size: float, limit: float) -> bool:
    """Words a second of one text of prose against articles; whether the bar is met."""
    speeds = []
    for what, characters in (("articles", 1e6), ("prose", size * 1e6), ("articles", 1e6)):
        got = measure(what, int(characters), limit)
        if got is None:
            print(f"{what}: stopped at {limit:.0f} s")
            return False
        speeds.append(got[2] / got[0])
        print(f"{what}: {got[2]} words, {got[3]} quotes, {got[0]:.1f} s, {speeds[-1]:.0f} words/s")
        print(f"  {got[1]:.0f} MB at the peak", flush=True)
    share = speeds[1] / ((speeds[0] + speeds[2]) / 2)
    print(f"one text of {size:g} MB reads at {share:.2f} of the articles' pace")
    return share >= SLOWEST_PACE


def main() -> None:
    """Measure what was asked for; exit code 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--shapes", nargs="+", default=list(SHAPES), choices=list(SHAPES), metavar="S"
    )
    parser.add_argument("--sizes", nargs="+", type=float, default=[1, 2, 4], help="in MB")
    parser.add_argument("--pace", type=float, metavar="MB", help="long text against short articles")
    parser.add_argument("--limit", type=float, default=1800, help="seconds a run may take")
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        one(asked.one[0], int(asked.one[1]))
    elif asked.pace:
        sys.exit(not pace(asked.pace, asked.limit))
    else:
        sys.exit(not grow(asked.shapes, sorted(asked.sizes), asked.limit))


if __name__ == "__main__":
    main()
