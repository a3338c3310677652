"""Catalogs, names of languages and countries, numbers and dates as each language writes them."""
