//! Any packets and times at all against the sending of a file, from a source that is not always ready, and against the
//! receiving of one. A step is a byte that
//! says what happens, one that says how much, and the bytes themselves.
#![no_main]

use std::time::Duration;

use tftp::{
    receiver::{self, Receiver},
    server::{Event, Limits, Pull, Source, Transfer},
    wire::{Options, Packet},
};

/// A source of this many bytes, which pauses at every other call.
struct Slow(usize, bool);

impl Source for Slow {
    fn read(&mut self, buf: &mut [u8]) -> Pull {
        self.1 = !self.1;
        let count = buf.len().min(self.0);
        self.0 -= count;
        match count {
            _ if self.1 => {
                self.0 += count;
                Pull::Later
            }
            0 => Pull::End,
            count => Pull::Bytes(count),
        }
    }
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut transfer = Transfer::new(Limits::ETHERNET, Some(100_000));
    let (mut receiver, mut got) = (Receiver::new(receiver::Limits::ethernet(1000)), Vec::new());
    let (mut source, mut now, mut rest) = (Slow(100_000, true), Duration::ZERO, bytes);
    while let Some((&[what, much], more)) = rest.split_first_chunk() {
        let (said, after) = more.split_at(more.len().min(usize::from(much)));
        rest = after;
        let options = match Packet::parse(said) {
            Ok(Packet::Read(request) | Packet::Write(request)) => request.options,
            Ok(Packet::Options(options)) => options,
            _ => Options::default(),
        };
        let event = match what % 8 {
            0 | 1 => Event::Request { options: &options, anew: what % 8 == 1 },
            2 => Event::Time,
            3 => Event::Unreachable,
            _ => Event::Packet(said),
        };
        now += Duration::from_millis(u64::from(what) * u64::from(much));
        receiver.on(event, now, &mut got);
        receiver.transmitted();
        assert!(got.len() <= 1000 && receiver.received().bytes == got.len() as u64);
        transfer.on(event, now, &mut source);
        // No event leads to more packets than a window and an answer.
        let mut count = 0;
        while transfer.transmit().is_some_and(|packet| packet.len() <= 1472) {
            transfer.transmitted();
            count += 1;
        }
        assert!(count <= 65 && transfer.transmit().is_none());
    }
});
