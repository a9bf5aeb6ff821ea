"""The picture story on paper: one HTML file that needs nothing else and prints on two A4 pages."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import batched
from typing import Final
from xml.etree import ElementTree

from relroute_tui.language import _
from relroute_tui.story import Panel, StoryError
