"""What ``make_templates`` is made of: the texts, the look on paper, and the two office formats."""
