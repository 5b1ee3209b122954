//! Finding out what a file is.

use std::{
    io::Read,
    ops::Range,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    WINDOW,
    bmap::Bmap,
    compression::{self, Compression},
    foreign::{self, foreign},
    forward::{Forward, Input, bad},
    mapped,
    pieces::{Pieces, Sum, Walk},
    raw::Raw,
    sparse,
};
use crate::{
    failure::Problem,
    files::regular::{Regular, Stdin, unread},
    transport::Stop,
};

/// What to do with an archive.
const UNPACK: &str = "unpack it first; --raw writes the file as it is";
/// Bytes of an image's beginning that are kept: a BL2 of Amlogic's after a sector, which names its family near its end.
pub(crate) const HEAD: usize = 0x1_0200;

/// Where an image's bmap is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Bmaps {
    /// Beside it, where there is one: `card.img.bmap` for `card.img`, and for `card.img.gz` also where `.gz` comes last.
    #[default]
    Beside,
    /// Here.
    At(PathBuf),
    /// There is none, whatever is beside it.
    Ignored,
}

/// How an image is to be read.
#[derive(Clone, Debug)]
pub struct Options {
    /// Where its bmap is.
    pub bmap: Bmaps,
    /// Blocks of zeros count as holes: for storage that is known to hold zeros there.
    pub zeros_are_holes: bool,
    /// Sum it on the way.
    pub hash: bool,
    /// The most that an unpacker may keep as its window, in bytes.
    pub window: u64,
    /// The file's own bytes, whatever they look like: nothing is unpacked, no layout is recognised.
    pub verbatim: bool,
    /// An Android sparse image stays one, for boards that expand it themselves.
    pub unexpanded: bool,
    /// The user's wish to stop, which ends every read.
    pub stop: Stop,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            bmap: Bmaps::default(),
            zeros_are_holes: false,
            hash: false,
            window: WINDOW,
            verbatim: false,
            unexpanded: false,
            stop: Stop::default(),
        }
    }
}

/// How the unpacked bytes make up what is to be written.
#[derive(Clone, Debug)]
pub enum Layout {
    /// They are it.
    Plain,
    /// An Android sparse image.
    Sparse(sparse::Header),
    /// They are it where this bmap says so; the rest are holes.
    Mapped(PathBuf, Arc<Bmap>),
}

enum From {
    File(Regular, Range<u64>),
    /// Stdin, until it is taken.
    Pipe(Option<Forward>),
}

/// What a user has for writing to storage.
pub struct Image {
    name: String,
    from: From,
    compression: Option<Compression>,
    window: Option<u64>,
    layout: Layout,
    head: Arc<[u8]>,
    options: Options,
    /// What it was when it was last read to its end.
    checked: Option<Sum>,
}

impl Image {
    /// Opens a file (`-`: stdin) and recognises what it is. Headers are checked; the rest is as it is streamed.
    pub fn open(path: &Path, options: &Options) -> Result<Self, Problem> {
        let stdin = path == Path::new("-");
        let name = if stdin { "stdin".to_owned() } else { path.display().to_string() };
        let named = |problem| named(&name, problem);
        let input = if stdin { Input::Pipe(Box::new(Stdin::open()?)) } else { file(path)? };
        let beside = if stdin { None } else { Some(path) };
        Self::of(name.clone(), input, beside, options).map_err(named)
    }

    /// Takes a range of a file for an image: a part of a package. No bmap is looked for.
    pub fn part(
        name: String,
        file: Regular,
        range: Range<u64>,
        options: &Options,
    ) -> Result<Self, Problem> {
        let named = |problem| named(&name, problem);
        Self::of(name.clone(), Input::File(file, range), None, options).map_err(named)
    }

    /// Takes bytes for an image, as stdin's are.
    pub fn from_reader(
        bytes: impl Read + Send + 'static,
        options: &Options,
    ) -> Result<Self, Problem> {
        Self::of("the image".into(), Input::Pipe(Box::new(bytes)), None, options)
    }

