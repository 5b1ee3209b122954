//! Making a loader file.

use alloc::{format, string::String, vec, vec::Vec};
use core::time::Duration;

use super::{ENTRY_SIZE, HEADER_SIZE, Header, Kind, NAME};
use crate::{Unsound, bytes::put, rc4, sums};

/// A blob for a loader file, as the SoC executes it.
#[derive(Clone, Debug)]
pub struct Blob {
    /// What it is for.
    pub kind: Kind,
    /// Its name: up to 20 UTF-16 units.
    pub name: String,
    /// How long a host is to wait after it was sent.
    pub delay: Duration,
    /// Its bytes.
    pub data: Vec<u8>,
}

/// A loader file to be made.
#[derive(Clone, Debug)]
pub struct Pack {
    /// What the header is to say.
    pub header: Header,
    /// Data are padded to a multiple of this: 2048, on the RK3576 4096.
    pub align: usize,
    /// The blobs, in file order.
    pub blobs: Vec<Blob>,
}

impl Pack {
    /// The file.
    ///
    /// # Errors
    /// When it is too large for the form.
    pub fn build(&self) -> Result<Vec<u8>, Unsound> {
        let blobs: Vec<&Blob> = Kind::ALL.into_iter().flat_map(|kind| self.of(kind)).collect();
        let mut file = self.head()?;
        let mut data = Vec::new();
        let start = HEADER_SIZE + blobs.len() * ENTRY_SIZE;
        for blob in blobs {
            let bytes = self.stored(blob);
            file.extend(entry(blob, start + data.len(), bytes.len())?);
            data.extend(bytes);
        }
        file.extend(data);
        let sum = sums::crc32(&file);
        file.extend(sum.to_le_bytes());
        Ok(file)
    }

    pub(super) fn of(&self, kind: Kind) -> impl Iterator<Item = &Blob> {
        self.blobs.iter().filter(move |blob| blob.kind == kind)
    }

    fn head(&self) -> Result<Vec<u8>, Unsound> {
        let header = &self.header;
        let mut bytes = vec![0; HEADER_SIZE];
        bytes[..4].copy_from_slice(if header.new { b"LDR " } else { b"BOOT" });
        put(&mut bytes, 4, &(HEADER_SIZE as u16).to_le_bytes());
        put(&mut bytes, 6, &header.version.to_le_bytes());
        put(&mut bytes, 10, &header.merger.to_le_bytes());
        put(&mut bytes, 14, &header.time.0.to_le_bytes());
        put(&mut bytes, 16, &header.time.1);
        put(&mut bytes, 21, &header.chip.to_le_bytes());
        let mut offset = HEADER_SIZE;
        for kind in Kind::ALL {
            let count = self.of(kind).count();
            bytes[kind.table()] =
                count.try_into().map_err(|_| Unsound::new("more than 255 blobs of a kind"))?;
            // At most 3 * 255 entries of 57 bytes come before.
            put(&mut bytes, kind.table() + 1, &(offset as u32).to_le_bytes());
            bytes[kind.table() + 5] = ENTRY_SIZE as u8;
            offset += count * ENTRY_SIZE;
        }
        bytes[44] = header.plain_flash.into();
        bytes[45] = header.plain_wire.into();
        bytes[46] = header.no_sum.into();
        Ok(bytes)
    }

    /// A blob padded and in the form that it has in the file.
    fn stored(&self, blob: &Blob) -> Vec<u8> {
        let mut bytes = blob.data.clone();
        bytes.resize(bytes.len().next_multiple_of(self.align.max(1)), 0);
        match blob.kind {
            Kind::Flash => rc4::sectors(&mut bytes),
            Kind::Download(_) if !self.header.plain_wire => rc4::whole(&mut bytes),
            Kind::Download(_) => {}
        }
        bytes
    }
}

fn entry(blob: &Blob, offset: usize, size: usize) -> Result<[u8; ENTRY_SIZE], Unsound> {
    let field = |value: usize| {
        u32::try_from(value).map_err(|_| Unsound::new("the loader file would be longer than 4 GiB"))
    };
    let units: Vec<u16> = blob.name.encode_utf16().collect();
    if units.len() > NAME {
        return Err(Unsound(format!("the name `{}` is longer than {NAME} letters", blob.name)));
    }
    let delay = blob.delay.as_millis().try_into();
    let delay: u32 = delay.map_err(|_| Unsound::new("a delay is longer than 49 days"))?;
    let mut bytes = [0; ENTRY_SIZE];
    bytes[0] = ENTRY_SIZE as u8;
    put(&mut bytes, 1, &blob.kind.code().to_le_bytes());
    for (index, unit) in units.iter().enumerate() {
        put(&mut bytes, 5 + 2 * index, &unit.to_le_bytes());
    }
    put(&mut bytes, 45, &field(offset)?.to_le_bytes());
    put(&mut bytes, 49, &field(size)?.to_le_bytes());
    put(&mut bytes, 53, &delay.to_le_bytes());
    Ok(bytes)
}
