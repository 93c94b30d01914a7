"""Work (việc): its clarities, its life, on which day it is due and how it stands then.

Nothing here knows a database or asks the clock; what is derived here is stored nowhere.
"""
