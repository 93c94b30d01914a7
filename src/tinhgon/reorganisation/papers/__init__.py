"""The papers of a package (hồ sơ phương án): scheme, submission, draft decision, annexes."""
