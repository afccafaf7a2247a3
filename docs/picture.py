"""Draws docs/list.svg, the README's picture, from what the commands print for seeds/.

python docs/picture.py
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parent.parent
COMMANDS = (
    ["list", "--speaker", "Pashinian", "--kind", "direct"],
    ["list", "--role", "spokes"],
    ["search", "peacekeepers", "--limit", "2"],
)


def run(*words: str) -> str:
    """The output of one command."""
    command = [sys.executable, "-m", "quotes", *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main() -> None:
    """Store the sample articles in a folder of its own, look them up, draw."""
    console = Console(record=True, width=82, file=io.StringIO())
    with tempfile.TemporaryDirectory() as folder:
        db = ["--db", str(Path(folder) / "quotes.db")]
        run("add", str(ROOT / "seeds"), *db)
        for words in COMMANDS:
            console.print(Text("$ quotes " + " ".join(words), style="bold green"))
            console.print(Text(run(*words, *db)))
    form = re.sub(r"@font-face \{\{.*?\}\}", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
    form = form.replace("Fira Code, monospace", "monospace")  # no font is fetched from anywhere
    console.save_svg(str(ROOT / "docs" / "list.svg"), title="quotes", code_format=form)


if __name__ == "__main__":
    main()
