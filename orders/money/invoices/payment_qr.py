"""The payment code of an invoice: ГОСТ Р 56042-2014, read by the banks' programs for phones."""

from decimal import Decimal

# The block of what must be there, in the chosen encoding (ГОСТ Р 56042-2014, 5.3).
MOST_BYTES = 300
SEPARATORS = "|#;:^_~{}!$%&()*+,/@"
# The digit of each in the head. UTF-8 is read everywhere; a letter takes one byte in the other, so
# that the longest names fit only there.
ENCODINGS = {"2": "utf-8", "1": "cp1251"}
# What banks cut off, though the standard lets a purpose have 210.
PURPOSE = 160
NAME, BANK = 160, 45
WITHOUT_CORRESPONDENT = "0"


def payload(*, name, account, amount: Decimal, purpose, inn, kpp="", payer_inn="") -> bytes | None:
    """What the code holds; None where the requisites do not fit into it. `account` has `account`,
    `bank_name`, `bik` and `correspondent_account`; the sum is written in kopecks."""
    required = {
        "Name": name[:NAME],
        "PersonalAcc": account["account"],
        "BankName": account["bank_name"][:BANK],
        "BIC": account["bik"],
        "CorrespAcc": account["correspondent_account"] or WITHOUT_CORRESPONDENT,
    }
    more = {
        "Sum": str(int(amount * 100)),
        "Purpose": purpose[:PURPOSE],
        "PayeeINN": inn,
        "PayerINN": payer_inn,
        "KPP": kpp,
    }
    fields = {key: " ".join(value.split()) for key, value in (required | more).items() if value}
    text = "".join(fields.values())
    separator = next((mark for mark in SEPARATORS if mark not in text), None)
    if separator is None:
        return None
    written = [f"{key}={value}" for key, value in fields.items()]
    return _encoded(written, separator, len(required))


def _encoded(written, separator, required) -> bytes | None:
    for digit, encoding in ENCODINGS.items():
        try:
            block = separator.join(written[:required]).encode(encoding)
            whole = separator.join([f"ST0001{digit}", *written]).encode(encoding)
        except UnicodeEncodeError:
            continue
        if len(block) <= MOST_BYTES:
            return whole
    return None
