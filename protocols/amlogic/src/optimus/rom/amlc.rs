//! BL2 of the G12 family, asking for pieces of `u-boot.bin`.
//!
//! The order is the one captured from a Khadas VIM3: the table of contents, firmware for the training of DRAM, the
//! table again, everything after it. Whatever goes wrong in the exchange leaves it deaf (seen on a Car Thing).

use alloc::{vec, vec::Vec};

use link::device::{Outbox, Took};

use super::profile::Training;
use crate::{
    bytes::{le32, le64},
    optimus::wire::{AmlcRequest, AmlcStatus, Amls, RECORD, Verdict, addsum},
};

/// Where the FIP begins in the file, and how much of it BL2 fetches for its table of contents.
const FIP: u32 = 0x1_0000;
const TOC: u32 = 0x4000;
const TOC_MAGIC: u32 = 0xaa64_0001;

/// What BL2 says when a sum does not hold, or when what it got is no FIP. That it has a code is known, the numbers are
/// made up.
const BAD_SUM: u8 = 2;
const NO_FIP: u8 = 3;

enum Step {
    /// Nothing is under way.
    Idle,
    /// The host has to say whether it goes on.
    Verdict,
    /// The host announces pieces of the segment, then its sum.
    Segment,
    /// This many bytes of a piece are still to come; `true`: of the record with the sum.
    Piece(usize, bool),
}

/// How far BL2 is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Progress {
    /// It goes on.
    Going,
    /// It has all that it needs and starts U-Boot.
    Done,
    /// It does not listen any more, because of this.
    Deaf(&'static str),
}

pub(super) struct Amlc {
    /// Segments that are still to be asked for, the next one last.
    wanted: Vec<(u32, u32)>,
    training: Training,
    /// The last request; an end repeats it.
    request: AmlcRequest,
    step: Step,
    segment: Vec<u8>,
    record: Vec<u8>,
    error: Option<u8>,
    /// Where the file ends, where its table of contents is encrypted.
    whole: Option<u32>,
    max_packet: usize,
}

impl Amlc {
    /// `error`: BL2 fails with this code once DRAM was to be set up; `whole`: where a file ends whose table is encrypted.
    pub(super) fn new(
        training: Training,
        error: Option<u8>,
        whole: Option<u32>,
        max_packet: usize,
    ) -> Self {
        let status = AmlcStatus::Wanted;
        let request = AmlcRequest { sequence: 0, size: TOC, offset: FIP, flags: 0, status };
        let fail = error.map(|_| (0, 0));
        let mut wanted: Vec<_> = fail.into_iter().collect();
        wanted.push((TOC, FIP));
        let (segment, record) = (Vec::new(), Vec::new());
        let step = Step::Idle;
        Self { wanted, training, request, step, segment, record, error, whole, max_packet }
    }

    /// Whether a control request may come now.
    pub(super) fn is_idle(&self) -> bool {
        matches!(self.step, Step::Idle)
    }

    /// GET_AMLC.
    pub(super) fn ask(&mut self, outbox: &mut Outbox) -> Progress {
        if !self.is_idle() {
            return Progress::Deaf("it was asked what it wants before it had what it wanted");
        }
        match self.wanted.last() {
            Some(&(0, 0)) => {
                self.request.status = AmlcStatus::Failed(self.error.unwrap_or(BAD_SUM))
            }
            Some(&(size, offset)) => (self.request.size, self.request.offset) = (size, offset),
            None => self.request.status = AmlcStatus::Done,
        }
        outbox.push(self.request.to_bytes().to_vec());
        self.step = Step::Verdict;
        Progress::Going
    }

    /// WRITE_AMLC: a piece of the segment in order, or the record with its sum once it is there.
    pub(super) fn announce(&mut self, sector: u16, last: u16) -> Progress {
        if !matches!(self.step, Step::Segment) {
            return Progress::Deaf("a piece was announced that it did not ask for");
        }
        let length = usize::from(last) + 1;
        let whole = self.segment.len() == self.request.size as usize;
        let place = if whole { self.request.offset as usize } else { self.segment.len() };
        let most = self.request.size as usize - self.segment.len();
        let fits = if whole { length == RECORD } else { length <= most };
        if usize::from(sector) != place / RECORD || !fits {
            return Progress::Deaf("a piece was announced that is not the next one");
        }
        self.step = Step::Piece(length, whole);
        Progress::Going
    }

