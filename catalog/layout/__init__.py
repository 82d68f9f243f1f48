"""Finding price lists in the sheets of others: tables, headings, the meaning of columns."""
