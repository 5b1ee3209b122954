//! What went to the board in one phase, however many transfers it took.

use racklet_flash::transport::Entry;

/// The CRC-32 of transcripts.
const CRC32: crc::Crc<u32> = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC);
/// Its polynomial, lowest power last.
const POLYNOMIAL: u32 = 0xedb8_8320;

/// Bytes, known by their number and their CRC-32 where transcripts keep no more of them.
#[derive(Clone, Debug)]
pub(crate) struct Payload {
    length: u64,
    crc: u32,
    /// All of them, where all are known.
    bytes: Option<Vec<u8>>,
}

impl Payload {
    pub(crate) fn new() -> Self {
        Self { length: 0, crc: CRC32.checksum(&[]), bytes: Some(Vec::new()) }
    }

    pub(crate) fn length(&self) -> u64 {
        self.length
    }

    pub(crate) fn crc(&self) -> u32 {
        self.crc
    }

    pub(crate) fn bytes(&self) -> Option<&[u8]> {
        self.bytes.as_deref()
    }

    /// Appends a transfer to the board; false if the entry is none.
    pub(crate) fn append(&mut self, entry: &Entry) -> bool {
        let (length, crc) = match entry {
            Entry::Out(more) => {
                if let Some(bytes) = &mut self.bytes {
                    bytes.extend(more);
                }
                (more.len() as u64, CRC32.checksum(more))
            }
            Entry::Digest { len, crc } => {
                self.bytes = None;
                (*len as u64, *crc)
            }
            _ => return false,
        };
        self.crc = shifted(self.crc, length) ^ crc;
        self.length += length;
        true
    }
}

/// Equal as far as both are known.
impl PartialEq for Payload {
    fn eq(&self, other: &Self) -> bool {
        let bytes = match (&self.bytes, &other.bytes) {
            (Some(ours), Some(others)) => ours == others,
            _ => true,
        };
        bytes && (self.length, self.crc) == (other.length, other.crc)
    }
}

/// What a CRC contributes to that of a text that goes on for `length` more bytes: the rest contributes its own CRC.
fn shifted(crc: u32, length: u64) -> u32 {
    let bit = |crc: u32| crc >> 1 ^ if crc & 1 == 1 { POLYNOMIAL } else { 0 };
    (0..8 * length).fold(crc, |crc, _| bit(crc))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn how_it_was_cut_makes_no_difference(
            bytes in proptest::collection::vec(any::<u8>(), 0..1500),
            cuts in proptest::collection::vec(any::<prop::sample::Index>(), 0..4),
        ) {
            let mut whole = Payload::new();
            prop_assert!(whole.append(&Entry::out(&bytes)));
            let mut cuts: Vec<_> = cuts.iter().map(|cut| cut.index(bytes.len() + 1)).collect();
            cuts.sort_unstable();
            cuts.push(bytes.len());
            let (mut pieces, mut start) = (Payload::new(), 0);
            for end in cuts {
                prop_assert!(pieces.append(&Entry::out(&bytes[start..end])));
                start = end;
            }
            prop_assert_eq!(&pieces, &whole);
            prop_assert_eq!(pieces.crc(), CRC32.checksum(&bytes));
        }
    }

    #[test]
    fn a_changed_byte_makes_a_difference() {
        for length in [1, 256, 257, 5000] {
            let payload = |last: u8| {
                let mut bytes = vec![7; length];
                bytes[length - 1] = last;
                let mut payload = Payload::new();
                assert!(payload.append(&Entry::out(&bytes)));
                payload
            };
            assert!(payload(1) == payload(1) && payload(1) != payload(2), "{length}");
        }
        assert!(!Payload::new().append(&Entry::In(vec![])));
    }
}
