select exists (select from performance_inbox)
