"""Addresses of sales, each subject with its own list."""

from sales.deals import urls as deals
from sales.interests import urls as interests
from sales.plan import urls as plan
from sales.processes import urls as processes
from sales.proposals import urls as proposals

app_name = "sales"
urlpatterns = [
    *interests.urlpatterns,
    *deals.urlpatterns,
    *processes.urlpatterns,
    *proposals.urlpatterns,
    *plan.urlpatterns,
]
