from decimal import Decimal

from num2words import num2words

from core.money import kopecks


def rubles_in_words(amount: Decimal) -> str:
    """«Сто двадцать один рубль 01 копейка»: kopecks in digits, first letter raised.

    num2words takes an int for kopecks and a float for noise, hence the quantized Decimal; an empty
    separator avoids its comma and double space.
    """
    text = num2words(
        kopecks(amount), lang="ru", to="currency", currency="RUB", cents=False, separator=""
    )
    return text[:1].upper() + text[1:]
