select pg_try_advisory_lock(hashtextextended(current_schema() || ' inbox ' || ?, 0))
