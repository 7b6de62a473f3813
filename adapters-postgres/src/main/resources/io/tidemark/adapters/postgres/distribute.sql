do $$
declare
  grows record;
begin
  if not exists (select from pg_extension where extname = 'citus') then
    raise exception
      'distributed is true, but the database has no extension citus: create it and add the workers, or set distributed to false'
      using errcode = 'feature_not_supported';
  end if;
  for grows in
    select relation::regclass as relation, distribution_column
    from (
      values
        ('performance_metrics', 'operation_type'),
        ('performance_rollup_minutes', 'operation_type'),
        ('performance_rollup_hours', 'operation_type'),
        ('performance_rollup_days', 'operation_type'),
        ('operation_traces', 'trace_id')
    ) as growing (relation, distribution_column)
    where not exists (select from pg_dist_partition where logicalrel = relation::regclass)
  loop
    perform create_distributed_table(grows.relation, grows.distribution_column);
  end loop;
end
$$
