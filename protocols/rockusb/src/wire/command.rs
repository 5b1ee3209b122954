//! Every command, as host and device write and read it.

use core::fmt;

use super::{Cbw, Direction, Malformed, ResetKind, SECTOR, Storage};
use crate::bytes::{be16, be32, le32, put};

/// First byte of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Opcode(pub u8);

macro_rules! opcodes {
    ($($name:ident = $code:literal, $text:literal, $cdb:literal, $data:expr, $doc:literal;)*) => {
        impl Opcode {
            $(#[doc = $doc] pub const $name: Self = Self($code);)*
            /// All that are known.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The name that the field uses.
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => $text,)* _ => "unknown command" }
            }

            /// Bytes of its CDB as tools send it; 10 for those that are not known.
            pub fn cdb_length(self) -> u8 {
                match self { $(Self::$name => $cdb,)* _ => 10 }
            }

            /// Its data phase.
            pub fn data(self) -> DataPhase {
                match self { $(Self::$name => $data,)* _ => DataPhase::None }
            }
        }
    };
}

/// The data phase of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataPhase {
    /// There is none.
    None,
    /// This many bytes from the device.
    Reply(u32),
    /// This many bytes from the device for each unit of the count.
    In(u32),
    /// This many bytes to the device for each unit of the count.
    Out(u32),
}

impl Opcode {
    /// The direction that its command block tells. Where nothing is moved, devices take either; this is what
    /// rkdeveloptool (its sessions in `fixtures`) and the crate rockusb send.
    pub fn direction(self) -> Direction {
        match self.data() {
            DataPhase::Out(_) => Direction::Out,
            DataPhase::None if self != Self::TEST_UNIT_READY => Direction::Out,
            _ => Direction::In,
        }
    }
}

impl DataPhase {
    /// Its length for `count` units.
    pub fn length(self, count: u16) -> u32 {
        match self {
            Self::None => 0,
            Self::Reply(bytes) => bytes,
            Self::In(unit) | Self::Out(unit) => unit * u32::from(count),
        }
    }
}

/// Bytes of a sector as the commands of the raw NAND era count it: with 16 spare bytes.
const RAW_SECTOR: u32 = 528;
const LBA: u32 = SECTOR as u32;

