"""After effect (sau khi ban hành): what became of packages, told to other systems and to people."""
