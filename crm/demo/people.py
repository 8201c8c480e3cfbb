"""The demo firm: requisites, offices, stages and employees, one login per role."""

from django.contrib.auth.hashers import make_password

from company import pins
from company.models import Department, Employee, Firm, Office, Stage, VatRegime
from company.models.role import Role
from crm.demo import PASSWORD
from production.models import DefectCause

FIRM = {
    "name": "Стекольная мастерская «Наряд»",
    "legal_name": "ООО «Наряд-Стекло»",
    "inn": "7700000009",
    "kpp": "770001001",
    "ogrn": "1027700000008",
    "legal_address": "109147, г. Москва, ул. Стекольная, д. 7, стр. 2",
    "phone": "+7 495 000-12-34",
    "email": "zakaz@naryad.example",
    "site": "naryad.example",
    "warranty_months": 12,
    "work_rules_act": (
        "Правила бытового обслуживания населения (постановление Правительства РФ "
        "от 21.09.2020 № 1514)"
    ),
    "storage_note": (
        "Невостребованное изделие хранится 2 месяца со дня, когда заказчик уведомлён о готовности; "
        "далее исполнитель вправе действовать по ст. 738 ГК РФ."
    ),
    "check_days": 0,
    "transport_days": 1,
}
OFFICES = [
    (
        "Офис на Таганке",
        "г. Москва, ул. Марксистская, д. 10",
        "+7 495 000-12-34",
        "пн–сб 10:00–20:00",
    ),
    (
        "Офис на Соколе",
        "г. Москва, Ленинградский пр-т, д. 71",
        "+7 495 000-56-78",
        "пн–вс 10:00–21:00",
    ),
]
DEPARTMENTS = [
    "Руководство",
    "Отдел приёма заказов",
    "Производственный цех",
    "Художественный цех",
    "Рекламный отдел",
    "Отдел качества",
    "Бухгалтерия",
    "Доставка и монтаж",
]
# code, name, minutes of capacity per working day, working days outside
STAGES = [
    ("sketch", "Эскиз", 480, 0),
    ("cutting", "Раскрой", 420, 0),
    ("edging", "Кромка", 480, 0),
    ("facet", "Фацет", 420, 0),
    ("drilling", "Сверление и вырезы", 300, 0),
    ("frosting", "Матирование", 360, 0),
    ("tempering", "Закалка", 480, 3),
    ("assembly", "Сборка", 480, 0),
    ("film", "Плёнка", 300, 0),
]
DEFECT_CAUSES = [
    "Приём заказа",
    "Чертёж",
    "Раскрой",
    "Обработка",
    "Подряд (закалка)",
    "Хранение",
    "Перевозка",
    "Монтаж",
    "Клиент",
]
# login, role, last name, first name, patronymic, post, office, department
PEOPLE = [
    ("manager", "manager", "Ольшанская", "Ольга", "Игоревна", "менеджер", 0, 1),
    ("manager2", "manager", "Седова", "Марина", "Павловна", "менеджер", 0, 1),
    ("", "manager", "Гусев", "Антон", "Олегович", "менеджер", 1, 1),
    ("commercial", "commercial", "Лаврова", "Наталья", "Сергеевна", "коммерческий директор", 0, 0),
    ("director", "director", "Воронов", "Пётр", "Андреевич", "генеральный директор", 0, 0),
    ("", "director", "Кравцова", "Елена", "Борисовна", "заместитель директора", 0, 0),
    ("foreman", "foreman", "Зимин", "Виктор", "Степанович", "начальник цеха", 0, 2),
    ("worker", "worker", "Чернов", "Илья", "Романович", "резчик стекла", 0, 2),
    ("", "worker", "Бойко", "Семён", "Ильич", "обработчик кромки", 0, 2),
    ("", "worker", "Панин", "Денис", "Юрьевич", "сборщик", 0, 2),
    ("artist", "artist", "Яковлева", "Алёна", "Дмитриевна", "художник", 0, 3),
    ("marketing", "marketing", "Тихонова", "Дарья", "Олеговна", "специалист по рекламе", 0, 4),
    ("quality", "quality", "Мельник", "Ирина", "Викторовна", "специалист по качеству", 0, 5),
    ("service", "service", "Рыбаков", "Глеб", "Антонович", "инженер сервиса", 0, 5),
    ("accountant", "accountant", "Соколова", "Тамара", "Ивановна", "бухгалтер", 0, 6),
    ("driver", "driver", "Громов", "Николай", "Петрович", "водитель-монтажник", 0, 7),
    ("admin", "admin", "Фёдоров", "Кирилл", "Максимович", "администратор", 0, 0),
    ("tablet", "tablet", "Планшет цеха", "", "", "общий вход цеха", 0, 2),
]
# Who takes a step on the tablet: by login, the PIN.
PINS = {"worker": "2580", "staff-8": "1470", "staff-9": "3690", "foreman": "1937"}

LOGINS = [row[0] for row in PEOPLE if row[0]]


def load():
    Firm.objects.update_or_create(pk=1, defaults=FIRM)
    VatRegime.objects.get_or_create(valid_from="2025-01-01", defaults={"percent": 20})
    VatRegime.objects.get_or_create(valid_from="2026-01-01", defaults={"percent": 22})
    offices = [_office(place, *row) for place, row in enumerate(OFFICES, start=1)]
    departments = [Department.objects.get_or_create(name=name)[0] for name in DEPARTMENTS]
    load_stages()
    load_causes()
    password = make_password(PASSWORD)  # slow on purpose, and the same for all
    for row in PEOPLE:
        _employee(row, offices, departments, password)


def load_stages():
    """The usual stages of a glass workshop, for a firm to change as it works."""
    for place, (code, name, minutes, outside) in enumerate(STAGES, start=1):
        Stage.objects.get_or_create(
            code=code,
            defaults={
                "name": name,
                "minutes_per_day": minutes,
                "outside_days": outside,
                "ordering": place * 10,
            },
        )


def load_causes():
    """What defects usually come from, for the firm to count its own."""
    for place, name in enumerate(DEFECT_CAUSES, start=1):
        DefectCause.objects.get_or_create(name=name, defaults={"ordering": place * 10})


def _office(place, name, address, phone, hours):
    defaults = {"address": address, "phone": phone, "hours": hours, "ordering": place * 10}
    return Office.objects.get_or_create(name=name, defaults=defaults)[0]


def _employee(row, offices, departments, password):
    login, role, last_name, first_name, patronymic, post, office, department = row
    username = login or f"staff-{PEOPLE.index(row)}"
    if Employee.objects.filter(username=username).exists():
        return
    employee = Employee(
        username=username,
        last_name=last_name,
        first_name=first_name,
        patronymic=patronymic,
        post=post,
        role=Role.objects.get(code=role),
        office=offices[office],
        department=departments[department],
    )
    if login:
        employee.password = password
    else:
        employee.set_unusable_password()
    if username in PINS:
        employee.pin = pins.hashed(PINS[username])
    employee.save()


def login(username) -> Employee:
    return Employee.objects.get(username=username)


def remove():
    """The demo's employees go; the firm's offices, stages and requisites are left to be edited."""
    names = {row[0] or f"staff-{place}" for place, row in enumerate(PEOPLE)}
    Employee.objects.filter(username__in=names).delete()
