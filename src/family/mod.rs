//! A room for each family of boards: what its boards are, and what can be done with them. Knows protocols, and no command
//! line.

pub mod allwinner;
pub mod amlogic;
pub mod bouffalo;
mod chunks;
mod driver;
pub(crate) mod fastboot;
mod identity;
mod lost;
mod mass_storage;
mod noise;
pub mod rockchip;
pub mod starfive;
mod target;
pub mod thead;
mod there;
pub mod transfer;
mod uboot;
mod via;

use chunks::{chunks, exact, first_differing, placed, require_room};
pub use driver::{Context, Conversation, Desk, Driver, Placement, driver};
pub use identity::{Identity, Match, Medium, Stage, a};
pub use lost::Lost;
pub use target::{BlockTarget, Comparer, Writer};
pub use there::{line, line_port, open};
pub use transfer::{How, Scope, Written};
pub use via::{Known, Via};

use crate::{
    boards::{self, Protocol},
    failure::Problem,
    session::UsbSession,
};

/// Asks a board which program answers, on which SoC: questions that change nothing.
pub fn identify(board: &mut UsbSession) -> anyhow::Result<Identity> {
    let (vendor, product) = board.ids();
    match boards::recognise(vendor, product).and_then(|(family, _)| family.protocol) {
        Some(Protocol::Fel) => allwinner::identify(board),
        Some(Protocol::Rockusb) => rockchip::identify(board),
        Some(Protocol::Optimus | Protocol::Adnl) => amlogic::identify(board),
        Some(Protocol::Fastboot) => fastboot::identify(board),
        Some(
            Protocol::Starfive
            | Protocol::Bouffalo
            | Protocol::Cct
            | Protocol::Uboot
            | Protocol::Ums,
        )
        | None => {
            let text =
                format!("nothing is known that could be asked of {vendor:04x}:{product:04x}");
            Err(Problem::Refused(text).into())
        }
    }
}
