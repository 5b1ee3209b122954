//! The families of SoCs: numbers, and which protocol speaks when.
