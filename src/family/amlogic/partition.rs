//! Partitions of storage, by the names that the vendor's U-Boot knows.

use amlogic::{
    mpt::{self, Partition},
    package::Format,
};
use anyhow::Context as _;
use link::{IoError, Method, Silent, Sink, StepId, Verified, Watch, storage::SECTOR};
use rockusb::gpt::{self, PRIMARY_SECTORS, Place, Table};

use super::{
    Identification,
    burn_mode::{Initial, Uboot},
};
use crate::{
    failure::Problem,
    family::Context,
    files::disk_image::{DiskImage, Stream},
    image::Run,
    transport::Stop,
};

const BYTES: u64 = SECTOR as u64;

/// An image for a partition.
pub(crate) struct PartitionImage {
    /// The image; an Android sparse image as it is.
    pub(crate) image: DiskImage,
    /// Bytes that a sparse image has on storage.
    pub(crate) expanded: Option<u64>,
}

/// Refuses a board where no U-Boot runs, in the words of its protocol.
pub(crate) fn reach(who: &Identification, uboot: &mut dyn Uboot) -> anyhow::Result<()> {
    match who.is_uboot() {
        true => Ok(()),
        false => uboot.read_disk(0, BYTES, &mut Vec::new(), &mut Silent),
    }
}

/// A partition table of an eMMC: the GPT where there is one, else the vendor's own.
pub(crate) struct Parts {
    /// Which of both it is: `GPT` or `MPT`.
    pub(crate) kind: &'static str,
    /// Its partitions, as they come there.
    pub(crate) list: Vec<Partition>,
}

impl Parts {
    /// `None`: there is none of that name, or more than one.
    fn find(&self, name: &str) -> Option<&Partition> {
        gpt::named(&self.list, name, |part| &part.name).ok()
    }
}

/// The partition table on the eMMC, or why there is none.
fn parts(uboot: &mut dyn Uboot, watch: &mut dyn Watch) -> anyhow::Result<Result<Parts, String>> {
    let mut bytes = Vec::new();
    uboot.read_disk(0, PRIMARY_SECTORS * BYTES, &mut bytes, watch)?;
    Ok(match Table::parse(Place::primary(&bytes)) {
        Ok(Some(table)) => {
            Ok(Parts { kind: "GPT", list: table.partitions.iter().map(of_gpt).collect() })
        }
        Ok(None) => vendors(uboot),
        Err(error) => Err(error.to_string()),
    })
}

fn of_gpt(part: &gpt::Partition) -> Partition {
    let (offset, size) = (part.first.saturating_mul(BYTES), part.sectors().saturating_mul(BYTES));
    Partition { name: part.name.clone(), offset, size }
}

/// The vendor's own table. A board that does not let its place be read may have one for all that.
fn vendors(uboot: &mut dyn Uboot) -> Result<Parts, String> {
    let mut bytes = Vec::new();
    let length = (mpt::LENGTH as u64).next_multiple_of(BYTES);
    uboot
        .read_disk(mpt::START / BYTES, length, &mut bytes, &mut Silent)
        .map_err(|error| format!("there is no GPT on the eMMC, and the place of the vendor's table cannot be read: {error:#}"))?;
    match mpt::parse(&bytes) {
        Ok(Some(list)) => Ok(Parts { kind: "MPT", list }),
        Ok(None) => Err("there is neither a GPT nor the vendor's table (MPT) on the eMMC".into()),
        Err(error) => Err(format!("the vendor's table (MPT) on the eMMC is damaged: {error}")),
    }
}

/// The partitions on the eMMC. Fails where no table tells of them.
pub(crate) fn table(uboot: &mut dyn Uboot, watch: &mut dyn Watch) -> anyhow::Result<Parts> {
    watch.step(StepId::READ, "read the partition table", PRIMARY_SECTORS * BYTES);
    parts(uboot, watch)?.map_err(|why| {
        let text = format!(
            "{why}: U-Boot lists none, but takes partitions by their names (boot, system, data, …; `amlogic package info` \
             lists those of a package)"
        );
        Problem::Refused(text).into()
    })
}

/// How long a partition is by a table on the eMMC.
fn told(uboot: &mut dyn Uboot, name: &str, watch: &mut dyn Watch) -> anyhow::Result<Option<u64>> {
    let parts = parts(uboot, watch)?.ok();
    Ok(parts.and_then(|parts| parts.find(name).map(|part| part.size)))
}

/// How long a partition is: as the user says, or a table.
pub(crate) fn length(
    uboot: &mut dyn Uboot,
    name: &str,
    size: Option<u64>,
    watch: &mut dyn Watch,
) -> anyhow::Result<u64> {
    let found = match size {
        Some(size) => Some(size),
        None => told(uboot, name, watch)?,
    };
    let untold = || {
        format!(
            "no table on the eMMC tells of a partition {name}: --size has to say how long it is"
        )
    };
    found.ok_or_else(|| Problem::Usage(untold()).into())
}

