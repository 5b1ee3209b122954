//! Memory in hexadecimal.

use std::fmt::Write;

/// The most bytes that are shown, and held in memory for it.
pub(super) const MOST: u64 = 16 << 20;

/// Sixteen bytes per line: address, hexadecimal, and what is printable of them.
pub(super) fn lines(address: u32, bytes: &[u8]) -> String {
    let mut text = String::new();
    for (index, line) in bytes.chunks(16).enumerate() {
        let _ = write!(text, "{:08x}: ", address.wrapping_add(16 * index as u32));
        for column in 0..16 {
            let gap = if column == 8 { " " } else { "" };
            let _ = match line.get(column) {
                Some(byte) => write!(text, "{gap}{byte:02x} "),
                None => write!(text, "{gap}   "),
            };
        }
        let printable =
            |&byte: &u8| if byte.is_ascii_graphic() || byte == b' ' { byte as char } else { '.' };
        text.push(' ');
        text.extend(line.iter().map(printable));
        text.push('\n');
    }
    text.pop();
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hexdump_is_aligned_to_its_last_line() {
        let text = lines(0x7e00, b"AWUSBFEX\0\x01 ~\x7f");
        assert_eq!(
            text,
            "00007e00: 41 57 55 53 42 46 45 58  00 01 20 7e 7f           AWUSBFEX.. ~."
        );
        assert_eq!(lines(0, &[0; 17]).lines().count(), 2);
    }
}
