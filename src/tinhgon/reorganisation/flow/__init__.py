"""From old to new (từ cũ sang mới): the picture that leads down from the whole to one district."""
