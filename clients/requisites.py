"""What looks wrong in the requisites of a client: shown to the person and never in their way."""

from company import requisites as checks

INN_OF_ENTREPRENEUR = 12


def faults(found) -> list[str]:
    """Sentences, none for what is empty."""
    answers = [
        found.inn and checks.wrong_inn(found.inn),
        found.kpp and checks.wrong_kpp(found.kpp),
        found.ogrn and checks.wrong_ogrn(found.ogrn),
        found.bik and checks.wrong_bik(found.bik),
        found.account and checks.wrong_account(found.account, found.bik),
        found.correspondent_account
        and checks.wrong_correspondent_account(found.correspondent_account, found.bik),
    ]
    return [answer for answer in answers if answer]


def shown_faults(found, user) -> list[str]:
    """None to somebody who does not read all of the requisites: a sentence repeats the number."""
    names = {field.name for field in found._meta.fields}
    return [] if names & user.hidden_fields else faults(found)


def is_entrepreneur(found) -> bool:
    return len(found.inn) == INN_OF_ENTREPRENEUR
