//! The piece of a job that came last, put where it goes while the next one is on the bus.

use alloc::vec::Vec;
use core::time::Duration;

use link::{IoError, Sink, StepId, Watch};

/// Hands pieces on to a sink. As a [`Watch`] of the exchange that brings one piece, it hands on the one before meanwhile.
pub(super) struct Behind<'s> {
    sink: &'s mut dyn Sink,
    watch: &'s mut dyn Watch,
    /// What the sink does not have yet.
    piece: Vec<u8>,
    spare: Vec<u8>,
    failed: Option<IoError>,
}

impl<'s> Behind<'s> {
    /// Hands on to `sink`.
    pub(super) fn new(sink: &'s mut dyn Sink, watch: &'s mut dyn Watch) -> Self {
        let (piece, spare) = (Vec::new(), Vec::new());
        Self { sink, watch, piece, spare, failed: None }
    }

    /// Memory for a piece, which was used before.
    pub(super) fn spare(&mut self) -> Vec<u8> {
        core::mem::take(&mut self.spare)
    }

    /// Takes a piece, once the sink has all of the one before.
    pub(super) fn take(&mut self, piece: Vec<u8>) -> Result<(), IoError> {
        self.end()?;
        self.spare = core::mem::replace(&mut self.piece, piece);
        Ok(())
    }

    /// Hands on all that is left.
    pub(super) fn end(&mut self) -> Result<(), IoError> {
        self.meanwhile();
        self.failed.take().map_or(Ok(()), Err)
    }
}

impl Watch for Behind<'_> {
    fn step(&mut self, id: StepId, label: &str, bytes: u64) {
        self.watch.step(id, label, bytes);
    }

    fn advance(&mut self, bytes: u64) {
        self.watch.advance(bytes);
    }

    fn note(&mut self, text: &str) {
        self.watch.note(text);
    }

    fn wait(&mut self, what: &str, limit: Duration) {
        self.watch.wait(what, limit);
    }

    fn meanwhile(&mut self) {
        if self.failed.is_none() && !self.piece.is_empty() {
            self.failed = self.sink.write(&self.piece).err();
            self.piece.clear();
        }
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
    fn a_piece_is_handed_on_while_the_next_one_comes() {
        let (mut disk, mut told) = (Disk { taken: vec![], room: 9 }, Told::default());
        let mut behind = Behind::new(&mut disk, &mut told);
        behind.meanwhile();
        behind.take((0..10).collect()).expect("there is room");
        behind.meanwhile();
        behind.meanwhile();
        behind.take(vec![10, 11]).expect("there is room");
        assert!(behind.spare().capacity() >= 10, "its memory is used again");
        behind.take(vec![12]).expect("there is room for what had no time before");
        behind.end().expect("there is room");
        behind.end().expect("there is nothing left");
        let taken: [&[u8]; 3] = [&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], &[10, 11], &[12]];
        assert_eq!(disk.taken, taken);
    }

    #[test]
    fn after_a_failure_the_sink_is_left_alone_and_the_failure_is_told_once() {
        let (mut disk, mut told) = (Disk { taken: vec![], room: 0 }, Told::default());
        let mut behind = Behind::new(&mut disk, &mut told);
        behind.take(vec![0, 1]).expect("nothing was handed on yet");
        for _ in 0..4 {
            behind.meanwhile();
        }
        assert!(behind.end().expect_err("it failed").to_string().contains("no space"));
        assert_eq!(disk.taken, [[0, 1]]);
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
