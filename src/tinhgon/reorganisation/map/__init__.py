"""The map of a package (bản đồ): where the old units lay, and how far it is to the new ones."""
