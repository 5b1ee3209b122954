//! What U-Boot moves: the eMMC with its partitions, places in memory, keys.

use alloc::{
    boxed::Box,
    collections::BTreeMap,
    format,
    string::{String, ToString},
    vec,
    vec::Vec,
};

use sha1::{Digest, Sha1};

use super::Part;
use crate::{
    adnl::wire::{Format, Medium, Transfer, WINDOW},
    expand::Sparse,
    storage::{SECTOR, Storage},
};

/// Most bytes of a key.
const KEY_MOST: u64 = 256 << 10;

/// A range of the eMMC, in bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) start: u64,
    pub(super) bytes: u64,
}

/// Where the data of a write go.
enum Target {
    Emmc(Place),
    /// A sparse image, and where its place begins.
    Sparse(Box<Sparse>, u64),
    Memory(String, Vec<u8>),
}

struct Write {
    transfer: Transfer,
    target: Target,
    /// Where the next window begins. Of what is not sparse it moves on when a window is asked for, not when it was
    /// taken: one that was refused is not asked for again (v3_tool_buff_manager.c).
    next: u64,
    /// Where the window begins that was asked for.
    window: u64,
}

/// An image that was written, which can be verified.
enum Last {
    /// Bytes of a place.
    Plain(Place, u64),
    /// A sparse image, and where its place begins.
    Sparse(Box<Sparse>, u64),
}

enum Origin {
    Emmc(Place),
    Memory(Vec<u8>),
}

struct Read {
    origin: Origin,
    left: u64,
    at: u64,
    /// It comes in one window.
    whole: bool,
    /// The window that was announced, and whether it was fetched.
    window: Option<(u64, bool)>,
}

/// All of it.
pub(super) struct Media {
    pub(super) emmc: Box<dyn Storage>,
    parts: &'static [Part],
    memory: BTreeMap<String, Vec<u8>>,
    write: Option<Write>,
    read: Option<Read>,
    /// The image that `verify` is about.
    last: Option<Last>,
    /// The card says that it is write-protected.
    pub(super) protected: bool,
    pub(super) secure: bool,
}

impl Media {
    pub(super) fn new(emmc: Box<dyn Storage>, parts: &'static [Part], secure: bool) -> Self {
        let memory = BTreeMap::new();
        Self { emmc, parts, memory, write: None, read: None, last: None, protected: false, secure }
    }

    /// Forgets what does not survive a restart.
    pub(super) fn restart(self) -> Box<dyn Storage> {
        self.emmc
    }

    fn capacity(&self) -> u64 {
        self.emmc.sectors() * SECTOR as u64
    }

    fn place(&self, transfer: &Transfer) -> Result<Place, String> {
        let end = transfer.offset.checked_add(transfer.size);
        let within = |whole: Place| match end {
            Some(end) if end <= whole.bytes => {
                Ok(Place { start: whole.start + transfer.offset, bytes: transfer.size })
            }
            _ => Err(format!(
                "capacity < partStartOff + imgSize 0x:{:x} {:x} {:x}",
                whole.bytes, transfer.offset, transfer.size
            )),
        };
        if !transfer.offset.is_multiple_of(SECTOR as u64) {
            return Err(format!("offset {:#x} is not of whole blocks", transfer.offset));
        }
        match transfer.medium {
            Medium::Mmc if transfer.part == Transfer::EMMC => {
                within(Place { start: 0, bytes: self.capacity() })
            }
            Medium::Mmc => Err(format!("mmc {} not found", transfer.part)),
            _ => within(self.partition(&transfer.part)?),
        }
    }

    fn partition(&self, name: &str) -> Result<Place, String> {
        // Slots of the boot loader share its place.
        let name = if name.starts_with("bootloader") { "bootloader" } else { name };
        let part = self.parts.iter().find(|part| part.name == name);
        let part = part.ok_or_else(|| format!("partition {name} not found"))?;
        let place =
            Place { start: part.start * SECTOR as u64, bytes: part.sectors * SECTOR as u64 };
        // A smaller eMMC than the profile's has no room for all of them.
        match place.start + place.bytes <= self.capacity() {
            true => Ok(place),
            false => Err(format!("partition {name} not found: the eMMC ends before it does")),
        }
    }

    /// `oem mwrite`.
    pub(super) fn begin_write(&mut self, transfer: Transfer) -> Result<(), String> {
        (self.write, self.last) = (None, None);
        let target = match transfer.medium {
            Medium::Mem | Medium::Key => self.memory_target(&transfer)?,
            _ if self.protected => return Err("Error: mmc(1) is write protected!".into()),
            Medium::Store | Medium::Mmc => match transfer.format {
                // A sparse image expands to at most the partition.
                Format::Sparse => {
                    let wide = self.wide(&transfer)?;
                    Target::Sparse(Box::new(Sparse::new(wide.bytes)), wide.start)
                }
                Format::Normal | Format::Ubifs => Target::Emmc(self.place(&transfer)?),
            },
        };
        self.write = Some(Write { transfer, target, next: 0, window: 0 });
        Ok(())
    }

