//! A file in a FAT file system.

use std::{
    fmt::Display,
    io::{self, Write as _},
};

use fatfs::{Date, DateTime, FileSystem, FsOptions, Time, TimeProvider};
use link::{Foreign, storage::SECTOR};

use super::{
    boot::Boot,
    check::check,
    view::{Read, View},
};
use crate::failure::Problem;

/// What files are dated, so that the same files make the same bytes: the beginning of FAT's time.
const DATE: Date = Date { year: 1980, month: 1, day: 1 };

/// Bytes of a folder's entry.
const ENTRY: usize = 32;

#[derive(Debug)]
struct Fixed;

impl TimeProvider for Fixed {
    fn get_current_date(&self) -> Date {
        DATE
    }

    fn get_current_date_time(&self) -> DateTime {
        DateTime { date: DATE, time: Time { hour: 0, min: 0, sec: 0, millis: 0 } }
    }
}

/// Makes a file, or replaces it, and makes its folders.
pub(super) fn put(view: &mut View<'_>, path: &str, bytes: &[u8]) -> Result<(), Problem> {
    let (folders, name) = split(path)?;
    let mut first = [0; SECTOR];
    let Read::There = view.read_here(0, &mut first) else { return Ok(()) };
    let boot = Boot::parse(&first, view.sectors_left(0)).map_err(|why| unreadable(&why))?;
    let Read::There = check(view, &boot)? else { return Ok(()) };
    for depth in 1..=folders.len() {
        let folder = folders[..depth].join("/");
        with(view, path, |fat| fat.root_dir().create_dir(&folder).map(drop))?;
        view.touched().for_each(|sector| tidy(sector, depth == 1));
    }
    let whole = [&folders[..], &[name]].concat().join("/");
    with(view, path, |fat| {
        let mut file = fat.root_dir().create_file(&whole)?;
        file.truncate()?;
        file.write_all(bytes)?;
        file.flush()
    })
}

/// Does something in the file system for the sake of the file `path`.
fn with<'v, 's>(
    view: &'v mut View<'s>,
    path: &str,
    act: impl FnOnce(&FileSystem<&'v mut View<'s>>) -> io::Result<()>,
) -> Result<(), Problem> {
    view.rewind();
    let fat = FileSystem::new(view, FsOptions::new().time_provider(&Fixed))
        .map_err(|error| unreadable(&error))?;
    let done = act(&fat).and_then(|()| fat.unmount());
    done.map_err(|error| {
        Problem::BadInput(format!("{}: {error}", Foreign(path))).advised(
            "its FAT file system has to have room for the file, and nothing else of its name",
        )
    })
}

fn unreadable(why: &dyn Display) -> Problem {
    let text = format!("there is no FAT file system that could be read in it ({why})");
    Problem::BadInput(text).advised(
        "`as` is for a file in a FAT file system; without it, the file goes to the partition's beginning",
    )
}

/// Corrects a sector that a new folder begins with. The crate gives the folder itself and the one above it long names, which
/// they must not have, and tells where the root is: it is to be told by 0.
fn tidy(sector: &mut [u8; SECTOR], in_root: bool) {
    let entry = |number: usize| &sector[ENTRY * number..ENTRY * (number + 1)];
    let long = |number: usize| entry(number)[11] == 0x0f;
    let short = |number: usize, name: &[u8]| entry(number).starts_with(name);
    if !(long(0) && short(1, b".          ") && long(2) && short(3, b"..         ")) {
        return;
    }
    sector.copy_within(ENTRY..2 * ENTRY, 0);
    sector.copy_within(3 * ENTRY..4 * ENTRY, ENTRY);
    sector[2 * ENTRY..4 * ENTRY].fill(0);
    // Free entries.
    (sector[2 * ENTRY], sector[3 * ENTRY]) = (0xe5, 0xe5);
    if in_root {
        sector[ENTRY + 20..ENTRY + 22].fill(0);
        sector[ENTRY + 26..ENTRY + 28].fill(0);
    }
}

/// The folders that a path leads through, and the file's name.
fn split(path: &str) -> Result<(Vec<&str>, &str), Problem> {
    let mut parts: Vec<_> = path.strip_prefix('/').unwrap_or(path).split('/').collect();
    let bad = |part: &&str| matches!(*part, "" | "." | "..");
    match parts.pop().filter(|name| !bad(name) && !parts.iter().any(bad)) {
        Some(name) => Ok((parts, name)),
        None => Err(Problem::BadInput(format!("{} is no path of a file", Foreign(path)))
            .advised("name it as `folder/file`")),
    }
}
