select pg_advisory_unlock(hashtextextended(current_schema() || ' inbox ' || ?, 0))
