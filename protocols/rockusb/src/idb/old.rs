//! The layout of the SoCs before RK35xx: four sectors, some of them scrambled, then two images.

use alloc::vec::Vec;

use crate::{
    Unsound,
    bytes::{array, le16, le32, put},
    rc4, sums,
    wire::SECTOR,
};

/// Sectors before the first image.
pub const OLD_HEAD: usize = 4;
const MAGIC: u32 = 0x0ff0_aa55;
const PAD: usize = 2048;

/// What the four sectors tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OldHead {
    /// The images are not scrambled.
    pub plain: bool,
    /// First sector of the images, counted from the head.
    pub code: u16,
    /// Sectors of the first image, which sets up DRAM.
    pub init: u16,
    /// Sectors of both images.
    pub total: u16,
    /// Whether the sums of sectors and images are there. The boot ROM does not ask for them: mkimage leaves them out.
    pub sums: OldSums,
}

/// Checksums of an old block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OldSums {
    /// There are none.
    Absent,
    /// They hold.
    Good,
    /// They do not hold.
    Bad,
}

impl OldHead {
    /// Whether bytes begin with one.
    pub fn is_one(bytes: &[u8]) -> bool {
        let mut magic: [u8; 4] = array(bytes, 0);
        rc4::whole(&mut magic);
        u32::from_le_bytes(magic) == MAGIC
    }

    /// Reads and checks a block.
    ///
    /// # Errors
    /// When it is no ID block of this layout.
    pub fn parse(block: &[u8]) -> Result<Self, Unsound> {
        let head = Self::read(block)?;
        let start = usize::from(head.code) * SECTOR;
        let images = block.get(start..start + usize::from(head.total) * SECTOR);
        let images =
            images.ok_or_else(|| Unsound::new("the ID block ends before its images do"))?;
        Ok(Self { sums: check(&block[..OLD_HEAD * SECTOR], images), ..head })
    }

    /// Reads the first sector of a block; whether its sums hold is not looked at.
    ///
    /// # Errors
    /// When it is no ID block of this layout.
    pub fn read(block: &[u8]) -> Result<Self, Unsound> {
        if !Self::is_one(block) {
            return Err(Unsound::new("not an ID block: sector 0 does not hold its number"));
        }
        if block.len() < OLD_HEAD * SECTOR {
            return Err(Unsound::new("the ID block ends in its first four sectors"));
        }
        let first = first(block);
        let (code, init, total) = (le16(&first, 12), le16(&first, 506), le16(&first, 508));
        if usize::from(code) < OLD_HEAD || init > total {
            return Err(Unsound::new("the ID block's first sector contradicts itself"));
        }
        Ok(Self { plain: le32(&first, 8) != 0, code, init, total, sums: OldSums::Absent })
    }
}

/// The first sector, unscrambled.
fn first(block: &[u8]) -> [u8; SECTOR] {
    let mut first = array(block, 0);
    rc4::whole(&mut first);
    first
}

fn check(head: &[u8], images: &[u8]) -> OldSums {
    let sector = |index: usize| -> [u8; SECTOR] { array(head, index * SECTOR) };
    let (mut second, mut third) = (sector(2), sector(3));
    if second == [0; SECTOR] {
        return OldSums::Absent;
    }
    rc4::whole(&mut second);
    rc4::whole(&mut third);
    let good = &second[506..509] == b"CRC"
        && le16(&second, 494) == sums::crc16_idb(&first(head))
        && le16(&second, 496) == sums::crc16_idb(&sector(1))
        && le32(&second, 498) == sums::crc32(images)
        && le16(&second, 510) == sums::crc16_idb(&third);
    if good { OldSums::Good } else { OldSums::Bad }
}

/// A block of two images in the form that they have on flash.
pub(super) fn build(init: &[u8], boot: &[u8], plain: bool) -> Result<Vec<u8>, Unsound> {
    let images = [padded(init), padded(boot)];
    let sectors = |bytes: usize| {
        u16::try_from(bytes / SECTOR)
            .map_err(|_| Unsound::new("the images take more than 65535 sectors"))
    };
    let init = sectors(images[0].len())?;
    let images = images.concat();
    let first = first_sector(plain, init, sectors(images.len())?);
    let second = second_sector();
    let mut third = third_sector(&first, &second, &images);
    let (mut first, mut fourth) = (first, [0; SECTOR]);
    for sector in [&mut first, &mut third, &mut fourth] {
        rc4::whole(sector);
    }
    let mut block = [first, second, third, fourth].concat();
    block.extend(images);
    Ok(block)
}

pub(super) fn first_sector(plain: bool, init: u16, total: u16) -> [u8; SECTOR] {
    let mut sector = [0; SECTOR];
    put(&mut sector, 0, &MAGIC.to_le_bytes());
    put(&mut sector, 8, &u32::from(plain).to_le_bytes());
    put(&mut sector, 12, &(OLD_HEAD as u16).to_le_bytes());
    put(&mut sector, 14, &(OLD_HEAD as u16).to_le_bytes());
    put(&mut sector, 506, &init.to_le_bytes());
    put(&mut sector, 508, &total.to_le_bytes());
    sector
}

fn second_sector() -> [u8; SECTOR] {
    let mut sector = [0; SECTOR];
    put(&mut sector, 0, &[0x0c, 0, 0xff, 0xff]);
    put(&mut sector, 10, b"RK28");
    sector
}

fn third_sector(first: &[u8], second: &[u8], images: &[u8]) -> [u8; SECTOR] {
    let mut sector = [0; SECTOR];
    put(&mut sector, 491, b"VC");
    put(&mut sector, 494, &sums::crc16_idb(first).to_le_bytes());
    put(&mut sector, 496, &sums::crc16_idb(second).to_le_bytes());
    put(&mut sector, 498, &sums::crc32(images).to_le_bytes());
    put(&mut sector, 506, b"CRC");
    put(&mut sector, 510, &sums::crc16_idb(&[0; SECTOR]).to_le_bytes());
    sector
}

fn padded(bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    bytes.resize(bytes.len().next_multiple_of(PAD), 0);
    bytes
}
