"""Fuzz one target, guided by what its code does with each input. See README.md."""

import sys
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

with atheris.instrument_imports(include=["desktop_app", "zipfile", "csv", "olefile"]):
    from fuzzing.seeds import write_seeds
    from fuzzing.targets import TARGETS


def main() -> None:
    """``fuzz.py TARGET FOLDER [options of libFuzzer]``; what is found is kept in the folder."""
    name, folder, *options = sys.argv[1:]
    kept = Path(folder) / name
    write_seeds(name, kept)
    atheris.Setup([sys.argv[0], *options, f"-artifact_prefix={folder}/", str(kept)], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
