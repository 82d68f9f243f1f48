"""Reading bills of billing systems: months, amounts, layouts, totals, and what is known already."""
