"""What this app contributes to the pages of others; called once from AppConfig.ready()."""

from sales.deals import contributions as deals
from sales.funnel import contributions as funnel
from sales.interests import contributions as interests
from sales.plan import contributions as plan
from sales.processes import contributions as processes
from sales.proposals import contributions as proposals


def contribute():
    interests.contribute()
    deals.contribute()
    processes.contribute()
    funnel.contribute()
    proposals.contribute()
    plan.contribute()
