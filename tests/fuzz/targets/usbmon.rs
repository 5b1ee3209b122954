//! Captures of usbmon, as files and as records in a sound file; what is made of them reads the same once it is written.
#![no_main]

#[path = "../../capture/mod.rs"]
mod capture;

use capture::{Bulk, Choice, transcript};
use racklet_flash::transport::Transcript;

/// Header of a pcap file with the link type 220.
const PCAP: [u8; 24] =
    [0xd4, 0xc3, 0xb2, 0xa1, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 220, 0, 0, 0];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    for file in [bytes.to_vec(), records(bytes)] {
        convert(&file);
    }
});

/// A file of records, each with as much data behind its header as the byte before it says.
fn records(mut rest: &[u8]) -> Vec<u8> {
    let mut file = PCAP.to_vec();
    while let [data, behind @ ..] = rest {
        let (record, behind) = behind.split_at(behind.len().min(64 + usize::from(*data)));
        let length = (record.len() as u32).to_le_bytes();
        file.extend([&[0; 8], &length[..], &length, record].concat());
        rest = behind;
    }
    file
}

fn convert(file: &[u8]) {
    let bulk = Some(Bulk { out: 1, r#in: 0x82, max_packet: 512 });
    let told = Choice { ids: Some((0x1f3a, 0xefe8)), bulk, ..Choice::default() };
    for choice in [Choice::default(), told] {
        if let Ok(transcript) = transcript(file, &choice) {
            let text = transcript.to_string();
            let again = Transcript::parse(&text).expect("it reads what it writes");
            assert_eq!(again.to_string(), text);
        }
    }
}
