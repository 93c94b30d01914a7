"""Words of official prose (từ ngữ hành chính): verbs of assignment, heads of names, and the like.

All in small letters; phrases are sought longest first.
"""

ASSIGN = ("giao cho", "giao", "phân công", "yêu cầu", "đề nghị", "ủy quyền cho", "ủy quyền")
"""Verbs by which whoever speaks charges somebody."""

LEADS = (
    *("cùng chủ trì", "đồng chủ trì", "chủ trì", "là cơ quan chủ trì", "làm đầu mối", "là đầu mối"),
    *("là cơ quan đầu mối", "làm cơ quan đầu mối", "là cơ quan thường trực"),
)
JOINS = (
    *("phối hợp chặt chẽ với", "phối hợp chặt chẽ cùng", "phối hợp cùng với", "phối hợp cùng"),
    *("phối hợp với", "phối hợp", "cùng với", "cùng"),
)

MUST = (
    *("có trách nhiệm", "chịu trách nhiệm", "có nhiệm vụ", "được giao", "cần phải", "cần", "phải"),
    *("khẩn trương", "chủ động", "tiếp tục", "tập trung", "nghiêm túc", "kịp thời", "thường xuyên"),
    *("tích cực", "trực tiếp", "sớm", "phấn đấu", "căn cứ", "nghiên cứu", "quyết liệt", "ưu tiên"),
)
"""What stands before the verb of somebody who must do something, and says as much by itself."""
MANNER = (
    *("định kỳ", "hằng tháng", "hàng tháng", "hằng quý", "hàng quý", "hằng năm", "hàng năm"),
    *("hằng tuần", "hàng tuần", "đồng thời", "trước mắt", "tự", "không", "cùng", "tiến hành"),
)
"""What may stand before such a verb and says nothing without it."""
DUTY = ("có trách nhiệm", "có nhiệm vụ", "cần phải", "cần", "phải", "được giao", "để")
"""What says that somebody must, and is no part of what is to be done."""
AGREED = ("đồng ý", "thống nhất", "nhất trí", "chấp thuận", "quyết định")
"""What may stand before a verb of assignment."""
CONNECTIVES = (
    *("riêng", "trong đó", "đồng thời", "vì vậy", "vì thế", "do đó", "do vậy", "theo đó", "từ đó"),
    *("ngoài ra", "bên cạnh đó", "cùng với đó", "trước mắt"),
)
"""What ties a clause to the one before it."""
INSERTED = ("theo", "căn cứ", "trên cơ sở", "trong phạm vi", "bằng")
"""With what begins that stands between commas, between somebody and the verb."""
PREPOSITIONS = (
    *("trên", "về", "tại", "với", "cho", "của", "theo", "từ", "đến", "trong", "để", "và", "các"),
    *("việc", "những", "do", "bằng", "vào", "ra", "một", "mỗi", "có", "khác", "còn"),
)

