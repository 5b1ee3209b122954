//! A recorded session as text.
//!
//! One line a transfer, in the order of submission: `> HEX` went to the board, `< HEX` came from it. Long transfers to the
//! board are kept as `> len=N crc32=HEX`. `! PIPE FAULT` is a transfer that failed. `id VVVV:PPPP out=EE in=EE mps=N` comes first,
//! `# key: value` says where the recording is from. Control transfers are `c SETUP > HEX` and `c SETUP < HEX`.

use std::{fmt, fmt::Write as _};

use link::{Fault, Pipe, Setup};

use super::Endpoints;

/// Transfers to the board up to this length are kept whole.
const WHOLE: usize = 256;
/// What USB allows for `wMaxPacketSize` of control and bulk endpoints.
const PACKET_SIZES: [usize; 6] = [8, 16, 32, 64, 512, 1024];
const CRC32: crc::Crc<u32> = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC);

/// A transfer of the recording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// To the board.
    Out(Vec<u8>),
    /// To the board, known by its length and CRC-32.
    Digest {
        /// Bytes.
        len: usize,
        /// CRC-32 (ISO-HDLC).
        crc: u32,
    },
    /// From the board.
    In(Vec<u8>),
    /// A control transfer to the board.
    ControlOut(Setup, Vec<u8>),
    /// A control transfer from the board.
    ControlIn(Setup, Vec<u8>),
    /// A transfer that failed.
    Failed(Pipe, Fault),
}

impl Entry {
    /// A transfer to the board, in the form that is kept.
    pub fn out(data: &[u8]) -> Self {
        if data.len() <= WHOLE {
            Self::Out(data.to_vec())
        } else {
            Self::Digest { len: data.len(), crc: CRC32.checksum(data) }
        }
    }

    /// Whether `data` is what went to the board.
    pub fn is_out(&self, data: &[u8]) -> bool {
        match self {
            Self::Out(bytes) => bytes == data,
            Self::Digest { len, crc } => data.len() == *len && CRC32.checksum(data) == *crc,
            _ => false,
        }
    }
}

/// A whole session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transcript {
    /// Who was spoken to.
    pub endpoints: Endpoints,
    /// Comment lines, without their `# `.
    pub comments: Vec<String>,
    /// What was moved.
    pub entries: Vec<Entry>,
}

/// Where a transcript cannot be read, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError {
    /// Counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub problem: String,
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.problem)
    }
}

impl std::error::Error for ParseError {}

impl Transcript {
    /// Reads a transcript.
    pub fn parse(text: &str) -> Result<Self, ParseError> {
        let (mut endpoints, mut comments, mut entries) = (None, Vec::new(), Vec::new());
        for (index, line) in text.lines().enumerate() {
            let problem = |problem: String| ParseError { line: index + 1, problem };
            let line = line.trim_end();
            if let Some(comment) = line.strip_prefix('#') {
                comments.push(comment.trim().to_owned());
            } else if let Some(id) = line.strip_prefix("id ") {
                endpoints = Some(parse_id(id).map_err(problem)?);
            } else if !line.is_empty() {
                entries.push(parse_entry(line).map_err(problem)?);
            }
        }
        let missing =
            || ParseError { line: text.lines().count(), problem: "there is no `id` line".into() };
        Ok(Self { endpoints: endpoints.ok_or_else(missing)?, comments, entries })
    }
}

impl fmt::Display for Transcript {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for comment in &self.comments {
            writeln!(f, "# {comment}")?;
        }
        writeln!(f, "{}", self.endpoints)?;
        self.entries.iter().try_for_each(|entry| writeln!(f, "{entry}"))
    }
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Out(data) => write!(f, ">{}", hex(data)),
            Self::Digest { len, crc } => write!(f, "> len={len} crc32={crc:08x}"),
            Self::In(data) => write!(f, "<{}", hex(data)),
            Self::ControlOut(setup, data) => write!(f, "c {} >{}", words(setup), hex(data)),
            Self::ControlIn(setup, data) => write!(f, "c {} <{}", words(setup), hex(data)),
            Self::Failed(pipe, fault) => {
                write!(f, "! {} {}", PIPES[*pipe as usize], fault_name(*fault))
            }
        }
    }
}

