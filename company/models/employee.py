from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.fetching import besides
from core.prepared import knowing

ROBOT = "robot"

ROLE_IN_QUESTIONS = ("code", "rights", "scope", "hidden_fields", "discount_limit")
NAMES = ("username", "last_name", "first_name", "patronymic")


def named(*paths: str) -> list[str]:
    """For `defer` beside `select_related`: of these employees only what names them is fetched."""
    return [field for path in paths for field in besides(path, Employee, *NAMES)]


class Presence(models.TextChoices):
    WORKS = "works", pgettext_lazy("employee", "Works")
    LEFT = "left", pgettext_lazy("employee", "Has left")


class EmployeeQuerySet(models.QuerySet):
    def people(self):
        return self.exclude(username=ROBOT)

    def working(self):
        return self.people().filter(is_active=True)

    def present(self):
        """Those who work and are not away today."""
        absences = self.model._meta.get_field("absences").related_model.objects
        return self.working().exclude(pk__in=absences.today().values("employee"))

    def with_rights(self, *rights):
        """Those who work and have all of them by their role."""
        return self.working().filter(role__rights__contains=list(rights))

    def to_choose_from(self):
        """Those who left too: their rows are still to be found. Nothing but names is fetched."""
        return self.people().only(*NAMES)

    def left(self):
        return self.people().filter(is_active=False)

    def named(self, text):
        """By the beginning of any name or of the login."""
        found = models.Q()
        for word in text.split():
            found &= (
                models.Q(last_name__istartswith=word)
                | models.Q(first_name__istartswith=word)
                | models.Q(patronymic__istartswith=word)
                | models.Q(username__istartswith=word)
            )
        return self.filter(found)


class EmployeeManager(BaseUserManager.from_queryset(EmployeeQuerySet)):
    def create_user(self, username, password, **fields):
        employee = self.model(username=username, **fields)
        employee.set_password(password)
        employee.save()
        return employee


class Employee(AbstractBaseUser):
    username = models.CharField(_("Login"), max_length=40, unique=True)
    last_name = models.CharField(_("Last name"), max_length=60)
    first_name = models.CharField(_("First name"), max_length=60, blank=True)
    patronymic = models.CharField(_("Patronymic"), max_length=60, blank=True)
    post = models.CharField(_("Post"), max_length=120, blank=True)
    phone = models.CharField(_("Phone"), max_length=60, blank=True)
    email = models.EmailField(_("E-mail"), blank=True)
    role = models.ForeignKey(
        "company.Role", models.PROTECT, related_name="employees", verbose_name=_("Role")
    )
    office = models.ForeignKey(
        "company.Office", models.PROTECT, related_name="employees", verbose_name=_("Office")
    )
    department = models.ForeignKey(
        "company.Department",
        models.PROTECT,
        related_name="employees",
        verbose_name=_("Department"),
        null=True,
        blank=True,
    )
    is_active = models.BooleanField(_("Works here"), default=True)
    # On the workshop's shared tablet a worker is known by name and PIN.
    pin = models.CharField(max_length=128, blank=True, editable=False)
    pin_tries = models.PositiveSmallIntegerField(default=0, editable=False)
    pin_tried_at = models.DateTimeField(null=True, editable=False)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = []

    objects = EmployeeManager()

    class Meta:
        ordering = ["last_name", "first_name"]
        verbose_name = _("Employee")
        permissions = [("use_tablet", _("Shared tablet: each step asks who takes it, by PIN"))]

    def __str__(self):
        return self.short_name

    def get_absolute_url(self):
        return reverse("company:employee", args=[self.pk])

    @property
    def presence(self):
        return Presence.WORKS if self.is_active else Presence.LEFT

    @property
    def full_name(self):
        return " ".join(filter(None, [self.last_name, self.first_name, self.patronymic]))

    @property
    def short_name(self):
        """«Воронина Е. Б.»"""
        initials = [f"{name[0]}." for name in (self.first_name, self.patronymic) if name]
        return " ".join(filter(None, [self.last_name, "\u00a0".join(initials)]))

    @property
    def is_robot(self):
        return self.username == ROBOT

    def has_perm(self, right, obj=None):
        return self.is_active and (self.is_robot or right in self.role.rights)

    def sees_field(self, code: str) -> bool:
        """Whether the role lets this person read that attribute of a client."""
        return self.is_robot or code not in self.role.hidden_fields

    @property
    def hidden_fields(self) -> frozenset[str]:
        return frozenset() if self.is_robot else frozenset(self.role.hidden_fields)

    @cached_property
    def question_shape(self):
        """By what the questions of two people differ besides their keys: see core.prepared."""
        role = [getattr(self.role, name) for name in ROLE_IN_QUESTIONS]
        role = [tuple(each) if isinstance(each, list) else each for each in role]
        return (self.is_robot, self.is_active, *role)

    @property
    def question_values(self):
        return self.pk, self.office_id, self.department_id, self.role_id

    def stand_in(self, values):
        pk, office, department, role = values
        shown = {name: getattr(self.role, name) for name in ROLE_IN_QUESTIONS}
        person = knowing(
            Employee,
            id=pk,
            office_id=office,
            department_id=department,
            role_id=role,
            username=ROBOT if self.is_robot else "",
            is_active=self.is_active,
        )
        person.role = knowing(type(self.role), id=role, **shown)
        return person

    def has_perms(self, rights, obj=None):
        return all(self.has_perm(right) for right in rights)
