//! One image for many boards: opened, checked and measured once, and unpacked once for all boards that are written at the
//! same time.

use std::{
    ops::Range,
    path::{Path, PathBuf},
    sync::{Mutex, OnceLock, PoisonError},
};

use link::Watch;

use super::{
    disk_image::{DiskImage, ImageFile},
    node_files::{self, Sectors, Write},
    sums::Sum,
};
use crate::{
    failure::Problem,
    image::{Announced, Content, Extent, Image, Patch, Piece, Relay},
    transport::Stop,
};

/// An image that is open and was checked, for many boards.
pub struct SharedImage {
    path: PathBuf,
    name: String,
    image: Mutex<Image>,
    extent: Extent,
    /// The places of its data, sorted; the rest are holes.
    data: Vec<Range<u64>>,
    /// `None` where each board reads the file itself, as it is not packed.
    relay: Option<Relay>,
    sum: OnceLock<Sum>,
    /// What was looked up in it for the files of nodes.
    sectors: Mutex<Sectors>,
}

impl SharedImage {
    /// Opens an image as [`ImageFile::to_write`] does: what is no image is refused, and what is damaged is found.
    ///
    /// # Errors
    ///
    /// It is on stdin, cannot be read, is damaged or no image, or its sum is another one; or the user wants to stop.
    pub fn open(file: &ImageFile, watch: &mut dyn Watch, stop: &Stop) -> anyhow::Result<Self> {
        if file.path == Path::new("-") {
            let text = "an image for several boards has to be a file: stdin can be read only once";
            return Err(Problem::Usage(text.into()).into());
        }
        let mut data = Vec::new();
        let (image, sum) = file.examined(0, watch, stop, |piece| add(&mut data, piece))?;
        let (name, image, extent) = image.into_parts();
        let extent = extent.unwrap_or_default();
        if data.is_empty() {
            // A raw file, none of which goes by.
            data.push(0..extent.length);
        }
        let relay = image.compression().map(|_| Relay::new(&image)).transpose()?;
        let known = OnceLock::new();
        sum.map(|sum| known.get_or_init(|| sum));
        let (path, image) = (file.path.clone(), Mutex::new(image));
        let sectors = Mutex::default();
        Ok(Self { path, name, image, extent, data, relay, sum: known, sectors })
    }

    /// Its file, for people.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How much it is.
    pub fn extent(&self) -> Extent {
        self.extent
    }

    /// The SHA-256 of the file as it is stored, which is read for that once at most.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or is not what it was when it was opened; or the user wants to stop.
    pub fn sha256(&self, watch: &mut dyn Watch, stop: &Stop) -> Result<Sum, Problem> {
        if let Some(sum) = self.sum.get() {
            return Ok(*sum);
        }
        // It is a file.
        let stored = self.for_reader(stop)?.stored();
        let mut stored = stored.ok_or_else(|| Problem::Failed("the image is no file".into()))?;
        let sum = Sum::of(&self.path, &mut stored, watch, stop)?;
        Ok(*self.sum.get_or_init(|| sum))
    }

    /// Tells that a board will soon be written, so that unpacking for others waits for it: two seconds at most. `None`: each
    /// board reads this file by itself.
    pub fn announce(&self) -> Option<Announced> {
        self.relay.as_ref().map(Relay::announce)
    }

    /// The image for one board, of whom [`announce`](Self::announce) told, with what replaces its data there. `stop` is the
    /// wish to stop that board.
    ///
    /// # Errors
    ///
    /// None that are known: the image is a file.
    pub fn disk_image(
        &self,
        announced: Option<Announced>,
        patch: &Patch,
        stop: &Stop,
    ) -> anyhow::Result<DiskImage> {
        let image = DiskImage::new(self.name.clone(), self.for_reader(stop)?, 0);
        let image = image.of_extent(Some(self.extent)).shared(self.relay.clone(), announced);
        Ok(image.patched(patch.clone(), &self.data))
    }

    /// What one node's files change in the image. A packed image is unpacked a few times for the first node; what was looked
    /// up then is kept for the others.
    ///
    /// # Errors
    ///
    /// The image has no such partition or no FAT file system there, or a file does not fit; the image cannot be read, or has
    /// changed; or the user wants to stop.
    pub fn patch_for(&self, writes: &[Write], stop: &Stop) -> Result<Patch, Problem> {
        let mut image = self.for_reader(stop)?;
        let mut sectors = self.sectors.lock().unwrap_or_else(PoisonError::into_inner);
        node_files::patch(writes, (&self.name, &mut image), &mut sectors, stop)
    }

