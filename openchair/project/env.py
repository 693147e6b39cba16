"""The environment this process was started with, read once; a wrong setting ends the process here."""

import os

from openchair.project.setup.environ import Env, read
from openchair.project.setup.places import ROOT

__all__ = ["ENV", "ROOT"]

ENV: Env = read(os.environ)
