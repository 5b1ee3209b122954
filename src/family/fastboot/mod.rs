//! Boards whose mask ROM and U-Boot speak fastboot: T-Head's and SpacemiT's.

mod comparer;
mod conversation;
mod held;
mod identity;
mod made_up;
pub(crate) mod partition;
mod read;
pub(crate) mod stages;
mod sums;
mod target;
mod writer;

pub(crate) use identity::{Details, Identification, Program, identify};
pub(crate) use target::Target;

use crate::{
    boards::{self, Board, Role, storage::Storage},
    failure::Problem,
    family::{Conversation, Driver, Placement, Stage, Via},
    files::disk_image::DiskImage,
    plan::{Artifacts, Start},
    session::Access,
    transport::Stop,
};
use stages::BootFile;

/// What a plan says of the way to U-Boot.
const START: &str =
    "send the boot files, each to the stage that takes it, and wait until U-Boot answers";

/// The families' driver.
pub(crate) struct Fastboot;

impl Driver for Fastboot {
    fn reaches(&self, board: &'static Board, storage: Storage, via: Via) -> Result<(), Problem> {
        via.require_direct(board)?;
        match partition::of_storage(first(board)?, storage) {
            Err(_) if let Some(other) = over_line(board, storage) => {
                let text = format!(
                    "{storage} of {} is not reached over fastboot, but over its serial line",
                    board.name
                );
                Err(Problem::Refused(text).advised(format!("see `racklet-flash boards {other}`")))
            }
            found => found.map(drop),
        }
    }

    fn judge(&self, board: &'static Board, files: &Artifacts) -> Result<(), Problem> {
        let roles = roles(board)?;
        if roles.is_empty() || !files.missing_of(roles).is_empty() {
            return Ok(());
        }
        let files = files_of(roles, files).map_err(|error| Problem::of_input(&error))?;
        let who = Identification { program: first(board)?, limit: None, product: None };
        stages::check(&who, &files)
    }

    fn starts(&self, board: &'static Board, files: &Artifacts) -> Vec<Start> {
        let Ok(roles) = roles(board) else { return Vec::new() };
        let start = Start {
            from: vec![Stage::MaskRom],
            to: Stage::Uboot,
            missing: files.missing_of(roles),
            files: roles.into(),
            words: START.into(),
        };
        if roles.is_empty() { Vec::new() } else { vec![start] }
    }

    fn reads(&self, board: &'static Board, storage: Storage, via: Via) -> Result<(), Problem> {
        self.reaches(board, storage, via)?;
        let (why, instead) = match first(board)? {
            Program::K1Loader => (
                "its U-Boot sends partitions, not the disk",
                "read each partition: `racklet-flash fastboot partition read NAME FILE`",
            ),
            _ => (
                "its U-Boot sends nothing back over fastboot",
                "read it from a system that runs on the board",
            ),
        };
        let text = format!("{storage} of {} cannot be read: {why}", board.name);
        Err(Problem::Refused(text).advised(instead))
    }

    fn verifies(&self, board: &'static Board) -> bool {
        matches!(first(board), Ok(Program::K1Loader | Program::Uboot))
    }

    fn divides(&self, board: &'static Board, storage: Storage, via: Via) -> Result<(), Problem> {
        self.reaches(board, storage, via)
    }

    fn place(
        &self,
        board: &'static Board,
        storage: Storage,
        image: &DiskImage,
    ) -> Result<Placement, Problem> {
        let name = partition::of_storage(first(board)?, storage)?;
        if name.starts_with("mmc") {
            return Ok(Placement { sector: 0, what: None });
        }
        match is_disk(image.head()) {
            true => Err(Problem::Refused(format!(
                "{}: it is the image of a whole disk, and the vendor's U-Boot writes partitions, not the disk",
                image.name()
            ))
            .advised("write the image of each partition: --to boot, --to root, …")),
            false => Ok(Placement { sector: 0, what: Some(format!("partition {name}")) }),
        }
    }

    fn open(
        &self,
        board: &'static Board,
        access: &Access,
        stop: &Stop,
    ) -> anyhow::Result<Box<dyn Conversation>> {
        Ok(Box::new(conversation::Talk::open(board, access, stop)?))
    }

    fn made_up(&self, board: &'static Board, role: Role) -> Option<Vec<u8>> {
        roles(board).ok().filter(|roles| roles.contains(&role)).map(|_| made_up::file(role))
    }
}

/// The name of the same board over its serial line, where a storage is reached so.
fn over_line(board: &Board, storage: Storage) -> Option<&'static str> {
    let other = boards::by_name(&format!("{}-uart", board.name))?;
    other.storage(storage).map(|_| other.name.as_str())
}

/// The program that answers when a board is switched on in its recovery mode.
fn first(board: &Board) -> Result<Program, Problem> {
    match board.soc.as_str() {
        "TH1520" => Ok(Program::Th1520Rom),
        "K1" | "M1" => Ok(Program::K1Loader),
        "any" => Ok(Program::Uboot),
        _ => Err(Problem::Refused(format!("{} does not speak fastboot", board.name))),
    }
}

/// The files that bring a board up, in the order in which they are sent.
fn roles(board: &Board) -> Result<&'static [Role], Problem> {
    Ok(match first(board)? {
        Program::Th1520Rom => &[Role::Spl],
        Program::K1Loader => &[Role::Spl, Role::Uboot],
        _ => &[],
    })
}

/// The files with those roles.
fn files_of(roles: &[Role], files: &Artifacts) -> anyhow::Result<Vec<BootFile>> {
    let file = |role: &Role| {
        let file = files.require(*role)?;
        Ok((file.name.clone(), file.bytes.to_vec()))
    };
    roles.iter().map(file).collect()
}

/// What may be wrong where nothing comes up: a file for other memory starts nothing, and the board says nothing of it. Empty:
/// nothing is known.
pub(crate) fn variants(board: &Board) -> String {
    let files = board.files();
    let named = files.iter().filter_map(|file| {
        let when = file.when.as_deref()?;
        Some(format!("{} for {when}", file.name))
    });
    let named: Vec<_> = named.collect();
    match named.is_empty() {
        true => String::new(),
        false => format!("each size of RAM has a file of its own: {}", named.join(", ")),
    }
}

/// Whether an image begins with a partition table. The first sector of a FAT file system begins with a jump.
pub(super) fn is_disk(head: &[u8]) -> bool {
    let gpt = head.get(512..520) == Some(b"EFI PART");
    let mbr = head.get(510..512) == Some(&[0x55, 0xaa]) && !matches!(head[0], 0xeb | 0xe9);
    gpt || mbr
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_system_is_no_disk() {
        let mut sector = vec![0; 1024];
        assert!(!is_disk(&sector), "ext4");
        sector[510..512].copy_from_slice(&[0x55, 0xaa]);
        assert!(is_disk(&sector), "MBR");
        sector[0] = 0xeb;
        assert!(!is_disk(&sector), "FAT");
        sector[512..520].copy_from_slice(b"EFI PART");
        assert!(is_disk(&sector), "GPT");
        assert!(!is_disk(&[]));
    }
}
