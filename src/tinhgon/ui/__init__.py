"""The look (giao diện): frame of a page, components, forms, words for findings and errors."""