    fn wide(&self, transfer: &Transfer) -> Result<Place, String> {
        match transfer.medium {
            Medium::Mmc => Err("sparse images go to partitions".into()),
            _ => self.partition(&transfer.part),
        }
    }

    fn memory_target(&self, transfer: &Transfer) -> Result<Target, String> {
        let named = ["dtb", "gpt", "sheader"].contains(&transfer.part.as_str());
        if transfer.medium == Medium::Key && transfer.size >= KEY_MOST {
            return Err(format!("key sz {:#x} too large", transfer.size));
        }
        if transfer.medium == Medium::Mem && !named && self.secure {
            return Err("memory is closed: secure boot".into());
        }
        Ok(Target::Memory(transfer.part.clone(), Vec::new()))
    }

    /// `mwrite`: how many bytes it wants next, and from where; 0 bytes: the image is whole.
    pub(super) fn next_window(&mut self) -> Result<(u64, u64), String> {
        let Some(write) = &mut self.write else { return Err("Fail in buffman get, ret -1".into()) };
        let left = write.transfer.size - write.next;
        let whole = match write.transfer.medium {
            Medium::Key => true,
            Medium::Store => is_whole(&write.transfer.part),
            Medium::Mem | Medium::Mmc => false,
        };
        if left == 0 {
            self.end_write()?;
            return Ok((0, 0));
        }
        write.window = write.next;
        let size = match &write.target {
            // It moves on when the window was taken.
            Target::Sparse(sparse, _) => return Ok((sparse.wanted().min(left), write.window)),
            _ if whole => left,
            _ => left.min(WINDOW),
        };
        write.next += size;
        Ok((size, write.window))
    }

    fn end_write(&mut self) -> Result<(), String> {
        let Some(write) = self.write.take() else { return Ok(()) };
        match write.target {
            Target::Emmc(place) if write.transfer.medium == Medium::Store => {
                self.last = Some(Last::Plain(place, write.transfer.size));
            }
            Target::Emmc(_) => {}
            Target::Sparse(sparse, _) if !sparse.is_whole() => {
                return Err("sparse image ends too early".into());
            }
            Target::Sparse(sparse, start) => self.last = Some(Last::Sparse(sparse, start)),
            Target::Memory(name, bytes) => {
                self.memory.insert(name, bytes);
            }
        }
        Ok(())
    }

    /// The data of a window.
    pub(super) fn take(&mut self, data: &[u8]) -> Result<(), String> {
        let Some(write) = &mut self.write else { return Err("no write".into()) };
        let emmc = &mut *self.emmc;
        match &mut write.target {
            Target::Emmc(place) => put(emmc, place.start + write.window, data)?,
            Target::Sparse(sparse, start) => {
                sparse.take(data, &mut |at, data| put(emmc, *start + at, data))?;
                write.next += data.len() as u64;
            }
            Target::Memory(_, bytes) => bytes.extend_from_slice(data),
        }
        Ok(())
    }

    /// `oem verify sha1sum`: nothing, or the hash that was found.
    pub(super) fn verify(&mut self, wanted: [u8; 20]) -> Result<(), String> {
        let Some(last) = &self.last else {
            return Err("verify is for partitions".into());
        };
        let emmc = &mut *self.emmc;
        let found = match last {
            Last::Plain(place, size) => sha1(emmc, place.start, *size)?,
            Last::Sparse(sparse, start) => {
                sparse.sha1(&mut |at, bytes| get(emmc, *start + at, bytes))?
            }
        };
        if found == wanted {
            return Ok(());
        }
        Err(format!("gensum[{}] NOT match, origsum[{}]", hex(&found), hex(&wanted)))
    }

    /// `store erase NAME OFFSET SIZE`, numbers in hexadecimal.
    pub(super) fn erase(&mut self, name: &str, offset: &str, size: &str) -> Result<(), String> {
        let number = |text: &str| u64::from_str_radix(text.trim_start_matches("0x"), 16).ok();
        let numbers = number(offset).zip(number(size));
        let (offset, size) = numbers.ok_or("fail in cmd,ret 1")?;
        let place =
            self.place(&Transfer { offset, ..Transfer::store(name, Format::Normal, size) })?;
        let sector = SECTOR as u64;
        let (first, count) = (place.start / sector, place.bytes.div_ceil(sector));
        self.emmc.erase(first, count).map_err(|error| error.to_string())
    }

