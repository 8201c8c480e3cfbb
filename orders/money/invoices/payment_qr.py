"""The payment code of an invoice: ГОСТ Р 56042-2014, read by the banks' programs for phones."""

from decimal import Decimal

# The block of what must be there, in the chosen encoding (ГОСТ Р 56042-2014, 5.3).
MOST_BYTES = 300
SEPARATORS = "|#;:^_~{}!$%&()*+,/@"
UTF8 = "2"
# What banks cut off, though the standard lets a purpose have 210.
PURPOSE = 160
NAME, BANK = 160, 45
WITHOUT_CORRESPONDENT = "0"


def payload(*, name, account, amount: Decimal, purpose, inn, kpp="", payer_inn="") -> str | None:
    """The text of the code; None where the requisites do not fit into it. `account` has
    `account`, `bank_name`, `bik` and `correspondent_account`; the sum is written in kopecks."""
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
    if len(separator.join(written[: len(required)]).encode()) > MOST_BYTES:
        return None
    return separator.join([f"ST0001{UTF8}", *written])
