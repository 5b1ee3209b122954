//! Long commands that write storage, and what is on it afterwards, read without any code of ours.

use std::{
    fs,
    io::{Read, Write},
    ops::Range,
    path::PathBuf,
};

use ::amlogic::package::{Build, Content, Format};
use rockusb::{idb::IdBlock, loader::Loader};

use crate::{
    inputs,
    tool::{
        Folder, amlogic, noise,
        rockchip::{flash_loader, package},
        text,
    },
};

/// What storage is filled with before.
const OLD: u8 = 0xee;
/// How much of it is looked at: more than a job writes, where it does not say otherwise.
const LOOKED_AT: usize = 8 << 20;
/// Where the package for Amlogic's boards puts its last partition, and what is looked at: more than it writes.
const ENV: usize = 0x2_2000 * SECTOR;
const AML_LOOKED_AT: usize = ENV + (8 << 20);
/// Where a K1 has its root partition.
const ROOTFS: usize = 8192 * SECTOR;
/// Where StarFive's boards have U-Boot.
const UBOOT: usize = 0x10_0000;
/// Kinds of failing transfers on USB, and of damage on a serial line.
const USB: &[&str] = &["stall", "timeout", "short", "garbage", "disconnect"];
const SERIAL: &[&str] = &["lost", "doubled", "flipped", "gone"];
/// Sums of eight bits do not notice a zero of an address that comes twice: the command is obeyed elsewhere.
const ISP: &[&str] = &["lost", "flipped", "gone"];
/// Where the image goes, in bytes.
const START: usize = 2048 * SECTOR;
const SECTOR: usize = 512;
/// Sectors of a GPT and of its backup.
const GPT: usize = 34;

/// A command with its board, whose storage is a file.
pub(crate) struct Job {
    /// The command without its board.
    pub(crate) words: String,
    board: String,
    storage: PathBuf,
    size: usize,
    looked_at: usize,
    /// What may go wrong on the way, and the option for a way that is slow.
    pub(crate) faults: &'static [&'static str],
    pub(crate) slow: &'static str,
    /// Bytes that may be damaged, where no transfers are counted.
    pub(crate) bytes: Option<usize>,
    /// What has to be on the storage at the end, and where it begins.
    pieces: Vec<(usize, Vec<u8>)>,
    /// Holes of the pieces stay as they are.
    holes: bool,
    /// Pieces are cleared to this value before they are written.
    clears: Option<u8>,
    /// What may hold anything.
    free: Vec<Range<usize>>,
}

/// Every job; its files are in the folder.
pub(crate) fn all(folder: &Folder) -> Vec<Job> {
    let disk = inputs::disk(1 << 20);
    let plain = folder.file("job-disk", &disk);
    let sparse = folder.file("job-disk.simg", &inputs::sparse(&disk));
    let job = |words: String, board: &str, size, pieces| Job {
        words,
        board: board.into(),
        storage: folder.path("job-storage"),
        size,
        looked_at: LOOKED_AT,
        faults: USB,
        slow: ",link=high-speed",
        bytes: None,
        pieces,
        holes: false,
        clears: None,
        free: vec![],
    };
    let image = || vec![(START, disk.clone())];
    let loader = flash_loader("3588", true, 5);
    let block = IdBlock::of(&Loader::parse(&loader).expect("sound")).expect("it has one").bytes;
    let (parts, written) = parts(&loader);
    let update = folder.file("job-update.img", &parts);
    let loader = folder.file("job-loader.bin", &loader);
    let block = || (64 * SECTOR, block.clone());
    let (package, burnt) = burning();
    let burning = folder.file("job-burning.img", &package);
    let (spl, uboot) = starfive();
    let (spl_file, uboot_file) = (folder.file("job-spl", &spl), folder.file("job-uboot", &uboot));
    let whole = bl808();
    let whole_file = folder.file("job-whole", &whole);
    vec![
        job(
            format!("rk disk write 2048 {plain} --yes"),
            "radxa/rock-5b:mode=usbplug",
            8 << 20,
            image(),
        ),
        Job {
            holes: true,
            ..job(
                format!("rk disk write 2048 {sparse} --yes"),
                "radxa/rock-4d:mode=usbplug",
                8 << 20,
                image(),
            )
        },
        job(
            format!("rk disk write 2048 {plain} --yes --verify read-back"),
            "radxa/rock-5b:mode=loader",
            8 << 20,
            image(),
        ),
        job(
            format!("aml disk write 2048 {plain} --yes"),
            "khadas/vim1:mode=uboot",
            160 << 20,
            image(),
        ),
        job(
            format!("aml disk write 2048 {plain} --yes"),
            "generic/s905x4-box:mode=uboot",
            160 << 20,
            image(),
        ),
        job(
            format!("fastboot partition write rootfs {plain} --yes"),
            "bananapi/f3:mode=uboot",
            16 << 20,
            vec![(ROOTFS, disk.clone())],
        ),
        Job {
            holes: true,
            ..job(
                format!("flash bananapi/f3 {sparse} --to rootfs --yes"),
                "bananapi/f3:mode=rom",
                16 << 20,
                vec![(ROOTFS, disk.clone())],
            )
        },
        Job {
            clears: Some(0),
            ..job(
                format!("rk upgrade-loader {loader} --yes"),
                "radxa/rock-5b:mode=usbplug",
                8 << 20,
                vec![block()],
            )
        },
        Job {
            clears: Some(0),
            free: vec![0..GPT * SECTOR, LOOKED_AT - GPT * SECTOR..LOOKED_AT],
            ..job(
                format!("rk package flash {update} --yes"),
                "radxa/rock-5b:mode=usbplug",
                8 << 20,
                [vec![block()], written].concat(),
            )
        },
        Job {
            looked_at: AML_LOOKED_AT,
            ..job(
                format!("aml package flash {burning} --erase keep --stay --yes"),
                "khadas/vim1:mode=uboot",
                160 << 20,
                burnt,
            )
        },
        Job {
            faults: SERIAL,
            slow: "",
            bytes: Some(spl.len() + uboot.len()),
            clears: Some(0xff),
            free: [(0, spl.len()), (UBOOT, uboot.len())].map(erased).to_vec(),
            ..job(
                format!("starfive flash-spi {spl_file} {uboot_file} --yes"),
                "starfive/visionfive-2:stage=rom",
                16 << 20,
                vec![(0, spl), (UBOOT, uboot)],
            )
        },
        Job {
            faults: ISP,
            slow: "",
            bytes: Some(whole.len()),
            clears: Some(0xff),
            ..job(
                format!("bl disk write 0 {whole_file} --yes"),
                "sipeed/m1s-dock:size=16M",
                16 << 20,
                vec![(0, whole)],
            )
        },
    ]
}

