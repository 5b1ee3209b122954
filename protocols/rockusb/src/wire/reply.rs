//! What devices answer, and the numbers that name media and kinds of reset.

use alloc::{string::String, vec::Vec};
use core::fmt;

use super::Malformed;
use crate::bytes::{array, le16, le32, put};

/// Answer to READ CHIP INFO. Only its first four bytes identify: the rest is 00, FF or stale, by loader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChipInfo(pub [u8; 16]);

impl ChipInfo {
    /// The SoC's name as it reports it: `3588`. Dots stand for what is no letter or digit.
    pub fn name(&self) -> String {
        code_name(le32(&self.0, 0))
    }

    /// The first four bytes, comparable with the chip field of loader files.
    pub fn code(&self) -> u32 {
        le32(&self.0, 0)
    }
}

/// The letters of a chip code, whose first letter is the highest byte.
pub(crate) fn code_name(code: u32) -> String {
    let letter = |byte: u8| if byte.is_ascii_alphanumeric() { byte.into() } else { '.' };
    code.to_be_bytes().map(letter).iter().collect()
}

/// Answer to READ FLASH ID.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FlashId(pub [u8; 5]);

impl FlashId {
    /// Without the blanks at its end.
    pub fn name(&self) -> String {
        String::from_utf8_lossy(&self.0).trim_end_matches(['\0', ' ']).into()
    }

    /// Whether the medium is flash that has to be erased in blocks before it is written.
    pub fn has_erase_blocks(&self) -> bool {
        matches!(&self.0, b"NAND " | b"SNAND" | b"NOR  ")
    }
}

/// Answer to READ FLASH INFO: 11 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FlashInfo {
    /// Sectors of 512 bytes; 0: no medium.
    pub sectors: u32,
    /// Sectors of an erase block.
    pub block: u16,
    /// Sectors of a page.
    pub page: u8,
    /// Bits that ECC can correct.
    pub ecc: u8,
    /// Access time.
    pub access: u8,
    /// Maker of the flash.
    pub maker: u8,
    /// Bit per chip select that has a chip; 0: no medium.
    pub chips: u8,
}

impl FlashInfo {
    /// Length on the wire.
    pub const SIZE: usize = 11;

    /// Whether there is a medium.
    pub fn is_present(&self) -> bool {
        self.sectors != 0 && self.chips != 0
    }

    /// As the device sends it.
    pub fn to_bytes(self) -> [u8; Self::SIZE] {
        let mut bytes = [0; Self::SIZE];
        put(&mut bytes, 0, &self.sectors.to_le_bytes());
        put(&mut bytes, 4, &self.block.to_le_bytes());
        put(&mut bytes, 6, &[self.page, self.ecc, self.access, self.maker, self.chips]);
        bytes
    }

    /// Reads the device's answer: exactly 11 bytes.
    ///
    /// # Errors
    /// When the bytes are too few, or do not have this form.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        if bytes.len() != Self::SIZE {
            return Err(Malformed("the flash info is not 11 bytes long"));
        }
        let [page, ecc, access, maker, chips] = array(bytes, 6);
        Ok(Self { sectors: le32(bytes, 0), block: le16(bytes, 4), page, ecc, access, maker, chips })
    }
}

/// Answer to READ CAPABILITY: bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Capability(pub [u8; 8]);

impl Capability {
    /// Reading sectors is allowed. Off goes with the wall at 32 MiB, as far as has been seen.
    pub const READ_LBA: u32 = 3;
    /// ID blocks of the new layout.
    pub const NEW_IDB: u32 = 8;
    /// Storage can be switched and asked for.
    pub const SWITCH_STORAGE: u32 = 9;
    /// Writes can be checked by parity. Set by an RK3588S's usbplug; no parity write has been reported from silicon.
    pub const PARITY: u32 = 10;
    /// Can re-enumerate at SuperSpeed.
    pub const USB3: u32 = 12;

    const NAMES: [(u32, &str); 15] = [
        (0, "direct LBA"),
        (1, "vendor storage"),
        (2, "first 4 MiB access"),
        (3, "read LBA"),
        (4, "new vendor storage"),
        (5, "read com log"),
        (6, "read IDB config"),
        (7, "secure mode"),
        (8, "new IDB"),
        (9, "switch storage"),
        (10, "LBA write parity"),
        (11, "read OTP"),
        (12, "USB 3"),
        (13, "write OTP proof"),
        (14, "write cipher key"),
    ];

    /// Whether a bit is set.
    pub fn has(&self, bit: u32) -> bool {
        self.0.get(bit as usize / 8).is_some_and(|byte| byte >> (bit % 8) & 1 != 0)
    }

    /// The names of all bits that are set and have one.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        let bits = *self;
        Self::NAMES.iter().filter(move |(bit, _)| bits.has(*bit)).map(|(_, name)| *name)
    }
}

/// A medium, by its number in SWITCH STORAGE.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Storage(pub u8);

