//! The vendor requests on endpoint 0.

use core::fmt;

use link::Setup;

/// A request, without its data stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Request {
    /// Writes up to 64 bytes of memory; the data stage is what is written.
    WriteMem(u32),
    /// Reads up to 64 bytes of memory.
    ReadMem(u32),
    /// Writes words; the data stage is pairs of address and value.
    FillMem,
    /// Changes a word in one of eight ways; the data stage is a [`Modify`](super::Modify).
    ModifyMem(u16),
    /// Runs code; the data stage is the address with bit 4 set.
    Run(u32),
    /// Writes an auxiliary register (4 bytes).
    WriteAux(u16),
    /// Reads an auxiliary register (4 bytes). U-Boot returns 0.
    ReadAux(u16),
    /// Announces blocks of memory to the device; the data stage is a [`Large`](super::Large).
    WriteLarge {
        /// Bytes of a block.
        block: u16,
        /// Blocks.
        count: u16,
    },
    /// Asks for blocks of memory from the device; likewise.
    ReadLarge {
        /// Bytes of a block.
        block: u16,
        /// Blocks.
        count: u16,
    },
    /// Asks who is there.
    Identify,
    /// A text for U-Boot, whose answer [`TplStat`](Self::TplStat) fetches.
    TplCommand(u16),
    /// Fetches the answer.
    TplStat,
    /// A packet for storage; the data stage is a [`MediaHead`](super::MediaHead).
    WriteMedia(u16),
    /// Asks for a piece of storage; the device answers with a [`ReadHead`](super::ReadHead).
    ReadMedia {
        /// What the vendor has there: 4096. U-Boot ignores it.
        value: u16,
        /// Pieces of 4096 bytes. U-Boot ignores it.
        count: u16,
    },
    /// A text for U-Boot, which answers by bulk.
    BulkCommand(u16),
    /// A password, and the sum of its bytes.
    Password(u16),
    /// Nothing. Only a mask ROM knows it.
    Nop,
    /// A page of chip information.
    ChipInfo(u16),
    /// Asks BL2 what it wants.
    GetAmlc,
    /// Announces a piece of what BL2 wants.
    WriteAmlc {
        /// Its place, in units of 512 bytes.
        sector: u16,
        /// Its length less one.
        last: u16,
    },
}

const OUT: u8 = 0x40;
const IN: u8 = 0xc0;
/// What the vendor's tools put beside a request for an AMLC record: the record's length.
const AMLC: u16 = 0x200;

/// The subcode of a TPL command.
const TPL: u16 = 1;

impl Request {
    /// A packet for storage with busy replies switched on.
    pub const WRITE_MEDIA: Self = Self::WriteMedia(0xffff);
    /// A bulk command with busy replies switched on.
    pub const BULK_COMMAND: Self = Self::BulkCommand(2);
    /// A TPL command.
    pub const TPL_COMMAND: Self = Self::TplCommand(TPL);

    /// As it is sent.
    pub fn setup(self) -> Setup {
        let (request_type, request, value, index) = match self {
            Self::WriteMem(address) => (OUT, 0x01, high(address), low(address)),
            Self::ReadMem(address) => (IN, 0x02, high(address), low(address)),
            Self::FillMem => (OUT, 0x03, 0, 0),
            Self::ModifyMem(opcode) => (OUT, 0x04, opcode, 0),
            Self::Run(address) => (OUT, 0x05, high(address), low(address)),
            Self::WriteAux(register) => (OUT, 0x06, register, 0),
            Self::ReadAux(register) => (IN, 0x07, register, 0),
            Self::WriteLarge { block, count } => (OUT, 0x11, block, count),
            Self::ReadLarge { block, count } => (OUT, 0x12, block, count),
            Self::Identify => (IN, 0x20, 0, 0),
            Self::TplCommand(subcode) => (OUT, 0x30, 0, subcode),
            Self::TplStat => (IN, 0x31, 0, 0),
            Self::WriteMedia(index) => (OUT, 0x32, 1, index),
            Self::ReadMedia { value, count } => (IN, 0x33, value, count),
            Self::BulkCommand(index) => (OUT, 0x34, 0, index),
            Self::Password(sum) => (OUT, 0x35, sum, 0),
            Self::Nop => (OUT, 0x36, 0, 0),
            Self::ChipInfo(page) => (IN, 0x40, 0, page),
            Self::GetAmlc => (OUT, 0x50, AMLC, 0),
            Self::WriteAmlc { sector, last } => (OUT, 0x60, sector, last),
        };
        Setup { request_type, request, value, index }
    }

