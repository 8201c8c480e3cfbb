from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView
from django.utils.decorators import method_decorator

from company.models import Employee
from core.models import Installation
from crm.demo import PASSWORD
from crm.demo.people import LOGINS, PINS


@method_decorator(login_not_required, name="dispatch")
class Login(LoginView):
    """Django's own, with one button per role as long as the demo company is loaded."""

    redirect_authenticated_user = True

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if Installation.has_demo_data():
            context |= {"demo_logins": demo_logins(), "demo_password": PASSWORD}
            context["demo_pins"] = demo_pins()
        return context


def demo_logins() -> list[tuple[str, str, str]]:
    """(login, name of the role, whose it is) in the order in which they are offered."""
    people = Employee.objects.working().filter(username__in=LOGINS).select_related("role")
    found = {person.username: person for person in people}
    known = [(login, found[login]) for login in LOGINS if login in found]
    return [(login, person.role.name, person.short_name) for login, person in known]


def demo_pins() -> list[tuple[str, str]]:
    """(name, PIN) of those who take steps on the workshop's tablet."""
    people = Employee.objects.working().filter(username__in=PINS).exclude(pin="")
    return [(person.short_name, PINS[person.username]) for person in people]
