"""The questions about printing a name that forms ask, as patterns of whole questions, language by language.

They are written without accents, as questions are compared. Not one word may stand beside what they foresee:
"not", "only" or "before" would turn a question round. To be added to a letter, or listed as a signatory, is
to sign it: a verb that need not mean the public ("include", "use", "mention") asks for it only with a place
that is public, and "list" needs one where no name is spoken of. A network or a coalition is somebody else
than its member who answers: a question about its name is none about the member's.
"""

from desktop_app.domain.question_words import elsewhere, english, germanic, romance

PUBLISHES = (*english.PUBLISHES, *romance.PUBLISHES, *germanic.PUBLISHES, *elsewhere.PUBLISHES)
"""A yes publishes the name in the letter, on its list or in public."""

SHARES = (*english.SHARES, *romance.SHARES)
"""A yes shows the name to somebody, which is not the public. A no is a no."""

HIDES = (*english.HIDES, *romance.HIDES, *germanic.HIDES, *elsewhere.HIDES)
"""A yes hides the name."""
