from sales.processes.views.edit import add_process, process, processes, switch_process

__all__ = ["add_process", "process", "processes", "switch_process"]
