//! What is around a command and its status on the bus.

const COMMAND: &[u8; 4] = b"USBC";
const STATUS: &[u8; 4] = b"USBS";
/// Bytes of a command with what is around it.
const LENGTH: usize = 31;

pub(super) const STATUS_GOOD: u8 = 0;
pub(super) const STATUS_FAILED: u8 = 1;
pub(super) const STATUS_PHASE: u8 = 2;

/// A command.
pub(super) struct Command {
    tag: [u8; 4],
    /// Bytes that the host moves.
    pub(super) length: u32,
    /// Whether they go to the host.
    pub(super) is_in: bool,
    /// The command itself.
    pub(super) block: Vec<u8>,
}

impl Command {
    /// Reads one; `None`: it is not valid, or not meaningful (sections 6.2.1 and 6.2.2).
    pub(super) fn parse(bytes: &[u8]) -> Option<Self> {
        let bytes: &[u8; LENGTH] = bytes.try_into().ok()?;
        let word = |at: usize| [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]];
        let (flags, unit, size) = (bytes[12], bytes[13], usize::from(bytes[14]));
        if word(0) != *COMMAND || flags & 0x7f != 0 || unit != 0 || !(1..=16).contains(&size) {
            return None;
        }
        Some(Self {
            tag: word(4),
            length: u32::from_le_bytes(word(8)),
            is_in: flags & 0x80 != 0,
            block: bytes[15..15 + size].to_vec(),
        })
    }
}

/// The status of a command, `moved` bytes of whose data were moved.
pub(super) fn status(command: &Command, moved: u64, how: u8) -> Vec<u8> {
    let left = u64::from(command.length).saturating_sub(moved) as u32;
    [&STATUS[..], &command.tag, &left.to_le_bytes(), &[how]].concat()
}