VERBS = (
    *("rà soát", "báo cáo", "hướng dẫn", "thẩm định", "theo dõi", "đôn đốc", "xây dựng", "trình"),
    *("bảo đảm", "đảm bảo", "tham mưu", "lãnh đạo", "chỉ đạo", "kiểm tra", "giám sát", "sơ tán"),
    *("sẵn sàng", "tổ chức", "hoàn thiện", "hoàn thành", "hoàn chỉnh", "tăng cường", "ổn định"),
    *("góp ý", "kiểm điểm", "lập", "chuẩn bị", "niêm yết", "ban hành", "cắt giảm", "thanh tra"),
    *("bàn giao", "tiếp nhận", "tiếp thu", "cân đối", "bố trí", "đề xuất", "định hướng"),
    *("tuyên truyền", "nắm bắt", "nắm", "xem xét", "quán triệt", "kiện toàn", "xử lý", "tổng hợp"),
    *("thực hiện", "triển khai", "phối hợp", "chủ trì", "cung cấp", "công bố", "công khai"),
    *("công nhận", "cập nhật", "gửi", "giải quyết", "khắc phục", "chấn chỉnh", "thành lập"),
    *("sắp xếp", "giải thể", "sáp nhập", "hợp nhất", "chuyển", "phân bổ", "phân cấp", "phê duyệt"),
    *("quyết định", "quy định", "ký", "cử", "mời", "thông báo", "thống kê", "kiểm kê", "đánh giá"),
    *("vận động", "vận hành", "số hóa", "kết nối", "nâng cấp", "nâng cao", "mở", "đào tạo"),
    *("bồi dưỡng", "tập huấn", "thi hành", "chấp hành", "duy trì", "quản lý", "sử dụng", "thu hồi"),
    *("thu", "chi", "thanh toán", "quyết toán", "đấu giá", "đẩy nhanh", "đẩy mạnh", "tháo gỡ"),
    *("phát huy", "phát hiện", "phòng", "xác định", "xác minh", "làm rõ", "làm việc", "làm tốt"),
    *("lấy ý kiến", "tạo điều kiện", "hỗ trợ", "chăm lo", "bám sát", "kiểm soát", "thí điểm"),
    *("áp dụng", "sửa đổi", "bổ sung", "điều chỉnh", "thay thế", "bãi bỏ", "đơn giản hóa"),
    *("giảm", "giữ", "lưu trữ", "trả lời", "tiếp công dân", "đối thoại", "đăng ký", "đăng tải"),
    *(
        "phổ biến",
        "rút kinh nghiệm",
        "nhân rộng",
        "lựa chọn",
        "luân chuyển",
        "điều động",
        "bổ nhiệm",
    ),
    *("tuyển dụng", "thi tuyển", "tinh giản", "chi trả", "khảo sát", "thẩm tra", "giới thiệu"),
)
"""What one can be charged to do."""

NEVER = (
    *("đã", "đang", "vừa", "sẽ", "là", "chưa", "bị", "không có", "trình bày", "báo cáo tại"),
    *("chủ trì hội nghị", "chủ trì cuộc họp", "chủ trì phiên họp", "chủ trì buổi làm việc"),
    *("gửi lời", "trân trọng thông báo"),
)
"""What stands before a verb that tells and does not charge."""

TELLS = (
    *("biểu dương", "ghi nhận", "đánh giá cao", "cho rằng", "nhấn mạnh", "kết luận", "phê bình"),
    *(
        "có ý kiến",
        "nhận thấy",
        "cho biết",
        "thống nhất",
        "đồng ý",
        "nhất trí",
        "chấp thuận",
        "còn",
    ),
    *(
        "cơ bản",
        "hoan nghênh",
        "chia sẻ",
        "phát biểu",
        "khẳng định",
        "chỉ rõ",
        "chỉ ra",
        "và",
        "có",
    ),
    *("theo", "tại", "về", "trong", "của", "với", "cho", "trên", "từ", "khi", "nêu", "để", "gồm"),
    *("như", "nhận", "thông qua", "thảo luận", "nghe", "rất", "được", "chậm", "mới"),
)
"""Verbs that tell and words that are no verbs: all else may be a duty where points are listed."""
OPENERS = (
    *("về", "để", "nhằm", "trong", "sau khi", "sau", "trước mắt", "đồng thời", "bên cạnh đó"),
    *("ngoài ra", "hằng", "hàng", "định kỳ", "từ", "căn cứ", "xét", "trên cơ sở", "phát biểu"),
    *("kết luận", "nếu", "khi", "thời gian tới", "theo đó", "trong đó", "riêng", "cùng với đó"),
    *(
        "đối với",
        "trường hợp",
        "thực hiện",
        "chậm nhất",
        "trước",
        "mỗi",
        "tại",
        "do đó",
        "vì vậy",
        "nhân dịp",
    ),
)
"""With what something begins that stands before whoever is charged, up to a comma."""

