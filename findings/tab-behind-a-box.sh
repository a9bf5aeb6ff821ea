#!/usr/bin/env bash
# The box of a task in Markdown, and the blank behind it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check markdown-it-py==4.3.0 mdit-py-plugins==0.7.0
cat > "$folder/finding.py" <<'PYTHON'
"""GitHub's specification of task lists asks for "one or more whitespace" behind the box: a tab will do.

mdit-py-plugins wants a space. With a tab, as some editors indent, or a no-break space, as word
processors paste, the line silently becomes a bullet with brackets: an agreement that is in no list.
"""

from importlib.metadata import version

from markdown_it import MarkdownIt
from mdit_py_plugins.tasklists import tasklists_plugin

markdown = MarkdownIt().use(tasklists_plugin)
blanks = {"space": " ", "tab": "\t", "no-break space": "\u00a0", "two spaces": "  "}
seen = {name: "checkbox" in markdown.render(f"- [ ]{blank}Anna rings") for name, blank in blanks.items()}

print("markdown-it-py", version("markdown-it-py"), "· mdit-py-plugins", version("mdit-py-plugins"))
print("expected: a task behind a space, a tab and two spaces")
for name, is_task in seen.items():
    print(f"seen:     {name}: {'a task' if is_task else 'no task'}")
raise SystemExit(seen != {"space": True, "tab": False, "no-break space": False, "two spaces": True})
PYTHON
cd "$folder"
venv/bin/python finding.py
