//! Pieces that are read and unpacked while the ones before them are on their way to a board.

use std::{
    collections::VecDeque,
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, channel, sync_channel},
    thread,
    time::Duration,
};

use super::{Content, Image, PIECE, Pieces};
use crate::{failure::Problem, transport::Stop};

/// Pieces that wait to be taken beside the one that is full: none. So there are two buffers, one that is being filled and
/// one in use, and a third where pieces are joined.
const WAITING: usize = 0;
/// How often a wish to stop is looked for while nothing comes.
const LOOK: Duration = Duration::from_millis(100);

/// Data of an image that belong together, and their place in it. Holes are what is between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The place of the first byte.
    pub offset: u64,
    /// At most [`PIECE`] bytes.
    pub data: Vec<u8>,
}

/// What the thread sends.
enum Word {
    Run(Run),
    /// The image is over, and so long.
    End(u64),
    Broken(Problem),
}

/// The data of an image, read ahead by a thread.
pub struct Ahead {
    words: Receiver<Word>,
    empty: Sender<Vec<u8>>,
    length: Option<u64>,
    /// What was looked at and is handed out again.
    again: VecDeque<Run>,
}

impl Image {
    /// Streams the image's data from its beginning; stdin can be streamed once.
    pub fn ahead(&mut self) -> Result<Ahead, Problem> {
        let pieces = self.pieces()?;
        let (to, words) = sync_channel(WAITING);
        let (empty, back) = channel();
        thread::spawn(move || read(pieces, &to, &back));
        Ok(Ahead { words, empty, length: None, again: VecDeque::new() })
    }
}

impl Ahead {
    /// The next data; `None` at the end of a sound image.
    pub fn next(&mut self, stop: &Stop) -> Result<Option<Run>, Problem> {
        if let Some(run) = self.again.pop_front() {
            return Ok(Some(run));
        }
        // The end was seen while the image was read ahead.
        if self.length.is_some() {
            return Ok(None);
        }
        loop {
            return match self.words.recv_timeout(LOOK) {
                Ok(Word::Run(run)) => Ok(Some(run)),
                Ok(Word::End(length)) => {
                    self.length = Some(length);
                    Ok(None)
                }
                Ok(Word::Broken(problem)) => Err(problem),
                Err(RecvTimeoutError::Timeout) if !stop.asked() => continue,
                Err(RecvTimeoutError::Timeout) => Err(Problem::Interrupted),
                Err(RecvTimeoutError::Disconnected) => {
                    Err(Problem::BadInput("the image was read to its end before".into()))
                }
            };
        }
    }

    /// Has these come again, in their order: they were only looked at.
    pub fn put_back(&mut self, runs: Vec<Run>) {
        self.again.extend(runs);
    }

    /// Gives a buffer back, to be filled again.
    pub fn done(&self, run: Run) {
        // A thread that has ended needs none.
        let _ = self.empty.send(run.data);
    }

    /// Bytes of the whole image, holes included; known at its end.
    pub fn length(&self) -> Option<u64> {
        self.length
    }
}

/// The thread: ends with the image, or when no more is taken.
fn read(mut pieces: Pieces, to: &SyncSender<Word>, back: &Receiver<Vec<u8>>) {
    let last = match join(&mut pieces, to, back) {
        Ok(()) => Word::End(pieces.offset()),
        Err(problem) => Word::Broken(problem),
    };
    let _ = to.send(last);
}

/// Sends all data; pieces that follow each other without a hole go together as far as there is room.
fn join(
    pieces: &mut Pieces,
    to: &SyncSender<Word>,
    back: &Receiver<Vec<u8>>,
) -> Result<(), Problem> {
    let mut run = Run { offset: 0, data: Vec::new() };
    while let Some(piece) = pieces.next()? {
        let Content::Data(mut bytes) = piece.content else { continue };
        let mut offset = piece.offset;
        if run.data.is_empty() && bytes.len() == PIECE {
            // Nothing to join it with: the buffer itself goes on.
            let data = pieces.swap(buffer(back));
            if to.send(Word::Run(Run { offset, data })).is_err() {
                return Ok(());
            }
            continue;
        }
        while !bytes.is_empty() {
            let follows = offset == run.offset + run.data.len() as u64;
            let room = if follows || run.data.is_empty() { PIECE - run.data.len() } else { 0 };
            if room == 0 {
                let full = std::mem::replace(&mut run, Run { offset, data: Vec::new() });
                if to.send(Word::Run(full)).is_err() {
                    return Ok(());
                }
                continue;
            }
            if run.data.is_empty() {
                run = Run { offset, data: buffer(back) };
                run.data.clear();
            }
            let (now, rest) = bytes.split_at(room.min(bytes.len()));
            run.data.extend_from_slice(now);
            offset += now.len() as u64;
            bytes = rest;
        }
    }
    if !run.data.is_empty() {
        let _ = to.send(Word::Run(run));
    }
    Ok(())
}

/// A buffer, with whatever is left in it.
fn buffer(back: &Receiver<Vec<u8>>) -> Vec<u8> {
    back.try_recv().unwrap_or_else(|_| Vec::with_capacity(PIECE))
}
