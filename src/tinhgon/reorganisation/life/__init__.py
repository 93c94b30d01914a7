"""The life of a package (quá trình): all that was done to it, from the record of acts."""
