-- A host that is gone without a word keeps the right to drain for half a minute at most.
set tcp_keepalives_idle = 10;
set tcp_keepalives_interval = 5;
set tcp_keepalives_count = 3;
listen "%s"
