//! As much of the GDB remote protocol as it takes to stand in for a boot ROM: memory, registers, breakpoints, run, stop.

use std::{
    io::{self, BufRead, BufReader, ErrorKind, Read, Write},
    os::unix::net::UnixStream,
    time::Duration,
};

/// The longest that QEMU may think about a request.
const PATIENCE: Duration = Duration::from_secs(10);
/// Bytes of memory in one request: hexadecimal, they fit into QEMU's packets of 4096 bytes.
const PIECE: usize = 2000;
/// Number of the CPSR among QEMU's ARM registers.
pub(super) const CPSR: u8 = 0x19;

/// A debugger's connection.
pub(super) struct Gdb {
    stream: UnixStream,
    answers: BufReader<UnixStream>,
}

impl Gdb {
    /// Makes ready to address physical memory, past the MMU.
    pub(super) fn new(stream: UnixStream) -> io::Result<Self> {
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        let answers = BufReader::new(stream.try_clone()?);
        let mut gdb = Self { stream, answers };
        // QEMU 7.2 refuses the CPSR to debuggers that have not asked which registers there are.
        gdb.ask("qXfer:features:read:target.xml:0,ffb")?;
        gdb.expect_ok("Qqemu.PhyMemMode:1")?;
        Ok(gdb)
    }

    pub(super) fn read(&mut self, address: u32, buf: &mut [u8]) -> io::Result<()> {
        for (index, piece) in buf.chunks_mut(PIECE).enumerate() {
            let at = address.wrapping_add((index * PIECE) as u32);
            let answer = self.ask(&format!("m{at:x},{:x}", piece.len()))?;
            if answer.len() != 2 * piece.len() {
                return Err(refused("a read of memory", &answer));
            }
            for (byte, pair) in piece.iter_mut().zip(answer.as_bytes().chunks_exact(2)) {
                *byte = nibble(pair[0])? << 4 | nibble(pair[1])?;
            }
        }
        Ok(())
    }

    pub(super) fn write(&mut self, address: u32, data: &[u8]) -> io::Result<()> {
        for (index, piece) in data.chunks(PIECE).enumerate() {
            let at = address.wrapping_add((index * PIECE) as u32);
            let mut request = format!("M{at:x},{:x}:", piece.len());
            request.extend(piece.iter().map(|byte| format!("{byte:02x}")));
            self.expect_ok(&request)?;
        }
        Ok(())
    }

    pub(super) fn register(&mut self, number: u8) -> io::Result<u32> {
        let answer = self.ask(&format!("p{number:x}"))?;
        let value = u32::from_str_radix(&answer, 16)
            .map_err(|_| refused("a read of a register", &answer))?;
        Ok(value.swap_bytes())
    }

    pub(super) fn set_register(&mut self, number: u8, value: u32) -> io::Result<()> {
        self.expect_ok(&format!("P{number:x}={:08x}", value.swap_bytes()))
    }

    pub(super) fn breakpoint(&mut self, address: u32) -> io::Result<()> {
        self.expect_ok(&format!("Z0,{address:x},4"))
    }

    /// Lets the processor run.
    pub(super) fn resume(&mut self) -> io::Result<()> {
        self.send("c")
    }

    /// Whether the processor has stopped since it was let run; waits for it as long as `limit`.
    pub(super) fn stopped(&mut self, limit: Option<Duration>) -> io::Result<bool> {
        match limit {
            Some(limit) => self.stream.set_read_timeout(Some(limit))?,
            None => self.stream.set_nonblocking(true)?,
        }
        let first = self.byte();
        self.stream.set_nonblocking(false)?;
        self.stream.set_read_timeout(Some(PATIENCE))?;
        match first {
            // The acknowledgement of the request to run may come late.
            Ok(b'+') => self.stopped(limit),
            Ok(b'$') => self.body().map(|_| true),
            Ok(_) => Err(ErrorKind::InvalidData.into()),
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                Ok(false)
            }
            Err(error) => Err(error),
        }
    }

    fn expect_ok(&mut self, request: &str) -> io::Result<()> {
        match self.ask(request)?.as_str() {
            "OK" => Ok(()),
            answer => Err(refused(&request[..request.len().min(20)], answer)),
        }
    }

    fn ask(&mut self, request: &str) -> io::Result<String> {
        self.send(request)?;
        loop {
            match self.byte()? {
                b'+' => {}
                b'$' => return self.body(),
                _ => return Err(ErrorKind::InvalidData.into()),
            }
        }
    }

    fn send(&mut self, request: &str) -> io::Result<()> {
        let sum = request.bytes().fold(0u8, u8::wrapping_add);
        self.stream.write_all(format!("${request}#{sum:02x}").as_bytes())
    }

    /// The rest of a packet whose `$` has been read; acknowledges it.
    fn body(&mut self) -> io::Result<String> {
        let mut body = Vec::new();
        if self.answers.read_until(b'#', &mut body)? == 0 || body.pop() != Some(b'#') {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        // A local socket loses nothing: the checksum is read over.
        let _sum = [self.byte()?, self.byte()?];
        self.stream.write_all(b"+")?;
        Ok(String::from_utf8_lossy(&body).into_owned())
    }

    fn byte(&mut self) -> io::Result<u8> {
        let mut byte = [0];
        self.answers.read_exact(&mut byte)?;
        Ok(byte[0])
    }
}

fn nibble(digit: u8) -> io::Result<u8> {
    let value = char::from(digit).to_digit(16).ok_or(ErrorKind::InvalidData)?;
    Ok(value as u8)
}

fn refused(what: &str, answer: &str) -> io::Error {
    io::Error::other(format!("QEMU refused {what}: `{answer}`"))
}
