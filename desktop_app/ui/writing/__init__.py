"""The page to write on: a letter's paragraphs in a text document of Qt's."""
