//! The network: files that boards load and write by TFTP. The only room that opens sockets to boards.
//!
//! A [`Server`] listens at one address. An [`Offer`] is one file, under a name that nobody can guess, for one board, once;
//! its bytes come from whoever made the offer, while the board loads them. An [`Inbox`] is one that a board may write, in the
//! same way. [`Subnet`], [`host_in`] and [`free_address`] find the addresses of both sides.
//!
//! TFTP has neither secrets nor signatures. What arrived has to be proven in another way, such as U-Boot's `crc32` at its
//! serial prompt.

mod address;
mod addressing;
mod channel;
mod error;
mod inbox;
mod offer;
mod refusals;
mod server;
mod session;
mod subnet;
mod watch;
mod work;
mod worker;

pub use address::{AddressError, free_address, host_in};
pub use addressing::Addressing;
pub use error::{OfferError, StartError};
pub use inbox::Inbox;
pub use offer::Offer;
pub use refusals::{Refusal, Refusals, Why};
pub use server::Server;
pub use subnet::{Subnet, SubnetError};
pub use tftp::{receiver::Received, server::Sent};
