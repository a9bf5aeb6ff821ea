"""What a route holds, as Markdown texts that people take along."""
