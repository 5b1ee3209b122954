//! Requests to a disk, several at a time: while it answers one, the kernel has the next.

use std::{
    collections::VecDeque,
    fs::File,
    io,
    os::unix::fs::FileExt,
    sync::{
        Arc,
        mpsc::{Receiver, Sender, channel},
    },
    thread,
};

use sha2::{Digest, Sha256};

use super::Buffer;

/// Requests that are under way at once.
const DEPTH: usize = 4;

/// What became of a request.
#[derive(Debug)]
pub struct Moved {
    /// The first byte on the disk.
    pub at: u64,
    /// What was written, or read.
    pub bytes: Buffer,
    /// The SHA-256 of it.
    pub sum: [u8; 32],
    /// Whether the disk did it.
    pub outcome: io::Result<()>,
}

/// A request: whether it writes, the first byte, and the bytes.
type Request = (bool, u64, Buffer);

/// A thread that carries out one request after the other.
#[derive(Debug)]
struct Lane {
    requests: Sender<Request>,
    done: Receiver<Moved>,
}

/// Requests under way, which come back in their order.
#[derive(Debug)]
pub struct Queue {
    lanes: VecDeque<Lane>,
    under_way: usize,
    free: Vec<Buffer>,
}

impl Queue {
    /// Most bytes of a request.
    pub const MOST: usize = 1 << 20;

    pub(super) fn new(file: &Arc<File>) -> Self {
        let lanes = (0..DEPTH).map(|_| Lane::start(Arc::clone(file))).collect();
        Self { lanes, under_way: 0, free: Vec::new() }
    }

    /// Whether one has to be awaited before the next is begun.
    pub fn is_full(&self) -> bool {
        self.under_way == DEPTH
    }

    /// A buffer of `length` bytes, at most [`MOST`](Self::MOST). Its contents are anything.
    pub fn buffer(&mut self, length: usize) -> Buffer {
        let mut buffer = self.free.pop().unwrap_or_else(|| Buffer::new(Self::MOST));
        buffer.resize(length);
        buffer
    }

    /// Takes a buffer back.
    pub fn put_back(&mut self, buffer: Buffer) {
        self.free.push(buffer);
    }

    /// Begins to write bytes, which are whole sectors, from byte `at` of the disk on. There has to be room in the queue.
    pub fn write(&mut self, at: u64, bytes: Buffer) {
        self.begin((true, at, bytes));
    }

    /// Begins to read as many bytes as the buffer has.
    pub fn read(&mut self, at: u64, bytes: Buffer) {
        self.begin((false, at, bytes));
    }

    fn begin(&mut self, request: Request) {
        assert!(!self.is_full(), "callers wait for room");
        // The lanes take turns, so the oldest request is that of the lane which is next after those that work.
        let lane = &self.lanes[self.under_way];
        lane.requests.send(request).expect("a lane ends only with the queue");
        self.under_way += 1;
    }

    /// Waits for the oldest request; `None`: none is under way.
    pub fn oldest(&mut self) -> Option<Moved> {
        if self.under_way == 0 {
            return None;
        }
        let done = self.lanes[0].done.recv().expect("a lane answers every request");
        self.lanes.rotate_left(1);
        self.under_way -= 1;
        Some(done)
    }
}

impl Lane {
    fn start(file: Arc<File>) -> Self {
        let (requests, received) = channel::<Request>();
        let (answers, done) = channel();
        thread::spawn(move || {
            for request in received {
                if answers.send(carry_out(&file, request)).is_err() {
                    return;
                }
            }
        });
        Self { requests, done }
    }
}

fn carry_out(file: &File, (writes, at, mut bytes): Request) -> Moved {
    let outcome = match writes {
        true => file.write_all_at(&bytes, at),
        false => file.read_exact_at(&mut bytes, at),
    };
    let sum = Sha256::digest(&*bytes).into();
    Moved { at, bytes, sum, outcome }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_come_back_in_their_order_and_are_done() {
        let file = Arc::new(tempfile::tempfile().expect("a temporary file"));
        let mut queue = Queue::new(&file);
        for round in 0..10u64 {
            while queue.is_full() {
                let done = queue.oldest().expect("it is full");
                done.outcome.expect("it was written");
                queue.put_back(done.bytes);
            }
            let mut bytes = queue.buffer(512);
            bytes.fill(round as u8);
            queue.write(round * 512, bytes);
        }
        let ends: Vec<u64> = std::iter::from_fn(|| queue.oldest()).map(|done| done.at).collect();
        assert_eq!(ends, [6 * 512, 7 * 512, 8 * 512, 9 * 512]);
        let bytes = queue.buffer(512);
        queue.read(7 * 512, bytes);
        let done = queue.oldest().expect("one is under way");
        assert!(done.outcome.is_ok() && done.bytes.iter().all(|byte| *byte == 7));
        assert_eq!(done.sum, <[u8; 32]>::from(Sha256::digest([7; 512])));
        let past = queue.buffer(512);
        queue.read(10 * 512, past);
        assert!(queue.oldest().is_some_and(|done| done.outcome.is_err()));
        assert!(queue.oldest().is_none());
    }
}