    /// `oem mread`.
    pub(super) fn begin_read(&mut self, transfer: &Transfer) -> Result<(), String> {
        self.read = None;
        if self.secure && transfer.medium != Medium::Key {
            return Err("upload not allowed: secure boot".into());
        }
        if transfer.format != Format::Normal {
            return Err("oops, only support normal fmt in upload mode".into());
        }
        let origin = match transfer.medium {
            Medium::Mem | Medium::Key => {
                let held = self.memory.get(&transfer.part).cloned().unwrap_or_default();
                Origin::Memory(held)
            }
            Medium::Store | Medium::Mmc => Origin::Emmc(self.place(transfer)?),
        };
        let whole = match transfer.medium {
            Medium::Key => true,
            Medium::Store => is_whole(&transfer.part),
            Medium::Mem | Medium::Mmc => false,
        };
        self.read = Some(Read { origin, left: transfer.size, at: 0, whole, window: None });
        Ok(())
    }

    /// `mread:status=request`: bytes of the next window; 0: that was all.
    pub(super) fn request(&mut self) -> Result<u64, String> {
        let Some(read) = &mut self.read else { return Err("Fail in buffman get, ret -1".into()) };
        let size = if read.whole { read.left } else { read.left.min(WINDOW) };
        read.window = (size > 0).then_some((size, false));
        if size == 0 {
            self.read = None;
        }
        Ok(size)
    }

    /// `mread:status=upload`: the window.
    pub(super) fn upload(&mut self) -> Result<Vec<u8>, String> {
        let Some(read) = &mut self.read else { return Err("no read".into()) };
        let Some((size, fetched)) = &mut read.window else { return Err("no window".into()) };
        let (size, at) = (*size, read.at);
        *fetched = true;
        (read.left, read.at) = (read.left - size, at + size);
        // A window is at most 128 KiB, or a boot loader.
        let mut bytes = vec![0; size as usize];
        match &read.origin {
            Origin::Memory(held) => {
                let there = held.get(at as usize..).unwrap_or(&[]);
                let length = there.len().min(bytes.len());
                bytes[..length].copy_from_slice(&there[..length]);
            }
            Origin::Emmc(place) => get(&mut *self.emmc, place.start + at, &mut bytes)?,
        }
        Ok(bytes)
    }

    /// `mread:status=finish`: whether the window was fetched.
    pub(super) fn finish(&mut self) -> bool {
        self.read.as_mut().and_then(|read| read.window.take()).is_some_and(|(_, fetched)| fetched)
    }

    /// `oem disk_initial`.
    pub(super) fn initial(&mut self, mode: u8) -> Result<(), String> {
        (self.write, self.read, self.last) = (None, None, None);
        if mode >= 3 {
            self.memory.retain(|name, _| ["dtb", "gpt", "sheader"].contains(&name.as_str()));
        }
        match mode {
            0 | 5 => Ok(()),
            // Loaded over USB it erases everything, the boot loader too.
            1..=4 => {
                let sectors = self.emmc.sectors();
                self.emmc.erase(0, sectors).map_err(|error| error.to_string())
            }
            _ => Err(format!("disk_initial {mode}")),
        }
    }

    /// Whether a boot loader is where the mask ROM looks for one: from sector 1 on.
    pub(super) fn boots(&mut self) -> bool {
        let mut sector = [0; SECTOR];
        self.emmc.sectors() > 1
            && self.emmc.read_at(1, &mut sector).is_ok()
            && sector.iter().any(|&byte| byte != sector[0])
    }
}

/// The SHA-1 of what is stored on the eMMC.
fn sha1(emmc: &mut dyn Storage, start: u64, size: u64) -> Result<[u8; 20], String> {
    let (mut sha1, mut at) = (Sha1::new(), 0);
    while at < size {
        let mut piece = vec![0; (size - at).min(WINDOW) as usize];
        get(emmc, start + at, &mut piece)?;
        sha1.update(&piece);
        at += piece.len() as u64;
    }
    Ok(sha1.finalize().into())
}

/// The partitions that are moved as a whole.
fn is_whole(part: &str) -> bool {
    part.starts_with("bootloader") || ["_aml_dtb", "gpt"].contains(&part)
}

/// Writes bytes from the beginning of a sector on; the rest of the last sector becomes zero.
fn put(emmc: &mut dyn Storage, at: u64, data: &[u8]) -> Result<(), String> {
    let sector = SECTOR as u64;
    let (first, into) = (at / sector, (at % sector) as usize);
    let mut whole = vec![0; (into + data.len()).next_multiple_of(SECTOR)];
    if into > 0 {
        // Pieces of a sparse image need not end with sectors.
        emmc.read_at(first, &mut whole[..SECTOR]).map_err(|error| error.to_string())?;
    }
    whole[into..into + data.len()].copy_from_slice(data);
    emmc.write_at(first, &whole).map_err(|error| error.to_string())
}

/// Reads bytes from the beginning of a sector on.
fn get(emmc: &mut dyn Storage, at: u64, bytes: &mut [u8]) -> Result<(), String> {
    let mut whole = vec![0; bytes.len().next_multiple_of(SECTOR)];
    emmc.read_at(at / SECTOR as u64, &mut whole).map_err(|error| error.to_string())?;
    bytes.copy_from_slice(&whole[..bytes.len()]);
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