impl Storage {
    /// Raw NAND.
    pub const NAND: Self = Self(0);
    /// eMMC.
    pub const EMMC: Self = Self(1);
    /// SD card.
    pub const SD: Self = Self(2);
    /// SPI NOR.
    pub const SPI_NOR: Self = Self(4);
    /// Raw NAND through U-Boot's MTD.
    pub const MTD_NAND: Self = Self(7);
    /// SPI NAND through U-Boot's MTD.
    pub const MTD_SPI_NAND: Self = Self(8);
    /// SPI NOR through U-Boot's MTD: what rkdeveloptool's users know as 9.
    pub const MTD_SPI_NOR: Self = Self(9);

    /// PCIe: an NVMe drive.
    pub const NVME: Self = Self(11);

    /// What each number is: the medium's name, and the number's own where several are for one medium.
    const NAMES: [(&str, &str); 13] = [
        ("nand", ""),
        ("emmc", ""),
        ("sd", "sd0"),
        ("sd", "sd1"),
        ("spi-nor", ""),
        ("spi-nand", ""),
        ("ram", ""),
        ("nand", "mtd-nand"),
        ("spi-nand", "mtd-spi-nand"),
        ("spi-nor", "mtd-spi-nor"),
        ("sata", ""),
        ("nvme", "pcie"),
        ("ufs", ""),
    ];

    /// All that have a name. Of two numbers for one flash the one comes first that the vendor's U-Boot serves.
    pub fn all() -> impl Iterator<Item = Self> {
        [1, 2, 3, 7, 8, 9, 0, 4, 5, 6, 10, 11, 12].into_iter().map(Self)
    }

    /// The name of the medium: the same for all numbers that are for one.
    pub fn name(self) -> &'static str {
        Self::NAMES.get(usize::from(self.0)).map_or("unknown storage", |(name, _)| name)
    }

    /// The media's names, each once, for people.
    pub(crate) fn names(storages: &[Self]) -> String {
        let mut names: Vec<_> = storages.iter().map(|storage| storage.name()).collect();
        names.sort_unstable();
        names.dedup();
        names.join(", ")
    }

    /// The numbers that a name may stand for, in the order in which they are worth trying: those of a medium (`spi-nor`;
    /// `spi` is NOR or NAND), or the one of a number's own name (`mtd-spi-nor`) or of a number. None for other words.
    pub fn candidates(text: &str) -> Vec<Self> {
        let number = text.parse().ok().map(Self);
        let fits = |storage: &Self| {
            let (name, own) = Self::NAMES[usize::from(storage.0)];
            number == Some(*storage)
                || name == text
                || (own == text && !own.is_empty())
                || (text == "spi" && name.starts_with("spi-"))
        };
        let mut found: Vec<_> = Self::all().filter(fits).collect();
        // NOR is the commoner.
        found.sort_by_key(|storage| storage.name() == "spi-nand");
        found
    }

    /// As GET STORAGE reports it: one bit of 32.
    pub fn to_bytes(self) -> [u8; 4] {
        1_u32.checked_shl(self.0.into()).unwrap_or(0).to_le_bytes()
    }

    /// Reads the answer to GET STORAGE: exactly one bit of four bytes.
    ///
    /// # Errors
    /// When the bytes are too few, or do not have this form.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        match <[u8; 4]>::try_from(bytes).map(u32::from_le_bytes) {
            Ok(bits) if bits.is_power_of_two() => Ok(Self(bits.trailing_zeros() as u8)),
            _ => Err(Malformed("the storage is not one bit of four bytes")),
        }
    }

    /// Whether a device that answers `found` has switched to this. NAND through MTD is reported as plain NAND.
    pub fn is_reported_as(self, found: Self) -> bool {
        self == found || self == Self::MTD_NAND && found == Self::NAND
    }
}

impl fmt::Display for Storage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What RESET is to do. The vendor's U-Boot honours [`Maskrom`](Self::Maskrom) and takes the others for
/// [`Normal`](Self::Normal).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResetKind {
    /// Restart.
    Normal = 0,
    /// Restart as a mass storage device.
    MassStorage = 1,
    /// Power off.
    PowerOff = 2,
    /// Restart into the mask ROM. Not sure to get there: reported to do nothing on one RK3588.
    Maskrom = 3,
    /// disconnect.
    Disconnect = 4,
}

impl ResetKind {
    /// All, with the names that users type.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Normal, "normal"),
        (Self::MassStorage, "msc"),
        (Self::PowerOff, "power-off"),
        (Self::Maskrom, "maskrom"),
        (Self::Disconnect, "disconnect"),
    ];

    /// The kind of that number.
    pub fn by_number(number: u8) -> Option<Self> {
        Self::ALL.iter().map(|(kind, _)| *kind).find(|kind| *kind as u8 == number)
    }

    /// The kind of that name or number.
    pub fn by_name(name: &str) -> Option<Self> {
        let named = Self::ALL.iter().find(|(_, known)| *known == name).map(|(kind, _)| *kind);
        named.or_else(|| name.parse().ok().and_then(Self::by_number))
    }
}
