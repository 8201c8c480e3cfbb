"""The world in which the table of access is asked."""

from tests.access_world.world import World

__all__ = ["World"]
