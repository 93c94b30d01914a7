"""Pages of books, of their documents, and the forms by which these are registered."""