    /// How often it was unpacked, or begun to be, since it was opened.
    pub fn passes(&self) -> u64 {
        self.relay.as_ref().map_or(0, Relay::passes)
    }

    fn for_reader(&self, stop: &Stop) -> Result<Image, Problem> {
        self.image.lock().unwrap_or_else(PoisonError::into_inner).for_reader(stop)
    }
}

/// Adds the place of a piece to those of the data.
fn add(data: &mut Vec<Range<u64>>, piece: &Piece<'_>) {
    let Content::Data(bytes) = piece.content else { return };
    let end = piece.offset + bytes.len() as u64;
    match data.last_mut() {
        Some(last) if last.end == piece.offset => last.end = end,
        _ => data.push(piece.offset..end),
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, io::Write};

    use super::*;
    use crate::{
        files::sums::Sums,
        image::{Bmaps, PIECE},
    };

    fn open(folder: &Path, name: &str, bytes: &[u8]) -> anyhow::Result<SharedImage> {
        let path = folder.join(name);
        fs::write(&path, bytes)?;
        let file = ImageFile { path, bmap: Bmaps::Beside, raw: false, sums: Sums::Unchecked };
        SharedImage::open(&file, &mut link::Silent, &Stop::default())
    }

    fn noise(length: usize, random: &mut fastrand::Rng) -> Vec<u8> {
        std::iter::repeat_with(|| random.u8(1..)).take(length).collect()
    }

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packer.write_all(bytes).and_then(|()| packer.finish()).expect("in memory")
    }

    /// An Android sparse image, every second block of which is a hole; and what it is, with zeros in the holes.
    fn sparse(bytes: &[u8]) -> (Vec<u8>, Vec<u8>) {
        let blocks = bytes.chunks_exact(4096);
        let mut file = vec![0x3a, 0xff, 0x26, 0xed, 1, 0, 0, 0, 28, 0, 12, 0];
        let words = |words: [u32; 4]| words.map(u32::to_le_bytes).concat();
        file.extend(words([4096, blocks.len() as u32, blocks.len() as u32, 0]));
        let mut whole = Vec::new();
        for (index, block) in blocks.enumerate() {
            let hole = index % 2 == 1;
            let [kind, length] = if hole { [0xcac3, 12] } else { [0xcac1, 4096 + 12] };
            file.extend([kind, 1, length].map(u32::to_le_bytes).concat());
            file.extend(if hole { &[] } else { block });
            whole.extend(if hole { &[0; 4096] } else { block });
        }
        (file, whole)
    }

    /// Streams an image to its end: its bytes, zeros in the holes, and how many there are to be written.
    fn streamed(image: &mut DiskImage) -> (Vec<u8>, u64) {
        let (stop, mut all, mut data) = (Stop::default(), Vec::new(), 0);
        let mut stream = image.stream().expect("a file");
        while let Some(run) = stream.next(&stop).expect("a sound image") {
            let start = usize::try_from(run.offset).expect("small");
            assert!(start >= all.len() && start.is_multiple_of(512), "sorted, at sectors");
            assert!((1..=PIECE).contains(&run.data.len()));
            all.resize(start, 0);
            all.extend_from_slice(&run.data);
            data += run.data.len() as u64;
            stream.done(run);
        }
        let length = usize::try_from(stream.length().expect("at its end")).expect("small");
        assert!(all.len() <= length);
        all.resize(length, 0);
        (all, data)
    }

    fn patch(random: &mut fastrand::Rng, sectors: u64) -> Patch {
        let mut parts = Vec::new();
        let mut at = random.u64(0..8);
        while at < sectors && parts.len() < 40 {
            let count = random.u64(1..20).pow(random.u32(1..4)).min(3000);
            parts.push((at * 512, vec![random.u8(..); 512 * count as usize]));
            at += count + random.u64(0..sectors / 5);
        }
        Patch::new(parts).expect("whole sectors")
    }

    /// What a patch makes of an image, done otherwise.
    fn expected(bytes: &[u8], patch: &Patch) -> Vec<u8> {
        let mut bytes = bytes.to_vec();
        for (offset, part) in patch.parts() {
            let (start, end) = (offset as usize, offset as usize + part.len());
            bytes.resize(bytes.len().max(end), 0);
            bytes[start..end].copy_from_slice(part);
        }
        bytes
    }

    #[test]
    fn a_patched_image_is_the_image_with_what_replaces_it() {
        let folder = tempfile::tempdir().expect("a folder");
        for seed in 0..30 {
            let random = &mut fastrand::Rng::with_seed(seed);
            let raw = noise(random.usize(1..3 * PIECE), random);
            let (file, whole) = sparse(&raw[..raw.len().min(1 << 20).max(4096.min(raw.len()))]);
            let mut kinds = vec![("raw", raw.clone(), raw.clone()), ("gz", gzip(&raw), raw)];
            if !whole.is_empty() {
                kinds.push(("sparse", gzip(&file), whole.clone()));
                kinds.push(("plain-sparse", file, whole));
            }
            for (name, file, whole) in kinds {
                let shared = open(folder.path(), name, &file).expect("an image");
                let patch = patch(random, whole.len() as u64 / 512 + 100);
                let mut image = shared.disk_image(None, &patch, &Stop::default()).expect("a file");
                let expected = expected(&whole, &patch);
                let (bytes, data) = streamed(&mut image);
                assert!(bytes == expected, "{name}, seed {seed}: other bytes");
                assert_eq!(data, image.data(), "{name}, seed {seed}");
                assert_eq!(image.length(), expected.len() as u64, "{name}, seed {seed}");
                // That of an Android sparse image is its header.
                let head = if name.contains("sparse") { &[] } else { image.head() };
                assert!(*head == expected[..head.len()], "{name}, seed {seed}: another beginning");
                assert!(image.whole().is_none());
                let bytes = image.bytes(1 << 30, &Stop::default()).expect("a file");
                let mut bytes = bytes.expect("short");
                bytes.resize(expected.len(), 0);
                assert!(bytes == expected, "{name}, seed {seed}: other bytes as a whole");
            }
        }
    }

    #[test]
    fn boards_share_an_unpacking_and_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let bytes = noise(3 * PIECE, &mut fastrand::Rng::with_seed(1));
        let shared = open(folder.path(), "image.gz", &gzip(&bytes)).expect("an image");
        let patches = [Patch::default(), Patch::new([(512, vec![7; 512])]).expect("a sector")];
        let [one, other] = patches.clone().map(|patch| {
            shared.disk_image(shared.announce(), &patch, &Stop::default()).expect("a file")
        });
        for (mut image, patch) in [one, other].into_iter().zip(&patches) {
            assert!(image.head()[..512] == bytes[..512]);
            assert!(streamed(&mut image).0 == expected(&bytes, patch));
        }
        // The first pass still had all of it.
        assert!((1..=2).contains(&shared.passes()));
        let sum = shared.sha256(&mut link::Silent, &Stop::default()).expect("a file");
        let folder = folder.path().join("image.gz");
        let told = std::process::Command::new("sha256sum").arg(folder).output().expect("coreutils");
        assert!(String::from_utf8_lossy(&told.stdout).starts_with(&sum.to_string()));
    }

    #[test]
    fn what_is_looked_at_comes_again_with_what_replaces_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let bytes = noise(2 * PIECE, &mut fastrand::Rng::with_seed(1));
        let shared = open(folder.path(), "image.gz", &gzip(&bytes)).expect("an image");
        let patch = Patch::new([(PIECE as u64 - 512, vec![7; 1024])]).expect("two sectors");
        let stop = Stop::default();
        let mut image = shared.disk_image(None, &patch, &stop).expect("a file");
        let mut stream = image.stream().expect("a file");
        let seen = stream.next(&stop).expect("sound").expect("there is more");
        stream.put_back(vec![seen]);
        image.put_back(stream);
        assert!(streamed(&mut image).0 == expected(&bytes, &patch));
        assert_eq!(shared.passes(), 1);
    }

    #[test]
    fn stdin_and_what_is_no_image_are_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        open(folder.path(), "empty", &[]).map(drop).expect_err("nothing in it");
        let (path, bmap) = ("-".into(), Bmaps::Ignored);
        let file = ImageFile { path, bmap, raw: false, sums: Sums::Unchecked };
        let refused = SharedImage::open(&file, &mut link::Silent, &Stop::default());
        let error = refused.map(drop).expect_err("stdin").to_string();
        assert!(error.contains("has to be a file"), "{error}");
    }
}
