//! The piece of a job that came last, put where it goes while the next one is on the bus.

use alloc::vec::Vec;
use core::time::Duration;

use link::{IoError, Sink, StepId, Watch};

/// Hands pieces on to a sink. As a [`Watch`] of the exchange that brings one piece, it hands on the one before meanwhile:
/// twice as fast as transfers end, so that it is through when the last ones are still in flight.
pub(super) struct Behind<'s> {
    sink: &'s mut dyn Sink,
    watch: &'s mut dyn Watch,
    piece: Vec<u8>,
    /// Bytes of it that the sink has.
    done: usize,
    spare: Vec<u8>,
    failed: Option<IoError>,
}

impl<'s> Behind<'s> {
    /// Hands on to `sink`.
    pub(super) fn new(sink: &'s mut dyn Sink, watch: &'s mut dyn Watch) -> Self {
        let (piece, spare) = (Vec::new(), Vec::new());
        Self { sink, watch, piece, done: 0, spare, failed: None }
    }

    /// Memory for a piece, which was used before.
    pub(super) fn spare(&mut self) -> Vec<u8> {
        core::mem::take(&mut self.spare)
    }

    /// Takes a piece, once the sink has all of the one before.
    pub(super) fn take(&mut self, piece: Vec<u8>) -> Result<(), IoError> {
        self.end()?;
        self.spare = core::mem::replace(&mut self.piece, piece);
        self.done = 0;
        Ok(())
    }

    /// Hands on all that is left.
    pub(super) fn end(&mut self) -> Result<(), IoError> {
        self.hand_on(usize::MAX);
        self.failed.take().map_or(Ok(()), Err)
    }

    fn hand_on(&mut self, most: usize) {
        let rest = &self.piece[self.done..];
        let some = &rest[..rest.len().min(most)];
        if self.failed.is_none() && !some.is_empty() {
            self.done += some.len();
            self.failed = self.sink.write(some).err();
        }
    }
}

impl Watch for Behind<'_> {
    fn step(&mut self, id: StepId, label: &str, bytes: u64) {
        self.watch.step(id, label, bytes);
    }

    fn advance(&mut self, bytes: u64) {
        self.watch.advance(bytes);
        // Above what memory has there is nothing to hand on.
        self.hand_on(usize::try_from(bytes).unwrap_or(usize::MAX).saturating_mul(2));
    }

    fn note(&mut self, text: &str) {
        self.watch.note(text);
    }

    fn wait(&mut self, what: &str, limit: Duration) {
        self.watch.wait(what, limit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::{
        format,
        string::{String, ToString},
        vec,
    };

    /// Takes pieces until one is too many.
    struct Disk {
        taken: Vec<Vec<u8>>,
        room: usize,
    }

    impl Sink for Disk {
        fn write(&mut self, bytes: &[u8]) -> Result<(), IoError> {
            self.taken.push(bytes.to_vec());
            if self.taken.len() > self.room { Err("no space left".into()) } else { Ok(()) }
        }
    }

    #[derive(Default)]
    struct Told(Vec<String>);

    impl Watch for Told {
        fn step(&mut self, id: StepId, label: &str, bytes: u64) {
            self.0.push(format!("step {id} {label} {bytes}"));
        }
        fn advance(&mut self, bytes: u64) {
            self.0.push(format!("advance {bytes}"));
        }
        fn note(&mut self, text: &str) {
            self.0.push(format!("note {text}"));
        }
    }

    #[test]
    fn a_piece_is_handed_on_twice_as_fast_as_the_next_one_comes() {
        let (mut disk, mut told) = (Disk { taken: vec![], room: 9 }, Told::default());
        let mut behind = Behind::new(&mut disk, &mut told);
        behind.advance(5);
        behind.take((0..10).collect()).expect("there is room");
        behind.advance(3);
        behind.advance(1);
        behind.take(vec![10, 11]).expect("there is room");
        assert_eq!(behind.spare().len(), 10, "its memory is used again");
        behind.end().expect("there is room");
        behind.advance(5);
        behind.end().expect("there is nothing left");
        let taken: [&[u8]; 4] = [&[0, 1, 2, 3, 4, 5], &[6, 7], &[8, 9], &[10, 11]];
        assert_eq!(disk.taken, taken);
    }

    #[test]
    fn after_a_failure_the_sink_is_left_alone_and_the_failure_is_told_once() {
        let (mut disk, mut told) = (Disk { taken: vec![], room: 1 }, Told::default());
        let mut behind = Behind::new(&mut disk, &mut told);
        behind.take((0..10).collect()).expect("nothing was handed on yet");
        for _ in 0..4 {
            behind.advance(1);
        }
        assert!(behind.end().expect_err("it failed").to_string().contains("no space"));
        assert_eq!(disk.taken, [[0, 1], [2, 3]]);
    }

    #[test]
    fn what_the_exchange_tells_is_passed_on() {
        let (mut disk, mut told) = (Disk { taken: vec![], room: 9 }, Told::default());
        let mut behind = Behind::new(&mut disk, &mut told);
        behind.step(StepId::READ, "disk", 7);
        behind.advance(7);
        behind.note("odd");
        assert_eq!(told.0, ["step read disk 7", "advance 7", "note odd"]);
    }
}
