//! Long commands that write storage, and what is on it afterwards, read without any code of ours.

use std::{fs, io::Write, path::PathBuf};

use crate::{
    inputs,
    tool::{Folder, text},
};

/// What storage is filled with before.
const OLD: u8 = 0xee;
/// How much of it is looked at: more than any job writes.
const LOOKED_AT: usize = 6 << 20;
/// Where the image goes, in bytes.
const START: usize = 2048 * 512;
const SECTOR: usize = 512;

/// A command with its board, whose storage is a file.
pub(crate) struct Job {
    /// The command without its board.
    pub(crate) words: String,
    board: String,
    storage: PathBuf,
    size: usize,
    image: Vec<u8>,
    /// The image's holes stay as they are.
    holes: bool,
}

/// Every job; its files are in the folder.
pub(crate) fn all(folder: &Folder) -> Vec<Job> {
    let disk = inputs::disk(1 << 20);
    let plain = folder.file("job-disk", &disk);
    let sparse = folder.file("job-disk.simg", &inputs::sparse(&disk));
    let job = |words: String, board: &str, size, holes| Job {
        words,
        board: board.into(),
        storage: folder.path("job-storage"),
        size,
        image: disk.clone(),
        holes,
    };
    vec![
        job(format!("rk write 2048 {plain} --yes"), "radxa/rock-5b:mode=usbplug", 8 << 20, false),
        job(format!("rk write 2048 {sparse} --yes"), "radxa/rock-4d:mode=usbplug", 8 << 20, true),
        job(
            format!("rk write 2048 {plain} --yes --verify read-back"),
            "radxa/rock-5b:mode=loader",
            8 << 20,
            false,
        ),
        job(
            format!("aml disk write 2048 {plain} --yes"),
            "khadas/vim1:mode=uboot",
            160 << 20,
            false,
        ),
        job(
            format!("aml disk write 2048 {plain} --yes"),
            "generic/s905x4-box:mode=uboot",
            160 << 20,
            false,
        ),
    ]
}

/// What was found on the storage.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Holds {
    /// What was there before.
    Old,
    /// Old and new sectors.
    Some,
    /// The whole image.
    All,
    /// Sectors that are neither old nor new.
    Garbage,
}

impl Job {
    /// The command line, with further options for the board (each after a comma).
    pub(crate) fn arguments(&self, options: &str) -> Vec<String> {
        let Self { words, board, storage, .. } = self;
        let board = format!("{board},storage={}{options}", text(storage));
        let mut arguments: Vec<String> = words.split(' ').map(str::to_owned).collect();
        arguments.extend(["--virtual".into(), board]);
        arguments
    }

    /// Makes the storage anew.
    pub(crate) fn refill(&self) {
        let mut file = fs::File::create(&self.storage).expect("the storage's file");
        file.write_all(&vec![OLD; LOOKED_AT]).expect("the storage's file");
        file.set_len(self.size as u64).expect("a sparse file");
    }

    /// What the storage holds. A changed byte outside of the image's sectors is an error.
    #[track_caller]
    pub(crate) fn holds(&self) -> Holds {
        use std::io::Read;
        let mut held = vec![0; LOOKED_AT];
        fs::File::open(&self.storage)
            .and_then(|mut file| file.read_exact(&mut held))
            .expect("the storage's file");
        let (before, rest) = held.split_at(START);
        let (held, after) = rest.split_at(self.image.len());
        assert!(
            before.iter().chain(after).all(|byte| *byte == OLD),
            "{}: written beside the image",
            self.words
        );
        let (mut old, mut new, mut garbage) = (true, true, false);
        for (held, wanted) in held.chunks(SECTOR).zip(self.image.chunks(SECTOR)) {
            let is_old = held.iter().all(|byte| *byte == OLD);
            let is_hole = self.holes && wanted.iter().all(|byte| *byte == 0);
            let is_new = held == wanted || is_hole && is_old;
            garbage |= !is_old && !is_new;
            old &= is_old;
            new &= is_new;
        }
        match (garbage, new, old) {
            (true, ..) => Holds::Garbage,
            (_, true, _) => Holds::All,
            (_, _, true) => Holds::Old,
            _ => Holds::Some,
        }
    }
}
