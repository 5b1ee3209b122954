//! Boot files for Amlogic's boards, in the shapes that their families want: what simulated boards are given, too.

#[allow(unused_imports, reason = "each test program uses its own part")]
pub(crate) use racklet_flash::family::amlogic::made_up::{axg, g12, g12_of, gx, gxbb, signed};
