"""The command that settles a withheld name in one sentence of the letter."""

from argparse import Namespace

from desktop_app.bootstrap import Program
from desktop_app.cli.opened import opened_campaign, saving_for
from desktop_app.cli.output import Output, place_json
from desktop_app.domain.prose import Why
from desktop_app.domain.reporting import Place
from desktop_app.services.settling import ask_again, settle
from desktop_app.support.i18n import _, ngettext
from desktop_app.wording import of_place


def settle_name(_program: Program, asked: Namespace, output: Output) -> int:
    """Let a row's name stand in one sentence, or no longer."""
    opened = opened_campaign(asked)
    place = Place(asked.file, asked.part, asked.paragraph, asked.row)
    if asked.ask_again:
        number = ask_again(opened, place)
        said = ngettext(
            "{number} decision is taken back: {place}.", "{number} decisions are taken back: {place}.", number
        )
        output.result(
            {"place": place_json(place), "taken_back": number},
            [said.format(number=number, place=of_place(place))],
        )
        return 0
    why = Why(asked.why)
    spot = settle(saving_for(asked), opened, place, why, sentence=asked.sentence)
    line = _(
        "Settled: {place}, sentence {sentence}. It is asked about again when the sentence or the row changes."
    )
    output.result(
        {"place": place_json(place), "sentence": spot.number, "why": why.value},
        [line.format(place=of_place(place), sentence=spot.number)],
    )
    return 0
