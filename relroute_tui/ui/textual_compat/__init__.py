"""Every private name of Textual and Rich, and every workaround, in this one place.

`tests/ui/textual_compat/test_textual_contract.py` names what each module leans on, and fails where
a release changes it, or where a workaround is needed no longer.
"""
