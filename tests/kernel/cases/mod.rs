//! What is tried on the kernel.

mod bare;
mod machine;

use crate::harness::Case;

/// Every case there is.
pub(crate) fn all() -> Vec<Case> {
    [machine::CASES, bare::CASES].concat()
}
