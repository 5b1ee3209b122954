//! Images for a disk, and files that are none.

mod file;

use std::{
    fmt::{self, Display, Formatter},
    ops::Range,
};

use anyhow::Context;
use link::{Watch, storage::SECTOR};

use super::{
    detect::{self, Survey},
    regular::unread,
};
use crate::{
    failure::Problem,
    image::{
        Announced, Content, Extent, HEAD, Image, Layout, Options, Patch, Piece, Raw, Relay, Run,
        Runs, Straight,
    },
    number::size,
    transport::Stop,
};

pub use file::ImageFile;

/// An image and the sector where it begins.
pub struct DiskImage {
    name: String,
    image: Image,
    /// The first sector that it goes to.
    pub start: u64,
    /// How much it is; `None` for stdin, and if it was not asked for.
    extent: Option<Extent>,
    /// Sectors that it may fill.
    room: Option<u64>,
    /// Whether it is judged only when it has gone by: it is on stdin, and to be written.
    late: bool,
    /// Its data, where their beginning was looked at: unpacking begins once.
    begun: Option<Stream>,
    /// Who unpacks it for many boards, and whether that waits for this one.
    relay: Option<Relay>,
    announced: Option<Announced>,
    /// What replaces its data, and its beginning with that.
    patch: Patch,
    head: Option<Vec<u8>>,
}

impl DiskImage {
    /// An image that is open, to go to that sector; `name` is what messages call it.
    pub fn new(name: String, image: Image, start: u64) -> Self {
        Self {
            name,
            image,
            start,
            extent: None,
            room: None,
            late: false,
            begun: None,
            relay: None,
            announced: None,
            patch: Patch::default(),
            head: None,
        }
    }

    /// Bytes in memory, taken as they are; they can be streamed once.
    pub fn of_bytes(name: String, bytes: Vec<u8>) -> anyhow::Result<Self> {
        let length = bytes.len() as u64;
        let options = Options { verbatim: true, ..Options::default() };
        let image = Image::from_reader(std::io::Cursor::new(bytes), &options)?;
        Ok(Self::new(name, image, 0).of_extent(Some(Extent { length, data: length })))
    }

    /// All of it in memory; `None`: it is longer than `most` bytes. Fails where it is on stdin, which can be read only once.
    pub fn bytes(&mut self, most: u64, stop: &Stop) -> Result<Option<Vec<u8>>, Problem> {
        if self.image.file_length().is_none() {
            let text = "a boot loader is checked as a whole before it is sent: it has to be a file, not stdin";
            return Err(Problem::Usage(text.into()));
        }
        let (mut data, mut bytes) = (self.runs()?, Vec::new());
        while let Some(run) = data.next(stop)? {
            if run.offset + run.data.len() as u64 > most {
                return Ok(None);
            }
            // No longer than `most`.
            bytes.resize(run.offset as usize, 0);
            bytes.extend_from_slice(&run.data);
            data.done(run);
        }
        Ok(Some(bytes))
    }

