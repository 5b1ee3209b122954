//! Burning packages, versions 1 and 2.
