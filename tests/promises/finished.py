"""Finished, clean files, as an export of ours makes them, in which names are then planted."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from campaigns import Bench, campaign, hidden, recipient
from domain.lists import named
from letters import Letter, field_code, p, text_box
from pdf_letters import office_pdf
from promises import plants_bundles, plants_docx, plants_pdf, plants_text, plants_written, plants_xlsx
from promises.planting import Plant

from desktop_app.bootstrap import bootstrap
from desktop_app.domain.campaign import Text
from desktop_app.domain.disclosure import printed_names
from desktop_app.domain.signatory import Signatory
from desktop_app.domain.withheld import forms_of
from desktop_app.files import libreoffice
from desktop_app.files.bundles import MailDraft, mail_file, zip_file
from desktop_app.files.pdf_scrub import scrubbed
from desktop_app.services.guarding import Guard
from desktop_app.services.listing import write_named_list
from desktop_app.services.search_results import Search
from desktop_app.support.long_work import result_of

NAMES: Mapping[str, tuple[str, str]] = {
    "Latin": ("Sereth Lantern Circle", "Tolvan Meadow Bureau"),
    "Latin with accents": ("Réseau Élan d'Ondara", "Maison Été de Tolvan"),
    "Cyrillic": ("Союз Серетских Фонарей", "Дом Толванских Лугов"),
    "Greek": ("Δίκτυο Φανάρι Σερέθ", "Οίκος Λιβάδι Τολβάν"),
    "Arabic": ("شبكة فانوس سريث", "مكتب مرج تولفان"),
    "Burmese": ("စရက် မီးအိမ် ကွန်ရက်", "တော်ဗန် မြက်ခင်း ရုံး"),
    "Thai": ("เครือข่าย โคมไฟ เสเรธ", "สำนักงาน ทุ่งหญ้า ทอลวาน"),
    "Khmer": ("បណ្តាញ គោម សេរេត", "ការិយាល័យ វាលស្មៅ តូលវ៉ាន់"),
    "Devanagari": ("सेरेथ लालटेन मंडल", "तोलवन चरागाह कार्यालय"),
    "Chinese": ("塞雷思灯笼 联合会", "托尔万草地 办事处"),
    "Korean": ("세레스 등불 모임", "톨반 초원 사무국"),
    "Hebrew": ("רשת פנס סרת", "לשכת אחו טולבן"),
}
"""In each script a name that is withheld, and a harmless one like it."""
ROW = 90
_PRINTED = ("Harbour Peace Network", "The Willow Fund", "Friends of the Quay")


def all_plants() -> tuple[Plant, ...]:
    """Every place that we know."""
    modules = (plants_docx, plants_xlsx, plants_pdf, plants_bundles, plants_text, plants_written)
    return tuple(plant for module in modules for plant in module.plants())


@dataclass(frozen=True, slots=True)
class Finished:
    """Clean files, by their ending."""

    files: Mapping[str, bytes]

    def planted(self, plant: Plant, name: str, folder: Path) -> Path:
        """A file with the name in that place."""
        clean = self.files[plant.kind]
        if plant.in_file_name:
            path = folder / plant.edit(clean, name).decode()
            path.write_bytes(clean)
        else:
            path = folder / f"planted.{plant.kind}"
            path.write_bytes(plant.edit(clean, name))
        return path


def finished_files(folder: Path) -> Finished:
    """Export, list, and keep a file of each kind."""
    normal = 'w:default="1" w:styleId="Normal"'
    letter = Letter(
        [
            p("{{ recipient.salutation }}"),
            p("We write to you.", text_box(p("In brief")), field_code("PAGE")),
            p("{{ signatories.statement }}"),
            p("{{ signatories }}"),
        ],
        header=p("Joint letter"),
        footer=p("Page"),
        footnote=p("A note."),
        styles=f'<w:style w:type="paragraph" {normal}><w:name w:val="Normal"/></w:style>',
        settings='<w:defaultTabStop w:val="708"/>',
    )
    rows = [*(named(n, name) for n, name in enumerate(_PRINTED, start=2)), hidden(ROW, NAMES["Latin"][0])]
    ours = campaign(texts={"en": Text(subject="Call for a truce", title="Joint letter")})
    reference = bootstrap().reference
    bench = Bench(folder, reference, letter, rows, ours, [recipient("NOR")])
    formats = ["docx", "html", "txt", *(["pdf", "eml"] if libreoffice.program() else [])]
    done = bench.export(folder / "out", *formats)
    found = {path.suffix[1:]: path.read_bytes() for path in done.folder.iterdir()}
    list(write_named_list(bench.opened(), reference, folder / "named.xlsx"))
    found["xlsx"] = (folder / "named.xlsx").read_bytes()
    if "pdf" not in found:
        found |= _without_office(folder)
    found["zip"] = zip_file({"a.docx": found["docx"], "b.txt": found["txt"]})
    return Finished(found)


def _without_office(folder: Path) -> Mapping[str, bytes]:
    path = folder / "office.pdf"
    with office_pdf(path, "Excellency,", "We write to you.") as made:
        made.save(path)
    pdf = scrubbed(path, title="Joint letter", language="en")
    draft = MailDraft((), "Call for a truce", "Excellency,", "en", "letter.pdf", pdf)
    return {"pdf": pdf, "eml": mail_file(draft)}


def guard_for(name: str) -> Guard:
    """The guard of an export in which this name is withheld."""
    rows: list[Signatory] = [*(named(n, text) for n, text in enumerate(_PRINTED, start=2)), hidden(ROW, name)]
    printed = printed_names(rows)
    return Guard(forms_of(rows, printed), printed, letters=True)


def searched(guard: Guard, path: Path) -> Search:
    """Search one file to the end."""
    return result_of(guard.search([path], [path.name]))
