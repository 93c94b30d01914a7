"""Reorganisation (sắp xếp tổ chức bộ máy): plans checked, enacted, put into effect as one act."""