opcodes! {
    TEST_UNIT_READY = 0x00, "TEST UNIT READY", 6, DataPhase::None, "Whether there is anybody, and whether it is busy.";
    READ_FLASH_ID = 0x01, "READ FLASH ID", 6, DataPhase::Reply(5), "The medium's kind in five letters.";
    SET_DEVICE_ID = 0x02, "SET DEVICE ID", 6, DataPhase::None, "Legacy.";
    TEST_BAD_BLOCK = 0x03, "TEST BAD BLOCK", 10, DataPhase::Reply(64), "Bitmap of bad NAND blocks.";
    READ_SECTOR = 0x04, "READ SECTOR", 10, DataPhase::In(RAW_SECTOR), "Raw NAND era.";
    WRITE_SECTOR = 0x05, "WRITE SECTOR", 10, DataPhase::Out(RAW_SECTOR), "Raw NAND era.";
    ERASE_NORMAL = 0x06, "ERASE NORMAL", 10, DataPhase::None, "Erases NAND blocks that are not bad.";
    WRITE_SPARE = 0x07, "WRITE SPARE", 10, DataPhase::Out(16), "Raw NAND era.";
    READ_SPARE = 0x08, "READ SPARE", 10, DataPhase::In(16), "Raw NAND era.";
    ERASE_FORCE = 0x0b, "ERASE FORCE", 10, DataPhase::None, "Erases blocks of the flash info's size.";
    GET_VERSION = 0x0c, "GET VERSION", 6, DataPhase::None, "Legacy.";
    READ_LBA = 0x14, "READ LBA", 10, DataPhase::In(LBA), "Reads sectors.";
    WRITE_LBA = 0x15, "WRITE LBA", 10, DataPhase::Out(LBA), "Writes sectors.";
    ERASE_SYSTEM_DISK = 0x16, "ERASE SYSTEM DISK", 6, DataPhase::None, "Legacy.";
    READ_SDRAM = 0x17, "READ SDRAM", 10, DataPhase::In(1), "Reads memory, in old loaders.";
    WRITE_SDRAM = 0x18, "WRITE SDRAM", 10, DataPhase::Out(1), "Writes memory, in old loaders.";
    EXECUTE_SDRAM = 0x19, "EXECUTE SDRAM", 10, DataPhase::None, "Jumps, in old loaders.";
    READ_FLASH_INFO = 0x1a, "READ FLASH INFO", 6, DataPhase::Reply(11), "Size and geometry of the medium.";
    READ_CHIP_INFO = 0x1b, "READ CHIP INFO", 6, DataPhase::Reply(16), "The SoC.";
    LOW_FORMAT = 0x1c, "LOW FORMAT", 6, DataPhase::None, "Legacy.";
    SET_RESET_FLAG = 0x1e, "SET RESET FLAG", 6, DataPhase::None, "Legacy.";
    WRITE_EFUSE = 0x1f, "WRITE EFUSE", 10, DataPhase::Out(1), "Never sent: it cannot be undone.";
    READ_EFUSE = 0x20, "READ EFUSE", 10, DataPhase::In(1), "Reads eFuses.";
    READ_SPI = 0x21, "READ SPI FLASH", 10, DataPhase::In(LBA), "Reads SPI flash.";
    WRITE_SPI = 0x22, "WRITE SPI FLASH", 10, DataPhase::Out(LBA), "Writes SPI flash.";
    WRITE_NEW_EFUSE = 0x23, "WRITE NEW EFUSE", 10, DataPhase::Out(1), "Never sent: it cannot be undone.";
    READ_NEW_EFUSE = 0x24, "READ NEW EFUSE", 10, DataPhase::In(1), "Reads eFuses.";
    ERASE_LBA = 0x25, "ERASE LBA", 10, DataPhase::None, "Erases sectors.";
    WRITE_VENDOR = 0x26, "WRITE VENDOR STORAGE", 10, DataPhase::Out(1), "Writes an item of vendor storage.";
    READ_VENDOR = 0x27, "READ VENDOR STORAGE", 10, DataPhase::In(1), "Reads an item of vendor storage.";
    READ_COM_LOG = 0x28, "READ COM LOG", 10, DataPhase::In(1), "What the loader would have printed.";
    SWITCH_STORAGE = 0x2a, "SWITCH STORAGE", 6, DataPhase::None, "Chooses the medium; a failure is not reported.";
    GET_STORAGE = 0x2b, "GET STORAGE", 6, DataPhase::Reply(4), "The chosen medium.";
    READ_OTP = 0x2c, "READ OTP", 10, DataPhase::In(1), "Reads one-time programmable memory.";
    SESSION = 0x30, "SESSION", 6, DataPhase::None, "Legacy.";
    READ_CAPABILITY = 0xaa, "READ CAPABILITY", 6, DataPhase::Reply(8), "What the loader can do.";
    SWITCH_USB3 = 0xbb, "SWITCH USB3", 16, DataPhase::None, "Comes back at SuperSpeed.";
    RESET = 0xff, "RESET", 6, DataPhase::None, "Restarts the board.";
}

impl fmt::Display for Opcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({:#04x})", self.name(), self.0)
    }
}

/// A command: what its CDB says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Command {
    /// What to do.
    pub opcode: Opcode,
    /// A finer choice.
    pub subcode: u8,
    /// Chip select of raw NAND.
    pub lun: u8,
    /// Sector, block, memory address or item.
    pub address: u32,
    /// Sectors, blocks or bytes.
    pub count: u16,
    /// [`parity`] of the data of a WRITE LBA; 0: none to be checked.
    pub parity: u32,
    /// Second operand of EXECUTE SDRAM.
    pub operand: u32,
    /// Bytes of the CDB that the device is to copy.
    pub cdb_length: u8,
}

impl Command {
    /// A command without operands.
    pub fn plain(opcode: Opcode) -> Self {
        Self::ranged(opcode, 0, 0)
    }

    /// A command about `count` units from `address` on.
    pub fn ranged(opcode: Opcode, address: u32, count: u16) -> Self {
        let cdb_length = opcode.cdb_length();
        Self { opcode, subcode: 0, lun: 0, address, count, parity: 0, operand: 0, cdb_length }
    }

