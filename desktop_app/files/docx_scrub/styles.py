"""Styles, numbering, settings and theme: what the letter uses and what changes its layout."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from lxml import etree

from desktop_app.files.docx_scrub.fields import remove
from desktop_app.files.wordml import NAMESPACES, local, w

PROGRAM_STYLES = frozenset({"SignatoryMember", "SignatoryGroup", "Contact", "Hyperlink", "Header"})
"""Styles that the program itself may use for what it adds."""

_SETTINGS_KEPT = (
    "defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps "
    "evenAndOddHeaders characterSpacingControl footnotePr endnotePr compat themeFontLang "
    "clrSchemeMapping decimalSymbol listSeparator"
).split()
"""In the order of the schema, which Word insists on."""
_COMPAT_KEPT = frozenset(
    {"compatibilityMode", "overrideTableStyleFontSizeAndJustification", "enableOpenTypeFeatures"}
)
_REFERENCES = ("pStyle", "rStyle", "tblStyle", "styleLink", "numStyleLink")
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def hidden_styles(styles: etree._Element | None) -> frozenset[str]:
    """Ids of the styles that hide what they are put on, themselves or through a style they build on."""
    if styles is None:
        return frozenset()
    by_id = {style.get(w("styleId"), ""): style for style in styles.iter(w("style"))}
    told: dict[str, bool] = {}
    for key in by_id:
        _tell_hides(key, by_id, told)
    return frozenset(key for key, hides in told.items() if hides)


def _tell_hides(key: str, by_id: Mapping[str, etree._Element], told: dict[str, bool]) -> None:
    """Note of a style, and of those that it builds on, whether they hide; each is looked at once."""
    passed: list[str] = []
    hides = False
    while key in by_id:
        if key in told:
            hides = told[key]
            break
        passed.append(key)
        told[key] = False  # until the end of the chain is seen; it may be a circle
        flag = by_id[key].find(f"{w('rPr')}/{w('vanish')}")
        if flag is not None:
            hides = flag.get(w("val"), "1") not in ("0", "false", "off")
            break
        base = by_id[key].find(w("basedOn"))
        key = "" if base is None else base.get(w("val"), "")
    told.update(dict.fromkeys(passed, hides))


def keep_used_styles(styles: etree._Element, users: Iterable[etree._Element]) -> None:
    """Remove every style that nothing refers to."""
    by_id = {style.get(w("styleId"), ""): style for style in styles.iter(w("style"))}
    wanted = [key for key, style in by_id.items() if style.get(w("default")) in ("1", "true")]
    wanted += [key for key in by_id if key in PROGRAM_STYLES]
    for user in users:
        wanted += [n.get(w("val"), "") for name in _REFERENCES for n in user.iter(w(name))]
    used: set[str] = set()
    while wanted:
        key = wanted.pop()
        if key in used or key not in by_id:
            continue
        used.add(key)
        wanted += [n.get(w("val"), "") for n in by_id[key] if local(n) in ("basedOn", "link", "next")]
    for key, style in by_id.items():
        if key not in used:
            remove(style)
    for latent in list(styles.iter(w("latentStyles"))):
        remove(latent)


def clean_properties(root: etree._Element) -> None:
    """Session ids, template ids and foreign extras out of styles and numbering."""
    known = frozenset(NAMESPACES.values())
    dropped = {
        w(name)
        for name in (
            *("rsid", "nsid", "tmpl", "numPicBullet", "lvlPicBulletId", "numberingChange"),
            *("aliases", "numIdMacAtCleanup"),
        )
    }
    for node in list(root.iter()):
        if not isinstance(node.tag, str):
            remove(node)
            continue
        parent = node.getparent()
        name_of_list = node.tag == w("name") and parent is not None and parent.tag == w("abstractNum")
        if (
            node.tag in dropped
            or name_of_list
            or etree.QName(node).namespace not in known
            or local(node).endswith("PrChange")
        ):
            remove(node)
            continue
        for key in list(node.attrib):
            name = etree.QName(key)
            foreign = name.namespace not in (None, NAMESPACES["w"])
            if foreign or name.localname.startswith("rsid") or name.localname in ("tplc", "durableId"):
                del node.attrib[key]


def layout_settings(draft: etree._Element | None) -> etree._Element:
    """A new settings part with the few entries that change how the letter looks."""
    made = etree.Element(w("settings"), nsmap={"w": NAMESPACES["w"]})
    if draft is None:
        return made
    for name in _SETTINGS_KEPT:
        for entry in draft.findall(w(name)):
            if name == "compat":
                _keep_known_compat(entry)
            made.append(entry)
    clean_properties(made)
    return made


def _keep_known_compat(compat: etree._Element) -> None:
    for setting in list(compat.iter(w("compatSetting"))):
        if setting.get(w("name")) not in _COMPAT_KEPT:
            remove(setting)


def plain_theme(theme: etree._Element) -> etree._Element:
    """The theme's fonts and colours without its names and extensions."""
    for node in list(theme.iter()):
        if not isinstance(node.tag, str) or local(node) in ("extLst", "custClrLst", "objectDefaults"):
            remove(node)
        elif etree.QName(node).namespace == _DRAWING and "name" in node.attrib and local(node) != "latin":
            node.set("name", "Letter")
    return theme


def note_ids_used(stories: Iterable[etree._Element], kind: str) -> AbstractSet[str]:
    """Ids of the notes (``footnote`` or ``endnote``) that the text refers to."""
    return {r.get(w("id"), "") for story in stories for r in story.iter(w(f"{kind}Reference"))}


def keep_used_notes(root: etree._Element, kind: str, used: AbstractSet[str]) -> None:
    """A note that nothing refers to is not printed, but would be carried along: remove it."""
    for note in list(root.iter(w(kind))):
        if note.get(w("type")) in (None, "normal") and note.get(w("id")) not in used:
            remove(note)
