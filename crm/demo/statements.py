"""A bank statement of some days ago: a payment that was sure, ones that wait for a person, a
transfer between own accounts, expenses, card payments, and one that nobody knows."""

from datetime import datetime, timedelta
from decimal import Decimal
from itertools import count

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from clients.models import Client, Requisites
from company.models import BankAccount, Employee, Firm
from core import clock, jobs
from core.money import kopecks
from orders import actions
from orders.models import ExpenseKind, WorkOrder
from orders.work_orders.lifecycle import TAKES_MONEY

BANK = {"bank_name": "АО «Банк Стекольный»", "bik": "044525974"}
CORRESPONDENT = "30101810345250000974"
MAIN, SAVINGS = "40702810200000045120", "40702810500000045121"
INNS = ("7700000129", "7700003458", "7700006787")
SENDER = ('ПАО "Банк Переводов"', "", "30232810000000000077")
LANDLORD = ('ООО "Складской двор"', "7700009026", "40702810300000000913")
PRINTER = ("ИП Ланской П. А.", "", "40802810300000000914")
SUPPLIER = ('ООО "Стеклосбыт"', "7700009019", "40702810300000000911")
STRANGER = ('ООО "Вектор-М"', "7700077770", "40702810300000000912")
ACQUIRER = ('ПАО "Банк Эквайер"', "", "30232810000000000001")
KINDS = ("Материалы", "Аренда", "Зарплата", "Налоги и взносы", "Услуги банка", "Реклама", "Прочее")
SPENT_ON = ("Материалы", "Аренда", "Реклама")
AGO = timedelta(days=5)


def load_kinds():
    for place, name in enumerate(KINDS, start=1):
        ExpenseKind.objects.get_or_create(name=name, defaults={"ordering": place * 10})


class Statements:
    def __init__(self, now: datetime):
        self.moment = now - AGO
        self.numbers = count(101)

    @transaction.atomic
    def fill(self):
        load_kinds()
        self._accounts()
        accountant = Employee.objects.working().filter(role__code="accountant").first()
        payers = self._payers()
        if not accountant or len(payers) < 2:
            return
        with clock.at(self.moment):
            file = SimpleUploadedFile("kl_to_1c.txt", self._file(*payers, by=accountant))
            loaded = actions.upload_statement(file, by=accountant)
            jobs.run_job(loaded.job_id)
        spent = loaded.lines.expenses().order_by("pk")
        for line, name in zip(spent, SPENT_ON, strict=False):
            actions.keep_expense(line, by=accountant, kind=ExpenseKind.objects.get(name=name))

    def _accounts(self):
        for account, is_main in ((MAIN, True), (SAVINGS, False)):
            has_main = is_main and BankAccount.objects.filter(is_main=True).exists()
            BankAccount.objects.get_or_create(
                account=account,
                defaults={
                    **BANK,
                    "correspondent_account": CORRESPONDENT,
                    "is_main": is_main and not has_main,
                },
            )

    def _payers(self):
        """Organisations that owed something already when the statement was made."""
        orders = WorkOrder.objects.in_debt().filter(
            client__kind=Client.Kind.ORGANISATION,
            status__in=TAKES_MONEY,
            has_invoices=False,
            accepted_at__lt=self.moment,
        )
        found = {}
        for order in orders.select_related("client", "manager__role", "office").order_by("-pk")[
            :50
        ]:
            found.setdefault(order.client_id, order)
        return list(found.values())[:2]

    def _file(self, sure, offered, *, by):
        we = (Firm.get().legal_name, Firm.get().inn, MAIN)
        savings = (*we[:2], SAVINGS)
        payers = [
            (order.client.name, self._inn(order.client, inn), f"4070281030000000{900 + place:04}")
            for place, (order, inn) in enumerate(zip((sure, offered), INNS, strict=False))
        ]
        invoice = actions.issue_invoice([sure], by=by)
        half = kopecks(offered.debt / 2)
        paid = f"Оплата по счету {invoice.number} от {self.day}. В т.ч. НДС"
        lines = [
            self._document(payers[0], we, invoice.amount, paid),
            self._document(payers[1], we, half, "Предоплата за изделия из стекла"),
            self._document(
                STRANGER, we, Decimal("18500.00"), "Оплата за зеркала по договоренности"
            ),
            self._document(
                ACQUIRER, we, Decimal("46210.35"), "Возмещение по операциям с картами за день"
            ),
            self._document(we, savings, Decimal("100000.00"), "Перевод между счетами"),
            self._document(
                we, SUPPLIER, Decimal("64380.00"), "Оплата за листовое стекло, счет 815"
            ),
            self._document(we, LANDLORD, Decimal("92000.00"), "Аренда цеха за месяц"),
            self._document(we, PRINTER, Decimal("7450.00"), "Печать каталогов, счет 41"),
            *self._from_person(we),
        ]
        text = [
            "1CClientBankExchange",
            "ВерсияФормата=1.03",
            "Кодировка=Windows",
            f"Отправитель={BANK['bank_name']}",
            f"ДатаНачала={self.day}",
            f"ДатаКонца={self.day}",
            f"РасчСчет={MAIN}",
            *(line for document in lines for line in document),
            "КонецФайла",
        ]
        return "\r\n".join(text).encode("cp1251", errors="replace")

    def _from_person(self, we):
        """By a bank that names nobody but in the purpose."""
        owed = WorkOrder.objects.in_debt().filter(
            client__kind=Client.Kind.PERSON, status__in=TAKES_MONEY, has_invoices=False
        )
        order = owed.filter(accepted_at__lt=self.moment).order_by("-pk").first()
        if order is None:
            return []
        surname, *others = order.client.name.split()
        initials = "".join(f"{each[0]}." for each in others)
        return [self._document(SENDER, we, order.debt, f"За зеркало, {surname} {initials}")]

    def _inn(self, client, inn):
        known = Requisites.objects.get_or_create(client=client)[0]
        if not known.inn:
            known.legal_name, known.inn = known.legal_name or client.name, inn
            known.save(update_fields=["legal_name", "inn"])
        return known.inn

    @property
    def day(self):
        return clock.today().strftime("%d.%m.%Y")

    def _document(self, payer, payee, amount, purpose):
        sides = (("Плательщик", payer), ("Получатель", payee))
        return [
            "СекцияДокумент=Платежное поручение",
            f"Номер={next(self.numbers)}",
            f"Дата={self.day}",
            f"Сумма={amount}",
            *(
                line
                for side, (name, inn, account) in sides
                for line in (f"{side}={name}", f"{side}ИНН={inn}", f"{side}Счет={account}")
            ),
            "ВидОплаты=01",
            f"НазначениеПлатежа={purpose}",
            "КонецДокумента",
        ]