    /// What a request asks for; `None`: it is none of these.
    pub fn of(setup: Setup) -> Option<Self> {
        let Setup { request_type, request, value, index } = setup;
        let address = u32::from(value) << 16 | u32::from(index);
        Some(match (request_type, request) {
            (OUT, 0x01) => Self::WriteMem(address),
            (IN, 0x02) => Self::ReadMem(address),
            (OUT, 0x03) => Self::FillMem,
            (OUT, 0x04) => Self::ModifyMem(value),
            (OUT, 0x05) => Self::Run(address),
            (OUT, 0x06) => Self::WriteAux(value),
            (IN, 0x07) => Self::ReadAux(value),
            (OUT, 0x11) => Self::WriteLarge { block: value, count: index },
            (OUT, 0x12) => Self::ReadLarge { block: value, count: index },
            (IN, 0x20) => Self::Identify,
            (OUT, 0x30) => Self::TplCommand(index),
            (IN, 0x31) => Self::TplStat,
            (OUT, 0x32) => Self::WriteMedia(index),
            (IN, 0x33) => Self::ReadMedia { value, count: index },
            (OUT, 0x34) => Self::BulkCommand(index),
            (OUT, 0x35) => Self::Password(value),
            (OUT, 0x36) => Self::Nop,
            (IN, 0x40) => Self::ChipInfo(index),
            (OUT, 0x50) => Self::GetAmlc,
            (OUT, 0x60) => Self::WriteAmlc { sector: value, last: index },
            _ => return None,
        })
    }

    /// Whether the vendor's U-Boot in its burn mode knows it. What it does not know it leaves without an answer.
    pub fn is_uboots(self) -> bool {
        !matches!(
            self,
            Self::Password(_)
                | Self::Nop
                | Self::ChipInfo(_)
                | Self::GetAmlc
                | Self::WriteAmlc { .. }
        )
    }

    /// Its name in the field.
    pub fn name(self) -> &'static str {
        match self {
            Self::WriteMem(_) => "WRITE_MEM",
            Self::ReadMem(_) => "READ_MEM",
            Self::FillMem => "FILL_MEM",
            Self::ModifyMem(_) => "MODIFY_MEM",
            Self::Run(_) => "RUN_IN_ADDR",
            Self::WriteAux(_) => "WRITE_AUX",
            Self::ReadAux(_) => "READ_AUX",
            Self::WriteLarge { .. } => "WR_LARGE_MEM",
            Self::ReadLarge { .. } => "RD_LARGE_MEM",
            Self::Identify => "IDENTIFY",
            Self::TplCommand(_) => "TPL_CMD",
            Self::TplStat => "TPL_STAT",
            Self::WriteMedia(_) => "WRITE_MEDIA",
            Self::ReadMedia { .. } => "READ_MEDIA",
            Self::BulkCommand(_) => "BULKCMD",
            Self::Password(_) => "PASSWORD",
            Self::Nop => "NOP",
            Self::ChipInfo(_) => "CHIPINFO",
            Self::GetAmlc => "GET_AMLC",
            Self::WriteAmlc { .. } => "WRITE_AMLC",
        }
    }
}

impl fmt::Display for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())?;
        match self {
            Self::WriteMem(address) | Self::ReadMem(address) | Self::Run(address) => {
                write!(f, " at {address:#010x}")
            }
            Self::ChipInfo(page) => write!(f, " page {page}"),
            _ => Ok(()),
        }
    }
}

fn high(address: u32) -> u16 {
    (address >> 16) as u16
}

fn low(address: u32) -> u16 {
    address as u16
}

/// The sum that goes with a password. The vendor's tool adds signed bytes; below 0x80 that makes no difference, and
/// above it is not known which one a mask ROM wants. Other tools send 0, and no success was reported with that.
pub fn password_sum(password: &[u8]) -> u16 {
    password.iter().fold(0, |sum: u16, &byte| sum.wrapping_add(byte as i8 as u16))
}
