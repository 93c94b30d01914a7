"""Standard bodies (cơ quan theo mô hình chuẩn) of areas entered into the register by rule."""
