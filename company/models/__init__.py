from company.models.absence import Absence
from company.models.approval import Approval, ApprovalStep
from company.models.assignment import Assignment, AssignmentStep
from company.models.bank_account import BankAccount
from company.models.calendar_exception import CalendarException
from company.models.counter import Counter
from company.models.deadline import Deadline, DeadlineStep, DeadlineWarning
from company.models.employee import Employee
from company.models.firm import Firm, VatRegime
from company.models.leaving import Leaving
from company.models.notification import Notification
from company.models.own_field import OwnField
from company.models.role import Role
from company.models.stage import Stage
from company.models.structure import Department, Office
from company.models.turn import Turn

__all__ = [
    "Absence",
    "Approval",
    "ApprovalStep",
    "Assignment",
    "AssignmentStep",
    "BankAccount",
    "CalendarException",
    "Counter",
    "Deadline",
    "DeadlineStep",
    "DeadlineWarning",
    "Department",
    "Employee",
    "Firm",
    "Leaving",
    "Notification",
    "Office",
    "OwnField",
    "Role",
    "Stage",
    "Turn",
    "VatRegime",
]
