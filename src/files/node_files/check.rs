//! Whether a FAT file system is sound. The crate that puts files into one relies on that: in a damaged one it would write over
//! other files, or end the program.

use std::{collections::BTreeSet, ops::Range};

use link::storage::SECTOR;

use super::{
    boot::{Boot, Kind, Root},
    view::{Read, View},
};
use crate::failure::Problem;

/// Bytes of a folder's entry.
const ENTRY: usize = 32;
/// The most bytes that a folder may have.
const FOLDER: usize = 2 << 20;

/// Why a walk ends.
enum End {
    /// What is at hand is not enough.
    Missing,
    /// It is damaged, in this way.
    Damaged(&'static str),
}

/// Checks every folder and every chain of clusters of the partition that is open, whose first sector is `boot`. What is missing is
/// noted.
///
/// # Errors
///
/// What is damaged.
pub(super) fn check(view: &mut View<'_>, boot: &Boot) -> Result<Read, Problem> {
    let mut walk = Walk { view, boot, used: BTreeSet::new(), folders: Vec::new() };
    match walk.all() {
        Ok(()) => Ok(Read::There),
        Err(End::Missing) => Ok(Read::Missing),
        Err(End::Damaged(what)) => Err(Problem::BadInput(format!(
            "its FAT file system is damaged: {what}"
        ))
        .advised(
            "repair the image's file system (fsck.fat), or use the image that its publisher has",
        )),
    }
}

/// A walk through all folders.
struct Walk<'w, 'v> {
    view: &'w mut View<'v>,
    boot: &'w Boot,
    /// Clusters that belong to a file or a folder.
    used: BTreeSet<u32>,
    /// Folders that were not looked at.
    folders: Vec<Vec<Range<u64>>>,
}

impl Walk<'_, '_> {
    fn all(&mut self) -> Result<(), End> {
        let root = match &self.boot.root {
            Root::Sectors(sectors) => vec![sectors.clone()],
            Root::Cluster(first) => self.folder_at(*first)?,
        };
        self.folders.push(root);
        // What is missing of one folder is read together with what is missing of the others.
        let mut is_missing = false;
        while let Some(folder) = self.folders.pop() {
            match self.folder(&folder) {
                Err(End::Missing) => is_missing = true,
                other => other?,
            }
        }
        if is_missing { Err(End::Missing) } else { Ok(()) }
    }

    fn folder(&mut self, sectors: &[Range<u64>]) -> Result<(), End> {
        let mut is_missing = false;
        for sector in sectors.iter().cloned().flatten() {
            let mut bytes = [0; SECTOR];
            if self.view.read_here(sector, &mut bytes) == Read::Missing {
                return Err(End::Missing);
            }
            for entry in bytes.chunks_exact(ENTRY) {
                match entry[0] {
                    0 if is_missing => return Err(End::Missing),
                    0 => return Ok(()),
                    0xe5 => {}
                    _ => match self.entry(entry) {
                        Err(End::Missing) => is_missing = true,
                        other => other?,
                    },
                }
            }
        }
        if is_missing { Err(End::Missing) } else { Ok(()) }
    }

    /// A file or a folder; parts of long names, labels, and a folder's names for itself and for the one above it are none.
    fn entry(&mut self, entry: &[u8]) -> Result<(), End> {
        let (is_folder, is_name) = (entry[11] & 0x10 != 0, entry[11] & 0x08 != 0);
        if is_name || is_folder && [&b".          "[..], b"..         "].contains(&&entry[..11]) {
            return Ok(());
        }
        let word = |at: usize| u32::from(u16::from_le_bytes([entry[at], entry[at + 1]]));
        let high = if self.boot.kind == Kind::Fat32 { word(20) << 16 } else { 0 };
        let (first, size) = (high | word(26), word(28) | word(30) << 16);
        if is_folder {
            let folder = self.folder_at(first)?;
            self.folders.push(folder);
            return Ok(());
        }
        let clusters = if first == 0 { 0 } else { self.chain(first)?.len() as u64 };
        match clusters * self.boot.cluster_bytes() < size.into() {
            true => Err(End::Damaged("a file is longer than its clusters")),
            false => Ok(()),
        }
    }

    /// The sectors of the folder that begins in this cluster.
    fn folder_at(&mut self, first: u32) -> Result<Vec<Range<u64>>, End> {
        let chain = self.chain(first)?;
        if chain.len() as u64 * self.boot.cluster_bytes() > FOLDER as u64 {
            return Err(End::Damaged("a folder is longer than any may be"));
        }
        Ok(chain.into_iter().map(|cluster| self.boot.sectors(cluster)).collect())
    }

    /// The clusters from this one on to the end of their chain. None of them belongs to anything else.
    fn chain(&mut self, first: u32) -> Result<Vec<u32>, End> {
        let (mut all, mut next) = (Vec::new(), first);
        loop {
            if !self.boot.clusters().contains(&next) {
                return Err(End::Damaged("a chain of clusters leads nowhere"));
            }
            if !self.used.insert(next) {
                return Err(End::Damaged("two files share a cluster, or one runs in a circle"));
            }
            all.push(next);
            next = self.next(next)?;
            if next >= self.boot.kind.last() {
                return Ok(all);
            }
        }
    }

    /// What the table says of a cluster.
    fn next(&mut self, cluster: u32) -> Result<u32, End> {
        let (byte, bits) = self.boot.place(cluster);
        let (sector, within) = (byte / SECTOR as u64, (byte % SECTOR as u64) as usize);
        // An entry of 12 bits may be in two sectors.
        let mut bytes = [0; 2 * SECTOR];
        let length = if within + 4 > SECTOR && bits == 12 { 2 * SECTOR } else { SECTOR };
        if self.view.read_here(self.boot.table + sector, &mut bytes[..length]) == Read::Missing {
            return Err(End::Missing);
        }
        let four = [0, 1, 2, 3].map(|at| bytes[within + at]);
        let value = u32::from_le_bytes(four);
        Ok(match bits {
            12 if cluster.is_multiple_of(2) => value & 0xfff,
            12 => value >> 4 & 0xfff,
            16 => value & 0xffff,
            _ => value & 0x0fff_ffff,
        })
    }
}
