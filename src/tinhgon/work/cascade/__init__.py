"""One work goes down to all units below in one act, a part for each; the thread is kept."""