    /// A command with a finer choice.
    pub fn with_subcode(opcode: Opcode, subcode: u8) -> Self {
        Self { subcode, ..Self::plain(opcode) }
    }

    /// READ LBA.
    pub fn read_lba(sector: u32, count: u16) -> Self {
        Self::ranged(Opcode::READ_LBA, sector, count)
    }

    /// WRITE LBA without a place for parity, as other tools send it.
    pub fn write_lba(sector: u32, count: u16) -> Self {
        Self::ranged(Opcode::WRITE_LBA, sector, count)
    }

    /// WRITE LBA whose CDB is as long as can be. A device that once saw a parity keeps it in its command buffer and
    /// would apply it to every shorter write after.
    pub fn write_lba_parity(sector: u32, count: u16, parity: u32) -> Self {
        Self { parity, cdb_length: 16, ..Self::write_lba(sector, count) }
    }

    /// ERASE LBA.
    pub fn erase_lba(sector: u32, count: u16) -> Self {
        Self::ranged(Opcode::ERASE_LBA, sector, count)
    }

    /// ERASE FORCE of blocks of the chip `lun`.
    pub fn erase_force(lun: u8, block: u32, count: u16) -> Self {
        Self { lun, ..Self::ranged(Opcode::ERASE_FORCE, block, count) }
    }

    /// SWITCH STORAGE.
    pub fn switch_storage(storage: Storage) -> Self {
        Self::with_subcode(Opcode::SWITCH_STORAGE, storage.0)
    }

    /// RESET.
    pub fn reset(kind: ResetKind) -> Self {
        Self::with_subcode(Opcode::RESET, kind as u8)
    }

    /// Access to an item of vendor storage: READ VENDOR or WRITE VENDOR of `length` bytes.
    pub fn vendor(opcode: Opcode, item: u16, kind: u16, length: u16) -> Self {
        Self::ranged(opcode, u32::from(item) << 16 | u32::from(kind), length)
    }

    /// Bytes of the data phase.
    pub fn length(&self) -> u32 {
        self.opcode.data().length(self.count)
    }

    /// Its CBW.
    pub fn cbw(&self, tag: u32) -> Cbw {
        let mut cdb = [0; 16];
        cdb[0] = self.opcode.0;
        cdb[1] = self.subcode;
        put(&mut cdb, 2, &self.address.to_be_bytes());
        put(&mut cdb, 7, &self.count.to_be_bytes());
        match self.opcode {
            Opcode::EXECUTE_SDRAM => put(&mut cdb, 7, &self.operand.to_be_bytes()),
            _ => put(&mut cdb, 9, &self.parity.to_le_bytes()),
        }
        Cbw {
            tag,
            length: self.length(),
            direction: self.opcode.direction(),
            lun: self.lun,
            cdb_length: self.cdb_length,
            cdb,
        }
    }

    /// What a CBW asks for. `cdb` is the device's command buffer, into which the CBW's bytes were copied. Byte 6 of the
    /// CDB has to be zero.
    ///
    /// # Errors
    /// When the bytes are too few, or do not have this form.
    pub fn from_cdb(lun: u8, cdb_length: u8, cdb: &[u8; 16]) -> Result<Self, Malformed> {
        let opcode = Opcode(cdb[0]);
        if cdb[6] != 0 && opcode != Opcode::SWITCH_USB3 {
            return Err(Malformed("byte 6 of a command is not zero"));
        }
        let execute = opcode == Opcode::EXECUTE_SDRAM;
        Ok(Self {
            opcode,
            subcode: cdb[1],
            lun,
            address: be32(cdb, 2),
            count: if execute { 0 } else { be16(cdb, 7) },
            parity: if execute { 0 } else { le32(cdb, 9) },
            operand: if execute { be32(cdb, 7) } else { 0 },
            cdb_length,
        })
    }
}

/// What a write with parity announces: a start value plus the sum of all little-endian words of the data. 0 would mean
/// that nothing is to be checked; data that sums up to it cannot be protected.
pub fn parity(data: &[u8]) -> u32 {
    // As arrays, so that the compiler sums many words at once: hosts and boards sum whole images.
    let (words, _) = data.as_chunks::<4>();
    words.iter().fold(0x55aa, |sum, word| sum.wrapping_add(u32::from_le_bytes(*word)))
}