    /// Finds out how much it is, and refuses what `image info` calls unsound: before anything is written where it is a
    /// file, when it has gone by where it is stdin. `raw`: whatever it holds is to be written.
    fn examine(
        &mut self,
        raw: bool,
        watch: &mut dyn Watch,
        stop: &Stop,
        mut see: impl FnMut(&Piece<'_>),
    ) -> anyhow::Result<()> {
        let mut survey = Survey::default();
        self.extent = self.image.examine(watch, stop, |piece| {
            survey.see(piece);
            see(piece);
        })?;
        self.late = self.extent.is_none() && !raw;
        if raw || self.late {
            return Ok(());
        }
        if let Some(mut file) = self.whole() {
            survey = Survey::of(&mut file)
                .map_err(|error| unread(&*error, format!("{}: {error}", self.name)))?;
        }
        self.judge(&survey)
    }

    /// Refuses what `image info` calls unsound.
    fn judge(&self, survey: &Survey) -> anyhow::Result<()> {
        match detect::look(&self.image, survey)
            .into_iter()
            .find(|finding| finding.sound == Some(false))
        {
            Some(finding) => {
                let text = format!("it is not sound: {} (--raw writes it anyway)", finding.text);
                Err(self.bad(&text))
            }
            None => Ok(()),
        }
    }

    /// Begins to stream it, or goes on where it was put back.
    pub fn stream(&mut self) -> Result<Stream, Problem> {
        if let Some(begun) = self.begun.take() {
            return Ok(begun);
        }
        let late = self.late.then(Survey::default);
        Ok(Stream { runs: self.runs()?, late })
    }

    /// Its data from their beginning on.
    fn runs(&mut self) -> Result<Runs, Problem> {
        let patch = self.patch.clone();
        match &self.relay {
            Some(relay) => Ok(Runs::shared(relay.reader(self.announced.take()), patch)),
            None => self.image.ahead().map(|ahead| Runs::own(ahead, patch)),
        }
    }

    /// All of its bytes in their order, for boards that are told its length beforehand; that has to be known.
    pub fn straight(&mut self, stop: &Stop) -> Result<Straight, Problem> {
        self.runs().map(|runs| Straight::new(runs, self.length(), stop))
    }

    /// Has the next one who streams it go on with `data`: all that was taken from it was given back.
    pub fn put_back(&mut self, data: Stream) {
        self.begun = Some(data);
    }

    /// The same at another sector, with room for this many.
    pub fn at(self, start: u64, room: u64) -> Self {
        Self { start, room: Some(room), ..self }
    }

    /// The same with its length, if known.
    pub fn of_extent(self, extent: Option<Extent>) -> Self {
        Self { extent, ..self }
    }

    /// What it is made of: its name, the image, and how much it is.
    pub(super) fn into_parts(self) -> (String, Image, Option<Extent>) {
        (self.name, self.image, self.extent)
    }

    /// The same, unpacked by `relay` for other boards as well.
    pub(super) fn shared(self, relay: Option<Relay>, announced: Option<Announced>) -> Self {
        Self { relay, announced, ..self }
    }

    /// The same with what replaces its data; they are at these places, sorted.
    pub(super) fn patched(mut self, patch: Patch, data: &[Range<u64>]) -> Self {
        if patch.is_empty() {
            return self;
        }
        // The beginning of an Android sparse image is not that of what it holds.
        let sparse = matches!(self.image.layout(), Layout::Sparse(_));
        self.head = (!sparse).then(|| patched(self.image.head(), &patch));
        if let Some(extent) = &mut self.extent {
            extent.length = extent.length.max(patch.end());
            extent.data += patch.adds(data);
        }
        Self { patch, ..self }
    }

    /// Its file, for people.
    pub fn name(&self) -> String {
        self.name.clone()
    }

    /// Its first bytes, unpacked.
    pub fn head(&self) -> &[u8] {
        self.head.as_deref().unwrap_or_else(|| self.image.head())
    }

    /// Bytes from its beginning to its end; 0 where they are not known.
    pub fn length(&self) -> u64 {
        self.extent.map_or(0, |extent| extent.length)
    }

    /// Sectors from its beginning to its end, where they are known.
    pub fn sectors(&self) -> Option<u64> {
        let length = self.extent.map(|extent| extent.length).or_else(|| self.image.length());
        length.map(|length| length.div_ceil(SECTOR as u64))
    }

    /// Bytes that are to be moved; 0 where they are not known.
    pub fn data(&self) -> u64 {
        let all = || self.image.length().unwrap_or(0);
        self.extent.map_or_else(all, |extent| extent.data)
    }

    /// The image as a file that can be read at any place; `None` where it is packed, sparse or on stdin, has holes, or some of
    /// it is replaced.
    pub fn whole(&self) -> Option<Raw> {
        let plain = matches!(self.image.layout(), Layout::Plain) && self.patch.is_empty();
        self.image.raw().filter(|_| plain)
    }

    /// What writing it destroys, in words.
    pub fn overwrites(&self) -> String {
        let start = self.start;
        match self.sectors() {
            Some(sectors) => {
                let size = size(sectors.saturating_mul(SECTOR as u64));
                format!("overwrites {size} from sector {start}")
            }
            None => format!("overwrites what is stored from sector {start}"),
        }
    }

    /// What will be written, in words.
    pub fn describe(&self) -> String {
        let name = &self.name;
        let Some(sectors) = self.sectors() else { return format!("{name} to its end") };
        let data = self.extent.map(|extent| extent.data.div_ceil(SECTOR as u64));
        match data.filter(|data| *data < sectors) {
            Some(data) => format!("{name}: {data} of {sectors} sectors, the rest are holes"),
            None => format!("{name}: {sectors} sectors"),
        }
    }

    /// Where a run of its data goes.
    pub fn sector(&self, run: &Run) -> anyhow::Result<u64> {
        let first = run.offset / SECTOR as u64;
        let end = first + (run.data.len() as u64).div_ceil(SECTOR as u64);
        match self.room {
            Some(room) if end > room => {
                let text = format!("{}: it is longer than the {room} sectors there", self.name);
                Err(Problem::Refused(text).into())
            }
            _ => Ok(self.start + first),
        }
    }

    /// Has `write` take the image's data from `next` on, run by run with the sector where each goes; how many sectors
    /// that were. Where the image itself is what fails, the error says how far it came.
    pub fn hand_on(
        &self,
        mut next: Option<Run>,
        data: &mut Stream,
        stop: &Stop,
        mut write: impl FnMut(u64, &mut &[u8]) -> anyhow::Result<()>,
    ) -> anyhow::Result<u64> {
        let (mut taken, mut moved) = (None, 0);
        loop {
            let run = match next.take() {
                Some(run) => run,
                None => match data.next(stop).with_context(|| Came(taken))? {
                    Some(run) => run,
                    None => {
                        let judged = data.late.as_ref().map_or(Ok(()), |late| self.judge(late));
                        return judged.map(|()| moved).with_context(|| Came(taken));
                    }
                },
            };
            let sector = self.sector(&run).with_context(|| Came(taken))?;
            write(sector, &mut &run.data[..])?;
            let sectors = (run.data.len() as u64).div_ceil(SECTOR as u64);
            (taken, moved) = (Some(sector + sectors), moved + sectors);
            data.done(run);
        }
    }

    fn check(&self, raw: bool) -> anyhow::Result<()> {
        let head = self.image.head();
        if head.is_empty() {
            return Err(self.bad("it is empty"));
        }
        let block = match self.image.layout() {
            Layout::Plain => SECTOR as u64,
            Layout::Sparse(header) => header.block.into(),
            Layout::Mapped(_, map) => map.block,
        };
        if !block.is_multiple_of(SECTOR as u64) {
            return Err(self.bad(&format!("its blocks of {block} bytes are not whole sectors")));
        }
        match package(head) {
            Some(kind) if !raw => Err(Problem::Refused(format!(
                "{}: it is {kind}, not the image of a disk: written as it is, the board would not start",
                self.name
            ))
            .advised(
                "`upgrade-loader FILE` of `racklet-flash rockchip` writes a loader, `package flash FILE` of `rockchip` or `amlogic` a \
                 package; --raw writes the file as it is",
            )
            .into()),
            _ => Ok(()),
        }
    }

    fn bad(&self, what: &str) -> anyhow::Error {
        Problem::BadInput(format!("{}: {what}", self.name)).into()
    }
}

/// How far an image came that failed on its way: the sector before which the board has taken all of it, if it took any.
#[derive(Clone, Copy, Debug)]
pub struct Came(pub Option<u64>);

impl Display for Came {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(end) => write!(f, "the board has taken all before sector {end}"),
            None => f.write_str("nothing was written"),
        }
    }
}

