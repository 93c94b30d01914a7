"""Law (pháp luật): figures and rules as dated, cited values, and how each result comes about.

The figures stand in `tinhgon/statutes/parameters`, the rules that read them in `variables/`.
Other modules ask `law.queries`.
"""
