"""Bodies (cơ quan, tổ chức, đơn vị) of a place on a day: by bloc, and in each hierarchy."""
