"""Lists of invented signatories, short to write and as tables."""

from pathlib import Path

from desktop_app.domain.signatory import Disclosure, Signatory, Way

CASES = Path(__file__).parent / "cases"
_WAYS = {"": None, **{way.value.replace("-", " "): way for way in Way}}


def named(row: int, name: str, member_of: str = "", acronym: str = "") -> Signatory:
    return Signatory(row, name, Disclosure.NAMED, member_of=member_of, acronym=acronym)


def anonymous(row: int, name: str = "", member_of: str = "") -> Signatory:
    return Signatory(row, name, Disclosure.ANONYMOUS, member_of=member_of)


def letter_of_462() -> list[Signatory]:
    """361 at the top level, 41 members of five umbrellas and 84 anonymous, as in a public letter."""
    rows: list[Signatory] = []
    for size, umbrella in zip((3, 5, 15, 6, 12), "ABCDE", strict=True):
        rows.append(named(len(rows) + 2, f"Umbrella {umbrella}"))
        for member in range(size):
            rows.append(named(len(rows) + 2, f"Member {umbrella}{member}", f"Umbrella {umbrella}"))
    rows += [named(row, f"Organisation {row}") for row in range(len(rows) + 2, 404)]
    return rows + [anonymous(row) for row in range(404, 488)]


def cases(file: str) -> list[tuple[str, list[str]]]:
    """Title and lines of each case in a file of cases."""
    sections = (CASES / file).read_text("utf-8").split("\n## ")[1:]
    split = (section.splitlines() for section in sections)
    return [(title, [line for line in lines if line.strip()]) for title, *lines in split]


def table(lines: list[str]) -> list[dict[str, str]]:
    """The rows of the table among these lines."""
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    header, _, *rows = cells
    return [dict(zip(header, row, strict=True)) for row in rows]


def signatories(lines: list[str]) -> list[Signatory]:
    return [
        Signatory(
            row=number,
            name=row["name"],
            acronym=row.get("acronym", ""),
            disclosure=Disclosure(row["listed"]),
            member_of=row["member of"],
            counts=_WAYS[row["counts"]],
        )
        for number, row in enumerate(table(lines), 2)
    ]
