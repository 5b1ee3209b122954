//! U-Boot's own code as a storage: `lib/image-sparse.c` of Debian's source package.

use std::{
    env, fs,
    io::{BufReader, BufWriter, Read, Write},
    ops::Range,
    path::{Path, PathBuf},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    sync::OnceLock,
};

use fastboot::sparse::{Piece, Run};
use tempfile::TempDir;

use crate::image::{Image, PAGE};

/// Headers of U-Boot's that `stubs.h` stands for.
const EMPTY: [&str; 11] = [
    "config.h",
    "common.h",
    "blk.h",
    "div64.h",
    "log.h",
    "part.h",
    "compiler.h",
    "sparse_defs.h",
    "asm/cache.h",
    "linux/math64.h",
    "linux/err.h",
];

/// The program, which is compiled once.
fn program() -> &'static Path {
    static BUILT: OnceLock<(TempDir, PathBuf)> = OnceLock::new();
    &BUILT.get_or_init(build).1
}

fn build() -> (TempDir, PathBuf) {
    let source =
        PathBuf::from(env::var("RACKLET_FLASH_UBOOT_SPARSE").expect("tests/setup prints it"));
    let ours = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sparse/uboot");
    let folder = TempDir::new().expect("a folder");
    for name in EMPTY {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("below the folder")).expect("a folder");
        fs::write(path, "").expect("written");
    }
    let program = folder.path().join("flash");
    let done = Command::new("gcc")
        .args(["-O2", "-w", "-I"])
        .arg(folder.path())
        .arg("-I")
        .arg(source.join("include"))
        .arg("-include")
        .arg(ours.join("stubs.h"))
        .arg(ours.join("flash.c"))
        .arg(source.join("lib/image-sparse.c"))
        .arg("-o")
        .arg(&program)
        .status()
        .expect("gcc is installed");
    assert!(done.success());
    (folder, program)
}

/// A board with a partition.
pub(super) struct UBoot {
    child: Child,
    to: BufWriter<ChildStdin>,
    from: BufReader<ChildStdout>,
    pages: u64,
}

/// What pages of the partition hold.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Page {
    Untouched,
    Partly,
    /// A word over and over.
    Word([u8; 4]),
    Bytes(Vec<u8>),
}

impl Page {
    /// Whether a page of it holds these bytes.
    pub(super) fn is(&self, bytes: &[u8]) -> bool {
        match self {
            Self::Word(word) => bytes[..4] == *word && bytes[4..] == bytes[..bytes.len() - 4],
            Self::Bytes(is) => is == bytes,
            Self::Untouched | Self::Partly => false,
        }
    }
}

impl UBoot {
    /// A partition of this many bytes, whole sectors, and a buffer for downloads.
    pub(super) fn new(bytes: u64, buffer: u32) -> Self {
        let mut child = Command::new(program())
            .args([(bytes / 512).to_string(), buffer.to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("it was built");
        let to = BufWriter::new(child.stdin.take().expect("a pipe"));
        let from = BufReader::new(child.stdout.take().expect("a pipe"));
        Self { child, to, from, pages: bytes.div_ceil(PAGE as u64) }
    }

    /// What it answers to `flash` after this download.
    pub(super) fn flash(&mut self, download: &[u8]) -> String {
        let length = u32::try_from(download.len()).expect("a download");
        self.to.write_all(b"F").expect("it reads");
        self.to.write_all(&length.to_le_bytes()).expect("it reads");
        self.to.write_all(download).expect("it reads");
        self.to.flush().expect("it reads");
        let mut length = [0; 4];
        self.from.read_exact(&mut length).expect("it answers");
        let mut reply = vec![0; u32::from_le_bytes(length) as usize];
        self.from.read_exact(&mut reply).expect("it answers");
        String::from_utf8(reply).expect("text")
    }

    /// Cuts an image and writes all of it; how many pieces that took.
    #[track_caller]
    pub(super) fn write(
        &mut self,
        pieces: impl Iterator<Item = Result<Piece, fastboot::sparse::Error>>,
    ) -> u64 {
        let mut count = 0;
        for piece in pieces {
            let piece = piece.expect("it can be cut");
            assert_eq!(self.flash(&piece.bytes), "OKAY", "piece {count}, {:?}", piece.range);
            count += 1;
        }
        count
    }

    /// Goes through the pages, to the end: which ones they are, and what each of them holds.
    pub(super) fn pages(mut self, mut each: impl FnMut(Range<u64>, Page)) {
        self.to.write_all(b"D").expect("it reads");
        self.to.flush().expect("it reads");
        let mut at = 0;
        while at < self.pages {
            let mut head = [0; 5];
            self.from.read_exact(&mut head).expect("it answers");
            let count = u32::from_le_bytes(head[1..].try_into().expect("four bytes"));
            let page = self.page(head[0]);
            each(at..at + u64::from(count), page);
            at += u64::from(count);
        }
        drop(self.to);
        assert!(self.child.wait().expect("it ends").success());
    }

    fn page(&mut self, tag: u8) -> Page {
        let (mut word, mut bytes) = ([0; 4], vec![0; PAGE]);
        match tag {
            b'U' => Page::Untouched,
            b'P' => Page::Partly,
            b'W' => {
                self.from.read_exact(&mut word).expect("it answers");
                Page::Word(word)
            }
            _ => {
                self.from.read_exact(&mut bytes).expect("it answers");
                Page::Bytes(bytes)
            }
        }
    }

    /// The partition holds the image, and zeros up to the end of the image's last page.
    #[track_caller]
    pub(super) fn holds(self, image: &Image) {
        self.pages(|pages, page| assert_holds(image, pages, &page));
    }
}

/// These pages hold what the image has there.
#[track_caller]
pub(super) fn assert_holds(image: &Image, pages: Range<u64>, page: &Page) {
    let bytes = pages.start * PAGE as u64..pages.end * PAGE as u64;
    if *page == Page::Word([0; 4]) && !image.has(bytes) {
        return;
    }
    let mut should = vec![0; PAGE];
    for index in pages {
        image.fill(index * PAGE as u64, &mut should);
        assert!(page.is(&should), "page {index} of {} bytes", image.length);
    }
}

/// The runs of a sparse image.
pub(super) fn runs_of(file: &[u8]) -> impl Iterator<Item = Run<Vec<u8>>> {
    fastboot::sparse::Reader::new(file).expect("a sparse image").runs()
}
