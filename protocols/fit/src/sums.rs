//! Hashes of images: those that mkimage writes.

use alloc::{
    borrow::ToOwned,
    string::{String, ToString},
    vec::Vec,
};

use crc::{CRC_16_XMODEM, CRC_32_ISO_HDLC, Crc};
use dtoolkit::{Node, fdt::FdtNode};
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};
use sm3::Sm3;

use crate::{
    FitError,
    tree::{missing, text, value},
};

const CRC16: Crc<u16> = Crc::<u16>::new(&CRC_16_XMODEM);
const CRC32: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);
/// How often all bytes of the file may be hashed: no sound file has more sums over one image.
const ROUNDS: u64 = 32;

/// The state of one of an image's hashes or signatures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sum {
    /// It was computed and holds: the algorithm.
    Holds(String),
    /// It was not checked, as the algorithm is unknown or needs a key: its name.
    Unchecked(String),
}

/// How many bytes may still be hashed. Many images can name the same bytes, with many hashes each.
pub(crate) struct Budget(u64);

impl Budget {
    pub(crate) fn new(file: usize) -> Self {
        Self((file as u64).saturating_mul(ROUNDS))
    }

    fn spend(&mut self, bytes: usize) -> Result<(), FitError> {
        self.0 = self.0.checked_sub(bytes as u64).ok_or(FitError::TooManySums)?;
        Ok(())
    }
}

/// Checks every hash of an image; returns what there is to say of each.
pub(crate) fn check(
    image: &FdtNode<'_>,
    data: &[u8],
    budget: &mut Budget,
) -> Result<Vec<Sum>, FitError> {
    let mut sums = Vec::new();
    for node in image.children() {
        if node.name().starts_with("hash") {
            sums.push(hash(image, &node, data, budget)?);
        } else if node.name().starts_with("signature") {
            let algorithm = text(&node, "algo").unwrap_or("signature");
            sums.push(Sum::Unchecked(algorithm.to_owned()));
        }
    }
    Ok(sums)
}

fn hash(
    image: &FdtNode<'_>,
    node: &FdtNode<'_>,
    data: &[u8],
    budget: &mut Budget,
) -> Result<Sum, FitError> {
    // As in U-Boot, a hash that says nothing does not hold.
    let algorithm = text(node, "algo").ok_or_else(|| missing(node.name(), "algorithm"))?;
    let stored = value(node, "value").ok_or_else(|| missing(node.name(), "value"))?;
    budget.spend(data.len())?;
    match digest(algorithm, data) {
        None => Ok(Sum::Unchecked(algorithm.to_owned())),
        Some(computed) if computed == stored => Ok(Sum::Holds(algorithm.to_owned())),
        Some(_) => Err(FitError::Damaged {
            image: image.name().to_owned(),
            algorithm: algorithm.to_string(),
        }),
    }
}

/// The digest of `data`, by the names that U-Boot's `common/hash.c` has.
fn digest(algorithm: &str, data: &[u8]) -> Option<Vec<u8>> {
    Some(match algorithm {
        "crc16-ccitt" => CRC16.checksum(data).to_be_bytes().to_vec(),
        "crc32" => CRC32.checksum(data).to_be_bytes().to_vec(),
        "md5" => Md5::digest(data).to_vec(),
        "sha1" => Sha1::digest(data).to_vec(),
        "sha256" => Sha256::digest(data).to_vec(),
        "sha384" => Sha384::digest(data).to_vec(),
        "sha512" => Sha512::digest(data).to_vec(),
        "sm3_256" => Sm3::digest(data).to_vec(),
        _ => return None,
    })
}
