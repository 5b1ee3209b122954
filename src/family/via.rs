//! The way that data take to a board's storage.

use std::fmt;

use super::{Driver, driver};
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
    /// A USB disk that the U-Boot of a board on a serial line shows. Its users call it USB, as no other way of such a board is.
    Disk,
}

/// What of the ways to a board is named.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known {
    /// Its network.
    pub net: bool,
    /// The USB port of its disk.
    pub usb: bool,
}

impl Via {
    /// The ways that can be asked for.
    pub const ASKED: [Self; 3] = [Self::Usb, Self::Serial, Self::Ethernet];

    /// The word that users and scripts know it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Usb | Self::Disk => "usb",
            Self::Serial => "serial",
            Self::Ethernet => "ethernet",
        }
    }

    /// The way that needs nothing but the board's recovery line.
    pub fn direct(board: &Board) -> Self {
        if board.is_serial() { Self::Serial } else { Self::Usb }
    }

    /// Refuses what takes a U-Boot at its prompt, for families whose U-Boot is not asked for it.
    pub(super) fn require_direct(self, board: &Board) -> Result<(), Problem> {
        match self {
            Self::Ethernet | Self::Disk => {
                let text = format!(
                    "{} is not reached over {self} yet, but over {}",
                    board.name,
                    Self::direct(board)
                );
                let named = if self == Self::Disk { "--usb-port" } else { "--net" };
                Err(Problem::Refused(text).advised(format!("leave --via and {named} out")))
            }
            Self::Usb | Self::Serial => Ok(()),
        }
    }

    /// The fastest way to a storage, or the one that is asked for. Fails where that way does not exist, or is not `known` well
    /// enough, and says what is possible.
    pub fn choose(
        board: &'static Board,
        storage: Storage,
        asked: Option<Self>,
        known: Known,
    ) -> Result<Self, Problem> {
        let driver = driver(board)?;
        let chosen = Self::chosen(driver, board, storage, (asked, known))?;
        driver.reaches(board, storage, chosen)?;
        chosen.require_known(known)?;
        match chosen {
            Self::Ethernet | Self::Disk => Ok(chosen),
            Self::Usb | Self::Serial if !known.net => Ok(chosen),
            Self::Usb | Self::Serial => {
                let text = format!("a network is for Ethernet, and the data go over {chosen}");
                let advice = match chosen {
                    Self::Serial => "leave --net out, or add --via ethernet",
                    _ => "leave --net out",
                };
                Err(Problem::Usage(text).advised(advice))
            }
        }
    }

    fn chosen(
        driver: &dyn Driver,
        board: &'static Board,
        storage: Storage,
        (asked, known): (Option<Self>, Known),
    ) -> Result<Self, Problem> {
        let direct = Self::direct(board);
        let asked = match asked {
            Some(Self::Usb) if direct == Self::Serial => Some(Self::Disk),
            asked => asked,
        };
        match asked {
            Some(Self::Ethernet | Self::Disk) => {}
            Some(via) if via != direct => {
                let text = format!("{} is reached over {direct}, not over {via}", board.name);
                return Err(Problem::Usage(text).advised(format!("leave --via {} out", via.name())));
            }
            _ => {}
        }
        Ok(match asked {
            Some(via) => via,
            None if known.usb && direct == Self::Serial => Self::Disk,
            // A serial line is slower than any network, and most USB faster than the usual ones.
            None if known.net
                && (direct == Self::Serial
                    || driver.is_slow()
                    || driver.reaches(board, storage, direct).is_err()) =>
            {
                Self::Ethernet
            }
            None => direct,
        })
    }

    /// Refuses a way of which too little is named, and what is named of another one.
    fn require_known(self, known: Known) -> Result<(), Problem> {
        let (text, advice) = match self {
            Self::Ethernet if !known.net => (
                "Ethernet needs a network".to_owned(),
                "add --net SUBNET, the network that this computer and the board are on: --net 10.7.0.0/24",
            ),
            Self::Disk if !known.usb => (
                "USB needs the port that the board's USB device port is connected to".to_owned(),
                "add --usb-port PORT, as `lsusb -t` or `racklet-flash doctor` shows it: --usb-port 1-1.4",
            ),
            Self::Disk if known.net => (
                format!("a network is for Ethernet, and the data go over {self}"),
                "leave --net or --usb-port out",
            ),
            Self::Usb | Self::Serial | Self::Ethernet if known.usb => (
                format!("--usb-port is for {}, and the data go over {self}", Self::Disk),
                "leave --usb-port out",
            ),
            _ => return Ok(()),
        };
        Err(Problem::Usage(text).advised(advice))
    }
}

impl fmt::Display for Via {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Usb => "USB",
            Self::Serial => "the serial line",
            Self::Ethernet => "Ethernet",
            Self::Disk => "a USB disk of the board's U-Boot",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::boards;

    fn chosen(board: &str, storage: Storage, asked: Option<Via>, net: bool) -> Result<Via, String> {
        let board = boards::by_name(board).expect("it is built in");
        let known = Known { net, usb: false };
        Via::choose(board, storage, asked, known).map_err(|problem| problem.to_string())
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
            ("mangopi/mq-quad", Storage::Nand, None, false, "FEL reaches"),
            ("generic/u-boot", Storage::Nand, None, true, "is not written through U-Boot yet"),
            ("generic/u-boot", Storage::Emmc, None, false, "over the serial line alone"),
        ] {
            let error = chosen(board, storage, asked, has_net).expect_err(board);
            assert!(error.contains(words), "{board} {storage}: {error}");
        }
    }

    #[test]
    fn usb_of_a_board_on_a_serial_line_is_a_disk_of_its_u_boot() {
        let usb = Some(Via::Usb);
        let chosen = |board, storage, asked, (net, usb)| {
            let board = boards::by_name(board).expect("it is built in");
            Via::choose(board, storage, asked, Known { net, usb }).map_err(|why| why.to_string())
        };
        let vf2 = "starfive/visionfive-2";
        for (board, storage, asked) in [
            ("generic/u-boot", Storage::Emmc, usb),
            ("generic/u-boot", Storage::Nvme, None),
            (vf2, Storage::Sd, usb),
            (vf2, Storage::EmmcBoot0, None),
        ] {
            let via = chosen(board, storage, asked, (false, true));
            assert_eq!(via, Ok(Via::Disk), "{board} {storage}");
        }
        assert_eq!(Via::Disk.name(), "usb");
        for (board, storage, asked, known, words) in [
            ("generic/u-boot", Storage::Emmc, usb, (false, false), "USB needs the port"),
            ("generic/u-boot", Storage::SpiNor, usb, (false, true), "`ums` shows no spi-nor"),
            ("generic/u-boot", Storage::Emmc, usb, (true, true), "a network is for Ethernet"),
            (
                "generic/u-boot",
                Storage::Emmc,
                Some(Via::Ethernet),
                (true, true),
                "--usb-port is for",
            ),
            ("radxa/rock-5b", Storage::Emmc, None, (false, true), "--usb-port is for a USB disk"),
            ("sipeed/m1s-dock", Storage::SpiNor, usb, (false, true), "not reached over a USB disk"),
            ("starfive/visionfive-1", Storage::Sd, usb, (false, true), "JH7100"),
        ] {
            let error = chosen(board, storage, asked, known).expect_err(board);
            assert!(error.contains(words), "{board} {storage}: {error}");
        }
    }
}
