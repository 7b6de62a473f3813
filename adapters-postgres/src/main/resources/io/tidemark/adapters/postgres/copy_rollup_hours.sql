copy performance_rollup_hours (
  operation_type, branch_id, hour, timings, sum_microseconds, sum_of_squares,
  min_microseconds, max_microseconds, sketch, buckets, counts, counted
) from stdin (format binary)