impl fmt::Display for Endpoints {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "id {:04x}:{:04x} out={:02x} in={:02x} mps={}",
            self.vendor, self.product, self.out, self.r#in, self.max_packet
        )
    }
}

/// Hexadecimal with a space before it; nothing for no bytes.
pub(super) fn hex(data: &[u8]) -> String {
    let mut text = String::with_capacity(1 + 2 * data.len());
    if !data.is_empty() {
        text.push(' ');
    }
    for byte in data {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

fn words(setup: &Setup) -> String {
    format!("{:02x}{:02x}{:04x}{:04x}", setup.request_type, setup.request, setup.value, setup.index)
}

const PIPES: [&str; 3] = ["control", "out", "in"];
const FAULTS: [(&str, Fault); 7] = [
    ("timeout", Fault::TimedOut),
    ("stall", Fault::Stall),
    ("gone", Fault::Gone),
    ("cancelled", Fault::Cancelled),
    ("overlong", Fault::Overlong),
    ("memory", Fault::NoMemory),
    ("bus", Fault::Bus),
];

/// Faults without a name of their own are kept as what they are to a replayed session: trouble on the bus.
fn fault_name(fault: Fault) -> &'static str {
    FAULTS.iter().find(|(_, known)| *known == fault).map_or("bus", |(name, _)| name)
}

fn parse_id(text: &str) -> Result<Endpoints, String> {
    let wrong = || format!("`{text}` is not `VVVV:PPPP out=EE in=EE mps=N`");
    let mut fields = text.split_whitespace();
    let mut field = |prefix: &str, radix: u32| -> Option<u32> {
        u32::from_str_radix(fields.next()?.strip_prefix(prefix)?, radix).ok()
    };
    let (vendor, product) =
        text.split_once(' ').and_then(|(ids, _)| ids.split_once(':')).ok_or_else(wrong)?;
    let id = |text: &str| u16::from_str_radix(text, 16).map_err(|_| wrong());
    field("", 16);
    let (out, r#in, max_packet) = (field("out=", 16), field("in=", 16), field("mps=", 10));
    let byte =
        |value: Option<u32>| value.and_then(|value| u8::try_from(value).ok()).ok_or_else(wrong);
    let max_packet = max_packet.map(|size| size as usize);
    let max_packet = max_packet.filter(|size| PACKET_SIZES.contains(size)).ok_or_else(wrong)?;
    Ok(Endpoints {
        vendor: id(vendor)?,
        product: id(product)?,
        out: byte(out)?,
        r#in: byte(r#in)?,
        max_packet,
    })
}

pub(super) fn parse_entry(line: &str) -> Result<Entry, String> {
    let (kind, rest) = line.split_once(' ').unwrap_or((line, ""));
    match kind {
        ">" if rest.starts_with("len=") => parse_digest(rest),
        ">" => Ok(Entry::Out(unhex(rest)?)),
        "<" => Ok(Entry::In(unhex(rest)?)),
        "!" => parse_failure(rest),
        "c" => parse_control(rest),
        _ => Err(format!("`{kind}` begins no line of a transcript")),
    }
}

fn parse_digest(text: &str) -> Result<Entry, String> {
    let wrong = || format!("`{text}` is not `len=N crc32=HEX`");
    let (len, crc) = text.split_once(' ').ok_or_else(wrong)?;
    let len = len.strip_prefix("len=").and_then(|len| len.parse().ok()).ok_or_else(wrong)?;
    let crc = crc
        .strip_prefix("crc32=")
        .and_then(|crc| u32::from_str_radix(crc, 16).ok())
        .ok_or_else(wrong)?;
    Ok(Entry::Digest { len, crc })
}

fn parse_failure(text: &str) -> Result<Entry, String> {
    let wrong = || format!("`{text}` is not a pipe and a fault");
    let (pipe, fault) = text.split_once(' ').ok_or_else(wrong)?;
    let pipe = match pipe {
        "control" => Pipe::Control,
        "out" => Pipe::Out,
        "in" => Pipe::In,
        _ => return Err(wrong()),
    };
    let fault = FAULTS.iter().find(|(name, _)| *name == fault).ok_or_else(wrong)?.1;
    Ok(Entry::Failed(pipe, fault))
}

fn parse_control(text: &str) -> Result<Entry, String> {
    let wrong = || format!("`{text}` is not a setup packet, a direction and data");
    let (setup, rest) = text.split_once(' ').ok_or_else(wrong)?;
    let bytes = unhex(setup)?;
    let &[request_type, request, v1, v0, i1, i0] = bytes.as_slice() else { return Err(wrong()) };
    let setup = Setup {
        request_type,
        request,
        value: u16::from_be_bytes([v1, v0]),
        index: u16::from_be_bytes([i1, i0]),
    };
    let (direction, data) = rest.split_once(' ').unwrap_or((rest, ""));
    match direction {
        ">" => Ok(Entry::ControlOut(setup, unhex(data)?)),
        "<" => Ok(Entry::ControlIn(setup, unhex(data)?)),
        _ => Err(wrong()),
    }
}

pub(super) fn unhex(text: &str) -> Result<Vec<u8>, String> {
    let wrong = || "the data is not hexadecimal, two digits a byte".to_owned();
    let digits: Option<Vec<u8>> =
        text.chars().map(|digit| digit.to_digit(16).map(|value| value as u8)).collect();
    let digits = digits.filter(|digits| digits.len() % 2 == 0).ok_or_else(wrong)?;
    Ok(digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "# origin: by hand\nid 1f3a:efe8 out=01 in=82 mps=512\n> 4157\n< 00ff\n> len=4096 crc32=c71c0011\n! in stall\nc c10800010002 < 05\n>\n";

    #[test]
    fn a_transcript_reads_as_it_is_written() {
        let transcript = Transcript::parse(TEXT).expect("sound");
        assert_eq!(transcript.to_string(), TEXT);
        assert_eq!(transcript.entries[0], Entry::Out(vec![0x41, 0x57]));
        assert!(
            transcript.entries[2].is_out(&[0; 4096]),
            "the CRC-32 of 4096 zero bytes is c71c0011"
        );
        assert_eq!(transcript.entries[3], Entry::Failed(Pipe::In, Fault::Stall));
        assert_eq!(transcript.entries[5], Entry::Out(vec![]));
    }

    #[test]
    fn errors_tell_the_line() {
        for (text, line, says) in [
            ("id 1f3a:efe8 out=01 in=82 mps=512\n> 4", 2, "hexadecimal"),
            ("\n\n? 41", 3, "begins no line"),
            ("id 1f3a out=01 in=82 mps=512", 1, "VVVV:PPPP"),
            ("id 1f3a:efe8 out=01 in=82 mps=0", 1, "mps=N"),
            ("> 41", 1, "no `id` line"),
            ("! in trouble", 1, "pipe and a fault"),
            ("> len=x crc32=0", 1, "len=N"),
        ] {
            let error = Transcript::parse(text).expect_err(text);
            assert!(error.line == line && error.problem.contains(says), "{text}: {error}");
        }
    }

    fn entries() -> impl Strategy<Value = Entry> {
        let bytes = || proptest::collection::vec(any::<u8>(), 0..40);
        let setup =
            any::<(u8, u8, u16, u16)>().prop_map(|(request_type, request, value, index)| Setup {
                request_type,
                request,
                value,
                index,
            });
        prop_oneof![
            bytes().prop_map(Entry::Out),
            bytes().prop_map(Entry::In),
            any::<(usize, u32)>().prop_map(|(len, crc)| Entry::Digest { len, crc }),
            (setup, bytes()).prop_map(|(setup, data)| Entry::ControlIn(setup, data)),
            (0usize..7).prop_map(|index| Entry::Failed(Pipe::Out, FAULTS[index].1)),
        ]
    }

    proptest! {
        #[test]
        fn every_entry_survives(entry in entries()) {
            prop_assert_eq!(parse_entry(&entry.to_string()), Ok(entry));
        }

        #[test]
        fn no_text_makes_the_parser_panic(text in "(id |[><!c#] ?)?.{0,40}(\n(id |[><!c#] ?)?.{0,40}){0,3}") {
            let _ = Transcript::parse(&text);
        }
    }
}