/// The data of an image on their way; what is judged late is looked at while it goes by.
pub struct Stream {
    runs: Runs,
    late: Option<Survey>,
}

impl Stream {
    /// The next data; `None` at the end of a sound image.
    pub fn next(&mut self, stop: &Stop) -> Result<Option<Run>, Problem> {
        let run = self.runs.next(stop)?;
        if let Some(survey) = &mut self.late {
            let length = run.as_ref().map(|run| run.offset).or_else(|| self.runs.length());
            survey.hole_to(length.unwrap_or_default());
            // What was put back was seen before.
            if let Some(run) = run.as_ref().filter(|run| run.offset >= survey.length()) {
                survey.see(&Piece { offset: run.offset, content: Content::Data(&run.data) });
            }
        }
        Ok(run)
    }

    /// Gives a buffer back, to be filled again.
    pub fn done(&self, run: Run) {
        self.runs.done(run);
    }

    /// Gives runs back, to come again.
    pub fn put_back(&mut self, runs: Vec<Run>) {
        self.runs.put_back(runs);
    }

    /// Bytes of the whole image, holes included; known at its end.
    pub fn length(&self) -> Option<u64> {
        self.runs.length()
    }
}

/// The beginning of an image with what replaces it.
fn patched(head: &[u8], patch: &Patch) -> Vec<u8> {
    let mut head = head.to_vec();
    // At most as much of an image's beginning as is kept.
    let kept = patch.end().min(HEAD as u64) as usize;
    head.resize(head.len().max(kept), 0);
    patch.apply(0, &mut head);
    head
}

/// What a file is that is no image but a package, or a loader.
fn package(head: &[u8]) -> Option<&'static str> {
    let amlogic = amlogic::package::Package::is_one(head);
    rockusb::package::not_an_image(head).or_else(|| {
        amlogic.then_some(
            "a burning package (Amlogic), which `racklet-flash amlogic package flash FILE` writes",
        )
    })
}
