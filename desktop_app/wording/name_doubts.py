"""What is doubtful about the figures and the names of an imported letter, and what to do."""

from desktop_app.support.i18n import N_

NAME_DOUBTS = {
    # the figures
    "import-figure-unclaimed": N_(
        "A figure here may count the signatories, and was not taken for their number. "
        "If it does, put the field {{{{ signatories.total }}}} there."
    ),
    "import-claim": N_(
        "The letter claims {claimed}, {anonymous} of them without a name; its list shows {top} at the top "
        "level and {all} with members. Compare with the original."
    ),
    "import-claim-guessed": N_(
        "A figure here may count the signatories. If so, put the field {{{{ signatories.total }}}} there."
    ),
    "import-anonymous-many": N_(
        "More than {most} are said to have no name, so no rows were made. See what the figure counts."
    ),
    # the list
    "import-name-in-text": N_(
        "The text speaks of this signatory of the old letter. If it does not sign the new one, or not with "
        "its name, change the sentence."
    ),
    "import-names-in-text": N_(
        "The text speaks of {names} signatories of the old letter. Where one does not sign the new letter, "
        "or not with its name, change the sentence."
    ),
    "import-list-by-shape": N_(
        "Nothing says that the list begins here; it was told by its shape. See that it begins and ends right."
    ),
    "import-by-the-list": N_(
        "This stood beside the list and was not taken for a name. Add a row if it is one."
    ),
    "import-group": N_("This was taken for the heading of a group in the list. If it is a name, add a row."),
    "import-table-head": N_("This was taken for the heading of the table. If it is a signatory, add a row."),
    "import-cell-unused": N_("These cells of the table were not taken over. Add what you need to the list."),
    "import-no-name": N_("This line of the list has no name in it. Add a row if somebody is meant."),
    "import-name-joined": N_("Two lines were joined into one name. If they are two, add a row."),
    "import-name-joined-by-order": N_(
        "Two lines were joined, since the second breaks the alphabet. If they are two names, add a row."
    ),
    "import-run-together": N_(
        "Names stand one after the other here and were parted. See that each is whole."
    ),
    "import-odd-name": N_("This is an odd name. Compare with the original."),
    "import-odd-statement": N_("This was taken for the sentence over the list. See that no name is in it."),
    "import-strange-name": N_(
        "This was taken for a name, and looks like something else. See that it is one."
    ),
    "import-heading-as-name": N_("This was taken for a name, and looks like a heading of the list."),
    "import-more-than-a-name": N_(
        "A comma, brackets or a semicolon stand in this name. See that all of it is one name, and "
        "nothing else."
    ),
    "import-unlike-name": N_(
        "This name is written otherwise than the others of the list. See that it is whole."
    ),
    "import-one-umbrella": N_(
        "Most of the list was taken for members of one network. Correct “Member of” in the list if "
        "they are not."
    ),
    "import-in-the-list": N_("This stands among the names and was not taken for one. See where it belongs."),
    "import-order": N_("The name stands out of the alphabet: another line may be missing or misread here."),
    "import-member-or-not": N_(
        "It cannot be told whether this is a member of the network above or signed for itself. "
        "Correct “Member of” in the list."
    ),
    "import-members-by-order": N_(
        "An alphabet of its own begins below this name, so what follows was taken for its members. "
        "Correct “Member of” in the list if they are not."
    ),
    "import-numbers": N_(
        "The printed number here is {number}: {expected} names should stand before it since {since}, and "
        "{found} do. One may be missing, broken in two, or joined with another."
    ),
    "import-no-number": N_("This name has no printed number while the others do. See that it is a name."),
    "import-name-twice": N_(
        "The same name stands in line {line} already. Both rows were kept: merge or delete one of them."
    ),
    "import-umbrella-twice": N_(
        "Members stand under this name, and two rows have it. Tell them apart there and in “Member of”."
    ),
    "import-country-not-printed": N_(
        "Countries stood after the names. They are in the list; letters print them as headings only, "
        'with by = "country" in campaign.toml.'
    ),
    # people
    "import-person-guessed": N_("This was taken for a person. Correct “Kind” in the list if it is none."),
    "import-phone": N_("A telephone number of a contact was left out. Letters give role addresses only."),
}
