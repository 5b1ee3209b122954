//! Files of several members, where a crate knows one at a time; and what may follow the last.

use std::{
    io::{self, BufRead, Read},
    sync::{Arc, OnceLock},
};

use flate2::bufread::GzDecoder;
use lzma_rust2::{Action, LzipStream, LzmaStream, Status, StreamResult};
use ruzstd::decoding::{
    BlockDecodingStrategy, FrameDecoder,
    errors::{FrameDecoderError, ReadFrameHeaderError},
};

/// The most that is read of what follows the last gzip member: OpenWrt's metadata are some kilobytes.
const TRAILERS: u64 = 1 << 20;

/// What follows the last gzip member, and is left out; in bytes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Rest {
    /// Metadata that OpenWrt's build appends.
    OpenWrt(u64),
    /// It is unknown.
    Other(u64),
}

/// Where it is told; known at the end.
#[derive(Clone, Debug, Default)]
pub(super) struct LeftOut {
    pub(super) rest: Arc<OnceLock<Rest>>,
    /// Anything unknown is an error: it could not be reported in time.
    pub(super) only_known: bool,
}

/// gzip's members, one after the other. Zeros after the last are padding, as on tapes; gzip's own tool says nothing of
/// them either. What else follows is left out as that tool does, and told in `left_out`: OpenWrt's metadata, a signature. What
/// could be a damaged member is an error: without it the image would be cut short.
pub(super) struct Gzip<R> {
    member: Option<GzDecoder<R>>,
    left_out: LeftOut,
}

impl<R: BufRead> Gzip<R> {
    pub(super) fn new(file: R, left_out: LeftOut) -> Self {
        Self { member: Some(GzDecoder::new(file)), left_out }
    }

    fn next_member(&self, mut file: R) -> io::Result<Option<GzDecoder<R>>> {
        match file.fill_buf()?.first() {
            Some(0x1f) => Ok(Some(GzDecoder::new(file))),
            None => Ok(None),
            Some(_) => self.end(file).map(|()| None),
        }
    }

    /// What follows the last member is padding, or left out; or there is too much of it, or it looks like a member.
    fn end(&self, mut file: R) -> io::Result<()> {
        let mut rest = Vec::new();
        (&mut file).take(TRAILERS).read_to_end(&mut rest)?;
        let (all, length) = (at_end(&mut file)?, rest.len() as u64);
        let left_out = match rest.first() {
            _ if all && is_openwrt(&rest) => Rest::OpenWrt(length),
            Some(0) if !all || rest.iter().all(|byte| *byte == 0) => {
                return only_zeros(io::Cursor::new(rest).chain(file));
            }
            _ if all && !self.left_out.only_known && !like_a_member(&rest) => Rest::Other(length),
            _ => return Err(invalid("what follows the last gzip member is no gzip data")),
        };
        // It ends once.
        let _ = self.left_out.rest.set(left_out);
        Ok(())
    }
}

impl<R: BufRead> Read for Gzip<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        while let Some(mut member) = self.member.take() {
            let length = member.read(buf)?;
            if length > 0 || buf.is_empty() {
                self.member = Some(member);
                return Ok(length);
            }
            self.member = self.next_member(member.into_inner())?;
        }
        Ok(0)
    }
}

/// Whether a file ends here.
fn at_end(file: &mut impl BufRead) -> io::Result<bool> {
    Ok(file.fill_buf()?.is_empty())
}

fn only_zeros(mut file: impl BufRead) -> io::Result<()> {
    while !at_end(&mut file)? {
        let piece = file.fill_buf()?;
        if piece.iter().any(|&byte| byte != 0) {
            return Err(invalid("zeros and other bytes follow the last gzip member"));
        }
        let length = piece.len();
        file.consume(length);
    }
    Ok(())
}

/// Whether bytes may be a member whose first byte is damaged, or have one in them.
fn like_a_member(bytes: &[u8]) -> bool {
    bytes.get(1..3) == Some(&[0x8b, 8]) || bytes.windows(3).any(|three| three == [0x1f, 0x8b, 8])
}

/// Whether bytes are what OpenWrt's build appends to an image: blocks, each of which ends with a trailer of 16 bytes that
/// has the block's length. (`fwtool`'s `fwimage.h`, read as facts.)
fn is_openwrt(mut bytes: &[u8]) -> bool {
    const TRAILER: usize = 16;
    while let Some((_, trailer)) = bytes.split_last_chunk::<TRAILER>() {
        let [b'F', b'W', b'x', b'0', .., a, b, c, d] = *trailer else { return false };
        let length = u32::from_be_bytes([a, b, c, d]) as usize;
        match bytes.len().checked_sub(length).filter(|_| length >= TRAILER) {
            Some(0) => return true,
            Some(rest) => bytes = &bytes[..rest],
            None => return false,
        }
    }
    false
}

/// What takes bytes and gives bytes, and knows where its data end.
pub(super) trait Process {
    fn process(
        &mut self,
        input: &[u8],
        output: &mut [u8],
        action: Action,
    ) -> io::Result<StreamResult>;
    /// Bytes that were taken, and are after the end.
    fn unused(&self) -> &[u8];
}

impl Process for LzmaStream {
    fn process(
        &mut self,
        input: &[u8],
        output: &mut [u8],
        action: Action,
    ) -> io::Result<StreamResult> {
        self.process(input, output, action)
    }

    fn unused(&self) -> &[u8] {
        self.unused_input()
    }
}

