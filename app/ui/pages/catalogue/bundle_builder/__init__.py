"""The bundle builder: a tab of the catalogue that composes bundles of the draft and prices them."""
