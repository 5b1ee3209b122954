//! Boot images: BL2 with its `@AML` header, the FIP behind it.

pub(crate) mod bytes;