POSTS = (
    *("giám đốc", "phó giám đốc", "chủ tịch", "phó chủ tịch", "bí thư", "phó bí thư", "thủ trưởng"),
    *("trưởng ban", "phó trưởng ban", "chánh văn phòng", "chánh thanh tra", "trưởng phòng"),
    *("người đứng đầu", "lãnh đạo", "tổng giám đốc", "hiệu trưởng", "cục trưởng", "viện trưởng"),
    *("tổ trưởng", "trưởng", "bí thư thường trực", "phó bí thư thường trực", "chi cục trưởng"),
    *(
        "phó chủ tịch thường trực",
        "bộ trưởng",
        "thứ trưởng",
        "thường trực",
        "thủ tướng",
        "chủ nhiệm",
    ),
    *("chủ nhiệm", "phó thủ tướng", "phó trưởng phòng", "phó chánh văn phòng", "đội trưởng"),
)
PERSONS = ("đồng chí", "đ/c", "ông", "bà")
PORTFOLIOS = ("phụ trách khối", "phụ trách lĩnh vực", "phụ trách địa bàn")
"""What says behind a post which of several persons in it is meant."""

HEADS = (
    *("sở", "ban quản lý dự án", "ban quản lý", "ban chỉ đạo", "ban thường vụ", "ban", "ubnd"),
    *("đoàn đbqh và hđnd", "đoàn đại biểu quốc hội và hội đồng nhân dân", "đoàn đbqh"),
    *("hđnd và ubnd", "hội đồng nhân dân và ủy ban nhân dân", "ủy ban nhân dân", "uỷ ban nhân dân"),
    *("ủy ban mttq việt nam", "ủy ban mttq", "ủy ban mặt trận tổ quốc việt nam", "mttq việt nam"),
    *("ủy ban mặt trận tổ quốc", "mặt trận tổ quốc", "mttq", "ủy ban kiểm tra", "ủy ban", "hđnd"),
    *("hội đồng nhân dân", "văn phòng", "vp", "thanh tra", "công an", "bộ tư lệnh", "bộ chỉ huy"),
    *("bộ", "trung tâm", "chi cục", "cục", "kho bạc nhà nước", "kho bạc", "thuế", "đảng ủy"),
    *("đảng uỷ", "đảng bộ", "thành ủy", "tỉnh ủy", "viện", "trường", "báo", "đài", "cơ quan"),
    *(
        "liên đoàn lao động",
        "liên đoàn",
        "đảng ủy các cơ quan đảng",
        "hội nông dân",
        "hội liên hiệp phụ nữ",
        "hội",
        "thành đoàn",
    ),
    *(
        "ban tiếp công dân",
        "phòng",
        "tòa án nhân dân",
        "viện kiểm sát nhân dân",
        "bảo hiểm xã hội",
        "tổ công tác",
        "tổ",
    ),
    *("đoàn kiểm tra", "đoàn", "hội đồng", "quỹ", "tổng công ty", "công ty", "bệnh viện"),
    *(
        "ngân hàng nhà nước",
        "chi nhánh",
        "chi bộ",
        "cơ quan thường trực",
        "cơ quan ủy ban kiểm tra",
    ),
    *("snv", "stc", "stp", "sxd", "syt", "sgdđt", "snnmt", "skhcn", "svhtt", "sct"),
)
"""With what names of bodies begin."""

SHORT = {
    "ubnd": "Ủy ban nhân dân",
    "uỷ ban nhân dân": "Ủy ban nhân dân",
    "hđnd": "Hội đồng nhân dân",
    "mttq": "Mặt trận Tổ quốc",
    "vp": "Văn phòng",
    "đảng uỷ": "Đảng ủy",
    "tp": "Thành phố",
    "snv": "Sở Nội vụ",
    "stc": "Sở Tài chính",
    "stp": "Sở Tư pháp",
    "sxd": "Sở Xây dựng",
    "syt": "Sở Y tế",
    "sgdđt": "Sở Giáo dục và Đào tạo",
    "snnmt": "Sở Nông nghiệp và Môi trường",
    "skhcn": "Sở Khoa học và Công nghệ",
    "svhtt": "Sở Văn hóa và Thể thao",
    "sct": "Sở Công Thương",
}
"""Short forms, written out."""

