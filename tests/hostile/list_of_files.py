"""The list of hostile files as tests/data/hostile/README.md has it; run as a program it writes it anew."""

from pathlib import Path

from hostile.every_file import every_file
from hostile.kinds import OPENS

PAGE = Path(__file__).resolve().parents[1] / "data" / "hostile" / "README.md"
_HEAD = """# Hostile files

Made by `tests/hostile/` when they are needed; none lies here. Each is tried through the terminal, in a process of its own
(`python3 dev.py promises P8`). "opens": read with whatever findings, its text in the answer; else the code of the
one sentence with which it is refused. Written by `PYTHONPATH=tests python -m hostile.list_of_files`.

| File | Used as | What it is | Outcome |
| --- | --- | --- | --- |
"""


def listed() -> str:
    """The page."""
    rows = []
    for file in every_file():
        told = "opens" if file.outcome == OPENS else f"`{file.outcome}`"
        name = ascii(file.name)[1:-1] if len(file.name) < 40 else f"{file.name[:30]} ..."
        rows.append(f"| {name} | {file.use.value} | {file.what} | {told} |".replace("{{", "{ {"))
    return _HEAD + "\n".join(rows) + "\n"


if __name__ == "__main__":
    PAGE.write_text(listed(), "utf-8")
