//! Pieces that are read and unpacked while the ones before them are on their way to a board.

use std::{
    sync::{
        Arc,
        mpsc::{Receiver, RecvTimeoutError, Sender, channel, sync_channel},
    },
    thread,
    time::Duration,
};

use super::{Content, Image, PIECE, Pieces};
use crate::{failure::Problem, transport::Stop};

/// Pieces that wait to be taken beside the one that is full: none. So there are two buffers, one that is being filled and
/// one in use, and a third where pieces are joined, or looked at before they are used.
const WAITING: usize = 0;
/// How often a wish to stop is looked for while nothing comes.
pub(super) const LOOK: Duration = Duration::from_millis(100);

/// Data of an image that belong together, and their place in it. Holes are what is between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The place of the first byte.
    pub offset: u64,
    /// At most [`PIECE`] bytes, which several readers of one image may share.
    pub data: Arc<Vec<u8>>,
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
}

impl Image {
    /// Streams the image's data from its beginning; stdin can be streamed once.
    pub fn ahead(&mut self) -> Result<Ahead, Problem> {
        let mut pieces = self.pieces()?;
        let (to, words) = sync_channel(WAITING);
        let (empty, back) = channel();
        // Ends with the image, or when no more is taken.
        thread::spawn(move || {
            let give = |run| to.send(Word::Run(run)).is_ok();
            let last = match join(&mut pieces, give, || back.try_recv().ok()) {
                Ok(()) => Word::End(pieces.offset()),
                Err(problem) => Word::Broken(problem),
            };
            let _ = to.send(last);
        });
        Ok(Ahead { words, empty, length: None })
    }
}

impl Ahead {
    /// The next data; `None` at the end of a sound image.
    pub fn next(&mut self, stop: &Stop) -> Result<Option<Run>, Problem> {
        // Who has seen the end may ask again.
        if self.length.is_some() {
            return Ok(None);
        }
        loop {
            // What is there already needs no clock.
            let word = self.words.try_recv().or_else(|_| self.words.recv_timeout(LOOK));
            return match word {
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

    /// Gives a buffer back, to be filled again.
    pub fn done(&self, run: Run) {
        if let Ok(buffer) = Arc::try_unwrap(run.data) {
            // A thread that has ended needs none.
            let _ = self.empty.send(buffer);
        }
    }

    /// Bytes of the whole image, holes included; known at its end.
    pub fn length(&self) -> Option<u64> {
        self.length
    }
}

/// Gives all data on, as long as `give` says that more is wanted; pieces that follow each other without a hole go together as
/// far as there is room. `used` has buffers that may be filled again.
pub(super) fn join(
    pieces: &mut Pieces,
    mut give: impl FnMut(Run) -> bool,
    mut used: impl FnMut() -> Option<Vec<u8>>,
) -> Result<(), Problem> {
    let mut buffer = || used().unwrap_or_else(|| Vec::with_capacity(PIECE));
    let mut give = |offset, data| give(Run { offset, data: Arc::new(data) });
    let (mut start, mut data) = (0, Vec::new());
    while let Some(piece) = pieces.next()? {
        let Content::Data(mut bytes) = piece.content else { continue };
        let mut offset = piece.offset;
        if data.is_empty() && bytes.len() == PIECE {
            // Nothing to join it with: the buffer itself goes on. When it is taken, the one before it has come back.
            if !give(offset, pieces.take()) {
                return Ok(());
            }
            pieces.refill(buffer());
            continue;
        }
        while !bytes.is_empty() {
            let follows = offset == start + data.len() as u64;
            let room = if follows || data.is_empty() { PIECE - data.len() } else { 0 };
            if room == 0 {
                if !give(start, std::mem::take(&mut data)) {
                    return Ok(());
                }
                continue;
            }
            if data.is_empty() {
                (start, data) = (offset, buffer());
                data.clear();
            }
            let (now, rest) = bytes.split_at(room.min(bytes.len()));
            data.extend_from_slice(now);
            offset += now.len() as u64;
            bytes = rest;
        }
    }
    if !data.is_empty() {
        give(start, data);
    }
    Ok(())
}
