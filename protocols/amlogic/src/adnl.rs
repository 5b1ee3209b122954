//! ADNL (also DNL; "Aml_DNL" on the bus, 1b8e:c004): the newer protocol, which resembles fastboot.
//!
//! A command is one short text to the board, an answer begins with four letters. Four programs speak it one after the
//! other: mask ROM, BL2, from the S905X4 on BL2E, and the vendor's U-Boot. [`wire`] is the bytes, [`host`] what the tool
//! says, [`rom`] what boards answer.

pub mod host;
#[cfg(feature = "rom")]
pub mod rom;
pub mod wire;

pub use crate::{Addsum, addsum};
