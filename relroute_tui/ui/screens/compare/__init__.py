"""Side by side: what parents and carers released."""