PLURAL = ("các", "tất cả các", "toàn thể các", "những", "từng")
MEMBERS = (
    *(
        "sở",
        "ban",
        "ngành",
        "xã",
        "phường",
        "đặc khu",
        "thị trấn",
        "cơ quan",
        "đơn vị",
        "địa phương",
    ),
    *("quận", "huyện", "thị xã", "đoàn thể", "tổ chức", "cấp ủy", "chính quyền", "doanh nghiệp"),
    *("tổ chức đảng", "cấp uỷ", "chi bộ"),
    *(
        "chủ đầu tư",
        "thành viên",
        "đảng ủy",
        "đảng bộ",
        "phòng",
        "trường",
        "hội",
        "cấp",
        "bệnh viện",
    ),
    *("tổ chức chính trị - xã hội", "đồng chí", "trung tâm", "ban quản lý dự án", "ban quản lý"),
    *(
        "thôn",
        "tổ dân phố",
        "quận ủy",
        "huyện ủy",
        "phòng chuyên môn",
        "ban đảng",
        "đơn vị sự nghiệp",
    ),
    *("tỉnh", "thành phố", "bộ", "cơ quan báo chí", "khu công nghiệp", "lực lượng", "nhà thầu"),
    *("hộ kinh doanh", "chủ thể", "khoa", "lãnh đạo", "tập thể", "cá nhân", "phòng, ban"),
    *("cơ quan tham mưu, giúp việc", "cơ quan chuyên môn"),
)
"""What groups are groups of."""
QUALIFIERS = (
    *("có liên quan", "liên quan", "trực thuộc", "thuộc", "chức năng", "chuyên môn", "cấp xã"),
    *("cấp thành phố", "cấp tỉnh", "thành phố", "trên địa bàn", "trên địa bàn thành phố"),
    *("trực thuộc thành phố", "thuộc thành phố", "nêu trên", "công lập"),
    *("xã", "phường", "khác", "còn lại", "trung ương", "địa phương"),
)
"""What says which of a group are meant."""

AREAS = (
    *("thành phố", "tp", "tỉnh", "quận", "huyện", "thị xã", "xã", "phường", "đặc khu", "thị trấn"),
    *("thủ đô", "khu vực", "cấp xã", "cấp tỉnh", "cấp thành phố", "thành phố hà nội"),
)
INSIDE = (
    *("hành chính công", "khu công nghệ cao", "các khu công nghệ cao", "các khu công nghiệp"),
    *("các khu công nghệ cao và khu công nghiệp", "khu công nghiệp", "phát triển", "cán bộ"),
    *("kinh tế - xã hội", "kinh tế", "xã hội", "đầu tư xây dựng", "công trình", "giao thông"),
    *("dân dụng", "các cơ quan đảng", "các cơ quan", "nhân dân", "nhà nước", "chính trị", "dự án"),
    *("dịch vụ", "việc làm", "văn hóa", "kiến trúc", "thành phố", "quốc gia", "lao động"),
)
"""Words in small letters within names."""
PAIRS = {
    "giáo dục": ("đào tạo",),
    "nông nghiệp": ("môi trường", "phát triển nông thôn"),
    "khoa học": ("công nghệ",),
    "văn hóa": ("thể thao", "du lịch"),
    "thể thao": ("du lịch",),
    "thông tin": ("truyền thông",),
    "kế hoạch": ("đầu tư",),
    "tài nguyên": ("môi trường",),
    "dân tộc": ("tôn giáo",),
    "tuyên giáo": ("dân vận",),
}
"""Fields that stand together in one name, joined by «và»."""

PRODUCTS = (
    *(
        "kế hoạch",
        "đề án",
        "báo cáo",
        "tờ trình",
        "nghị quyết",
        "quyết định",
        "quy chế",
        "quy định",
    ),
    *("phương án", "danh mục", "danh sách", "chương trình", "biểu mẫu", "văn bản", "công văn"),
    *("hồ sơ", "hướng dẫn", "lịch", "quy trình", "chỉ thị", "thông báo", "dự thảo", "bộ tiêu chí"),
    *("đề cương", "dự toán", "bản đồ", "cơ sở dữ liệu", "sổ tay", "kịch bản", "dự án"),
)
MAKES = (
    *("xây dựng", "ban hành", "lập", "tham mưu", "hoàn thiện", "hoàn chỉnh", "soạn thảo", "trình"),
    *("biên soạn", "xây dựng và ban hành", "rà soát, hoàn thiện"),
)
"""Verbs behind which the thing to be made stands."""
