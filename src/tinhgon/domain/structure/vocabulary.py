"""One table of the three vocabularies: the law's verbs, the data's operations, W3C ORG.

`changes.csv` names an event by what its edges look like; a plan names it by what the law says; ORG
knows organisations and change events. All come down to the operations of `operations/`.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """One operation in the three vocabularies: `law` in Vietnamese, `data` as in `changes.csv`.

    ORG itself knows only org:ChangeEvent; the narrower names in `org` are kinds of our own.
    """

    verb: str
    law: str
    data: tuple[str, ...]
    org: str


TERMS = (
    Term("form", "sắp xếp thành", ("merge", "merge_with_parts", "carve_out"), "org:ChangeEvent"),
    Term("establish", "thành lập", ("establish",), "org:FoundationEvent"),
    Term("consolidate", "hợp nhất", ("consolidate",), "org:MergeEvent"),
    Term("absorb", "sáp nhập", ("absorb",), "org:MergeEvent"),
    Term("divide", "chia", ("divide",), "org:SplitEvent"),
    Term("split-off", "tách", ("split_off",), "org:SplitEvent"),
    Term("transfer-part", "điều chỉnh một phần", ("transfer_part",), "org:ChangeEvent"),
    Term("rename", "đổi tên", ("rename",), "org:ChangeEvent"),
    Term("reclassify", "đổi loại đơn vị", ("reclassify",), "org:ChangeEvent"),
    Term("recode", "cấp lại mã", ("recode",), "org:ChangeEvent"),
    Term("change-level", "chuyển cấp", ("upgrade_district", "change_level"), "org:ChangeEvent"),
    Term("move", "chuyển trực thuộc", ("keep", "move"), "org:ChangeEvent"),
    Term("convert", "chuyển đổi loại hình", ("convert",), "org:ChangeEvent"),
    Term("dissolve", "giải thể", ("dissolve",), "org:DissolutionEvent"),
    Term("abolish-level", "kết thúc hoạt động của một cấp", ("abolish",), "org:DissolutionEvent"),
    Term("conclude", "kết thúc hoạt động", (), "org:DissolutionEvent"),
)

BY_VERB = {term.verb: term for term in TERMS}
BY_DATA = {name: term for term in TERMS for name in term.data}
BY_WORD = {**BY_DATA, **BY_VERB}
"""Whatever a row of `changes.csv` may say: a word of the data, or the verb of a plan."""