    fn of(
        name: String,
        mut input: Input,
        beside: Option<&Path>,
        options: &Options,
    ) -> Result<Self, Problem> {
        let mut magic = Vec::new();
        first(&mut input, &mut magic, &options.stop)?;
        if let Some(what) = foreign(&magic).filter(|_| !options.verbatim) {
            return Err(bad(format!("this is {what}, not an image")).advised(UNPACK));
        }
        let compression = Compression::of(&magic).filter(|_| !options.verbatim);
        let file = match &input {
            Input::File(file, range) => Some((file.clone(), range.clone())),
            Input::Pipe(_) => None,
        };
        let mut forward = Forward::new(input, &magic, compression, options);
        let mut head = vec![0; HEAD];
        let there = forward.fill(&mut head)?;
        head.truncate(there);
        if let Some(what) = compression.and_then(|_| foreign::packed(&head)) {
            return Err(
                bad(format!("what is packed in it is {what}, not an image")).advised(UNPACK)
            );
        }
        let layout = match options.verbatim {
            true => Layout::Plain,
            false => layout(&head, beside, compression, options)?,
        };
        forward.put_back(&head);
        let from = match file {
            Some((file, range)) => From::File(file, range),
            None => From::Pipe(Some(forward)),
        };
        let window = compression.and_then(|kind| kind.window(&magic));
        let options = options.clone();
        let head = head.into();
        let image = Self { name, from, compression, window, layout, head, options, checked: None };
        image.check_length()?;
        Ok(image)
    }

    /// How it is compressed.
    pub fn compression(&self) -> Option<Compression> {
        self.compression
    }

    /// Bytes that unpacking keeps in memory, as far as the beginning of a compressed file tells: what a rack that has
    /// little should know beforehand. [`Options::window`] limits it.
    pub fn window(&self) -> Option<u64> {
        self.window
    }

    /// How it is laid out.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// The first bytes, unpacked, up to 4096: for those who must refuse what is no image.
    pub fn head(&self) -> &[u8] {
        &self.head
    }

    /// Bytes that the image will be, holes included; `None` where only unpacking will tell.
    pub fn length(&self) -> Option<u64> {
        match (&self.layout, &self.from, self.compression) {
            (Layout::Sparse(header), ..) => Some(header.length()),
            (Layout::Mapped(_, map), ..) => Some(map.length),
            (Layout::Plain, From::File(_, range), None) => Some(range.end - range.start),
            (Layout::Plain, ..) => None,
        }
    }

    /// Bytes of the file; `None` for stdin.
    pub fn file_length(&self) -> Option<u64> {
        match &self.from {
            From::File(_, range) => Some(range.end - range.start),
            From::Pipe(_) => None,
        }
    }

    /// The image as a raw file, which can be read at any place; `None` for any other.
    pub fn raw(&self) -> Option<Raw> {
        match (&self.from, self.compression, &self.layout) {
            (From::File(file, range), None, Layout::Plain | Layout::Mapped(..)) => {
                Some(Raw::new(file.clone(), range.clone()))
            }
            _ => None,
        }
    }

    /// The file's own bytes, packed or not; `None` for stdin.
    pub fn stored(&self) -> Option<Raw> {
        match &self.from {
            From::File(file, range) => Some(Raw::new(file.clone(), range.clone())),
            From::Pipe(_) => None,
        }
    }

    /// Streams the image from its beginning; stdin can be streamed once.
    pub fn pieces(&mut self) -> Result<Pieces, Problem> {
        let forward = match &mut self.from {
            From::File(file, range) => {
                let input = Input::File(file.clone(), range.clone());
                Forward::new(input, &[], self.compression, &self.options)
            }
            From::Pipe(forward) => forward.take().ok_or_else(|| {
                Problem::Usage("stdin can be read only once: put the image into a file".into())
            })?,
        };
        let walk = match &self.layout {
            Layout::Plain => Walk::Plain(self.length()),
            Layout::Sparse(header) => Walk::Sparse(sparse::Walk::new(*header)),
            Layout::Mapped(_, map) => Walk::Mapped(mapped::Walk::new(map.clone())),
        };
        Ok(Pieces::new(self.name.clone(), forward, walk, &self.options, self.checked))
    }

    /// What was seen when the image was read to its end: later streams have to be the same.
    pub(super) fn checked(&mut self, sum: Sum) {
        self.checked = Some(sum);
    }

    /// The same file's Android sparse image as it is, for boards that expand it themselves.
    ///
    /// # Errors
    ///
    /// It was read from stdin.
    pub fn unexpanded(&self) -> Result<Self, Problem> {
        let options = Options { unexpanded: true, ..self.options.clone() };
        Ok(Self { layout: Layout::Plain, checked: None, ..self.of_options(options)? })
    }

