"""Event mentions: pattern files propose them, qualifiers say whether they are real. Nothing here names a type."""
