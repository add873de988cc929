"""Formulas of the coordinator's own: kept whole when a row between them is cleared, and worked out anew."""

import re

from lxml import etree

from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.list_editor.workbook import MAIN_PART, Workbook
from desktop_app.files.list_editor.worksheet import Worksheet
from desktop_app.files.sheetml import x

_FORMULA = re.compile(rb"<(?:[\w.-]+:)?f[\s>/]")
_BEFORE_CALCULATION = ("sheets", "functionGroups", "externalReferences", "definedNames")


def give_away(sheet: Worksheet, cell: etree._Element) -> None:
    """Before that cell is cleared: whoever shares the formula that it holds gets one of their own.

    Raises:
        ProblemError: ``list-cell-formula`` where the formula cannot be read.
    """
    formula = cell.find(x("f"))
    if formula is None or formula.get("t") != "shared" or not formula.text:
        return
    for number in sheet.rows_with(b"shared"):
        sheet.row(number)
    for other in list(sheet.root.iter(x("f"))):
        owner = other.getparent()
        if other is formula or owner is None or other.get("si") != formula.get("si"):
            continue
        other.text = _moved(formula.text, cell.get("r", ""), owner.get("r", ""), sheet.place)
        for name in ("t", "si", "ref"):
            other.attrib.pop(name, None)


def formula_at(sheet: Worksheet, cell: etree._Element, target: str) -> str:
    """The formula of a cell as it would be in the cell ``target``; empty where the cell has none.

    Raises:
        ProblemError: ``list-cell-formula`` where the formula cannot be read.
    """
    formula = cell.find(x("f"))
    if formula is None:
        return ""
    if formula.text or formula.get("t") != "shared":
        return _moved(formula.text or "", cell.get("r", ""), target, sheet.place)
    for number in sheet.rows_with(b"shared"):
        sheet.row(number)
    for other in sheet.root.iter(x("f")):
        owner = other.getparent()
        if other.get("si") == formula.get("si") and other.text and owner is not None:
            return _moved(other.text, owner.get("r", ""), target, sheet.place)
    return ""


def _moved(formula: str, origin: str, target: str, place: Place) -> str:
    from openpyxl.formula.tokenizer import TokenizerError
    from openpyxl.formula.translate import Translator, TranslatorError

    try:
        moved = str(Translator(f"={formula}", origin=origin).translate_formula(target))
    except (TokenizerError, TranslatorError):
        raise ProblemError("list-cell-formula", place, cell=origin) from None
    return moved.removeprefix("=")


def forget_order(workbook: Workbook) -> None:
    """Leave out the order in which the formulas are worked out; it names cells, and is made anew."""
    for relation in workbook.relations(MAIN_PART, "calcChain"):
        workbook.drop_relation(MAIN_PART, relation.key)
        workbook.drop_part(relation.target)


def recalculate(workbook: Workbook) -> None:
    """Have the spreadsheet work out all formulas when it opens: what they say was true of the old list."""
    if not any(_FORMULA.search(sheet) for sheet in workbook.worksheets()):
        return
    root = workbook.tree(MAIN_PART)
    calculation = root.find(x("calcPr"))
    if calculation is None:
        calculation = etree.Element(x("calcPr"))
        before = [child for name in _BEFORE_CALCULATION for child in root.iterfind(x(name))]
        before[-1].addnext(calculation)
    calculation.set("fullCalcOnLoad", "1")
    workbook.put(MAIN_PART, root)
