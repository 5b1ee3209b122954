//! Text that comes over a line: finding words in it, and showing it.

use alloc::string::String;

/// Where `needle` begins in `bytes`.
pub fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len().max(1)).position(|window| window == needle)
}

/// Bytes as text: what a terminal would not show is left out.
pub fn readable(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    text.chars().filter(|c| !c.is_control() || matches!(c, '\r' | '\n' | '\t')).collect()
}

/// The last line that is not empty.
pub(crate) fn last_line(text: &str) -> &str {
    text.trim().rsplit(['\r', '\n']).next().unwrap_or_default()
}

/// What follows the first `mark`.
pub(crate) fn after<'t>(text: &'t str, mark: &str) -> Option<&'t str> {
    text.split_once(mark).map(|(_, rest)| rest)
}

/// A hexadecimal number, with or without 0x, and nothing else.
pub(crate) fn hex(text: &str) -> Option<u64> {
    let digits = text.strip_prefix("0x").unwrap_or(text);
    let plain = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    plain.then(|| u64::from_str_radix(digits, 16).ok()).flatten()
}

/// A size in U-Boot's words, in bytes: `29.1 GiB`, `256 Bytes` (`lib/display_options.c`). One digit follows the point, so
/// what has one is rounded.
pub(crate) fn size(text: &str) -> Option<u64> {
    let mut words = text.split_whitespace();
    let (number, unit) = (words.next()?, words.next()?);
    let shift = match unit {
        "Bytes" => 0,
        "KiB" => 10,
        "MiB" => 20,
        "GiB" => 30,
        "TiB" => 40,
        _ => return None,
    };
    let (whole, tenths) = match number.split_once('.') {
        None => (number, 0),
        Some((whole, digit)) if digit.len() == 1 => (whole, digit.parse().ok()?),
        Some(_) => return None,
    };
    let whole = whole.parse::<u64>().ok()?.checked_mul(1 << shift)?;
    whole.checked_add(tenths * (1 << shift) / 10)
}
