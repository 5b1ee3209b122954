//! Numbers in texts.

/// As C reads them: hexadecimal after `0x`, decimal otherwise.
pub(super) fn c_number(text: &str) -> Option<u64> {
    match strip(text) {
        Some(digits) => u64::from_str_radix(digits, 16).ok(),
        None => text.parse().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit())),
    }
}

/// Hexadecimal, with or without `0x` before it.
pub(super) fn hex(text: &str) -> Option<u64> {
    let digits = strip(text).unwrap_or(text);
    let plain = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    u64::from_str_radix(digits, 16).ok().filter(|_| plain)
}

fn strip(text: &str) -> Option<&str> {
    text.strip_prefix("0x").or_else(|| text.strip_prefix("0X"))
}