/// Refuses an image that is longer than its partition, as far as a table on the eMMC tells; otherwise the board alone knows,
/// which refuses by itself what does not fit.
pub(crate) fn check_room(
    uboot: &mut dyn Uboot,
    who: &Identification,
    name: &str,
    image: &PartitionImage,
) -> anyhow::Result<()> {
    reach(who, uboot)?;
    let length = image.expanded.unwrap_or_else(|| image.image.length());
    // Storage that cannot be read keeps what it holds to itself.
    match told(uboot, name, &mut Silent) {
        Ok(Some(room)) if length > room => Err(Problem::Refused(format!(
            "{}: {length} bytes do not fit into partition {name}, which has {room}; nothing was written",
            image.image.name()
        ))
        .into()),
        _ => Ok(()),
    }
}

/// Writes an image; the board compares its SHA-1. Returns the bytes that were sent.
pub(crate) fn write(
    uboot: &mut dyn Uboot,
    name: &str,
    mut image: PartitionImage,
    cx: &mut Context<'_>,
) -> anyhow::Result<u64> {
    let (file, length) = (image.image.name(), image.image.length());
    let format = if image.expanded.is_some() { Format::Sparse } else { Format::Normal };
    // It knows its partitions only once its storage is laid out.
    uboot.initial(Initial::Keep)?;
    let mut source = image.image.straight(cx.stop)?;
    uboot.write_part(name, format, &mut source, cx.desk).context(file)?;
    cx.desk.note("the board has compared the SHA-1 of what it holds");
    Ok(length)
}

/// Reads the first `size` bytes of a partition.
pub(crate) fn read(
    uboot: &mut dyn Uboot,
    name: &str,
    size: u64,
    sink: &mut dyn Sink,
    watch: &mut dyn Watch,
) -> anyhow::Result<()> {
    uboot.initial(Initial::Keep)?;
    uboot.read_part(name, size, sink, watch)
}

/// Compares the beginning of a partition with an image. A difference is an error.
pub(crate) fn verify(
    uboot: &mut dyn Uboot,
    name: &str,
    image: &mut DiskImage,
    cx: &mut Context<'_>,
) -> anyhow::Result<Verified> {
    let (file, length) = (image.name(), image.length());
    let mut against = Against::new(image.stream()?, cx.stop);
    read(uboot, name, length, &mut against, cx.desk)?;
    match against.differs {
        None => Ok(Verified::by(Method::ReadBack, against.same)),
        Some(at) => {
            Err(Problem::Differs(format!("{file}: partition {name} differs from byte {at} on"))
                .into())
        }
    }
}

/// Erases a partition; `size` is how long it is, where the board has to be told.
pub(crate) fn erase(
    uboot: &mut dyn Uboot,
    name: &str,
    size: Option<u64>,
    watch: &mut dyn Watch,
) -> anyhow::Result<Option<u64>> {
    let size = match uboot.erases_by_size() {
        true => Some(length(uboot, name, size, watch)?),
        false => size,
    };
    uboot.initial(Initial::Keep)?;
    watch.step(StepId::ERASE, "erase", 0);
    uboot.erase_part(name, size)?;
    watch.note("erased as the board says: what is read there now, a card may choose");
    Ok(size)
}

/// Compares what comes with the data of an image; its holes may hold anything. All of it is taken, whatever differs: a board
/// whose data are not taken is out of step.
struct Against<'s> {
    data: Stream,
    stop: &'s Stop,
    run: Option<Run>,
    at: u64,
    /// Bytes that were compared and found the same.
    same: u64,
    /// The first byte that differs.
    differs: Option<u64>,
}

impl<'s> Against<'s> {
    fn new(data: Stream, stop: &'s Stop) -> Self {
        Self { data, stop, run: None, at: 0, same: 0, differs: None }
    }

    /// The run that ends after this byte.
    fn run(&mut self) -> Result<Option<&Run>, Problem> {
        while self.run.as_ref().is_none_or(|run| end(run) <= self.at) {
            if let Some(done) = self.run.take() {
                self.data.done(done);
            }
            self.run = self.data.next(self.stop)?;
            if self.run.is_none() {
                return Ok(None);
            }
        }
        Ok(self.run.as_ref())
    }

    /// Compares the beginning of `data`; how many bytes that were.
    fn piece(&mut self, data: &[u8]) -> Result<usize, Problem> {
        let at = self.at;
        let Some(run) = self.run()? else { return Ok(data.len()) };
        if run.offset > at {
            // Not more than there is.
            return Ok((run.offset - at).min(data.len() as u64) as usize);
        }
        let wanted = &run.data[(at - run.offset) as usize..];
        let length = wanted.len().min(data.len());
        match data.iter().zip(wanted).position(|(one, other)| one != other) {
            Some(index) => self.differs = Some(at + index as u64),
            None => self.same += length as u64,
        }
        Ok(length)
    }
}

/// The first byte after a run.
fn end(run: &Run) -> u64 {
    run.offset + run.data.len() as u64
}

impl Sink for Against<'_> {
    fn write(&mut self, mut data: &[u8]) -> Result<(), IoError> {
        while !data.is_empty() && self.differs.is_none() {
            let length = self.piece(data)?;
            self.at += length as u64;
            data = &data[length..];
        }
        Ok(())
    }
}
