//! Optimus: the older protocol, vendor requests on endpoint 0 with bulk transfers beside them.