    /// The same image for a reader of its own, whose wish to stop is this one. The file is not opened again, and what was seen
    /// of it stays known.
    ///
    /// # Errors
    ///
    /// It is read from stdin.
    pub fn for_reader(&self, stop: &Stop) -> Result<Self, Problem> {
        self.of_options(Options { stop: stop.clone(), ..self.options.clone() })
    }

    fn of_options(&self, options: Options) -> Result<Self, Problem> {
        let From::File(file, range) = &self.from else {
            return Err(Problem::Usage(
                "stdin can be read only once: put the image into a file".into(),
            ));
        };
        Ok(Self {
            name: self.name.clone(),
            from: From::File(file.clone(), range.clone()),
            compression: self.compression,
            window: self.window,
            layout: self.layout.clone(),
            head: self.head.clone(),
            options,
            checked: self.checked,
        })
    }

    /// A raw image has to be as long as its bmap says, which need not be streamed to be seen.
    fn check_length(&self) -> Result<(), Problem> {
        match (&self.layout, self.file_length(), self.compression) {
            (Layout::Mapped(path, map), Some(length), None) if length != map.length => {
                Err(bad(format!(
                    "it is {length} bytes long, and its bmap {} tells of {}: one of them is cut off or of another image",
                    path.display(),
                    map.length
                )))
            }
            _ => Ok(()),
        }
    }
}

fn file(path: &Path) -> Result<Input, Problem> {
    let file = Regular::open(path)?;
    let length = file.length();
    Ok(Input::File(file, 0..length))
}

/// A problem of the file of this name.
pub(super) fn named(name: &str, problem: Problem) -> Problem {
    match problem {
        Problem::Interrupted => Problem::Interrupted,
        Problem::Changed(text) => Problem::Changed(format!("{name}: {text}")),
        Problem::Advised(problem, advice) => named(name, *problem).advised(advice),
        problem => bad(format!("{name}: {problem}")),
    }
}

/// The first bytes of the file; they are taken out of a pipe.
fn first(input: &mut Input, magic: &mut Vec<u8>, stop: &Stop) -> Result<(), Problem> {
    let most = compression::MAGIC;
    let read = match input {
        Input::Pipe(pipe) => pipe.take(most as u64).read_to_end(magic).map(drop),
        Input::File(file, range) => {
            magic.resize(usize::try_from(range.end - range.start).unwrap_or(most).min(most), 0);
            file.read_at(magic, range.start).map(|there| magic.truncate(there))
        }
    };
    read.map_err(|error| match stop.asked() {
        true => Problem::Interrupted,
        false => unread(&error, format!("cannot be read: {error}")),
    })
}

fn layout(
    head: &[u8],
    path: Option<&Path>,
    compression: Option<Compression>,
    options: &Options,
) -> Result<Layout, Problem> {
    let sparse = head.starts_with(&sparse::MAGIC);
    if sparse && options.unexpanded {
        return Ok(Layout::Plain);
    }
    let bmap = match (&options.bmap, path) {
        (Bmaps::At(path), _) if sparse => {
            let path = path.display();
            return Err(bad(format!(
                "an Android sparse image knows its holes itself; {path} is for raw ones"
            )));
        }
        (Bmaps::At(path), _) => Some(path.clone()),
        (Bmaps::Beside, Some(path)) if !sparse => beside(path, compression),
        _ => None,
    };
    match bmap {
        _ if sparse => Ok(Layout::Sparse(sparse::Header::parse(head)?)),
        Some(path) => Bmap::open(&path).map(|map| Layout::Mapped(path, Arc::new(map))),
        None => Ok(Layout::Plain),
    }
}

/// The bmap beside a file.
fn beside(path: &Path, compression: Option<Compression>) -> Option<PathBuf> {
    let with = |path: &Path| {
        let mut name = path.as_os_str().to_owned();
        name.push(".bmap");
        Some(PathBuf::from(name)).filter(|path| path.is_file())
    };
    let ending = path.extension().and_then(|ending| ending.to_str());
    let packed =
        compression.zip(ending).is_some_and(|(kind, ending)| kind.endings().contains(&ending));
    with(path).or_else(|| {
        if !packed {
            return None;
        }
        let unpacked = path.with_extension("");
        // `card.img.gz`: `card.img.bmap`, and `card.bmap` as some builders have it.
        with(&unpacked)
            .or_else(|| Some(unpacked.with_extension("bmap")).filter(|path| path.is_file()))
    })
}
