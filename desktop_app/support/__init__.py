"""Resources, settings and catalogs."""
