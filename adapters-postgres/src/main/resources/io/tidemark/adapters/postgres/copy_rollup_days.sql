copy performance_rollup_days (
  operation_type, branch_id, day, timings, sum_microseconds, sum_of_squares,
  min_microseconds, max_microseconds, sketch, buckets, counts
) from stdin (format binary)
