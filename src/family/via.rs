//! The way that data take to a board's storage.

use std::fmt;

use super::driver;
use crate::{
    boards::{Board, storage::Storage},
    failure::Problem,
};

/// A way for data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Via {
    /// The USB cable, through the mask ROM or a loader.
    Usb,
    /// The serial line.
    Serial,
    /// The network, through a U-Boot in memory.
    Ethernet,
}

impl Via {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Usb, Self::Serial, Self::Ethernet];

    /// The word that users and scripts know it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Usb => "usb",
            Self::Serial => "serial",
            Self::Ethernet => "ethernet",
        }
    }

    /// The way that needs nothing but the board's recovery line.
    pub fn direct(board: &Board) -> Self {
        if board.is_serial() { Self::Serial } else { Self::Usb }
    }

    /// Refuses Ethernet, for families whose U-Boot is not asked for it.
    pub(super) fn require_direct(self, board: &Board) -> Result<(), Problem> {
        match self {
            Self::Ethernet => {
                let text = format!(
                    "{} is not reached over Ethernet yet, but over {}",
                    board.name,
                    Self::direct(board)
                );
                Err(Problem::Refused(text).advised("leave --via and --net out"))
            }
            _ => Ok(()),
        }
    }

    /// The fastest way to a storage, or the one that is asked for. `has_net`: whether the board's network is known. Fails
    /// where that way does not exist, and says what is possible.
    pub fn choose(
        board: &'static Board,
        storage: Storage,
        asked: Option<Self>,
        has_net: bool,
    ) -> Result<Self, Problem> {
        let (driver, direct) = (driver(board)?, Self::direct(board));
        let chosen = match asked {
            Some(via) if via != direct && via != Self::Ethernet => {
                let text = format!("{} is reached over {direct}, not over {via}", board.name);
                return Err(Problem::Usage(text).advised(format!("leave --via {} out", via.name())));
            }
            Some(via) => via,
            // A serial line is slower than any network, and most USB faster than the usual ones.
            None if has_net
                && (direct == Self::Serial
                    || driver.is_slow()
                    || driver.reaches(board, storage, direct).is_err()) =>
            {
                Self::Ethernet
            }
            None => direct,
        };
        driver.reaches(board, storage, chosen)?;
        match (chosen, has_net) {
            (Self::Ethernet, false) => Err(Problem::Usage("Ethernet needs a network".into()).advised(
                "add --net SUBNET, the network that this computer and the board are on: --net 10.7.0.0/24",
            )),
            (Self::Usb | Self::Serial, true) => {
                let text = format!("a network is for Ethernet, and the data go over {chosen}");
                let advice = match direct {
                    Self::Serial => "leave --net out, or add --via ethernet",
                    _ => "leave --net out",
                };
                Err(Problem::Usage(text).advised(advice))
            }
            _ => Ok(chosen),
        }
    }
}

impl fmt::Display for Via {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Usb => "USB",
            Self::Serial => "the serial line",
            Self::Ethernet => "Ethernet",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::boards;

    fn chosen(
        board: &str,
        storage: Storage,
        asked: Option<Via>,
        has_net: bool,
    ) -> Result<Via, String> {
        let board = boards::by_name(board).expect("it is built in");
        Via::choose(board, storage, asked, has_net).map_err(|problem| problem.to_string())
    }

    #[test]
    fn the_fastest_way_that_exists_is_chosen() {
        for (board, storage, has_net, via) in [
            ("radxa/rock-5b", Storage::Emmc, false, Via::Usb),
            ("starfive/visionfive-2", Storage::SpiNor, false, Via::Serial),
            ("sipeed/m1s-dock", Storage::SpiNor, false, Via::Serial),
            ("starfive/visionfive-2", Storage::Nvme, true, Via::Ethernet),
            ("starfive/visionfive-2", Storage::SpiNor, true, Via::Ethernet),
            ("xunlong/orangepi-pc", Storage::Sd, true, Via::Ethernet),
            ("xunlong/orangepi-pc", Storage::Sd, false, Via::Usb),
            ("generic/u-boot", Storage::Virtio, true, Via::Ethernet),
        ] {
            assert_eq!(chosen(board, storage, None, has_net), Ok(via), "{board} {storage}");
        }
    }

    #[test]
    fn a_way_that_does_not_exist_is_refused_in_words() {
        for (board, storage, asked, has_net, words) in [
            (
                "radxa/rock-5b",
                Storage::Emmc,
                Some(Via::Ethernet),
                true,
                "is not reached over Ethernet yet",
            ),
            (
                "radxa/rock-5b",
                Storage::Emmc,
                Some(Via::Serial),
                false,
                "is reached over USB, not over the serial line",
            ),
            ("radxa/rock-5b", Storage::Emmc, None, true, "a network is for Ethernet"),
            (
                "starfive/visionfive-2",
                Storage::Nvme,
                None,
                false,
                "cannot be reached over a serial line",
            ),
            (
                "starfive/visionfive-2",
                Storage::Nvme,
                Some(Via::Ethernet),
                false,
                "Ethernet needs a network",
            ),
            (
                "sipeed/m1s-dock",
                Storage::SpiNor,
                Some(Via::Ethernet),
                true,
                "is not reached over Ethernet yet",
            ),
            ("mangopi/mq-quad", Storage::SpiNor, None, false, "FEL reaches"),
            ("generic/u-boot", Storage::Nand, None, true, "is not written through U-Boot yet"),
            ("generic/u-boot", Storage::Emmc, None, false, "over the serial line alone"),
        ] {
            let error = chosen(board, storage, asked, has_net).expect_err(board);
            assert!(error.contains(words), "{board} {storage}: {error}");
        }
    }
}
