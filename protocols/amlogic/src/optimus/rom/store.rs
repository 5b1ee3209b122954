//! Storage as the burn mode reads and writes it: one image at a time.

use alloc::{format, string::String, vec::Vec};

use sha1::{Digest, Sha1};

use super::{board::Board, medium::Partition};
use crate::{
    expand::Sparse,
    optimus::wire::{MEDIA_PIECE, MediaAck, MediaHead, ReadHead, SumKind, addsum},
};

/// Where an image goes, or comes from.
#[derive(Clone, Copy, Debug)]
enum Place {
    Partition(Partition),
    Memory(u32),
}

/// An image on its way to the board, or one that has arrived.
struct Download {
    place: Place,
    /// What unpacks it, where it is sparse.
    sparse: Option<Sparse>,
    size: u64,
    done: u64,
    /// The next packet's number.
    next: u32,
    error: Option<String>,
}

struct Upload {
    place: Place,
    size: u64,
    done: u64,
    next: u32,
}

/// What the burn mode knows of storage.
#[derive(Default)]
pub(super) struct Store {
    /// `disk_initial` was run since U-Boot has started.
    pub(super) initialised: bool,
    download: Option<Download>,
    upload: Option<Upload>,
}

/// A number as U-Boot reads it: hexadecimal, with or without 0x.
pub(super) fn hex(text: &str) -> Option<u64> {
    u64::from_str_radix(text.strip_prefix("0x").unwrap_or(text), 16).ok()
}

impl Store {
    /// `download MEDIA PART TYPE SIZE`.
    pub(super) fn download(&mut self, words: &[&str], board: &Board) -> Result<String, String> {
        let &[media, part, kind, size] = words else { return Err("wrong arguments".into()) };
        let size = hex(size).filter(|size| *size > 0).ok_or("wrong size")?;
        let place = self.place(media, part, board)?;
        let room = match place {
            Place::Partition(partition) => Some(partition.sectors * 512),
            Place::Memory(_) => None,
        };
        let sparse = match (kind, room) {
            ("normal", _) => None,
            ("sparse", Some(room)) => Some(Sparse::new(room)),
            _ => return Err(format!("{media} takes no type {kind}")),
        };
        if sparse.is_none() && room.is_some_and(|room| size > room) {
            return Err(format!("image is larger than partition {part}"));
        }
        self.download = Some(Download { place, sparse, size, done: 0, next: 0, error: None });
        Ok(String::new())
    }

    /// `upload MEDIA PART normal SIZE`.
    pub(super) fn upload(&mut self, words: &[&str], board: &Board) -> Result<String, String> {
        let &[media, part, "normal", size] = words else { return Err("wrong arguments".into()) };
        let size = hex(size).filter(|size| *size > 0).ok_or("wrong size")?;
        let place = self.place(media, part, board)?;
        if let Place::Partition(partition) = place
            && size > partition.sectors * 512
        {
            return Err(format!("partition {part} is smaller"));
        }
        self.upload = Some(Upload { place, size, done: 0, next: 0 });
        Ok(String::new())
    }

    fn place(&self, media: &str, part: &str, board: &Board) -> Result<Place, String> {
        match (media, part) {
            ("mem", "dtb") => Ok(Place::Memory(0x0100_0000)),
            ("mem", address) => {
                let address = hex(address).and_then(|address| u32::try_from(address).ok());
                Ok(Place::Memory(address.ok_or("wrong address")?))
            }
            ("store", _) => {
                let known = board.medium.partition(part);
                let partition = known.ok_or_else(|| format!("no partition {part}"))?;
                // Bootloader and device tree have places of their own; the others are known from the table.
                let fixed = matches!(part, "bootloader" | "_aml_dtb");
                if !fixed && !self.initialised {
                    return Err("disk is not initialised".into());
                }
                Ok(Place::Partition(partition))
            }
            _ => Err(format!("unknown media {media}")),
        }
    }

    /// A packet has arrived as a whole.
    pub(super) fn packet(&mut self, head: MediaHead, data: &[u8], board: &mut Board) -> Vec<u8> {
        let text = match self.accept(head, data, board) {
            Ok(()) => return MediaAck::OK.to_vec(),
            Err(text) => text,
        };
        text.into_bytes()
    }