    pub(super) fn take(&mut self, packets: &[u8], outbox: &mut Outbox) -> (Took, Progress) {
        if !outbox.is_empty() {
            return (Took::Nak, Progress::Going);
        }
        match self.step {
            Step::Verdict => (Took::Bytes(packets.len()), self.verdict(packets)),
            Step::Piece(left, sum) => self.piece(packets, left, sum, outbox),
            Step::Idle | Step::Segment => (Took::Nak, Progress::Going),
        }
    }

    fn verdict(&mut self, bytes: &[u8]) -> Progress {
        match (Verdict::from_bytes(bytes), self.request.status) {
            (Ok(Verdict::Okay), AmlcStatus::Wanted) => {
                self.segment.clear();
                self.step = Step::Segment;
                Progress::Going
            }
            (Ok(Verdict::Okay), AmlcStatus::Done) => Progress::Done,
            (_, AmlcStatus::Failed(_)) => Progress::Deaf("it has told of its failure"),
            (Ok(Verdict::Fail), _) => Progress::Deaf("the host refused a segment"),
            (Err(_), _) => Progress::Deaf("the host's answer is neither OKAY nor FAIL"),
        }
    }

    fn piece(
        &mut self,
        packets: &[u8],
        left: usize,
        sum: bool,
        outbox: &mut Outbox,
    ) -> (Took, Progress) {
        let length = packets.len().min(left);
        let into = if sum { &mut self.record } else { &mut self.segment };
        into.extend_from_slice(&packets[..length]);
        let took = Took::Bytes(length);
        if length < packets.len() && !length.is_multiple_of(self.max_packet) {
            return (took, Progress::Deaf("more came than was announced"));
        }
        if length < left {
            self.step = Step::Piece(left - length, sum);
            let early = !length.is_multiple_of(self.max_packet) || length == 0;
            let progress =
                if early { Progress::Deaf("a piece broke off") } else { Progress::Going };
            return (took, progress);
        }
        outbox.push(Verdict::Okay.to_bytes().to_vec());
        self.step = Step::Segment;
        if sum {
            let record = core::mem::take(&mut self.record);
            return (took, self.summed(&record));
        }
        (took, Progress::Going)
    }

    fn summed(&mut self, record: &[u8]) -> Progress {
        let Ok(amls) = Amls::from_bytes(record) else {
            return Progress::Deaf("there is no record after the segment");
        };
        self.step = Step::Idle;
        self.request.sequence += 1;
        if amls.sum != addsum(&self.segment) {
            self.fail(BAD_SUM);
        } else {
            self.wanted.pop();
            self.plan();
        }
        Progress::Going
    }

    /// After the first segment it is known what else there is.
    fn plan(&mut self) {
        if self.request.sequence != 1 || !self.wanted.is_empty() {
            return;
        }
        let Some(end) = fip_end(&self.segment).or(self.whole) else { return self.fail(NO_FIP) };
        let behind = FIP + TOC;
        self.wanted = vec![(end.saturating_sub(behind), behind), (TOC, FIP)];
        if let Training::Pieces(pieces) = self.training {
            self.wanted.extend(pieces.iter().rev());
        }
    }

    fn fail(&mut self, code: u8) {
        self.error = Some(code);
        self.wanted = vec![(0, 0)];
    }
}

/// Where the file ends, as the table of contents tells: after the last of its images.
fn fip_end(segment: &[u8]) -> Option<u32> {
    let toc = segment.get(0x10..)?;
    if le32(toc, 0) != TOC_MAGIC {
        return None;
    }
    let entries = toc.get(16..)?.chunks_exact(40).take_while(|entry| entry[..16] != [0; 16]);
    let ends = entries.map(|entry| le64(entry, 16).saturating_add(le64(entry, 24)));
    u32::try_from(ends.max()?).ok()?.checked_add(FIP)
}
