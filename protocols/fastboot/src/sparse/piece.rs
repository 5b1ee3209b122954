//! An image in pieces.

use alloc::vec::Vec;
use core::ops::{Deref, Range};

use super::{
    Error, LIMIT_LEAST, Plan, Run,
    build::Build,
    units::{Unit, Units},
};

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// All of the image, byte for byte.
    Raw,
    /// A sparse image that skips what the other pieces write.
    Sparse,
}

/// What is downloaded at once, and written by one command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What is sent.
    pub bytes: Vec<u8>,
    /// What it is.
    pub form: Form,
    /// Bytes of the image, from the first that it writes to the last.
    pub range: Range<u64>,
    /// Bytes of storage that it writes, with the padding.
    pub written: u64,
    /// Zeros that are written after the image's end to fill its last block, in bytes.
    pub padding: u64,
}

/// Cuts an image into pieces. Nothing is read but what the next piece needs; one piece is in memory, and what is left of a
/// run. The memory of a piece that is done with makes the next one, where it is [given back](Self::reuse).
pub struct Pieces<I, B> {
    plan: Plan,
    units: Units<I, B>,
    begun: bool,
    failed: bool,
    /// The block that comes next.
    at: u64,
    /// What did not fit into the piece before.
    held: Option<Unit>,
    /// Memory for the next piece.
    spare: Vec<u8>,
}

impl<I: Iterator<Item = Run<B>>, B: Deref<Target: AsRef<[u8]>>> Pieces<I, B> {
    /// Cuts the image that these runs make up. Nothing is read.
    ///
    /// # Errors
    /// When the image is empty or has too many blocks, as far as its length is known, or the plan's block is none.
    pub fn new(runs: I, plan: Plan) -> Result<Self, Error> {
        if !plan.block.is_power_of_two() || plan.block < 512 {
            return Err(Error::Block(plan.block));
        }
        match plan.length {
            Some(0) => return Err(Error::Empty),
            Some(length) if length.div_ceil(plan.block.into()) > u32::MAX.into() => {
                return Err(Error::Large);
            }
            _ => {}
        }
        let units = Units::new(runs, &plan);
        Ok(Self { plan, units, begun: false, failed: false, at: 0, held: None, spare: Vec::new() })
    }

    /// Takes the bytes of a piece that is done with, whatever they are: their memory makes the next one.
    pub fn reuse(&mut self, bytes: Vec<u8>) {
        self.spare = bytes;
    }

    /// The memory that was given back last.
    pub fn into_spare(self) -> Vec<u8> {
        self.spare
    }

    fn piece(&mut self) -> Result<Option<Piece>, Error> {
        if !core::mem::replace(&mut self.begun, true)
            && let Some(piece) = self.begin()?
        {
            return Ok(Some(piece));
        }
        let total = self.plan.length.map(|length| length.div_ceil(self.plan.block.into()));
        let mut build = Build::new(&self.plan, self.at, total, core::mem::take(&mut self.spare));
        while let Some(unit) = self.unit()? {
            let taken = build.accept(unit, self.units.data());
            self.held = rest(unit, taken);
            if self.held.is_some() {
                break;
            }
        }
        self.at = build.end();
        match (build.is_empty(), self.held) {
            (false, _) => Ok(Some(self.finish(build))),
            (true, None) => {
                self.spare = build.into_memory();
                Ok(None)
            }
            (true, Some(_)) => Err(Error::Limit(self.plan.limit)),
        }
    }

    /// The whole image, where it is no longer than the limit.
    fn begin(&mut self) -> Result<Option<Piece>, Error> {
        let limit = u64::from(self.plan.limit);
        if self.plan.raw
            && self.plan.length.is_none_or(|length| length <= limit)
            && let Some(bytes) = self.units.blocks.whole(limit)?
        {
            if bytes.is_empty() {
                return Err(Error::Empty);
            }
            self.at = (bytes.len() as u64).div_ceil(self.plan.block.into());
            let length = bytes.len() as u64;
            return Ok(Some(Piece {
                bytes,
                form: Form::Raw,
                range: 0..length,
                written: length,
                padding: 0,
            }));
        }
        if self.plan.limit < LIMIT_LEAST {
            return Err(Error::Limit(self.plan.limit));
        }
        Ok(None)
    }

    fn unit(&mut self) -> Result<Option<Unit>, Error> {
        match self.held.take() {
            Some(unit) => Ok(Some(unit)),
            None => self.units.next(),
        }
    }

    fn finish(&self, build: Build) -> Piece {
        let block = u64::from(self.plan.block);
        let (bytes, (start, end), written) = build.finish();
        let end = end * block;
        let image = self.units.blocks.length().map_or(end, |length| length.min(end));
        Piece {
            bytes,
            form: Form::Sparse,
            range: start * block..image,
            written: written * block,
            padding: end - image,
        }
    }
}

/// What is left of a unit after `taken` of its blocks.
fn rest(unit: Unit, taken: u64) -> Option<Unit> {
    match unit {
        Unit::Data if taken > 0 => None,
        Unit::Data => Some(Unit::Data),
        Unit::Same(word, blocks) => (taken < blocks).then(|| Unit::Same(word, blocks - taken)),
        Unit::Skip(_) => None,
    }
}

impl<I: Iterator<Item = Run<B>>, B: Deref<Target: AsRef<[u8]>>> Iterator for Pieces<I, B> {
    type Item = Result<Piece, Error>;

    /// The next piece. Nothing follows an error.
    fn next(&mut self) -> Option<Self::Item> {
        if self.failed {
            return None;
        }
        let piece = self.piece().transpose();
        self.failed = piece.as_ref().is_some_and(Result::is_err);
        piece
    }
}
