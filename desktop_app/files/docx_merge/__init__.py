"""Letter, signatories and recipients become documents: what is common is rendered once."""
