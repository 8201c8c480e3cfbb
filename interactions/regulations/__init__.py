"""Regulations of contact: what is due by them, and the calls that are planned of it each night."""
