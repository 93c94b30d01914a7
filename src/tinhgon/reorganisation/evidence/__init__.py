"""What the law wants to be done before a plan is decided (căn cứ, thủ tục đã thực hiện)."""
