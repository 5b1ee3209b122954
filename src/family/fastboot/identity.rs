//! Which program answers, and what it takes.

use fastboot::{
    host::Fastboot as Device,
    wire::{INTERFACE, number},
};

use crate::{
    boards,
    failure::Problem,
    family::{Identity, Stage},
    session::UsbSession,
};

/// What a K1's U-Boot tells and its mask ROM does not: both have the same USB ids, and the same answer to `version-brom`.
const PRODUCT: &str = "product";
/// The most bytes of a download, which every program tells.
const LIMIT: &str = "max-download-size";

/// A program that speaks fastboot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Program {
    /// TH1520's mask ROM.
    Th1520Rom,
    /// The vendor's U-Boot on a TH1520.
    Th1520Uboot,
    /// K1's mask ROM, or the first stage, which cannot be told apart.
    K1Loader,
    /// The vendor's U-Boot on a K1.
    K1Uboot,
    /// Any other U-Boot.
    Uboot,
}

impl Program {
    /// Whether it is a U-Boot, which reaches storage.
    pub(crate) fn is_uboot(self) -> bool {
        matches!(self, Self::Th1520Uboot | Self::K1Uboot | Self::Uboot)
    }

    /// The stage.
    pub(crate) fn stage(self) -> Stage {
        if self.is_uboot() { Stage::Uboot } else { Stage::MaskRom }
    }

    /// The stage in words.
    pub(crate) fn mode(self) -> &'static str {
        match self {
            Self::Th1520Rom => "mask ROM (fastboot)",
            Self::K1Loader => "mask ROM or first stage (fastboot)",
            Self::Th1520Uboot | Self::K1Uboot => "the vendor's U-Boot (fastboot)",
            Self::Uboot => "U-Boot (fastboot)",
        }
    }

    /// The SoCs that it may run on; none: it does not tell.
    pub(crate) fn socs(self) -> &'static [&'static str] {
        match self {
            Self::Th1520Rom | Self::Th1520Uboot => &["TH1520"],
            Self::K1Loader | Self::K1Uboot => &["K1", "M1"],
            Self::Uboot => &[],
        }
    }
}

/// What a device says of itself.
#[derive(Clone, Debug)]
pub(crate) struct Identification {
    /// The program that answers.
    pub(crate) program: Program,
    /// The most bytes of a download, where it tells.
    pub(crate) limit: Option<u32>,
    /// What it calls the board, where it tells.
    pub(crate) product: Option<String>,
}

impl Identification {
    /// Asks which program answers: questions that change nothing.
    pub(crate) fn ask(board: &mut UsbSession) -> anyhow::Result<Self> {
        let ids = board.ids();
        require_fastboot(board.face().class)?;
        let mut device = Device::new(&mut board.link);
        let (program, product) = match ids {
            (0x2345, _) => (Program::Th1520Rom, None),
            (0x1234, _) => (Program::Th1520Uboot, device.getvar(PRODUCT)?),
            (0x361c, _) => match device.getvar(PRODUCT)? {
                None => (Program::K1Loader, None),
                product => (Program::K1Uboot, product),
            },
            _ => (Program::Uboot, device.getvar(PRODUCT)?),
        };
        let limit = device.getvar(LIMIT)?.as_deref().and_then(number);
        let limit = limit.map(|limit| u32::try_from(limit).unwrap_or(u32::MAX));
        Ok(Self { program, limit, product })
    }

    /// It in one line.
    pub(crate) fn line(&self) -> String {
        let limit = self.limit.map(|limit| format!(", at most {limit} bytes at a time"));
        format!("{}{}", self.program.mode(), limit.unwrap_or_default())
    }
}

/// Refuses a device that has the numbers of one which speaks fastboot, and an interface of another kind: U-Boot shows disks
/// and more under the same numbers. Nothing is sent.
fn require_fastboot(class: Option<[u8; 3]>) -> Result<(), Problem> {
    match class.filter(|class| *class != INTERFACE) {
        None => Ok(()),
        Some([class, subclass, protocol]) => Err(Problem::OtherBoard(format!(
            "its interface is not one of fastboot (ff/42/03) but {class:02x}/{subclass:02x}/{protocol:02x}; nothing was sent to it"
        ))
        .advised("have its U-Boot run `fastboot usb 0`, or bring the board into its mask ROM")),
    }
}

/// What only `identify` shows.
pub(crate) struct Details {
    /// The version of the protocol.
    pub(crate) version: Option<String>,
    /// The version of the boot loader.
    pub(crate) loader: Option<String>,
    /// The board's serial number.
    pub(crate) serial: Option<String>,
}

impl Details {
    /// Asks for them.
    pub(crate) fn ask(board: &mut UsbSession) -> anyhow::Result<Self> {
        let mut device = Device::new(&mut board.link);
        Ok(Self {
            version: device.getvar("version")?,
            loader: device.getvar("version-bootloader")?,
            serial: device.getvar("serialno")?,
        })
    }
}

/// Asks which program answers, on which SoC.
pub(crate) fn identify(board: &mut UsbSession) -> anyhow::Result<Identity> {
    let who = Identification::ask(board)?;
    Ok(told(&who, board))
}

/// The same in the words of every family.
pub(super) fn told(who: &Identification, board: &UsbSession) -> Identity {
    let (vendor, product) = board.ids();
    let family = boards::recognise(vendor, product).map(|(family, _)| family);
    Identity {
        vendor: family.map_or("?", |family| &family.vendor),
        stage: who.program.stage(),
        mode: who.program.mode(),
        socs: who.program.socs().iter().map(ToString::to_string).collect(),
        number: None,
        chip_id: None,
        medium: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// U-Boot's `ums` and DFU have the numbers of its fastboot.
    #[test]
    fn another_interface_is_refused() {
        require_fastboot(Some([0xff, 0x42, 0x03])).expect("fastboot");
        require_fastboot(None).expect("a recording");
        for other in [[0x08, 0x06, 0x50], [0xfe, 0x01, 0x01], [0xff, 0x06, 0x05]] {
            let error = require_fastboot(Some(other)).expect_err("another protocol");
            assert!(error.to_string().contains("nothing was sent"), "{error}");
        }
    }
}
