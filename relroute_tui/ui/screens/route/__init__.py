"""One route: its people, meetings and agreements, and the form that changes it."""
