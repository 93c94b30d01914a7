"""What the law asks about units and nobody else records: classes, groups of autonomy."""
