copy performance_metrics (
  metric_id, operation_type, operation_name, duration_microseconds, start_time, end_time,
  branch_id, user_name, session_id, period_start,
  rows_affected, memory_bytes, cpu_microseconds, operation_metadata, error_details, trace_id, span_id
) from stdin (format binary)