/// The rest of the erase blocks of SPI NOR that so many bytes begin, after those.
fn erased((at, length): (usize, usize)) -> Range<usize> {
    let end = at + length;
    end.next_multiple_of(SECTOR)..end.next_multiple_of(0x1000)
}

/// A package for Amlogic's boards; and what it puts where.
fn burning() -> (Vec<u8>, Vec<(usize, Vec<u8>)>) {
    let (bl2, tpl) = amlogic::gx();
    let (boot, env) = ([&bl2[..], &tpl].concat(), noise(200_001, 11));
    let conf = b"DDRLoad:0xd9000000\nbl2ParaAddr=0xd900c000\n".to_vec();
    let contents = vec![
        Content::new("USB", "DDR", bl2),
        Content::new("USB", "UBOOT", tpl),
        Content::new("conf", "platform", conf),
        Content::partition("bootloader", Format::Normal, boot.clone()),
        Content::partition("env", Format::Normal, env.clone()),
    ];
    (Build { version: 2, align: 4, contents }.build(), vec![(SECTOR, boot), (ENV, env)])
}

/// An SPL with its header and a U-Boot for StarFive's boards.
fn starfive() -> (Vec<u8>, Vec<u8>) {
    use starfive::header::{BACKUP, VERSION, wrap};
    let mut payload = b"U-Boot SPL 2025.01".to_vec();
    payload.extend(noise(9000, 21));
    let spl = wrap(&payload, VERSION, BACKUP).expect("it fits");
    (spl, fit::build::uboot_of_length("riscv", 0x4020_0000, 40_000, |length| noise(length, 22)))
}

/// The image of a BL808's flash, in whole blocks of it.
fn bl808() -> Vec<u8> {
    let program = noise(0x2_4000, 23);
    let mut image = bouffalo::header::build(&program);
    image.resize(0x1000, 0xff);
    image.extend(program);
    image
}

/// A package of two partitions; and what it puts where.
fn parts(loader: &[u8]) -> (Vec<u8>, Vec<(usize, Vec<u8>)>) {
    let table = b"TYPE: GPT\nCMDLINE: mtdparts=rk29xxnand:0x800@0x1000(uboot),0x800@0x1800(boot)\n";
    let table = rockusb::parameter::wrap(table).expect("short");
    let (uboot, boot) = (noise(300 * SECTOR, 8), noise(700 * SECTOR, 9));
    let images =
        [("parameter", table, 0), ("uboot", uboot.clone(), 0x1000), ("boot", boot.clone(), 0x1800)];
    (package(loader, &images), vec![(0x1000 * SECTOR, uboot), (0x1800 * SECTOR, boot)])
}

/// What was found on the storage.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Holds {
    /// What was there before.
    Old,
    /// Old, new and cleared sectors.
    Some,
    /// All that the job writes.
    All,
    /// Sectors that are none of these.
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
        file.write_all(&vec![OLD; self.looked_at]).expect("the storage's file");
        file.set_len(self.size as u64).expect("a sparse file");
    }

    /// What the storage holds. A changed byte where the job has nothing to write is an error.
    #[track_caller]
    pub(crate) fn holds(&self) -> Holds {
        let mut held = vec![0; self.looked_at];
        let file = fs::File::open(&self.storage);
        file.and_then(|mut file| file.read_exact(&mut held)).expect("the storage's file");
        let (mut old, mut new, mut garbage) = (true, true, false);
        for (at, wanted) in &self.pieces {
            for (held, wanted) in held[*at..].chunks(SECTOR).zip(wanted.chunks(SECTOR)) {
                let is_old = held.iter().all(|byte| *byte == OLD);
                let is_hole = self.holes && wanted.iter().all(|byte| *byte == 0);
                let is_new = held.starts_with(wanted) || is_hole && is_old;
                let is_clear =
                    self.clears.is_some_and(|clear| held.iter().all(|byte| *byte == clear));
                garbage |= !is_old && !is_new && !is_clear;
                old &= is_old;
                new &= is_new;
            }
        }
        self.left_the_rest(held);
        match (garbage, new, old) {
            (true, ..) => Holds::Garbage,
            (_, true, _) => Holds::All,
            (_, _, true) => Holds::Old,
            _ => Holds::Some,
        }
    }

    #[track_caller]
    fn left_the_rest(&self, mut held: Vec<u8>) {
        let pieces =
            self.pieces.iter().map(|(at, piece)| *at..*at + piece.len().next_multiple_of(SECTOR));
        for range in pieces.chain(self.free.iter().cloned()) {
            held[range].fill(OLD);
        }
        let other = held.chunks(SECTOR).position(|sector| sector != [OLD; SECTOR]);
        assert_eq!(other, None, "{}: written where it has nothing to write", self.words);
    }
}
