"""Everything between a file from outside and plain rows: gate, killable worker, readers.

``read_table_file`` of ``tables`` is the door for tables; ``check_ooxml`` of ``gate`` for office
files that a library will read; ``run_in_worker`` of ``worker`` for work that may hang or die.
"""
