"""The figures are told before a step is made, and are those that it makes."""

import datetime as dt
from pathlib import Path

import pytest
from template_files import TEMPLATES

from desktop_app.domain.plain_text import folded
from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.signatory import Disclosure
from desktop_app.services.collecting import Choices, plan_import
from desktop_app.services.foreseeing import after_import, after_uniting
from desktop_app.services.opening import OpenCampaign, make_campaign, open_campaign
from desktop_app.support.long_work import result_of

TODAY = dt.date(2024, 2, 1)


@pytest.fixture
def opened(tmp_path: Path) -> OpenCampaign:
    make_campaign(TEMPLATES, tmp_path / "sample", sample=True)
    return open_campaign(tmp_path / "sample")


def test_an_import_is_counted_without_those_that_are_left_out(opened: OpenCampaign, tmp_path: Path) -> None:
    file = tmp_path / "answers.csv"
    answers = "Alder Reading Room,yes\nBirch Weavers,no\n"
    file.write_text("Organisation,May we publish your name?\n" + answers, "utf-8")
    imported = result_of(plan_import(opened.listed, file, Choices(), TODAY))
    then = after_import(opened, imported, ())
    assert (then.total, then.named, then.anonymous) == (488, 403, 85)
    then = after_import(opened, imported, {folded("Alder Reading Room")})
    assert (then.total, then.named, then.anonymous) == (487, 402, 85)


def test_two_rows_that_become_one_are_counted_once(opened: OpenCampaign) -> None:
    alone = [row for row in opened.signatories if row.disclosure is Disclosure.ANONYMOUS]
    a, b = alone[:2]
    union = after_uniting(opened, a.row, b.row, TODAY)
    assert (union.made.row, union.made.name) == (a.row, a.name)
    assert (union.then.total, union.then.anonymous) == (485, 83)


def test_a_row_is_not_united_with_itself(opened: OpenCampaign) -> None:
    with pytest.raises(ProblemError) as raised:
        after_uniting(opened, 2, 2, TODAY)
    assert raised.value.code == "unite-with-itself"
