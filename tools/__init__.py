"""Commands for those who build: assets, catalogues, generated documents. Not shipped."""