impl Process for LzipStream {
    fn process(
        &mut self,
        input: &[u8],
        output: &mut [u8],
        action: Action,
    ) -> io::Result<StreamResult> {
        self.process(input, output, action)
    }

    fn unused(&self) -> &[u8] {
        self.unused_input()
    }
}

/// A file that such a process unpacks, and that ends where its data do.
pub(super) struct Processed<R, P> {
    file: R,
    process: P,
    over: bool,
}

impl<R: BufRead, P: Process> Processed<R, P> {
    pub(super) fn new(file: R, process: P) -> Self {
        Self { file, process, over: false }
    }
}

impl<R: BufRead, P: Process> Read for Processed<R, P> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        while !self.over && !buf.is_empty() {
            let input = self.file.fill_buf()?;
            let ended = input.is_empty();
            let action = if ended { Action::Finish } else { Action::Run };
            let done = self.process.process(input, buf, action)?;
            self.file.consume(done.bytes_consumed);
            self.over = done.status == Status::StreamEnd;
            if done.bytes_produced > 0 {
                return Ok(done.bytes_produced);
            }
            if ended && !self.over {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        let more = !self.process.unused().is_empty() || !at_end(&mut self.file)?;
        if self.over && more {
            return Err(invalid("other bytes follow the data"));
        }
        Ok(0)
    }
}

/// zlib's data, which end where the file does.
pub(super) struct Zlib<R>(flate2::bufread::ZlibDecoder<R>);

impl<R: BufRead> Zlib<R> {
    pub(super) fn new(file: R) -> Self {
        Self(flate2::bufread::ZlibDecoder::new(file))
    }
}

impl<R: BufRead> Read for Zlib<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let length = self.0.read(buf)?;
        if length == 0 && !buf.is_empty() && !at_end(self.0.get_mut())? {
            return Err(invalid("other bytes follow the data"));
        }
        Ok(length)
    }
}

/// zstd's frames, one after the other, each with its checksum where it has one.
pub(super) struct Zstd<R> {
    file: R,
    decoder: FrameDecoder,
    inside: bool,
    /// Bytes of the frame that its header tells, where it does, and that were given.
    told: Option<u64>,
    given: u64,
}

impl<R: BufRead> Zstd<R> {
    pub(super) fn new(file: R, window: u64) -> Self {
        let mut decoder = FrameDecoder::new();
        decoder.set_max_window_size(window);
        Self { file, decoder, inside: false, told: None, given: 0 }
    }

    /// Goes into the next frame; `false` at the end of the file.
    fn enter(&mut self) -> io::Result<bool> {
        loop {
            if at_end(&mut self.file)? {
                return Ok(false);
            }
            let mut header = Copying { file: &mut self.file, copy: Vec::new() };
            match self.decoder.reset(&mut header) {
                Ok(()) => {
                    (self.told, self.given) = (content_size(&header.copy), 0);
                    return Ok(true);
                }
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame {
                    length,
                    ..
                })) => {
                    let skipped =
                        io::copy(&mut (&mut self.file).take(length.into()), &mut io::sink())?;
                    if skipped < length.into() {
                        return Err(io::ErrorKind::UnexpectedEof.into());
                    }
                }
                Err(error @ FrameDecoderError::WindowSizeTooBig { .. }) => {
                    return Err(io::Error::new(io::ErrorKind::OutOfMemory, error));
                }
                Err(error) => return Err(io::Error::other(error)),
            }
        }
    }

    fn leave(&mut self) -> io::Result<()> {
        self.inside = false;
        if self.told.is_some_and(|told| told != self.given) {
            return Err(invalid("a zstd frame is not as long as its header says"));
        }
        match self.decoder.get_checksum_from_data() {
            Some(told) if self.decoder.get_calculated_checksum() != Some(told) => {
                Err(invalid("the checksum of a zstd frame does not hold"))
            }
            _ => Ok(()),
        }
    }
}

impl<R: BufRead> Read for Zstd<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        loop {
            if !self.inside {
                self.inside = self.enter()?;
                if !self.inside {
                    return Ok(0);
                }
            }
            while self.decoder.can_collect() == 0 && !self.decoder.is_finished() {
                let one = BlockDecodingStrategy::UptoBlocks(1);
                self.decoder.decode_blocks(&mut self.file, one).map_err(io::Error::other)?;
            }
            let length = self.decoder.read(buf)?;
            self.given += length as u64;
            // What is more than was told is not handed on.
            if self.told.is_some_and(|told| self.given > told) {
                return Err(invalid("a zstd frame is longer than its header says"));
            }
            if length > 0 || buf.is_empty() {
                return Ok(length);
            }
            self.leave()?;
        }
    }
}

/// A reader that keeps what went through it.
struct Copying<'r, R> {
    file: &'r mut R,
    copy: Vec<u8>,
}

impl<R: Read> Read for Copying<'_, R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let length = self.file.read(buf)?;
        self.copy.extend_from_slice(&buf[..length]);
        Ok(length)
    }
}

/// The length of a frame's content, the last field of its header (RFC 8878, 3.1.1.1).
fn content_size(header: &[u8]) -> Option<u64> {
    let descriptor = *header.get(4)?;
    let (bytes, more) = match (descriptor >> 6, descriptor & 0x20) {
        (0, 0) => return None,
        (0, _) => (1, 0),
        (1, _) => (2, 256),
        (2, _) => (4, 0),
        _ => (8, 0),
    };
    let field = header.get(header.len().checked_sub(bytes)?..)?.iter().rev();
    field.fold(0_u64, |value, byte| value << 8 | u64::from(*byte)).checked_add(more)
}

fn invalid(what: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}
