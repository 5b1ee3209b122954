//! Files of several members, where a crate knows one at a time.

use std::io::{self, BufRead, Read};

use flate2::bufread::GzDecoder;
use ruzstd::decoding::{
    BlockDecodingStrategy, FrameDecoder,
    errors::{FrameDecoderError, ReadFrameHeaderError},
};

use super::compression::at_end;

/// gzip's members, one behind the other. Zeros behind the last are padding, as on tapes; gzip's own tool says nothing of
/// them either.
pub(super) struct Gzip<R> {
    member: Option<GzDecoder<R>>,
}

impl<R: BufRead> Gzip<R> {
    pub(super) fn new(file: R) -> Self {
        Self { member: Some(GzDecoder::new(file)) }
    }
}

impl<R: BufRead> Read for Gzip<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        while let Some(member) = &mut self.member {
            let length = member.read(buf)?;
            if length > 0 || buf.is_empty() {
                return Ok(length);
            }
            let ended = self.member.take();
            self.member = ended
                .and_then(|member| next_member(member.into_inner()).transpose())
                .transpose()?;
        }
        Ok(0)
    }
}

fn next_member<R: BufRead>(mut file: R) -> io::Result<Option<GzDecoder<R>>> {
    match file.fill_buf()?.first() {
        Some(0x1f) => return Ok(Some(GzDecoder::new(file))),
        Some(0) => {}
        None => return Ok(None),
        Some(_) => return Err(invalid("what follows the last gzip member is no gzip data")),
    }
    while !at_end(&mut file)? {
        let piece = file.fill_buf()?;
        if piece.iter().any(|&byte| byte != 0) {
            return Err(invalid("zeros and other bytes follow the last gzip member"));
        }
        let length = piece.len();
        file.consume(length);
    }
    Ok(None)
}

/// zstd's frames, one behind the other, each with its checksum where it has one.
pub(super) struct Zstd<R> {
    file: R,
    decoder: FrameDecoder,
    inside: bool,
}

impl<R: BufRead> Zstd<R> {
    pub(super) fn new(file: R, window: u64) -> Self {
        let mut decoder = FrameDecoder::new();
        decoder.set_max_window_size(window);
        Self { file, decoder, inside: false }
    }

    /// Goes into the next frame; `false` at the end of the file.
    fn enter(&mut self) -> io::Result<bool> {
        loop {
            if at_end(&mut self.file)? {
                return Ok(false);
            }
            match self.decoder.reset(&mut self.file) {
                Ok(()) => return Ok(true),
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
            if length > 0 || buf.is_empty() {
                return Ok(length);
            }
            self.leave()?;
        }
    }
}

fn invalid(what: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}
