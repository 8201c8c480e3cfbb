from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.hashers import Argon2PasswordHasher

from company.models import Employee


class Argon2Hasher(Argon2PasswordHasher):
    """OWASP's second profile: 19 MiB and two passes, so that ten logins do not take a gigabyte."""

    time_cost = 2
    memory_cost = 19456
    parallelism = 1


def tried_username(request, credentials=None) -> str:
    """Whom a guesser is after: another case or a tail of spaces is no new login to try at."""
    given = (credentials or request.POST).get("username") or ""
    return given.strip().casefold()[:100]


class EmployeeBackend(ModelBackend):
    """Rights come from the employee's role, read together with the employee in one query."""

    def get_user(self, user_id):
        found = Employee.objects.select_related("role", "office").filter(pk=user_id).first()
        return found if found and self.user_can_authenticate(found) else None

    def has_perm(self, user_obj, perm, obj=None):
        return user_obj.has_perm(perm)
