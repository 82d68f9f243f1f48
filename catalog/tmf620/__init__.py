"""A catalogue version as TM Forum's Product Catalog Management (TMF620, version 4) says it, pure.

``writing`` gives the JSON, ``reading`` takes it back, ours or anybody's. One JSON list holds the
catalogue, product specifications, product offerings and product offering prices. What the standard
has no field for stands in one member named ``quotewright`` of an object whose ``@type`` says so, as
the extension pattern of TMF630 asks; ``names`` lists every such name.
"""
