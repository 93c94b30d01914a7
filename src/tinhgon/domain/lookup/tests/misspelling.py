"""How people write names otherwise than the register: other spellings, slips, marks left out."""

import re
import unicodedata
from random import Random

from tinhgon.domain.lookup.tests.truth import TONES, fold

LETTERS = "abcdeghiklmnopqrstuvxy"


def respelled(name: str, random: Random) -> str:
    changed = [
        _tone_moved(name),
        re.sub(r"(?i)\b(qu|[bcdđghklmnrstvx]h?)([yỳýỷỹỵ])(?=\b|nh|t|ên)", _with_i, name),
        re.sub(r"(?i)\b(qu|[hklmst])([iìíỉĩị])\b", _with_y, name),
        re.sub(r"Đ[ăắ]k", lambda m: random.choice(["Đắk", "Đăk", "Đak", "Đắc"]), name),
        re.sub(r"\b\d+$", lambda m: "0" * (len(m[0]) < 2) + m[0], name),
        re.sub(r"\b[1-3]?\d$", lambda m: _roman(int(m[0])), name),
        name.replace("'", random.choice(["’", "", "`", "' ", "‘"])),
        name.replace(" - ", random.choice([" ", "-", " – "])),
    ]
    return random.choice([c for c in changed if c != name] or [name])


def _tone_moved(name: str) -> str:
    pairs = {"oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe"}
    pairs |= {"uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy"}
    words = []
    for word in name.split(" "):
        for new, old in pairs.items():
            if word.endswith(new) and not word.lower().startswith("qu"):
                word = word[: -len(new)] + old
            elif word.endswith(old):
                word = word[: -len(old)] + new
        words.append(word)
    return " ".join(words)


def slip(name: str, random: Random) -> str:
    places = [place for place, letter in enumerate(name) if letter.isalpha()]
    place, letter = random.choice(places), random.choice(LETTERS)
    after = name[place + 1 :]
    return random.choice(
        [
            name[:place] + after,
            name[:place] + letter + name[place:],
            name[:place] + letter + after,
            name[:place] + after[:1] + name[place] + after[1:]
            if after[:1].isalpha()
            else name[:place] + after,
        ]
    ).strip()


def without_tones(text: str) -> str:
    apart = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(c for c in apart if c not in TONES))


def unmarked(letter: str) -> str:
    plain = fold(letter)
    return plain.upper() if letter.isupper() else plain


def _with_i(found: re.Match[str]) -> str:
    return found[1] + found[2].translate(str.maketrans("yỳýỷỹỵY", "iìíỉĩịI"))


def _with_y(found: re.Match[str]) -> str:
    return found[1] + found[2].translate(str.maketrans("iìíỉĩịI", "yỳýỷỹỵY"))


def _roman(number: int) -> str:
    ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    return "X" * (number // 10) + ones[number % 10]
