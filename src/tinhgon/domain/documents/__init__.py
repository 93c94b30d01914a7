"""Documents (văn bản): their numbers, where a text names them, and the tasks that a text gives.

Knows the writing of official Vietnamese; what is registered is handed in.
"""
