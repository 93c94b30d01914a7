"""What the rules found in a package (kết luận thẩm định), in words and with whom it concerns."""
