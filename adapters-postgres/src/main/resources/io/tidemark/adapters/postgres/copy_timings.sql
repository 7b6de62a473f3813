copy performance_metrics (
  operation_type, operation_name, duration_microseconds, start_time, end_time,
  branch_id, user_name, session_id, period_start
) from stdin (format binary)