    fn accept(&mut self, head: MediaHead, data: &[u8], board: &mut Board) -> Result<(), String> {
        let Some(download) = &mut self.download else { return Err("no download is armed".into()) };
        if let Some(error) = &download.error {
            return Err(error.clone());
        }
        let sum = match head.kind {
            SumKind::AddSum => addsum(data),
            SumKind::None => head.sum,
            // The number for CRC-32 is known and nothing is computed.
            SumKind::Other(_) => 0,
        };
        if sum != head.sum {
            return Err(format!("Alg[ef]0x: genSum 0x{sum:x} != org 0x{:x}", head.sum));
        }
        if head.retry > 0 && head.sequence + 1 == download.next {
            // Sent again because the answer did not arrive.
            return Ok(());
        }
        let last = download.done + data.len() as u64 == download.size;
        let in_order = head.sequence == download.next && (last || data.len() == MEDIA_PIECE);
        let broken = board.traits.media_error == Some(head.sequence) || !in_order;
        if broken || download.take(data, board).is_none() {
            let text = format!("media error 1 at seq {}", head.sequence);
            download.error = Some(text.clone());
            return Err(text);
        }
        Ok(())
    }

    /// `download get_status`.
    pub(super) fn status(&self) -> Result<String, String> {
        match &self.download {
            None => Err("no download".into()),
            Some(Download { error: Some(error), .. }) => Err(error.clone()),
            Some(download) if download.done < download.size => {
                Err(format!("0x{:x} of 0x{:x} bytes", download.done, download.size))
            }
            Some(_) => Ok(":burn complete".into()),
        }
    }

    /// `verify sha1sum HEX`: of what was stored, a sparse image put together again from it.
    pub(super) fn verify(&self, wanted: &str, board: &mut Board) -> Result<String, String> {
        self.status()?;
        let download = self.download.as_ref().ok_or("no download")?;
        let (place, size) = (download.place, download.size as usize);
        let sum: [u8; 20] = match &download.sparse {
            None => Sha1::digest(read(place, 0, size, board).ok_or("cannot be read")?).into(),
            Some(sparse) => sparse.sha1(&mut |at, bytes| {
                let found = read(place, at, bytes.len(), board).ok_or("cannot be read")?;
                bytes.copy_from_slice(&found);
                Ok(())
            })?,
        };
        let found: String = sum.iter().map(|byte| format!("{byte:02x}")).collect();
        match found == wanted {
            true => Ok(String::new()),
            false => Err(format!("gensum[{found}] NOT match [{wanted}]")),
        }
    }

    /// READ_MEDIA: the head, and what follows it.
    pub(super) fn piece(&mut self, board: &mut Board) -> Option<(ReadHead, Vec<u8>)> {
        let upload = self.upload.as_mut()?;
        let length = (upload.size - upload.done).min(MEDIA_PIECE as u64) as usize;
        let bytes = read(upload.place, upload.done, length, board)?;
        let head = ReadHead { length: length as u32, sequence: upload.next };
        upload.done += length as u64;
        upload.next += 1;
        Some((head, bytes))
    }
}

impl Download {
    fn take(&mut self, data: &[u8], board: &mut Board) -> Option<()> {
        let place = self.place;
        let mut put = |at: u64, data: &[u8]| {
            write(place, at, data, board).ok_or_else(|| String::from("it cannot be written"))
        };
        match &mut self.sparse {
            None => put(self.done, data).ok()?,
            Some(sparse) => sparse.take(data, &mut put).ok()?,
        }
        self.done += data.len() as u64;
        self.next += 1;
        let is_cut = |sparse: &Sparse| self.done == self.size && !sparse.is_whole();
        if self.sparse.as_ref().is_some_and(is_cut) { None } else { Some(()) }
    }
}

/// Writes to a place, which has room for it: `download` and [`Sparse`] see to that.
fn write(place: Place, offset: u64, data: &[u8], board: &mut Board) -> Option<()> {
    match place {
        Place::Memory(address) => {
            board.memory.write(address.checked_add(u32::try_from(offset).ok()?)?, data).ok()
        }
        Place::Partition(partition) => {
            board.medium.write(partition.first * 512 + offset, data).ok()
        }
    }
}

fn read(place: Place, offset: u64, length: usize, board: &mut Board) -> Option<Vec<u8>> {
    match place {
        Place::Memory(address) => {
            board.memory.bytes(address.checked_add(u32::try_from(offset).ok()?)?, length).ok()
        }
        Place::Partition(partition) => {
            board.medium.read(partition.first * 512 + offset, length).ok()
        }
    }
}
