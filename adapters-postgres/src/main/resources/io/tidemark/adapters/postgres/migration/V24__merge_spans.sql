alter table merge_performance_metrics
  add column trace_id text collate "C",
  add column span_id text collate "C",
  add constraint span_is_of_a_trace check (
    num_nulls(trace_id, span_id) <> 1
    and trace_id ~ '^(?!0{32})[0-9a-f]{32}$'
    and span_id ~ '^(?!0{16})[0-9a-f]{16}$'
  );

comment on column merge_performance_metrics.trace_id is 'The trace of which the merge is a part (operation_traces), or null.';
comment on column merge_performance_metrics.span_id is 'The span in which it was, or null.';

-- The merges of one pair of branches, the latest first.
create index merge_performance_metrics_pair
  on merge_performance_metrics (source_branch_id, target_branch_id, end_time);
