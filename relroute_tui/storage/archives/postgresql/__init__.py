"""A PostgreSQL server, or one that speaks as it does, as the shared archive.

The only place that loads psycopg, which comes with the extra `[team]`.
"""
